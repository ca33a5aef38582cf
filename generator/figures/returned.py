"""A form that a unit sent back, whatever became of it on the way: whose it is, what it says, what is wrong with it.

Nothing is raised for a bad file and nothing is taken on trust; whether what it says is asked for, the pipeline knows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.figures import layout, returned_faults
from generator.figures.layout import FORM_SHEET, HIDDEN_SHEET, Structure
from generator.figures.returned_cells import answers
from generator.figures.returned_numbers import Said
from generator.figures.returned_places import Places, Spot, addressee, places
from generator.model.answers import Given, Reporter
from generator.model.report import NullReason
from generator.opc.workbook import SMALL, Sheet, Workbook, letters_of, read_workbook
from generator.vietnamese.clock import VIETNAM
from generator.vietnamese.unicode import without_illegal
from generator.workspace import reason

_NAMELESS = Path("-")
_LONGEST = 600


@dataclass(frozen=True)
class Returned:
    """One file; `unit` is empty where it is not known whose it is, and then it says nothing else either."""

    file: Path
    diagnostics: tuple[Diagnostic, ...]
    unit: str = ""
    plan: str = ""
    phase: int = 0
    version: int = 0
    figures: Mapping[str, Given] = field(default_factory=dict)
    """By code, of the rows that the form has; an empty cell is `not_reported`, one with an error is left out."""
    texts: Mapping[str, str] = field(default_factory=dict)
    reporter: Reporter = field(default_factory=Reporter)
    saved_at: datetime | None = None
    """When it says that it was saved last, in Vietnam's time; None of a form that nobody has saved."""
    digest: str = ""
    cells: Mapping[str, Location] = field(default_factory=dict)
    """Where each figure stands."""
    faulty: frozenset[str] = frozenset()
    """Codes of indicators and ids of questions that have an error."""
    addressee: str = ""
    """The unit's name as it stands above the table."""
    rows: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Name and unit of count, as they stand in the row that is taken for each code."""

    @property
    def is_blank(self) -> bool:
        """Nothing was typed, right or wrong: no answer, but a form."""
        is_silent = all(
            given.null_reason is NullReason.NOT_REPORTED and not given.note for given in self.figures.values()
        )
        return bool(self.unit) and is_silent and not self.texts and not self.faulty

    @property
    def is_sound(self) -> bool:
        return bool(self.unit) and all(each.severity is not Severity.ERROR for each in self.diagnostics)


def read_form(source: Path | bytes, decimals: Mapping[str, int] | None = None) -> Returned:
    """`decimals`: by code, the most digits after the comma; a code that is missing may have any. Reads: the file."""
    file = source if isinstance(source, Path) else _NAMELESS
    try:
        data = source if isinstance(source, bytes) else _bytes(source)
        return _read(data, file, decimals or {})
    except Faulty as fault:
        return Returned(file, fault.diagnostics)
    except OSError as error:
        return Returned(file, (returned_faults.unreadable(file, reason(error)),))
    except Exception as error:
        # Whatever a program wrote into one file among thousands, the others are still to be read.
        return Returned(file, (returned_faults.broken(file, error),))


def _bytes(file: Path) -> bytes:
    with file.open("rb") as stream:
        data = stream.read(SMALL.file + 1)
    if len(data) > SMALL.file:
        raise Faulty([returned_faults.too_large(file, SMALL.file)])
    return data


def _read(data: bytes, file: Path, decimals: Mapping[str, int]) -> Returned:
    try:
        book = read_workbook(data, file)
        hidden = _hidden(book, file)
        sheet, found, told = _form_sheet(book, hidden, file)
        saved_at = _moment(book.modified)
    except Faulty as fault:
        if fault.diagnostics[0].code.startswith("file/"):
            raise Faulty([returned_faults.no_workbook(fault, file)]) from fault
        raise
    said = answers(sheet, hidden, found, decimals)
    told += returned_faults.beside_sheets(file, book.package.sizes)
    diagnostics = [*told, *_diagnostics(said.said, file, sheet)]
    return Returned(
        file=file,
        diagnostics=tuple(diagnostics),
        unit=hidden.unit,
        plan=hidden.plan,
        phase=hidden.phase,
        version=hidden.version,
        figures=said.figures,
        texts=said.texts,
        reporter=said.reporter,
        saved_at=saved_at,
        digest=hashlib.sha256(data).hexdigest(),
        cells=_cells(hidden, found, file, sheet),
        faulty=frozenset(said.faulty),
        addressee=addressee(sheet, found.head),
        rows={line.code: (line.name, line.unit) for line in hidden.figures if line.code in found.rows},
    )


def _hidden(book: Workbook, file: Path) -> Structure:
    name = next((name for name in book.parts if name.casefold() == HIDDEN_SHEET), None)
    if name is None:
        raise Faulty([returned_faults.no_form(file)])
    cells = book.sheet(name).cells
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in cells.items():
        rows.setdefault(row, {})[column] = cell.text
    lines = [tuple(row.get(column, "") for column in range(1, max(row) + 1)) for _number, row in sorted(rows.items())]
    try:
        return layout.structure_of(lines)
    except (ValueError, LookupError) as error:
        is_other = lines[:1] and lines[0][:1] == ("format",) and lines[0][1:] != (layout.FORMAT,)
        fault = returned_faults.other_format if is_other else returned_faults.edited
        raise Faulty([fault(file, name)]) from error


def _form_sheet(book: Workbook, hidden: Structure, file: Path) -> tuple[Sheet, Places, list[Diagnostic]]:
    """The sheet that was filled in; one of another name where it has the titles of the columns."""
    seen = [name for name in book.parts if name not in book.hidden and name.casefold() != HIDDEN_SHEET]
    for name in sorted(seen, key=lambda each: each != FORM_SHEET):
        sheet = book.sheet(name)
        found = places(sheet, hidden)
        if found is not None and (found.rows or not hidden.figures):
            told = [returned_faults.renamed(file, name)] if name != FORM_SHEET else []
            others = [other for other in seen if other != name]
            return sheet, found, told + ([returned_faults.more_sheets(file, others)] if others else [])
    raise Faulty([returned_faults.no_sheet(file)])


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(VIETNAM).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def _diagnostics(said: Iterable[tuple[Spot, Said]], file: Path, sheet: Sheet) -> Iterable[Diagnostic]:
    for spot, each in sorted(said, key=lambda pair: pair[0]):
        # Much of it was typed by a stranger, and is going to a terminal.
        message, hint = without_illegal(each.message)[:_LONGEST], without_illegal(each.hint)[:_LONGEST]
        yield Diagnostic(each.code, message, _location(file, sheet, spot), each.severity, hint=hint or None)


def _cells(hidden: Structure, found: Places, file: Path, sheet: Sheet) -> dict[str, Location]:
    spots = {line.code: found.cell(line.code, layout.AMOUNT) for line in hidden.figures}
    return {code: _location(file, sheet, spot) for code, spot in spots.items() if spot} | {
        name: _location(file, sheet, spot) for name, spot in found.texts.items()
    }


def _location(file: Path, sheet: Sheet, spot: Spot) -> Location:
    return Location(file, cell=f"{without_illegal(sheet.name)}!{letters_of(spot[1])}{spot[0]}")
