"""How the cells of a form look, and how one is drawn: typeface, frame, shade, what is locked.

It knows no indicator and places nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection
from openpyxl.styles import Side as Edge

from generator.figures.layout import literal
from generator.measures import Length
from generator.typeface import wrap

FACE = "Times New Roman"
SIZE = 12
_SHADE = "FFF7E0"
"""Of the cells that are filled in: light enough to be printed."""
_TITLES = "E7ECF4"
_LINE = 15.75
POINTS_A_CHARACTER = 6.0
"""Of a column's width, which is counted in digits of the usual typeface."""
_MOST_HEIGHT = 409.0
"""Points: Excel knows none above."""


class Look(StrEnum):
    """What a cell is, and so how it looks."""

    OFFICE = "office"
    TITLE = "title"
    CENTRED = "centred"
    UNIT = "unit"
    HINT = "hint"
    HEAD = "head"
    SECTION = "section"
    PLAIN = "plain"
    NUMBER = "number"
    NAME = "name"
    NAME_BELOW = "name_below"
    COUNT = "count"
    INPUT = "input"
    CHOICE = "choice"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class _Form:
    bold: bool = False
    italic: bool = False
    size: int = SIZE
    horizontal: str = "left"
    vertical: str = "center"
    indent: int = 0
    is_framed: bool = False
    fill: str = ""
    is_open: bool = False
    number: str = "General"


_FORMS = {
    Look.OFFICE: _Form(bold=True),
    Look.TITLE: _Form(bold=True, size=14, horizontal="center"),
    Look.CENTRED: _Form(italic=True, horizontal="center"),
    Look.UNIT: _Form(bold=True, size=13, horizontal="center"),
    Look.HINT: _Form(italic=True),
    Look.HEAD: _Form(bold=True, horizontal="center", is_framed=True, fill=_TITLES),
    Look.SECTION: _Form(bold=True, vertical="bottom"),
    Look.PLAIN: _Form(vertical="bottom"),
    Look.NUMBER: _Form(horizontal="center", is_framed=True),
    Look.NAME: _Form(is_framed=True, indent=1),
    Look.NAME_BELOW: _Form(is_framed=True, indent=3),
    Look.COUNT: _Form(horizontal="right", indent=1, is_framed=True),
    Look.INPUT: _Form(bold=True, horizontal="right", indent=1, is_framed=True, fill=_SHADE, is_open=True),
    Look.CHOICE: _Form(horizontal="center", is_framed=True, fill=_SHADE, is_open=True, number="@"),
    Look.WORDS: _Form(vertical="top", is_framed=True, fill=_SHADE, is_open=True, number="@"),
}


class Pen:
    """Draws cells of one sheet. A look is worked out once a workbook, not for every cell."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self._known: dict[tuple[Look, str], Any] = {}

    def blank(self, place: str, look: Look, number: str = "") -> Any:
        """An empty cell; `number`: how figures in it are shown."""
        cell = self.sheet[place]
        style = self._known.get((look, number))
        if style is None:
            _dress(cell, _FORMS[look], number)
            self._known[look, number] = cell._style
        else:
            cell._style = style
        return cell

    def text(self, place: str, text: str, look: Look) -> None:
        """Text, whatever it begins with."""
        cell = self.blank(place, look)
        cell.value = literal(text)
        cell.data_type = "s"

    def merge(self, first: str, last: str, row: int, look: Look) -> None:
        """One cell over several columns, framed all around."""
        for column in range(ord(first), ord(last) + 1):
            self.blank(f"{chr(column)}{row}", look)
        self.sheet.merged_cells.add(f"{first}{row}:{last}{row}")


def _dress(cell: Any, form: _Form, number: str) -> None:
    edge = Edge(style="thin", color="808080") if form.is_framed else Edge()
    cell.font = Font(name=FACE, size=form.size, bold=form.bold, italic=form.italic)
    cell.alignment = Alignment(horizontal=form.horizontal, vertical=form.vertical, wrap_text=True, indent=form.indent)
    cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    if form.fill:
        cell.fill = PatternFill("solid", fgColor=form.fill)
    cell.protection = Protection(locked=not form.is_open)
    cell.number_format = number or form.number


def height(text: str, width: float, *, size: int = SIZE, bold: bool = False) -> float:
    """Points that a text takes in so many characters: not every program makes a row as high as its words."""
    room = Length.from_pt(width * POINTS_A_CHARACTER - 6)
    lines = sum(max(1, len(wrap(piece, Length.from_pt(size), room, bold=bold))) for piece in text.split("\n"))
    return min(lines * _LINE * size / SIZE + 4, _MOST_HEIGHT)
