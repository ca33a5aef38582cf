"""The words of a paragraph in its XML: read as the picture reads them, cut and written over without losing any."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from generator.docview.markup import W, w
from generator.fix.markup import properties_of, put
from generator.fix.pieces import pieces_of, rewrite, runs_between, text_of
from generator.opc.writing import packed

PARAGRAPHS = {
    "plain": ("<w:r><w:t>Số 05</w:t></w:r>", "Số 05"),
    "two runs": ("<w:r><w:t>Số</w:t></w:r><w:r><w:t xml:space='preserve'> 05</w:t></w:r>", "Số 05"),
    "signs": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r>", "a\tb\n\u2011"),
    "space that is not kept": ("<w:r><w:t> a </w:t></w:r>", "a"),
    "deleted words": ("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>", "a"),
    "inserted words": ("<w:ins><w:r><w:t>a</w:t></w:r></w:ins>", "a"),
    "hidden words": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", "b"),
    "a field": (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>mã</w:t></w:r><w:r><w:fldChar "
        "w:fldCharType='separate'/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
        "2",
    ),
    "a link": ("<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>", "a"),
}


def paragraph(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W}">{inner}</w:p>')


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_a_paragraph_reads_as_a_reader_reads_it(name: str) -> None:
    inner, text = PARAGRAPHS[name]
    assert text_of(pieces_of(paragraph(inner))) == text


@pytest.mark.parametrize(("start", "stop"), [(0, 2), (1, 4), (3, 5), (0, 5), (2, 3)])
def test_runs_are_cut_at_both_ends_and_the_text_stays(start: int, stop: int) -> None:
    element = paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>ab</w:t><w:tab/><w:t>cd</w:t></w:r>")
    found = runs_between(element, start, stop)
    assert text_of(pieces_of(element)) == "ab\tcd"
    inside = {id(run) for run in found}
    assert all(
        (id(piece.run) in inside) == (start <= piece.start < stop) for piece in pieces_of(element) if piece.text != "\t"
    )
    assert all(run.find(f"{w('rPr')}/{w('b')}") is not None for run in element)


@pytest.mark.parametrize(
    ("start", "stop", "new", "text"),
    [(0, 2, "Số", "Số05"), (2, 2, ": ", "So: 05"), (1, 3, "", "S5"), (2, 4, "5", "So5"), (4, 4, "!", "So05!")],
)
def test_letters_are_written_over_across_runs(start: int, stop: int, new: str, text: str) -> None:
    element = paragraph("<w:r><w:t>So</w:t></w:r><w:r><w:t>05</w:t></w:r>")
    assert rewrite(element, start, stop, new)
    assert text_of(pieces_of(element)) == text


def test_a_sign_that_is_no_letter_is_not_written_over() -> None:
    element = paragraph("<w:r><w:t>a</w:t><w:tab/></w:r>")
    assert not rewrite(element, 0, 2, "b")
    assert text_of(pieces_of(element)) == "a\t"


def test_properties_stand_in_the_order_that_word_wants() -> None:
    run = paragraph("<w:r><w:rPr><w:lang w:val='vi-VN'/></w:rPr><w:t>a</w:t></w:r>")[0]
    for name in ("sz", "rFonts", "u", "b", "color"):
        put(properties_of(run), name, val=1)
    names = [etree.QName(each).localname for each in properties_of(run)]
    assert names == ["rFonts", "b", "color", "sz", "u", "lang"]


def test_the_same_parts_give_the_same_bytes() -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "word/hình.png": b"\x89PNG"}
    assert packed(parts) == packed(dict(parts))
    with zipfile.ZipFile(io.BytesIO(packed(parts))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == parts
