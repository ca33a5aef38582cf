"""Where paragraphs stand: in the words that the rest of the program uses, and with all that is around them."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from generator.diagnostics import Location
from generator.docview.words import Story
from generator.templates.places import paragraphs as places
from tests.docx_files import docx, p, paragraphs, section, table, text_box
from tests.unit.docview.opened import View

CONTROL = "<w:sdt><w:sdtPr><w:tag w:val='ten'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
BODY = (
    p("một"),
    table(("a", table(("trong",)) + p("b")), (p("c") + p("d"), "đ")),
    p("hai", text_box("hộp một", "hộp hai")),
    CONTROL.format(p("ba") + table(("e",))),
    p("bốn"),
)


def test_places_are_those_of_the_rest_of_the_program(view: View) -> None:
    root = etree.fromstring(docx(*BODY)["word/document.xml"])
    expected = [where for _paragraph, where in places(root, Location(Path("x"), part="thân văn bản"))]
    found = [each.where for each in view(*BODY).paragraphs]
    assert [(each.part, each.paragraph, each.excerpt) for each in found] == [
        (each.part, each.paragraph, each.excerpt) for each in expected
    ]


def test_paragraphs_are_in_reading_order_and_know_their_index(view: View) -> None:
    found = view(*BODY).paragraphs
    texts = ["một", "a", "trong", "b", "c", "d", "đ", "hai", "hộp một", "hộp hai", "ba", "e", "bốn"]
    assert [each.text for each in found] == texts
    assert [each.index for each in found] == list(range(len(found)))


def test_seats(view: View) -> None:
    seats = {each.text: each.seat for each in view(*BODY).paragraphs}
    assert (seats["một"].table, seats["một"].depth, seats["một"].story) == (None, 0, Story.BODY)
    assert (seats["trong"].table, seats["trong"].row, seats["trong"].cell, seats["trong"].depth) == (2, 1, 1, 2)
    assert (seats["đ"].table, seats["đ"].row, seats["đ"].cell, seats["đ"].column) == (1, 2, 2, 1)
    assert (seats["hộp một"].is_boxed, seats["ba"].control) == (True, "ten")


def test_tables_are_found_by_their_number(view: View) -> None:
    found = view(*BODY)
    inner = next(each for each in found.paragraphs if each.text == "trong")
    where = found.cell_of(inner)
    assert where is not None
    assert ([each.number for each in found.tables], where[0].rows[where[1]].cells[where[2]].text) == (
        [1, 2, 3],
        "trong",
    )


def test_blocks_are_those_of_the_body_in_order(view: View) -> None:
    kinds = [type(block).__name__ for block in view(*BODY).blocks]
    assert kinds == ["Paragraph", "Table", "Paragraph", "Paragraph", "Table", "Paragraph"]


def test_sections_of_paragraphs(view: View) -> None:
    ended = f"<w:p><w:pPr>{section()}</w:pPr></w:p>"
    found = view(p("một"), ended, paragraphs("hai", "ba"))
    assert [each.section for each in found.paragraphs] == [0, 0, 1, 1]
    assert [(each.start, each.stop) for each in found.sections] == [(0, 2), (2, 4)]
    assert [each.ends_section for each in found.paragraphs] == [False, True, False, False]
