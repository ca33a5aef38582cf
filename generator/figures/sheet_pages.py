"""The print set-up of a form: A4, one page wide, and no question parted from its answer by the end of a page.

It draws no cell; how high the rows are, they say themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from generator.figures.layout import HEAD_ROW, LAST, NUMBER, Structure
from generator.figures.sheet_looks import FACE, POINTS_A_CHARACTER

_A4 = 9
_INCH = 72.0
_PAPER = (841.9, 595.3)
"""Points across and down, turned."""
_SIDE, _TOP, _BOTTOM = 0.59, 0.59, 0.71
_USUAL_ROW = 16.0
_SURE = 0.97
"""Of a page: printers and programs differ by a line."""


def set_up_print(sheet: Any, structure: Structure, width: float) -> None:
    """`width`: of all columns that are seen, in characters."""
    sheet.print_area = f"{NUMBER}1:{LAST}{structure.reporter_row + 1}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = _A4, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(_SIDE, _SIDE, _TOP, _BOTTOM, header=0.3, footer=0.35)
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = "Trang &P/&N"
    sheet.oddFooter.center.font, sheet.oddFooter.center.size = f"{FACE},Regular", 10
    scale = min(1.0, (_PAPER[0] - 2 * _SIDE * _INCH) / (width * POINTS_A_CHARACTER))
    room = (_PAPER[1] - (_TOP + _BOTTOM) * _INCH) / scale * _SURE
    for row in _breaks(sheet, structure, room):
        sheet.row_breaks.append(Break(id=row))


def _breaks(sheet: Any, structure: Structure, room: float) -> Iterator[int]:
    """The rows after which a page has to end so that what follows stays together."""
    used = 0.0
    for first, last in _blocks(structure):
        tall = sum(sheet.row_dimensions[row].height or _USUAL_ROW for row in range(first, last + 1))
        if used + tall > room:
            if last > first:
                yield first - 1
            used = sheet.row_dimensions[HEAD_ROW].height
        used += tall


def _blocks(structure: Structure) -> Iterator[tuple[int, int]]:
    """First and last rows of what is not parted: single rows, a question with its answer, the reporter's lines."""
    words = [line.row for line in structure.texts]
    start = words[0] - 2 if words else structure.reporter_row - 1
    yield from ((row, row) for row in range(1, start))
    for row in words:
        # The first one takes the title of its part along.
        yield row - 2 if row == words[0] else row - 1, row
    if words:
        yield words[-1] + 1, words[-1] + 1
    yield structure.reporter_row - 1, structure.reporter_row + 1
