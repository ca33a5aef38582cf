"""Which of defaults, styles, lists, tables and direct settings wins."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from generator.docview.looks import Alignment
from generator.measures import Length
from tests.docx_files import p, run, style, table
from tests.unit.docview.opened import First, View

PT = Length.from_pt


def defaults(paragraph: str = "", words: str = "") -> str:
    inside = (
        f"<w:rPrDefault><w:rPr>{words}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault>"
    )
    return f"<w:docDefaults>{inside}</w:docDefaults>"


def dressed(paragraph: str = "", words: str = "") -> str:
    return f"<w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr>"


BASE = style("Base", "Nền", body=dressed('<w:jc w:val="both"/><w:spacing w:before="120"/>', '<w:sz w:val="26"/>'))
DERIVED = style("Derived", "Dựa", based_on="Base", body=dressed('<w:spacing w:after="60"/>', "<w:i/>"))


def test_a_style_adds_to_what_it_builds_on(paragraph: First) -> None:
    found = paragraph(p("a", style="Derived"), styles=BASE + DERIVED)
    assert (found.look.alignment, found.look.before, found.look.after) == (Alignment.BOTH, PT(6), PT(3))
    assert (found.runs[0].look.size, found.runs[0].look.italic, found.style) == (PT(13), True, "Dựa")


def test_defaults_are_below_all_styles(paragraph: First) -> None:
    styles = defaults('<w:spacing w:before="40" w:after="40"/>', '<w:sz w:val="22"/><w:color w:val="112233"/>') + BASE
    found = paragraph(p("a", style="Base"), styles=styles)
    assert (found.look.before, found.look.after) == (PT(6), PT(2))
    assert (found.mark.size, found.mark.color) == (PT(13), "112233")


def test_a_paragraph_s_own_word_wins(paragraph: First) -> None:
    found = paragraph(p(run("a", '<w:sz w:val="30"/>'), style="Base", properties='<w:jc w:val="left"/>'), styles=BASE)
    assert (found.look.alignment, found.runs[0].look.size) == (Alignment.LEFT, PT(15))


def test_attributes_are_inherited_one_by_one(paragraph: First) -> None:
    exact = style("Exact", "Đúng", body=dressed('<w:spacing w:line="240" w:lineRule="exact"/>'))
    found = paragraph(p("a", style="Exact", properties='<w:spacing w:line="360"/>'), styles=exact)
    assert found.look.line_height == PT(18)


@pytest.mark.parametrize("named", ["Missing", None])
def test_without_a_style_of_its_own_it_has_the_default_one(paragraph: First, named: str | None) -> None:
    found = paragraph(p("a", style=named), styles=BASE)
    assert (found.style_id, found.style) == ("Normal", "Normal")


def test_styles_that_build_on_each_other_in_a_ring_end_somewhere(paragraph: First) -> None:
    ring = style("A", "A", based_on="B", body=dressed('<w:jc w:val="both"/>'))
    ring += style("B", "B", based_on="A", body=dressed('<w:spacing w:before="120"/>'))
    found = paragraph(p("a", style="A"), styles=ring)
    assert (found.look.alignment, found.look.before) == (Alignment.BOTH, PT(6))


def test_a_long_chain_of_styles_is_cut(paragraph: First) -> None:
    chain = "".join(style(f"S{i}", f"S{i}", based_on=f"S{i + 1}", body=dressed(words="<w:b/>")) for i in range(5000))
    assert paragraph(p("a", style="S0"), styles=chain).runs[0].look.bold


TOGGLED = (
    style("P", "P", body=dressed(words="<w:b/>"))
    + style("C", "C", kind="character", body="<w:rPr><w:b/></w:rPr>")
    + style("C0", "C0", kind="character", body='<w:rPr><w:b w:val="0"/></w:rPr>')
)
DIRECT = {None: "", True: "<w:b/>", False: '<w:b w:val="0"/>'}


@pytest.mark.parametrize(("in_paragraph", "in_words", "direct"), [*product((False, True), (False, True), DIRECT)])
def test_bold_in_bold_is_plain_but_for_a_direct_word(
    paragraph: First, in_paragraph: bool, in_words: bool, direct: bool | None
) -> None:
    words = ('<w:rStyle w:val="C"/>' if in_words else "") + DIRECT[direct]
    found = paragraph(p(run("a", words), style="P" if in_paragraph else None), styles=TOGGLED)
    assert found.runs[0].look.bold is (in_paragraph != in_words if direct is None else direct)


def test_a_style_that_is_not_bold_turns_nothing_over(paragraph: First) -> None:
    found = paragraph(p(run("a", '<w:rStyle w:val="C0"/>'), style="P"), styles=TOGGLED)
    assert found.runs[0].look.bold


def test_within_one_chain_the_last_word_counts(paragraph: First) -> None:
    styles = TOGGLED + style("P2", "P2", based_on="P", body=dressed(words="<w:b/>"))
    assert paragraph(p("a", style="P2"), styles=styles).runs[0].look.bold


def test_defaults_that_are_bold_stay_bold(paragraph: First) -> None:
    assert paragraph(p("a", style="P"), styles=defaults(words="<w:b/>") + TOGGLED).runs[0].look.bold


def test_tab_stops_add_up_and_are_cleared(paragraph: First) -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="100"/><w:tab w:val="left" w:pos="300"/></w:tabs>'
    own = '<w:tabs><w:tab w:val="clear" w:pos="100"/><w:tab w:val="right" w:pos="200"/></w:tabs>'
    found = paragraph(p("a", style="T", properties=own), styles=style("T", "T", body=dressed(stops)))
    assert [stop.position.twips for stop in found.look.tabs] == [200, 300]


# The theme

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = f"""<a:theme xmlns:a="{A}"><a:themeElements>
<a:clrScheme name="a"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
<a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>
<a:fontScheme name="a"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface="Tahoma"/>
<a:font script="Hans" typeface="SimSun"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>
</a:themeElements></a:theme>"""
THEMED = {
    "links": {"rIdTheme": ("theme", "theme/theme1.xml")},
    "parts": {"word/theme/theme1.xml": THEME.encode()},
    "beside": {"settings": '<w:themeFontLang w:val="vi-VN" w:eastAsia="zh-CN"/>'},
}


@pytest.mark.parametrize(
    ("fonts", "field", "expected"),
    [
        ('w:asciiTheme="majorAscii" w:ascii="Arial"', "ascii", "Cambria"),
        ('w:hAnsiTheme="minorHAnsi"', "hansi", "Calibri"),
        ('w:eastAsiaTheme="majorEastAsia"', "east_asia", "SimSun"),
        ('w:cstheme="majorBidi"', "complex_script", "Tahoma"),
        ('w:asciiTheme="minorBidi" w:ascii="Arial"', "ascii", "Arial"),
    ],
)
def test_fonts_of_the_theme(paragraph: First, fonts: str, field: str, expected: str) -> None:
    found = paragraph(p(run("a", f"<w:rFonts {fonts}/>")), **THEMED)
    assert getattr(found.runs[0].look, field) == expected


def test_a_plain_font_above_wins_over_the_theme_below(paragraph: First) -> None:
    styles = defaults(words='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    found = paragraph(p(run("a", '<w:rFonts w:ascii="Arial"/>')), styles=styles, **THEMED)
    assert (found.runs[0].look.ascii, found.runs[0].look.hansi) == ("Arial", "Calibri")


@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ('w:val="123456" w:themeColor="accent1"', "4472C4"),
        ('w:val="123456" w:themeColor="text1"', "000000"),
        ('w:val="123456" w:themeColor="accent1" w:themeShade="BF"', "2F5496"),
        ('w:val="123456" w:themeColor="text1" w:themeTint="80"', "7F7F7F"),
        ('w:val="123456" w:themeColor="accent9"', "123456"),
    ],
)
def test_colours_of_the_theme(paragraph: First, color: str, expected: str) -> None:
    assert paragraph(p(run("a", f"<w:color {color}/>")), **THEMED).runs[0].look.color == expected


# Tables

GRID = (
    '<w:style w:type="table" w:styleId="G"><w:name w:val="Table Grid"/>'
    '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:insideH w:val="dotted" w:sz="4"/></w:tblBorders>'
    "</w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="AABBCC"/></w:tcPr>'
    '</w:tblStylePr><w:tblStylePr w:type="band2Horz"><w:rPr><w:i/></w:rPr></w:tblStylePr></w:style>'
)


def styled_table(look: str) -> str:
    properties = f'<w:tblPr><w:tblStyle w:val="G"/>{look}</w:tblPr>'
    plain = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return table(("đầu",), ("một",), ("hai",)).replace(plain, properties)


def test_a_table_s_style_stands_between_defaults_and_paragraph_styles(view: View) -> None:
    styles = defaults('<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>') + GRID
    found = view(styled_table(""), p("ngoài"), styles=styles).paragraphs
    assert [(each.look.after, each.look.line_multiple) for each in found[2:]] == [
        (PT(0), Decimal(1)),
        (PT(10), Decimal("1.15")),
    ]


@pytest.mark.parametrize(
    ("look", "bold", "italic"),
    [
        ('<w:tblLook w:firstRow="1" w:noHBand="0"/>', [True, False, False], [False, False, True]),
        ('<w:tblLook w:val="0420"/>', [True, False, False], [False, False, True]),
        ('<w:tblLook w:firstRow="0" w:noHBand="1"/>', [False, False, False], [False, False, False]),
        ("", [False, False, False], [False, False, False]),
    ],
)
def test_rows_that_a_table_s_style_sets_apart(view: View, look: str, bold: list[bool], italic: list[bool]) -> None:
    found = [each.runs[0].look for each in view(styled_table(look), styles=GRID).paragraphs]
    assert ([each.bold for each in found], [each.italic for each in found]) == (bold, italic)


def test_bold_in_a_bold_row_is_plain(view: View) -> None:
    body = styled_table('<w:tblLook w:firstRow="1"/>').replace("<w:pPr>", '<w:pPr><w:pStyle w:val="P"/>', 1)
    assert not view(body, styles=GRID + TOGGLED).paragraphs[0].runs[0].look.bold


def test_lines_and_colours_of_cells(view: View) -> None:
    (found,) = view(styled_table('<w:tblLook w:firstRow="1"/>'), styles=GRID).tables
    assert [(cell.borders.top and cell.borders.top.style, cell.shading) for cell in found.cells] == [
        ("single", "AABBCC"),
        ("dotted", None),
        ("dotted", None),
    ]
