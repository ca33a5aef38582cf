"""A table: its grid, rows and cells, with what its style and its own settings make of their lines and margins.

What is written in its cells is read by whoever gives `written`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from generator.diagnostics import Location
from generator.docview.blocks import Block, Cell, Row, Table
from generator.docview.budget import Budget
from generator.docview.cascade import Layer
from generator.docview.direct import alignment, shading
from generator.docview.drawing import Position
from generator.docview.looks import ZERO, Alignment, Borders
from generator.docview.markup import attribute, has, length, percent, unwrapped, value, w, whole
from generator.docview.table_styles import (
    Lines,
    Spot,
    TableStyle,
    TableStyles,
    around,
    flags_of,
    kinds_of,
    lines_of,
    margins_of,
    styled_lines,
)
from generator.docview.theme import Theme
from generator.measures import Length

MOST_COLUMNS = 63
"""Word's own limit."""
_USUAL_MARGIN = Length.parse("0.08in")
_ALL_SIDES = frozenset(("top", "left", "bottom", "right"))
_CELL_PROPERTIES = w("tcPr")
_WRAPPERS = (w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo"))


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Row and cell from 1, the grid column from 0, and what the table's style sets there."""

    row: int
    cell: int
    column: int
    layer: Layer


Written = Callable[[etree._Element, CellPlace], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Hall:
    """What is needed to read one table."""

    styles: TableStyles
    theme: Theme
    budget: Budget
    number: int
    where: Location
    section: int | None
    written: Written


def read_table(element: etree._Element, hall: Hall) -> Table:
    """A `w:tbl` with all that is in it."""
    reader = _TableReader(element, hall)
    return reader.table()


@dataclass(frozen=True, slots=True)
class _Styled:
    """What a table and its style make of a cell that says nothing itself."""

    layer: Layer
    lines: Lines
    borders: Borders
    shading: str | None
    vertical_align: str


class _TableReader:
    def __init__(self, element: etree._Element, hall: Hall) -> None:
        self._element, self._hall = element, hall
        found = element.find(w("tblPr"))
        self._properties = etree.Element(w("tblPr")) if found is None else found
        self._style: TableStyle = hall.styles.of(value(self._properties.find(w("tblStyle"))))
        self._flags = flags_of(self._properties.find(w("tblLook")))
        self._lines = lines_of(self._properties.find(w("tblBorders")), hall.theme)
        sides = {"top": ZERO, "left": _USUAL_MARGIN, "bottom": ZERO, "right": _USUAL_MARGIN}
        self._margins = sides | self._style.margins | margins_of(self._properties.find(w("tblCellMar")))
        self._grid = self._columns()
        self._styled: dict[tuple[tuple[str, ...], frozenset[str]], _Styled] = {}

    def table(self) -> Table:
        rows = list(unwrapped(self._element, w("tr"), *_WRAPPERS))
        properties = self._properties
        width, kind = properties.find(w("tblW")), attribute(properties.find(w("tblW")), "type")
        indent = length(attribute(properties.find(w("tblInd")), "w"))
        about = properties.find(w("tblDescription"))
        about = properties.find(w("tblCaption")) if about is None else about
        floating = properties.find(w("tblpPr"))
        whole_style = self._style.parts.get("wholeTable")
        outside = (whole_style.lines if whole_style is not None else {}) | self._lines
        is_share = kind == "pct" or (attribute(width, "w") or "").endswith("%")
        return Table(
            rows=tuple(self._row(row, number, len(rows)) for number, row in enumerate(rows)),
            number=self._hall.number,
            where=self._hall.where,
            grid=self._grid,
            width=(length(attribute(width, "w")) or None) if kind == "dxa" and not is_share else None,
            percent=percent(attribute(width, "w")) if is_share else None,
            alignment=self._alignment(),
            indent=self._style.indent or ZERO if indent is None else indent,
            style_id=self._style.id,
            style=self._style.name,
            is_fixed=attribute(properties.find(w("tblLayout")), "type") == "fixed",
            horizontal=_position(floating, "horz", "X"),
            vertical=_position(floating, "vert", "Y"),
            description=value(about) or "",
            borders=_borders(outside),
            section=self._hall.section,
        )

    def _alignment(self) -> Alignment:
        return alignment(value(self._properties.find(w("jc"))) or self._style.alignment) or Alignment.LEFT

    def _columns(self) -> tuple[Length, ...]:
        grid = self._element.find(w("tblGrid"))
        columns = list(grid.iterchildren(w("gridCol")))[:MOST_COLUMNS] if grid is not None else []
        return tuple(length(attribute(column, "w")) or ZERO for column in columns)

    def _row(self, element: etree._Element, number: int, rows: int) -> Row:
        self._hall.budget.spend()
        properties, exceptions = element.find(w("trPr")), element.find(w("tblPrEx"))
        lines, margins = self._lines, self._margins
        if exceptions is not None:
            lines = lines | lines_of(exceptions.find(w("tblBorders")), self._hall.theme)
            margins = margins | margins_of(exceptions.find(w("tblCellMar")))
        before = _count(properties, "gridBefore")
        elements = list(unwrapped(element, w("tc"), *_WRAPPERS))
        spans = [_span(each) for each in elements]
        columns = max(len(self._grid), before + sum(spans))
        cells, column = [], before
        for place, (each, span) in enumerate(zip(elements, spans, strict=True)):
            spot = Spot(number, rows, column, column + span, columns)
            cells.append(self._cell(each, place + 1, spot, lines, margins))
            column += span
        height = properties.find(w("trHeight")) if properties is not None else None
        return Row(
            cells=tuple(cells),
            number=number + 1,
            is_header=has(properties, "tblHeader"),
            cant_split=has(properties, "cantSplit"),
            height=length(value(height)),
            height_rule=attribute(height, "hRule") or ("auto" if height is None else "atLeast"),
            before=before,
        )

    def _cell(self, element: etree._Element, number: int, spot: Spot, lines: Lines, margins: dict[str, Length]) -> Cell:
        self._hall.budget.spend()
        properties = element.find(_CELL_PROPERTIES)
        styled = self._of_style(spot)
        borders, shade = styled.borders, styled.shading
        if properties is not None or lines is not self._lines:
            own = lines_of(properties.find(w("tcBorders")), self._hall.theme) if properties is not None else {}
            outer = around(lines, spot.edges) if lines is not self._lines else {}
            borders = _borders(styled.lines | outer | around(own, _ALL_SIDES)) if own or outer else borders
        if properties is not None:
            margins = margins | margins_of(properties.find(w("tcMar")))
            shaded = properties.find(w("shd"))
            shade = shading(shaded, self._hall.theme) if shaded is not None else shade
        return Cell(
            blocks=self._hall.written(element, CellPlace(spot.row + 1, number, spot.column, styled.layer)),
            number=number,
            column=spot.column,
            span=spot.end - spot.column,
            merge=_merge(properties),
            width=self._width(properties, spot),
            borders=borders,
            **margins,
            vertical_align=_below(properties, "vAlign") or styled.vertical_align,
            shading=shade,
            text_direction=_below(properties, "textDirection"),
            no_wrap=has(properties, "noWrap"),
        )

    def _of_style(self, spot: Spot) -> _Styled:
        kinds, edges = kinds_of(spot, self._flags, self._style), spot.edges
        if (kinds, edges) not in self._styled:
            lines = styled_lines(edges, kinds, self._style) | around(self._lines, edges)
            parts = [self._style.parts[kind] for kind in kinds if kind in self._style.parts]
            shades, aligns = [part.shading for part in parts], [part.vertical_align for part in parts]
            self._styled[kinds, edges] = _Styled(
                layer=self._hall.styles.layer(self._style, kinds),
                lines=lines,
                borders=_borders(lines),
                shading=next((shade for shade in reversed(shades) if shade), None),
                vertical_align=next((align for align in reversed(aligns) if align), "top"),
            )
        return self._styled[kinds, edges]

    def _width(self, properties: etree._Element | None, spot: Spot) -> Length:
        width = properties.find(w("tcW")) if properties is not None else None
        said = length(attribute(width, "w")) if attribute(width, "type") in ("dxa", None) else None
        return said or Length(sum(self._grid[spot.column : spot.end]))


def _below(properties: etree._Element | None, name: str) -> str | None:
    return value(properties.find(w(name))) if properties is not None else None


def _count(properties: etree._Element | None, name: str) -> int:
    return whole(_below(properties, name), 0, MOST_COLUMNS) or 0


def _span(cell: etree._Element) -> int:
    return _count(cell.find(_CELL_PROPERTIES), "gridSpan") or 1


def _merge(properties: etree._Element | None) -> str | None:
    merge = properties.find(w("vMerge")) if properties is not None else None
    return None if merge is None else value(merge) or "continue"


def _borders(lines: Lines) -> Borders:
    return Borders(lines.get("top"), lines.get("left"), lines.get("bottom"), lines.get("right"))


def _position(floating: etree._Element | None, anchor: str, axis: str) -> Position | None:
    if floating is None:
        return None
    align = attribute(floating, f"tblp{axis}Spec")
    relative = attribute(floating, f"{anchor}Anchor") or "text"
    offset = length(attribute(floating, f"tblp{axis}")) or ZERO
    return Position(relative, None if align else offset, align)
