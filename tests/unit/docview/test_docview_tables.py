"""Tables: grid, rows, cells, widths, margins and lines."""

from __future__ import annotations

from typing import Any

import pytest

from generator.docview.looks import Alignment
from generator.measures import Length
from tests.docx_files import p
from tests.unit.docview.opened import View


def twips(count: int) -> Length:
    return Length(count * 635)


def cell(text: str = "a", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def grid(*rows: str, properties: str = "", columns: tuple[int, ...] = (1000, 2000, 3000)) -> str:
    widths = "".join(f'<w:gridCol w:w="{each}"/>' for each in columns)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{widths}</w:tblGrid>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("properties", "name", "expected"),
    [
        ('<w:tblW w:w="9000" w:type="dxa"/>', "width", twips(9000)),
        ('<w:tblW w:w="0" w:type="auto"/>', "width", None),
        ('<w:tblW w:w="5000" w:type="pct"/>', "percent", 100.0),
        ('<w:tblW w:w="50%" w:type="pct"/>', "percent", 50.0),
        ('<w:jc w:val="center"/>', "alignment", Alignment.CENTER),
        ('<w:tblInd w:w="-108" w:type="dxa"/>', "indent", twips(-108)),
        ('<w:tblLayout w:type="fixed"/>', "is_fixed", True),
        ('<w:tblDescription w:val="letterhead"/>', "description", "letterhead"),
        ("", "grid", (twips(1000), twips(2000), twips(3000))),
        ("", "horizontal", None),
    ],
)
def test_a_property_of_a_table(view: View, properties: str, name: str, expected: Any) -> None:
    assert getattr(view(grid(row(cell()), properties=properties)).tables[0], name) == expected


def test_a_floating_table(view: View) -> None:
    floating = '<w:tblpPr w:horzAnchor="page" w:vertAnchor="text" w:tblpXSpec="center" w:tblpY="100"/>'
    found = view(grid(row(cell()), properties=floating)).tables[0]
    assert found.horizontal is not None
    assert found.vertical is not None
    assert (found.horizontal.relative, found.horizontal.align, found.vertical.offset) == ("page", "center", twips(100))


@pytest.mark.parametrize(
    ("properties", "name", "expected"),
    [
        ("<w:tblHeader/>", "is_header", True),
        ('<w:tblHeader w:val="0"/>', "is_header", False),
        ("<w:cantSplit/>", "cant_split", True),
        ('<w:trHeight w:val="400" w:hRule="exact"/>', "height", twips(400)),
        ('<w:trHeight w:val="400" w:hRule="exact"/>', "height_rule", "exact"),
        ('<w:gridBefore w:val="1"/>', "before", 1),
    ],
)
def test_a_property_of_a_row(view: View, properties: str, name: str, expected: Any) -> None:
    assert getattr(view(grid(row(cell(), properties=properties))).tables[0].rows[0], name) == expected


@pytest.mark.parametrize(
    ("properties", "name", "expected"),
    [
        ('<w:gridSpan w:val="2"/>', "span", 2),
        ('<w:gridSpan w:val="2"/>', "width", twips(3000)),
        ('<w:gridSpan w:val="1000000000"/>', "span", 1),
        ('<w:gridSpan w:val="-3"/>', "span", 1),
        ('<w:tcW w:w="700" w:type="dxa"/>', "width", twips(700)),
        ("<w:vMerge/>", "merge", "continue"),
        ('<w:vMerge w:val="restart"/>', "merge", "restart"),
        ("", "merge", None),
        ('<w:vAlign w:val="center"/>', "vertical_align", "center"),
        ('<w:shd w:val="clear" w:fill="eeeeee"/>', "shading", "EEEEEE"),
        ('<w:tcMar><w:left w:w="10" w:type="dxa"/></w:tcMar>', "left", twips(10)),
        ("", "left", Length.parse("0.08in")),
        ("<w:noWrap/>", "no_wrap", True),
        ('<w:textDirection w:val="btLr"/>', "text_direction", "btLr"),
    ],
)
def test_a_property_of_a_cell(view: View, properties: str, name: str, expected: Any) -> None:
    assert getattr(view(grid(row(cell(properties=properties)))).tables[0].rows[0].cells[0], name) == expected


def test_columns_of_cells(view: View) -> None:
    spanned = row(cell(properties='<w:gridSpan w:val="2"/>'), cell(), properties='<w:gridBefore w:val="1"/>')
    assert [(each.column, each.number) for each in view(grid(spanned)).tables[0].cells] == [(1, 1), (3, 2)]


LINE = '<w:{} w:val="single" w:sz="4"/>'
BORDERS = f"<w:tblBorders>{LINE.format('top')}{LINE.format('insideV')}</w:tblBorders>"


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("", [{"top", "right"}, {"top", "left"}, {"right"}, {"left"}]),
        (
            '<w:tcBorders><w:top w:val="nil"/><w:bottom w:val="single" w:sz="4"/></w:tcBorders>',
            [{"right", "bottom"}, {"left", "bottom"}, {"right", "bottom"}, {"left", "bottom"}],
        ),
    ],
)
def test_lines_of_cells(view: View, own: str, expected: list[set[str]]) -> None:
    rows = row(cell(properties=own), cell(properties=own))
    table = view(grid(rows, rows, properties=BORDERS, columns=(1000, 1000))).tables[0]
    assert [set(each.borders.drawn) for each in table.cells] == expected


def test_margins_of_the_table_hold_for_cells_that_say_nothing(view: View) -> None:
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:top w:w="20" w:type="dxa"/></w:tblCellMar>'
    found = view(grid(row(cell()), properties=margins)).tables[0].rows[0].cells[0]
    assert (found.left, found.top, found.right) == (0, twips(20), Length.parse("0.08in"))


def test_rows_and_cells_in_content_controls(view: View) -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    held = control.format(row(cell("a"), control.format(cell("b"))))
    assert [each.text for each in view(grid(held)).tables[0].cells] == ["a", "b"]


def test_a_table_without_grid_rows_or_settings(view: View) -> None:
    assert view("<w:tbl/>", p("a")).tables[0].rows == ()
