"""What a table's style sets for each cell: words and paragraphs, lines and colour, by where the cell stands.

It reads no cell; direct formatting is laid over it by `tables`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.docview.cascade import Layer, merged
from generator.docview.direct import Properties, border, paragraph_properties, shading
from generator.docview.direct_words import run_properties
from generator.docview.looks import Border
from generator.docview.markup import attribute, length, value, w, whole
from generator.docview.styles import Styles
from generator.docview.theme import Theme
from generator.measures import Length

SIDES = {"top": "top", "left": "left", "start": "left", "bottom": "bottom", "right": "right", "end": "right"}
_LINES = SIDES | {"insideH": "inside_h", "insideV": "inside_v"}
_FLAGS = {
    **{"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100},
    **{"noHBand": 0x200, "noVBand": 0x400},
}
_ACROSS = frozenset(("firstRow", "lastRow", "band1Horz", "band2Horz"))
_DOWN = frozenset(("firstCol", "lastCol", "band1Vert", "band2Vert"))

Lines = dict[str, Border]
"""Borders by side; `inside_h` and `inside_v` between rows and between columns."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell stands in its table, counted from 0."""

    row: int
    rows: int
    column: int
    end: int
    columns: int

    @property
    def edges(self) -> frozenset[str]:
        """The sides of the table that it touches."""
        touched = {
            **{"top": self.row == 0, "bottom": self.row == self.rows - 1},
            **{"left": self.column == 0, "right": self.end >= self.columns},
        }
        return frozenset(side for side, is_touched in touched.items() if is_touched)


@dataclass(frozen=True, slots=True)
class Part:
    """What a style sets for the whole table or for one kind of its cells."""

    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    cell_lines: Lines = field(default_factory=dict)
    shading: str | None = None
    vertical_align: str | None = None

    def over(self, below: Part) -> Part:
        return Part(
            merged((below.paragraph, self.paragraph)),
            merged((below.run, self.run)),
            below.lines | self.lines,
            below.cell_lines | self.cell_lines,
            self.shading or below.shading,
            self.vertical_align or below.vertical_align,
        )


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A style with all that it builds on."""

    id: str = ""
    name: str = ""
    parts: dict[str, Part] = field(default_factory=dict)
    """By Word's names: `wholeTable`, `firstRow`, `band1Horz`, `nwCell` …"""
    margins: dict[str, Length] = field(default_factory=dict)
    row_band: int = 1
    column_band: int = 1
    alignment: str | None = None
    indent: Length | None = None


