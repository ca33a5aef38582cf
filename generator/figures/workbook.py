"""A unit's form as the bytes of a workbook: the pattern that it shares with others, and what is its own.

The same asked gives the same bytes. It reads no form and writes no file.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from xml.sax.saxutils import escape

from generator.figures import layout
from generator.figures.sheet_form import Pattern, drawn
from generator.model.answers import Given
from generator.model.collection import Question
from generator.model.indicator import Indicator
from generator.model.report import NullReason
from generator.opc.writing import packed

_FORM_PART, _HIDDEN_PART, CORE_PART = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "docProps/core.xml"
_EMPTY_CELL = re.compile(r'<c r="([A-Z]+[0-9]+)" s="([0-9]+)"(?: t="n")?\s*(?:/>|></c>)')
_MOMENTS = re.compile(r"<dcterms:(created|modified)\b.*?</dcterms:\1>")
_SAVED = re.compile(rb"<dcterms:modified\b")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LONGEST = 32_767
_PATTERNS = 64
"""Different sets of indicators that stay in memory; a plan asks few."""
_NEUTRAL = layout.ABOUT[-1]

Cell = str | Decimal


@dataclass(frozen=True)
class AskRow:
    indicator: Indicator
    previous: Decimal | None = None
    target: Decimal | None = None


@dataclass(frozen=True)
class UnitAsk:
    """Everything that a unit's form says."""

    plan: str
    phase: int
    version: int
    title: str
    office: str
    unit: str
    unit_name: str
    period_from: date
    period_to: date
    due: date
    contact: str
    rows: tuple[AskRow, ...]
    questions: tuple[Question, ...] = ()
    filled: Mapping[str, Given] = field(default_factory=dict)
    """Figures that stand in it already, by code."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Answers that stand in it already, by the id of the question."""

    @property
    def pattern(self) -> Pattern:
        return Pattern(
            *(self.plan, self.phase, self.version, self.title, self.office),
            *(self.period_from, self.period_to, self.due, self.contact),
            indicators=tuple(row.indicator for row in self.rows),
            questions=self.questions,
            has_previous=any(row.previous is not None for row in self.rows),
            has_target=any(row.target is not None for row in self.rows),
        )


@dataclass(frozen=True, slots=True)
class _Stencil:
    """A drawn pattern in pieces: `sheet` parted at every cell that a unit may fill."""

    parts: Mapping[str, bytes]
    pieces: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    """Of the cells between the pieces: `F8` and the number of its style."""

    def filled(self, cells: Mapping[str, Cell]) -> str:
        done = [self.pieces[0]]
        for (place, style), piece in zip(self.places, self.pieces[1:], strict=True):
            done += _cell(place, style, cells.get(place)), piece
        return "".join(done)


def make_form(asked: UnitAsk, saved_at: datetime | None = None) -> bytes:
    """The workbook. `saved_at`: when what is filled in was put there; a form without it counts as untouched."""
    pattern = asked.pattern
    stencil = _stencil(pattern)
    structure = pattern.structure(asked.unit)
    own = {
        _FORM_PART: stencil.filled(dict(_cells(asked, structure))).encode(),
        _HIDDEN_PART: hidden_sheet(structure).encode(),
    }
    if saved_at is not None:
        own[CORE_PART] = stamp(stencil.parts[CORE_PART], saved_at)
    return packed({name: own.get(name, data) for name, data in stencil.parts.items()})


def is_untouched(data: bytes) -> bool:
    """Whether these are the bytes of a form as it was made: nobody has opened and saved it since."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return not _SAVED.search(package.read(CORE_PART))
    except Exception:  # whatever it is, it is no form of ours
        return False


def _cells(asked: UnitAsk, structure: layout.Structure) -> Iterator[tuple[str, Cell]]:
    """What is the unit's own on the sheet that it fills in."""
    yield f"{layout.NUMBER}{layout.UNIT_ROW}", f"{layout.UNIT_TITLE}: {asked.unit_name}"
    for row, line in zip(asked.rows, structure.figures, strict=True):
        if row.previous is not None:
            yield f"{layout.PREVIOUS}{line.row}", row.previous
        if row.target is not None:
            yield f"{layout.TARGET}{line.row}", row.target
        if line.code in asked.filled:
            yield from given_cells(line.row, asked.filled[line.code])
    for text in structure.texts:
        if text.id in asked.texts:
            yield f"{layout.TEXT}{text.row}", asked.texts[text.id]


def given_cells(row: int, given: Given) -> Iterator[tuple[str, Cell]]:
    """A figure as a unit would type it."""
    if given.value is not None:
        yield f"{layout.AMOUNT}{row}", given.value
    if given.value is not None and given.approximate:
        yield f"{layout.APPROXIMATE}{row}", _NEUTRAL
    if given.null_reason is NullReason.NOT_APPLICABLE:
        yield f"{layout.NOT_APPLICABLE}{row}", layout.CROSS
    if given.note:
        yield f"{layout.NOTE}{row}", given.note


@lru_cache(maxsize=_PATTERNS)
def _stencil(pattern: Pattern) -> _Stencil:
    stream = io.BytesIO()
    drawn(pattern).save(stream)
    with zipfile.ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[CORE_PART] = _MOMENTS.sub("", parts[CORE_PART].decode()).encode()
    pieces, places, at = [], [], 0
    sheet = parts[_FORM_PART].decode()
    for found in _EMPTY_CELL.finditer(sheet):
        pieces.append(sheet[at : found.start()])
        places.append((found[1], found[2]))
        at = found.end()
    return _Stencil(parts, (*pieces, sheet[at:]), tuple(places))


def _cell(place: str, style: str, content: Cell | None) -> str:
    if content is None:
        return f'<c r="{place}" s="{style}"/>'
    if isinstance(content, Decimal):
        return f'<c r="{place}" s="{style}"><v>{content:f}</v></c>'
    return f'<c r="{place}" s="{style}" t="inlineStr">{_inline(content)}</c>'


def _inline(text: str) -> str:
    return f'<is><t xml:space="preserve">{escape(layout.literal(text)[:_LONGEST])}</t></is>'


def hidden_sheet(structure: layout.Structure) -> str:
    """The sheet of ids, every cell a text."""
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{chr(ord("A") + at)}{row}" t="inlineStr">{_inline(text)}</c>' for at, text in enumerate(line))
        + "</row>"
        for row, line in enumerate(structure.lines(), 1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def stamp(core: bytes, moment: datetime) -> bytes:
    shown = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    stamp = (
        '<dcterms:modified xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="dcterms:W3CDTF">{shown}</dcterms:modified>'
    )
    return core.replace(b"</cp:coreProperties>", stamp.encode() + b"</cp:coreProperties>")
