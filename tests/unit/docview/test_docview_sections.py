"""Pages and their headers; headers, footers and notes as stories of their own; settings and properties."""

from __future__ import annotations

from typing import Any

import pytest

from generator.docview.words import Story
from generator.measures import Length
from tests.docx_files import p, section
from tests.unit.docview.opened import View

MM = Length.from_mm
PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'


def ended(inside: str) -> str:
    return f"<w:p><w:pPr><w:sectPr>{inside}</w:sectPr></w:pPr></w:p>"


@pytest.mark.parametrize(
    ("inside", "name", "expected"),
    [
        (PAGE, "page_width", Length(11906 * 635)),
        (PAGE, "is_landscape", False),
        ('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>', "page_width", Length(16838 * 635)),
        ('<w:pgSz w:w="16838" w:h="11906"/>', "is_landscape", True),
        ('<w:pgMar w:top="1134"/>', "top", Length(1134 * 635)),
        ('<w:pgMar w:left="30mm" w:gutter="10mm"/>', "left", MM(30)),
        ('<w:pgMar w:header="567"/>', "header", Length(567 * 635)),
        ("", "left", MM(25.4)),
        ("", "is_set", False),
        (PAGE, "is_set", True),
        ("<w:titlePg/>", "title_page", True),
        ('<w:titlePg w:val="0"/>', "title_page", False),
        ('<w:pgNumType w:start="3" w:fmt="lowerRoman"/>', "page_start", 3),
        ('<w:pgNumType w:start="3" w:fmt="lowerRoman"/>', "page_format", "lowerRoman"),
        ("", "page_start", None),
        ('<w:vAlign w:val="center"/>', "vertical_align", "center"),
        ('<w:cols w:num="2" w:space="720"/>', "columns", 2),
        ("<w:cols><w:col/><w:col/><w:col/></w:cols>", "columns", 3),
        ('<w:type w:val="continuous"/>', "break_kind", "continuous"),
        ("<w:lnNumType/>", "line_numbers", True),
    ],
)
def test_a_property_of_a_section(view: View, inside: str, name: str, expected: Any) -> None:
    found = view(p("a"), last=f"<w:sectPr>{inside}</w:sectPr>").sections
    assert [getattr(each, name) for each in found] == [expected]


def test_the_width_between_margins(view: View) -> None:
    inside = PAGE + '<w:pgMar w:left="1000" w:right="900" w:gutter="6"/>'
    assert view(p("a"), last=f"<w:sectPr>{inside}</w:sectPr>").sections[0].text_width.twips == 10_000


def test_a_document_without_sections_has_one(view: View) -> None:
    found = view(p("a"), last="").sections
    assert [(each.start, each.stop, each.is_set) for each in found] == [(0, 1, False)]


HEADERS = {"header1": p("chung"), "header2": p("đầu"), "footer1": p("chân")}


def reference(kind: str, name: str) -> str:
    return f'<w:{name[:-1]}Reference w:type="{kind}" r:id="rId{name}"/>'


def test_headers_go_on_until_another_comes(view: View) -> None:
    first = ended(reference("default", "header1") + reference("default", "footer1"))
    second = ended(reference("first", "header2"))
    third = ended(reference("default", "header2"))
    found = view(first, second, third, p("a"), beside=HEADERS, last="<w:sectPr/>").sections
    assert [{kind: each.text for kind, each in one.headers.items()} for one in found] == [
        {"default": "chung"},
        {"default": "chung", "first": "đầu"},
        {"default": "đầu", "first": "đầu"},
        {"default": "đầu", "first": "đầu"},
    ]
    assert [one.footers["default"].text for one in found] == ["chân"] * 4


def test_a_header_is_a_story_of_its_own(view: View) -> None:
    (found,) = view(p("a"), beside={"header1": p("một") + p("hai")}, last=None).sections
    header = found.headers["default"]
    assert [(each.seat.story, each.section, each.where.part, each.where.paragraph) for each in header.paragraphs] == [
        (Story.HEADER, None, "đầu trang", 1),
        (Story.HEADER, None, "đầu trang", 2),
    ]


def test_notes(view: View) -> None:
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("-")}</w:footnote><w:footnote w:id="4">{p("nguồn")}</w:footnote>'
    )
    (note,) = view(p("a"), beside={"footnotes": notes}).footnotes
    assert (note.id, note.text, note.paragraphs[0].where.part) == ("4", "nguồn", "chú thích số 1")


@pytest.mark.parametrize(
    ("inside", "name", "expected"),
    [
        ("<w:mirrorMargins/>", "mirror_margins", True),
        ("<w:evenAndOddHeaders/>", "even_and_odd_headers", True),
        ('<w:defaultTabStop w:val="720"/>', "default_tab", MM(12.7)),
        ('<w:defaultTabStop w:val="567"/>', "default_tab", Length(567 * 635)),
        ("<w:trackRevisions/>", "track_changes", True),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', "protection", "readOnly"),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', "protection", ""),
        ('<w:themeFontLang w:val="vi-VN"/>', "language", "vi-VN"),
        ('<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>', "compatibility", 15),
        ("", "compatibility", 12),
    ],
)
def test_a_setting(view: View, inside: str, name: str, expected: Any) -> None:
    assert getattr(view(p("a"), beside={"settings": inside}).settings, name) == expected


def test_properties(view: View) -> None:
    assert view(p("a"), title="Kế hoạch").properties.title == "Kế hoạch"


def test_the_section_of_a_paragraph(view: View) -> None:
    found = view(f"<w:p><w:pPr>{section(landscape=True)}</w:pPr></w:p>", p("b"))
    pages = [found.section_of(each) for each in found.paragraphs]
    assert [each.is_landscape for each in pages if each is not None] == [True, False]