class TableStyles:
    """All styles of tables, read when they are first asked for."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._read: dict[str, TableStyle] = {}
        self._layers: dict[tuple[str, tuple[str, ...]], Layer] = {}

    def of(self, identifier: str | None) -> TableStyle:
        style = self._styles.table(identifier)
        if style is None:
            return TableStyle()
        if style.id not in self._read:
            found = TableStyle()
            for each in self._styles.chain(style):
                if each.element is not None:
                    found = _over(each.element, found, self._styles.theme)
            self._read[style.id] = replace(found, id=style.id, name=style.name)
        return self._read[style.id]

    def layer(self, style: TableStyle, kinds: tuple[str, ...]) -> Layer:
        """What it sets for the words of a cell of these kinds, the strongest last."""
        key = (style.id, kinds)
        if key not in self._layers:
            parts = [style.parts[kind] for kind in kinds if kind in style.parts]
            paragraph, run = merged(part.paragraph for part in parts), merged(part.run for part in parts)
            self._layers[key] = Layer(paragraph, run, key) if paragraph or run else Layer()
        return self._layers[key]


def _over(element: etree._Element, below: TableStyle, theme: Theme) -> TableStyle:
    parts = dict(below.parts)
    own = [("wholeTable", element)]
    own += [(attribute(each, "type") or "", each) for each in element.iterchildren(w("tblStylePr"))]
    for kind, part in own:
        parts[kind] = _part(part, theme).over(parts.get(kind, Part()))
    properties = element.find(w("tblPr"))
    if properties is None:
        return replace(below, parts=parts)
    indent = length(attribute(properties.find(w("tblInd")), "w"))
    return TableStyle(
        parts=parts,
        margins=below.margins | margins_of(properties.find(w("tblCellMar"))),
        row_band=whole(value(properties.find(w("tblStyleRowBandSize"))), 1, 1000) or below.row_band,
        column_band=whole(value(properties.find(w("tblStyleColBandSize"))), 1, 1000) or below.column_band,
        alignment=value(properties.find(w("jc"))) or below.alignment,
        indent=below.indent if indent is None else indent,
    )


def _part(element: etree._Element, theme: Theme) -> Part:
    table, cell = element.find(w("tblPr")), element.find(w("tcPr"))
    shaded = next((each for holder in (cell, table) if holder is not None for each in holder.iter(w("shd"))), None)
    return Part(
        paragraph=paragraph_properties(element.find(w("pPr")), theme),
        run=run_properties(element.find(w("rPr")), theme),
        lines=lines_of(table.find(w("tblBorders")) if table is not None else None, theme),
        cell_lines=lines_of(cell.find(w("tcBorders")) if cell is not None else None, theme),
        shading=shading(shaded, theme) if shaded is not None else None,
        vertical_align=value(cell.find(w("vAlign"))) if cell is not None else None,
    )


def lines_of(element: etree._Element | None, theme: Theme) -> Lines:
    """The borders that a `w:tblBorders` or `w:tcBorders` sets."""
    found: Lines = {}
    for child in element if element is not None else ():
        side = _LINES.get(str(child.tag).rpartition("}")[2])
        if side is not None:
            found[side] = border(child, theme)
    return found


def margins_of(element: etree._Element | None) -> dict[str, Length]:
    """The inner margins that a `w:tblCellMar` or `w:tcMar` sets."""
    found = {}
    for child in element if element is not None else ():
        side, measured = SIDES.get(str(child.tag).rpartition("}")[2]), length(attribute(child, "w"))
        if side is not None and measured is not None:
            found[side] = measured
    return found


def flags_of(look: etree._Element | None) -> frozenset[str] | None:
    """Which kinds of cells the table wants its style to set apart (`w:tblLook`); None: none at all."""
    if look is None:
        return None
    try:
        bits = int(value(look) or "0", 16)
    except ValueError:
        bits = 0
    said = {name: attribute(look, name) for name in _FLAGS}
    return frozenset(
        name for name, bit in _FLAGS.items() if (said[name] in ("1", "true", "on") if said[name] else bits & bit)
    )


def kinds_of(spot: Spot, flags: frozenset[str] | None, style: TableStyle) -> tuple[str, ...]:
    """The kinds that a cell is of, the weakest first."""
    return ("wholeTable", *_kinds(spot, flags, style)) if flags is not None else ("wholeTable",)


def _kinds(spot: Spot, flags: frozenset[str], style: TableStyle) -> Iterator[str]:
    first_row, last_row = "firstRow" in flags and spot.row == 0, "lastRow" in flags and spot.row == spot.rows - 1
    first_column = "firstColumn" in flags and spot.column == 0
    last_column = "lastColumn" in flags and spot.end >= spot.columns
    if "noVBand" not in flags and not (first_column or last_column):
        band = (spot.column - ("firstColumn" in flags)) // style.column_band
        yield f"band{band % 2 + 1}Vert"
    if "noHBand" not in flags and not (first_row or last_row):
        band = (spot.row - ("firstRow" in flags)) // style.row_band
        yield f"band{band % 2 + 1}Horz"
    rows = ((first_row, "firstRow", "n"), (last_row, "lastRow", "s"))
    columns = ((first_column, "firstCol", "w"), (last_column, "lastCol", "e"))
    yield from (name for is_so, name, _corner in (*rows, *columns) if is_so)
    for is_row, _name, north in rows:
        for is_column, _also, west in columns:
            if is_row and is_column:
                yield f"{north}{west}Cell"


def styled_lines(edges: frozenset[str], kinds: tuple[str, ...], style: TableStyle) -> Lines:
    """The lines around one cell that the style sets."""
    found: Lines = {}
    for kind in kinds:
        part = style.parts.get(kind)
        if part is not None:
            touched = edges
            if kind in _ACROSS:
                touched = edges | {"top", "bottom"}
            elif kind in _DOWN:
                touched = edges | {"left", "right"}
            elif kind != "wholeTable":
                touched = frozenset(SIDES.values())
            found |= around(part.lines, touched) | around(part.cell_lines, touched)
    return found


def around(lines: Lines, edges: frozenset[str]) -> Lines:
    """The lines around one cell of a region, of whose edges it touches these."""
    found = {}
    for side in ("top", "left", "bottom", "right"):
        name = side if side in edges else "inside_h" if side in ("top", "bottom") else "inside_v"
        if name in lines:
            found[side] = lines[name]
    return found
