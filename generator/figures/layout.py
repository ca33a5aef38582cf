"""Where everything stands in the workbook of a form, and the hidden sheet that says which row asks for what.

Whoever writes a form and whoever reads it back agree here; this draws nothing and opens nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

FORMAT = "vanthu-figures-1"
FORM_SHEET = "Biểu số liệu"
HIDDEN_SHEET = "_vanthu"
"""Very hidden: Excel does not even offer to show it."""

NUMBER, NAME, UNIT, PREVIOUS, TARGET, AMOUNT, APPROXIMATE, NOT_APPLICABLE, NOTE = "ABCDEFGHI"
"""Columns of the table of figures. Previous and target keep their place, hidden, where there are none."""
INPUTS = (AMOUNT, APPROXIMATE, NOT_APPLICABLE, NOTE)
"""Columns that a unit fills in, in the row of a figure."""
TEXT = NUMBER
"""Answers in words and their questions: one cell, merged over the whole width."""
REPORTER = UNIT
"""Name and telephone of whoever filled the form in, beside their titles in `NAME`."""
LAST = NOTE

TITLES = {
    NUMBER: "STT",
    NAME: "Chỉ tiêu",
    UNIT: "Đơn vị tính",
    PREVIOUS: "Kỳ trước",
    TARGET: "Chỉ tiêu giao",
    AMOUNT: "Số liệu kỳ này",
    APPROXIMATE: "Ước lượng",
    NOT_APPLICABLE: "Không có việc này (x)",
    NOTE: "Ghi chú",
}
"""Of the columns, in the row `HEAD_ROW`: by them a column is found again that somebody moved."""
REPORTER_TITLES = ("Họ và tên", "Số điện thoại")
"""In `NAME`."""

UNIT_ROW = 4
HEAD_ROW = 7
"""The titles of the columns; repeated on every page."""
FIRST_ROW = 8

UNIT_TITLE = "Đơn vị báo cáo"
"""Before the unit's name, in the row `UNIT_ROW`."""
CUMULATIVE = " (tính đến cuối kỳ)"
"""After the name of what is not counted for the phase alone."""
BELOW = "Trong đó: "
"""Before the name of a part, below its whole."""

CROSS = "x"
"""In the column `NOT_APPLICABLE`. Nothing else may be chosen there."""
ABOUT = ("trên", "gần", "khoảng")
"""In the column `APPROXIMATE`."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOT_IN_A_STEM = re.compile(r"[/\\\x00-\x1f\x7f-\x9f]")
_MOST_ROW, _MOST_COUNTED = 1_048_576, 10_000
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def literal(text: str) -> str:
    """The text as a cell holds it: `_x000D_` would be taken for a sign of that number."""
    return _ESCAPED.sub("_x005F_", text)


@dataclass(frozen=True, slots=True)
class FigureLine:
    """The row that asks for an indicator, with what stands there in `NAME` and `UNIT`."""

    code: str
    row: int
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """The row of an answer in words; the question, `text`, stands one row above, both in `TEXT`."""

    id: str
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Structure:
    """What the hidden sheet says of a form."""

    plan: str
    """The plan file's name without its ending."""
    phase: int
    version: int
    unit: str
    figures: tuple[FigureLine, ...]
    texts: tuple[TextLine, ...]
    reporter_row: int
    """Of the name; the telephone stands in the row below. Both in `REPORTER`."""

    def lines(self) -> Iterator[tuple[str, ...]]:
        """The rows of the hidden sheet, all text: a key and what belongs to it; the digest is the last."""
        told = tuple(self._told())
        yield from told
        yield "digest", digest(told)

    def _told(self) -> Iterator[tuple[str, ...]]:
        yield "format", FORMAT
        yield "plan", self.plan
        yield "phase", str(self.phase)
        yield "version", str(self.version)
        yield "unit", self.unit
        yield "reporter", str(self.reporter_row)
        for figure in self.figures:
            yield "figure", figure.code, str(figure.row), figure.name, figure.unit
        for text in self.texts:
            yield "question", text.id, str(text.row), text.text


def digest(lines: Iterable[Sequence[str]]) -> str:
    """Over all lines of the hidden sheet but the digest's own: whether the sheet was edited."""
    joined = "\n".join("\t".join(line) for line in lines)
    return hashlib.sha256(joined.encode()).hexdigest()


def structure_of(lines: Iterable[Sequence[str]]) -> Structure:
    """The structure again; ValueError where the lines, without their empty ends, are not those that were written."""
    rows = [tuple(line) for line in lines]
    if not rows or rows[-1] != ("digest", digest(rows[:-1])) or rows[0] != ("format", FORMAT):
        raise ValueError("the hidden sheet is not as it was written")
    told = {row[0]: row[1] for row in rows if len(row) == 2}
    if not _ID.fullmatch(told["unit"]) or _NOT_IN_A_STEM.search(told["plan"]):
        raise ValueError("the hidden sheet names what can be no unit or no plan")
    return Structure(
        plan=told["plan"],
        phase=_number(told["phase"], _MOST_COUNTED),
        version=_number(told["version"], _MOST_COUNTED),
        unit=told["unit"],
        figures=tuple(FigureLine(row[1], _row(row[2]), row[3], row[4]) for row in rows if row[0] == "figure"),
        texts=tuple(TextLine(row[1], _row(row[2]), row[3]) for row in rows if row[0] == "question"),
        reporter_row=_row(told["reporter"]),
    )


def _row(text: str) -> int:
    return _number(text, _MOST_ROW)


def _number(text: str, most: int) -> int:
    """From 1, as it was written; a sheet that was made up may say anything."""
    if len(text) > len(str(most)) or not (text.isascii() and text.isdecimal()) or not 1 <= int(text) <= most:
        raise ValueError("the hidden sheet has a number that is none")
    return int(text)
