"""The line of a table that has its titles: which column holds which field, and what is wrong with the titles.

It reads no row below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.sources import table_faults
from generator.sources.columns import Column, field_of
from generator.sources.csv_text import LOOKED_THROUGH, CsvText, Record
from generator.sources.table_text import Places, is_blank
from generator.vietnamese.unicode import compose, fold_whitespace, without_marks

_NOT_READ = frozenset(("stt", "tt", "so tt", "so thu tu", "#", "ghi chu", "note", "notes"))


@dataclass(frozen=True, slots=True)
class Titles:
    places: Places
    width: int
    text: CsvText
    """The file from the row below the titles on."""
    line: int
    unread: frozenset[int]
    faults: tuple[Diagnostic, ...]


def titles_of(
    text: CsvText, columns: Mapping[str, Column], file: Path, sheet: str | None, *, numbered: bool
) -> Titles | None:
    """Of the row that has most of the known titles, among the first; None where every row is blank.

    What people write above it (the name of the list, an office, a date) is not read. `numbered`: the first cell is the
    row's number.
    """
    records = text.records()
    head = [*islice((each for each in records if _line(each, numbered)), LOOKED_THROUGH)]
    if not head:
        return None
    known = [known_titles(_cells(each, numbered), columns) for each in head]
    place = known.index(max(known))
    line, cells = _line(head[place], numbered), _cells(head[place], numbered)
    after = head[place + 1] if place + 1 < len(head) else next(records, None)
    found = _fields(cells, columns)
    while cells and is_blank(cells[-1]):
        cells = cells[:-1]
    places = Places(file, sheet, tuple(found[: len(cells)]))
    below = replace(text, begin=after.place, first_line=after.line) if after else replace(text, begin=text.stamp[0])
    unread = frozenset(number for number, cell in enumerate(cells) if found[number] is None and _is_unread(cell))
    return Titles(places, len(cells), below, line, unread, _faults(cells, places, unread, columns, line))


def _cells(record: Record, numbered: bool) -> list[str]:
    return record.cells[1:] if numbered else record.cells


def _line(record: Record, numbered: bool) -> int:
    """Of a record that has a text; 0 of a blank one."""
    if all(map(is_blank, _cells(record, numbered))):
        return 0
    return int(record.cells[0]) if numbered else record.line


def known_titles(cells: Sequence[str], columns: Mapping[str, Column]) -> int:
    """How many titles mean something."""
    return sum(field_of(cell, columns) is not None for cell in cells if not is_blank(cell))


def _fields(cells: Sequence[str], columns: Mapping[str, Column]) -> list[str | None]:
    found: list[str | None] = []
    for cell in cells:
        field = None if is_blank(cell) else field_of(cell, columns)
        found.append(None if field in found else field)
    return found


def _is_unread(cell: str) -> bool:
    return fold_whitespace(without_marks(compose(cell)).casefold()).rstrip(".") in _NOT_READ


def _faults(
    cells: Sequence[str], places: Places, unread: frozenset[int], columns: Mapping[str, Column], line: int
) -> tuple[Diagnostic, ...]:
    faults: list[Diagnostic] = []
    for number, (cell, field) in enumerate(zip(cells, places.fields, strict=True)):
        if field is not None or is_blank(cell) or number in unread:
            continue
        where, known = places.cell(line, number), field_of(cell, columns)
        if known is None:
            faults.append(table_faults.unknown_title(cell.strip(), columns, where))
        else:
            faults.append(table_faults.title_twice(cell.strip(), places.at(line, known), where))
    missing = [column for field, column in columns.items() if column.needed and field not in places.fields]
    return (*faults, *(table_faults.missing_column(column, places.cell(line, 0)) for column in missing))
