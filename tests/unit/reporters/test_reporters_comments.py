"""Findings as comments: each at its paragraph, nothing lost, nothing that Word refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.docview.opening import open_view
from generator.docview.view import DocView
from generator.reporters.comments import annotated
from tests.docx_files import W, docx, p, parts_of, root, table, text_box, write, zipped
from tests.ooxml.own import faults
from tests.ooxml.sound import sound

COMMENTS = "word/comments.xml"
BODY = "thân văn bản"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
DOCUMENT = docx(
    p("Đoạn một"),
    table(("Ô một", "Ô hai"), ("Ô ba", table(("Ô trong",)) + p("Ô bốn"))),
    p("Đoạn có hộp ", text_box("Trong hộp")),
    p("Đoạn cuối"),
    beside={"header1": p("Đầu trang")},
)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def finding(where: Location, message: str = "sai") -> Diagnostic:
    return Diagnostic("page/font", message, where, expected="a", actual="b", basis="HD05 II", hint="sửa đi")


def anchors(data: bytes) -> dict[str, str]:
    """By the id of each comment the text of the paragraph around which it is tied, text boxes left out."""
    found = {}
    for start in root(data).iter(w("commentRangeStart")):
        paragraph = start.getparent()
        assert paragraph is not None
        own = [t for t in paragraph.iter(w("t")) if next(t.iterancestors(w("p"))) is paragraph]
        found[start.get(w("id"), "")] = "".join(t.text or "" for t in own)
    return found


def said(data: bytes) -> dict[str, list[str]]:
    """By its id the lines of each comment."""
    return {
        comment.get(w("id"), ""): ["".join(t.text or "" for t in line.iter(w("t"))) for line in comment.iter(w("p"))]
        for comment in root(data, COMMENTS)
    }


def where(view: DocView, text: str) -> Location:
    headers = (each for section in view.sections for beside in section.headers.values() for each in beside.paragraphs)
    return next(each.where for each in (*view.paragraphs, *headers) if each.text.strip() == text)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Đoạn một", "Đoạn một"),
        ("Ô hai", "Ô hai"),
        ("Ô trong", "Ô trong"),
        ("Ô bốn", "Ô bốn"),
        ("Đoạn cuối", "Đoạn cuối"),
        ("Trong hộp", "Đoạn có hộp "),
        ("Đầu trang", "Đoạn một"),
    ],
)
def test_a_comment_stands_at_its_paragraph(text: str, anchor: str, tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", DOCUMENT)
    made = annotated(file, [finding(where(open_view(file), text))])
    assert anchors(made) == {"0": anchor}


@pytest.mark.parametrize(
    ("text", "told"), [("Trong hộp", "hộp chữ, đoạn 1"), ("Đầu trang", "đầu trang, đoạn 1"), ("Ô hai", "")]
)
def test_a_comment_that_is_elsewhere_says_where_it_belongs(text: str, told: str, tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", DOCUMENT)
    lines = said(annotated(file, [finding(where(open_view(file), text))]))["0"]
    assert [told in line for line in lines if line.startswith("Ở: ")] == ([True] if told else [])


def test_what_a_comment_says(tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", DOCUMENT)
    made = annotated(file, [finding(Location(file))])
    lines = ["Lỗi: sai", "Đang là: b", "Cần là: a", "Căn cứ: HD05 II", "Gợi ý: sửa đi", "Quy tắc: page/font"]
    assert said(made) == {"0": lines}


@pytest.mark.parametrize("parts", [DOCUMENT, sound()], ids=["new", "with comments of its own"])
def test_our_rules_have_nothing_against_it(parts: dict[str, bytes], tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", parts)
    places = [each.where for each in open_view(file).paragraphs]
    made = annotated(file, [finding(place) for place in (*places, *places)])
    assert faults(made) == []
    assert {"word/comments.xml"} <= parts_of(made).keys()


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", sound())
    made = annotated(file, [finding(Location(file)), finding(Location(file))])
    assert list(said(made)) == ["0", "1", "2"]
    assert said(made)["0"] == ["lời bàn"]
    assert len(anchors(made)) == 3


def test_text_and_all_other_parts_stay(tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", DOCUMENT)
    before = file.read_bytes()
    made = annotated(file, [finding(each.where) for each in open_view(file).paragraphs])
    copy = tmp_path / "b.docx"
    copy.write_bytes(made)
    changed = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", COMMENTS}
    assert {name for name, data in parts_of(made).items() if parts_of(before).get(name) != data} == changed
    assert open_view(copy).text == open_view(file).text
    assert file.read_bytes() == before


def test_the_same_again_gives_the_same_bytes(tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", DOCUMENT)
    assert annotated(file, [finding(Location(file))]) == annotated(file, [finding(Location(file))])


def test_words_that_no_xml_holds(tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", DOCUMENT)
    made = annotated(file, [Diagnostic("a/b", "một\x00hai\x0b<b>&\ud800", Location(file), Severity.ADVICE)])
    assert said(made)["0"][0] == "Góp ý: một hai <b>& "


def test_a_strict_document_gets_strict_comments(tmp_path: Path) -> None:
    parts = docx(p("Đoạn một"))
    parts["word/document.xml"] = parts["word/document.xml"].replace(W.encode(), STRICT)
    file = tmp_path / "a.docx"
    file.write_bytes(zipped(parts))
    made = parts_of(annotated(file, [finding(Location(file))]))
    assert etree.QName(etree.fromstring(made[COMMENTS])).namespace == STRICT.decode()
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in made["word/_rels/document.xml.rels"]


def test_a_document_without_paragraphs_is_told(tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", docx())
    with pytest.raises(Faulty, match="không có đoạn văn nào"):
        annotated(file, [finding(Location(file))])
