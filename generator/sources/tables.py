"""A roster that is a table, opened: `units.xlsx`, or `units.csv` with `groups.csv` beside it.

A small one is typed as a whole, as YAML is; of a large one only the index is held. What its texts say is checked
elsewhere (`table_checks`).
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.model.organization import Group, Unit
from generator.model.workspace_files import UnitsFile
from generator.sources import table_faults, workbook
from generator.sources.columns import GROUP_COLUMNS, GROUPS_SHEET, UNIT_COLUMNS, UNITS_SHEET, Column
from generator.sources.csv_text import CsvText, open_csv
from generator.sources.faults import diagnose
from generator.sources.reader import TableReader, in_table_words
from generator.sources.roster import Roster, Row
from generator.sources.table_index import Index, Shape
from generator.sources.table_text import Entry, Places, TableText, group_entry, table_text
from generator.sources.titles import Titles, known_titles, titles_of
from generator.sources.typed_rows import TypedRows
from generator.sources.workbook_look import Trouble
from generator.sources.yaml_text import MAX_FAULTS

SMALL = 5_000
"""Rows that are typed when the file is opened."""


@dataclass(frozen=True, slots=True)
class Table:
    roster: Roster
    reader: TableReader
    index: Index
    groups: Places | None
    group_entries: tuple[Entry, ...]
    units: UnitsFile
    """All units of a small table; of a large one only the groups."""
    source: TableText | None
    """Of a small table."""
    findings: tuple[Diagnostic, ...]

    def blocks(self, size: int) -> Iterator[tuple[tuple[Row, ...], TableText]]:
        """All rows, some at a time, each with what was typed."""
        rows = iter(self.roster.source)
        while block := tuple(islice(rows, size)):
            yield block, table_text(self.reader.places, [self.reader.entry(row) for row in block])


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The files that hold the records of a roster, whatever form it was kept in."""

    units: CsvText
    groups: CsvText | None
    names: tuple[str | None, str | None]
    files: tuple[Path, Path]
    numbered: bool
    troubles: tuple[Trouble, ...] = ()


def open_table(file: Path) -> Table:
    """The table; Faulty where nothing of it can be read. Faults of its titles and rows are among its findings.

    Reads: `file`, `groups.csv` beside it. Writes: a temporary folder, which goes with the table.
    """
    if file.suffix == ".csv":
        beside = file.with_name(f"{GROUPS_SHEET}.csv")
        groups = open_csv(beside, _knows(GROUP_COLUMNS)) if beside.exists() else None
        sheets = _Sheets(open_csv(file, _knows(UNIT_COLUMNS)), groups, (None, None), (file, beside), False)
        return _table(file, sheets)
    folder = tempfile.TemporaryDirectory(prefix="vanthu-")
    try:
        table = _table(file, _sheets_of_workbook(file, Path(folder.name)))
    except BaseException:
        folder.cleanup()
        raise
    # Rows of a large table are read from there as long as anybody has the table.
    weakref.finalize(table.index, folder.cleanup)
    return table


def _knows(columns: Mapping[str, Column]) -> Callable[[Sequence[str]], int]:
    return lambda cells: known_titles(cells, columns)


def _sheets_of_workbook(file: Path, folder: Path) -> _Sheets:
    troubles = workbook.spooled(file, folder)
    names = {one.detail: one.sheet for one in troubles if one.kind == "sheet"}
    units, groups = folder / f"{UNITS_SHEET}.csv", folder / f"{GROUPS_SHEET}.csv"
    if not units.exists():
        raise Faulty(table_faults.troubles(troubles, file, {}))
    return _Sheets(
        open_csv(units, len),
        open_csv(groups, len) if groups.exists() else None,
        (names.get(UNITS_SHEET), names.get(GROUPS_SHEET)),
        (file, file),
        True,
        tuple(troubles),
    )


