"""Each property of paragraphs and words, from the XML that sets it to the look that comes out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.docview.looks import Alignment, Border, LineRule, RunLook, Tab
from generator.measures import Length
from tests.docx_files import p, run
from tests.unit.docview.opened import First

MM = Length.from_mm
PT = Length.from_pt


def twips(count: int) -> Length:
    return Length(count * 635)


PARAGRAPHS: list[tuple[str, str, Any]] = [
    ('<w:jc w:val="both"/>', "alignment", Alignment.BOTH),
    ('<w:jc w:val="end"/>', "alignment", Alignment.RIGHT),
    ('<w:jc w:val="thaiDistribute"/>', "alignment", Alignment.DISTRIBUTE),
    ('<w:jc w:val="nonsense"/>', "alignment", Alignment.LEFT),
    ('<w:ind w:left="567"/>', "left", twips(567)),
    ('<w:ind w:start="567" w:end="20"/>', "right", twips(20)),
    ('<w:ind w:firstLine="567"/>', "first_line", twips(567)),
    ('<w:ind w:hanging="284"/>', "first_line", twips(-284)),
    ('<w:ind w:hanging="284" w:firstLine="567"/>', "first_line", twips(-284)),
    ('<w:ind w:left="1.27cm"/>', "left", Length.parse("1.27cm")),
    ('<w:ind w:left="abc"/>', "left", Length(0)),
    ('<w:ind w:left="99999999999999999999"/>', "left", Length(0)),
    ('<w:spacing w:before="120"/>', "before", PT(6)),
    ('<w:spacing w:after="120"/>', "after", PT(6)),
    ('<w:spacing w:beforeLines="50"/>', "before", PT(6)),
    ('<w:spacing w:beforeAutospacing="1" w:before="0"/>', "before_auto", True),
    ('<w:spacing w:beforeAutospacing="1" w:before="0"/>', "before", PT(14)),
    ('<w:spacing w:line="360" w:lineRule="auto"/>', "line_multiple", Decimal("1.5")),
    ('<w:spacing w:line="276"/>', "line_multiple", Decimal("1.15")),
    ('<w:spacing w:line="360" w:lineRule="exact"/>', "line_height", PT(18)),
    ('<w:spacing w:line="360" w:lineRule="exact"/>', "line_multiple", None),
    ('<w:spacing w:line="360" w:lineRule="atLeast"/>', "line_rule", LineRule.AT_LEAST),
    ('<w:spacing w:lineRule="exact"/>', "line_rule", LineRule.AUTO),
    ("<w:contextualSpacing/>", "contextual_spacing", True),
    ("<w:keepNext/>", "keep_next", True),
    ('<w:keepNext w:val="0"/>', "keep_next", False),
    ('<w:keepLines w:val="on"/>', "keep_lines", True),
    ("<w:pageBreakBefore/>", "page_break_before", True),
    ('<w:widowControl w:val="false"/>', "widow_control", False),
    ("", "widow_control", True),
    ('<w:outlineLvl w:val="0"/>', "outline_level", 0),
    ('<w:outlineLvl w:val="9"/>', "outline_level", None),
    ('<w:shd w:val="clear" w:color="auto" w:fill="ffff00"/>', "shading", "FFFF00"),
    ('<w:shd w:val="clear" w:fill="auto"/>', "shading", None),
    ('<w:tabs><w:tab w:val="right" w:pos="900" w:leader="dot"/></w:tabs>', "tabs", (Tab(twips(900), "right", "dot"),)),
    ("<w:bidi/>", "right_to_left", True),
]  # fmt: skip
WORDS: list[tuple[str, str, Any]] = [
    ('<w:sz w:val="28"/>', "size", PT(14)),
    ('<w:sz w:val="14pt"/>', "size", PT(14)),
    ('<w:sz w:val="-4"/>', "size", PT(10)),
    ("", "size", PT(10)),
    ("", "hansi", "Times New Roman"),
    ("<w:b/>", "bold", True),
    ('<w:b w:val="0"/>', "bold", False),
    ("<w:i/>", "italic", True),
    ('<w:u w:val="single"/>', "underline", "single"),
    ('<w:u w:val="none"/>', "underline", None),
    ('<w:color w:val="ff0000"/>', "color", "FF0000"),
    ('<w:color w:val="auto"/>', "color", "auto"),
    ('<w:highlight w:val="yellow"/>', "highlight", "yellow"),
    ('<w:highlight w:val="none"/>', "highlight", None),
    ("<w:caps/>", "caps", True),
    ("<w:smallCaps/>", "small_caps", True),
    ("<w:strike/>", "strike", True),
    ("<w:dstrike/>", "double_strike", True),
    ('<w:vertAlign w:val="superscript"/>', "vertical", "superscript"),
    ('<w:vertAlign w:val="baseline"/>', "vertical", None),
    ('<w:spacing w:val="-10"/>', "spacing", PT(-0.5)),
    ('<w:w w:val="90"/>', "scale", 90),
    ('<w:w w:val="90%"/>', "scale", 90),
    ('<w:position w:val="6"/>', "position", PT(3)),
    ('<w:kern w:val="28"/>', "kerning", True),
    ('<w:lang w:val="vi-VN"/>', "language", "vi-VN"),
    ('<w:rFonts w:ascii="Arial"/>', "ascii", "Arial"),
    ('<w:rFonts w:ascii="Arial"/>', "hansi", "Times New Roman"),
    ('<w:rFonts w:hAnsi="Arial"/>', "vietnamese_font", "Arial"),
    ('<w:bdr w:val="single" w:sz="4" w:color="auto"/>', "border", Border("single", PT(0.5))),
    ('<w:rtl/><w:bCs/><w:szCs w:val="40"/><w:sz w:val="28"/>', "size", PT(20)),
    ('<w:rtl/><w:bCs/>', "bold", True),
    ('<w:bCs/><w:szCs w:val="40"/><w:sz w:val="28"/>', "size", PT(14)),
]  # fmt: skip


@pytest.mark.parametrize(("properties", "name", "expected"), PARAGRAPHS)
def test_a_property_of_a_paragraph(paragraph: First, properties: str, name: str, expected: Any) -> None:
    assert getattr(paragraph(p("a", properties=properties)).look, name) == expected


@pytest.mark.parametrize(("properties", "name", "expected"), WORDS)
def test_a_property_of_words(paragraph: First, properties: str, name: str, expected: Any) -> None:
    assert getattr(paragraph(p(run("a", properties))).runs[0].look, name) == expected


@pytest.mark.parametrize(
    ("side", "style", "weight"), [("top", "single", 0.75), ("bottom", "double", 0.75), ("between", "dotted", 0.75)]
)
def test_a_line_beside_a_paragraph(paragraph: First, side: str, style: str, weight: float) -> None:
    line = f'<w:pBdr><w:{side} w:val="{style}" w:sz="6" w:space="1" w:color="00ff00"/></w:pBdr>'
    borders = paragraph(p("a", properties=line)).look.borders
    assert borders.drawn == {side: Border(style, PT(weight), PT(1), "00FF00")}


def test_a_line_that_is_taken_away_is_not_drawn(paragraph: First) -> None:
    assert not paragraph(p("a", properties='<w:pBdr><w:top w:val="nil"/></w:pBdr>')).look.borders.drawn


def test_a_frame(paragraph: First) -> None:
    frame = paragraph(p("a", properties='<w:framePr w:w="2000" w:hAnchor="page" w:xAlign="right"/>')).look.frame
    assert frame is not None
    assert (frame.width, frame.horizontal_from, frame.horizontal_align) == (twips(2000), "page", "right")


def test_what_is_set_on_the_paragraph_itself_is_named(paragraph: First) -> None:
    properties = '<w:keepNext/><w:spacing w:before="120" w:line="360"/><w:jc w:val="left"/>'
    expected = {"keep_next", "before", "alignment", "line_rule", "line_multiple", "line_height"}
    assert paragraph(p("a", properties=properties)).direct == expected


def test_the_mark_of_an_empty_paragraph_has_a_look(paragraph: First) -> None:
    assert paragraph(p(properties='<w:rPr><w:sz w:val="4"/></w:rPr>')).mark.size == PT(2)


FONTS = RunLook(ascii="Chữ trơn", hansi="Chữ dấu", east_asia="Đông Á", complex_script="Phức")


@pytest.mark.parametrize(
    ("letter", "font"),
    [
        ("a", "Chữ trơn"),
        ("1", "Chữ trơn"),
        ("đ", "Chữ dấu"),
        ("ế", "Chữ dấu"),
        ("à", "Chữ dấu"),
        ("\u0301", "Chữ dấu"),
        ("“", "Chữ dấu"),
        ("–", "Chữ dấu"),
        ("中", "Đông Á"),
        ("、", "Đông Á"),
        ("א", "Phức"),
    ],
)
def test_the_font_of_a_letter(letter: str, font: str) -> None:
    assert FONTS.font_of(letter) == font


@pytest.mark.parametrize(("letter", "font"), [("“", "Đông Á"), ("ế", "Chữ dấu"), ("a", "Chữ trơn")])
def test_the_font_of_a_letter_with_a_hint(letter: str, font: str) -> None:
    hinted = RunLook(ascii="Chữ trơn", hansi="Chữ dấu", east_asia="Đông Á", hint="eastAsia", language="vi-VN")
    assert hinted.font_of(letter) == font


def test_the_fonts_of_a_text() -> None:
    assert FONTS.fonts_of("Số 1") == ("Chữ trơn", "Chữ dấu")
