"""What a reader reads in a paragraph: words and marks, fields, tracked changes, hidden words, links."""

from __future__ import annotations

import pytest

from generator.docview.words import RunKind
from tests.docx_files import field, p, run
from tests.unit.docview.opened import First, View

MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (MARK.format(kind) for kind in ("begin", "separate", "end"))


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:t>một</w:t><w:t>hai</w:t>", "mộthai"),
        ("<w:t> một </w:t>", "một"),
        ('<w:t xml:space="preserve"> một </w:t>', " một "),
        ("<w:t>một\nhai</w:t>", "một hai"),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/>", "a\nb\n"),
        ('<w:br w:type="page"/><w:br w:type="column"/>', "\f\v"),
        ("<w:t>01</w:t><w:noBreakHyphen/><w:t>KH</w:t>", "01\u2011KH"),
        ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "a\u00adb"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "\uf0fc"),
        ('<w:sym w:font="Wingdings" w:char="ZZ"/>', ""),
        ("<w:delText>bỏ</w:delText><w:t>giữ</w:t>", "giữ"),
        ("<w:lastRenderedPageBreak/><w:t>a</w:t>", "a"),
        ("<w:t/>", ""),
        (
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            '<mc:Choice Requires="x"><w:t>một</w:t></mc:Choice><mc:Fallback><w:t>hai</w:t></mc:Fallback>'
            "</mc:AlternateContent>",
            "hai",
        ),
    ],
)
def test_what_a_run_says(paragraph: First, inside: str, text: str) -> None:
    assert paragraph(p(f"<w:r>{inside}</w:r>")).text == text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"<w:ins>{run('thêm')}</w:ins>", "thêm"),
        (f"<w:del>{run('bỏ')}</w:del>", ""),
        (f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run('mới')}</w:moveTo>", "mới"),
        (f"<w:smartTag>{run('a')}</w:smartTag>", "a"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a"),
        (f"<w:hyperlink>{run('a')}</w:hyperlink>", "a"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>", ""),
    ],
)
def test_what_holds_runs(paragraph: First, inside: str, text: str) -> None:
    assert paragraph(p(inside)).text == text


def test_the_texts_of_runs_make_the_paragraph_s(paragraph: First) -> None:
    found = paragraph(p(run("Số "), run("01", "<w:b/>"), "<w:r><w:tab/></w:r>", run("KH")))
    assert [(each.text, each.start, each.kind) for each in found.runs] == [
        ("Số ", 0, RunKind.TEXT),
        ("01", 3, RunKind.TEXT),
        ("\t", 5, RunKind.TAB),
        ("KH", 6, RunKind.TEXT),
    ]


def test_runs_that_look_alike_are_one(paragraph: First) -> None:
    found = paragraph(p(run("Kế "), run("hoạch"), run("!", "<w:b/>")))
    assert [each.text for each in found.runs] == ["Kế hoạch", "!"]


def test_hidden_words_are_kept_apart(paragraph: First) -> None:
    found = paragraph(p(run("a"), run("ẩn", "<w:vanish/>"), run("b")))
    assert ([each.hidden for each in found.runs], found.text) == (["", "ẩn", ""], "ab")


def test_an_insertion_is_known(paragraph: First) -> None:
    found = paragraph(p(run("a"), f"<w:ins>{run('b')}</w:ins>"))
    assert [each.is_inserted for each in found.runs] == [False, True]


@pytest.mark.parametrize(
    ("changed", "count"),
    [(p("a"), 0), (p(f"<w:ins>{run('a')}</w:ins><w:del>{run('b')}</w:del>"), 2), (p(properties="<w:pPrChange/>"), 1)],
)
def test_tracked_changes_are_counted(view: View, changed: str, count: int) -> None:
    assert view(changed).tracked_changes == count


def test_a_link_is_known(paragraph: First) -> None:
    link = '<w:hyperlink r:id="rId9" w:anchor="muc">' + run("a") + "</w:hyperlink>"
    found = paragraph(p(link), links={"rId9": ("hyperlink", "https://example.org", "External")})
    assert found.runs[0].link == "https://example.org#muc"


def test_bookmarks_and_notes(paragraph: First) -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = paragraph(p('<w:bookmarkStart w:id="0" w:name="ten"/>', run("a"), note))
    assert (found.bookmarks, found.notes, found.runs[-1].kind) == (("ten",), ("2",), RunKind.NOTE)


# Fields


@pytest.mark.parametrize(
    ("inside", "text", "fields"),
    [
        (field("PAGE \\* MERGE", "FORMAT"), "1", [("PAGE \\* MERGEFORMAT", "1")]),
        (f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>', "3", [("PAGE", "3")]),
        (run("Trang ") + BEGIN + code("PAGE") + END, "Trang ", [("PAGE", "")]),
        (
            BEGIN + code("IF ") + field("PAGE") + code(" = 1") + SEPARATE + run("đầu") + END,
            "đầu",
            [("IF  = 1", "đầu"), ("PAGE", "")],
        ),
        (BEGIN + code("REF a") + SEPARATE + field("PAGE") + run(" x") + END, "1 x", [("REF a", "1 x"), ("PAGE", "1")]),
        (END + SEPARATE + run("a"), "a", []),
    ],
)
def test_fields(paragraph: First, inside: str, text: str, fields: list[tuple[str, str]]) -> None:
    found = paragraph(p(inside))
    assert (found.text, [(each.code, each.result) for each in found.fields]) == (text, fields)


def test_the_kind_of_a_field(paragraph: First) -> None:
    assert paragraph(p(field(' toc \\o "1-3" '))).fields[0].kind == "TOC"


def test_a_field_over_paragraphs(view: View) -> None:
    first = p(BEGIN + code('TOC \\o "1-3"') + SEPARATE + run("Mục một"))
    found = view(first, p(run("Mục hai")), p(END), p("sau")).paragraphs
    assert [each.in_field for each in found] == ["", "TOC", "TOC", ""]
    assert (found[0].fields[0].is_open, found[1].text) == (True, "Mục hai")


def test_a_code_that_never_ends_swallows_nothing_but_its_paragraph(view: View) -> None:
    found = view(p(BEGIN + code("DDEAUTO c:\\x")), p("sau")).paragraphs
    assert (found[0].fields[0].code, found[1].text) == ("DDEAUTO c:\\x", "sau")