def _table(file: Path, sheets: _Sheets) -> Table:
    titles = titles_of(sheets.units, UNIT_COLUMNS, file, sheets.names[0], numbered=sheets.numbered)
    if titles is None:
        raise Faulty([table_faults.no_titles(Location(file))])
    below = None
    if sheets.groups:
        below = titles_of(sheets.groups, GROUP_COLUMNS, sheets.files[1], sheets.names[1], numbered=sheets.numbered)
    unread = {sheets.names[0] or "": titles.unread, sheets.names[1] or " ": below.unread if below else frozenset()}
    reader, index = TableReader(titles.places), Index(titles.text, _shape(titles, sheets.numbered))
    troubles = [each for each in sheets.troubles if not _is_beside(each, sheets.names[0], titles, index)]
    findings = [*table_faults.troubles(troubles, file, unread), *titles.faults, *_notes(titles, index)]
    findings += below.faults if below else ()
    findings += [table_faults.too_wide(titles.places.cell(line, titles.width)) for line in index.wide]
    groups, entries, faults = _groups(below, sheets.numbered)
    findings += faults
    places = tuple(below.places.at(each.line, None) for each in entries) if below else ()
    roster = Roster(file, index, reader, groups, places)
    table = Table(roster, reader, index, below.places if below else None, entries, UnitsFile(groups=groups), None, ())
    if index.count <= SMALL:
        return _typed(table, findings)
    findings += _faults_of(table, map(index.row_at, index.suspicious))
    return replace(table, findings=tuple(findings))


def _is_beside(trouble: Trouble, sheet: str | None, titles: Titles, index: Index) -> bool:
    """Whether a cell is above the titles or among the notes: nobody reads it."""
    if trouble.sheet != sheet or trouble.kind in ("sheet", "far", "scattered", "hidden-column"):
        return False
    return 0 < trouble.row < titles.line or (index.notes != () and trouble.row >= index.notes[0])


def _notes(titles: Titles, index: Index) -> Iterator[Diagnostic]:
    if index.notes:
        yield table_faults.notes_below(len(index.notes), titles.places.cell(index.notes[0], 0))


def _shape(titles: Titles, numbered: bool) -> Shape:
    fields = titles.places.fields
    column = {field: fields.index(field) for field in fields if field}
    return Shape(
        titles.width,
        column.get("id"),
        column.get("name"),
        column.get("parent"),
        column.get("header.parent"),
        numbered,
    )


def _groups(titles: Titles | None, numbered: bool) -> tuple[tuple[Group, ...], tuple[Entry, ...], list[Diagnostic]]:
    if titles is None:
        return (), (), []
    entries: list[Entry] = []
    for record in titles.text.records():
        cells = record.cells[1:] if numbered else record.cells
        line = int(record.cells[0]) if numbered else record.line
        entry = group_entry(line, cells, titles.places.fields)
        entries += [entry] if entry.data else []
    source = table_text(titles.places, [], titles.places, entries)
    try:
        return UnitsFile.model_validate(source.data).groups, tuple(entries), []
    except ValidationError as error:
        return (), tuple(entries), [in_table_words(each) for each in diagnose(error, source, UnitsFile)]


def _typed(table: Table, findings: Sequence[Diagnostic]) -> Table:
    """All rows typed, with their faults, and held: the file is not read again."""
    rows = tuple(table.index)
    units: list[Unit] = []
    faults: list[Diagnostic] = []
    for row in rows:
        try:
            units.append(table.reader.unit(row))
        except Faulty as faulty:
            faults += faulty.diagnostics
    if any(each.code == "data/missing-column" for each in findings):
        # A column that is missing is told once, not for every row.
        faults = [each for each in faults if each.code != "data/missing-field"]
    source = table_text(
        table.reader.places, [table.reader.entry(row) for row in rows], table.groups, table.group_entries
    )
    return replace(
        table,
        roster=replace(table.roster, source=TypedRows(rows)),
        units=UnitsFile.model_construct(units=tuple(units), groups=table.roster.groups),
        source=source,
        findings=(*findings, *faults[:MAX_FAULTS]),
    )


def _faults_of(table: Table, rows: Iterable[Row]) -> Iterator[Diagnostic]:
    for row in rows:
        yield from table.reader.faults(row)
