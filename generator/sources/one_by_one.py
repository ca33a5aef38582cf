"""A roster of which some units are faulty, for whoever makes the documents of the others: faults told apart by unit.

It reads no file, and mends nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Location, Severity
from generator.model.organization import Unit
from generator.model.workspace_files import UnitsFile
from generator.sources.roster import Roster, Row
from generator.sources.typed_rows import TypedReader, TypedRows
from generator.sources.yaml_text import YamlText

Faults = Mapping[int, tuple[Diagnostic, ...]]
"""By the line of the unit's row."""
_ROW = re.compile(r"\d+$")


def of_table(findings: Iterable[Diagnostic], roster: Roster) -> tuple[tuple[Diagnostic, ...], Faults]:
    """What concerns the file as a whole or is no error, and the errors of single rows."""
    first = next(iter(roster.source), None)
    sheet = (roster.reader.where(first).cell or "").rpartition("!")[0] if first else ""

    def line(where: Location) -> int | None:
        if first is None or where.file != roster.file or (where.cell or "").rpartition("!")[0] != sheet:
            return None
        found = _ROW.search(where.cell) if where.cell else None
        row = int(found[0]) if found else where.line or 0
        return row if row >= first.line else None

    return _apart(findings, line)


def of_yaml(findings: Iterable[Diagnostic], source: YamlText) -> tuple[tuple[Diagnostic, ...], Faults]:
    """The same of `units.yaml`, where a unit takes several lines."""
    starts = [source.value_at(("units", number)).line or 1 for number in range(len(_entries(source)))]
    rest = [loc for loc in source.data if loc != "units"]
    ends = [source.key_at((name,)).line or 1 for name in rest]

    def line(where: Location) -> int | None:
        if where.file != source.file or where.line is None or not starts or where.line < starts[0]:
            return None
        start = starts[bisect_right(starts, where.line) - 1]
        return None if any(start < end <= where.line for end in ends) else start

    return _apart(findings, line)


def roster_beside_faults(source: YamlText, faults: Faults) -> tuple[UnitsFile, Roster]:
    """The units that are sound, and the roster of all; whoever asks for a faulty one is told so."""
    rows: list[Row] = []
    for number, entry in enumerate(_entries(source)):
        line = source.value_at(("units", number)).line or 1
        name = entry.get("id") if isinstance(entry, dict) else None
        rows.append(Row(str(name or f"units-{number + 1}"), number, line, unit=_typed(entry, line, faults)))
    groups = UnitsFile.model_validate({"groups": source.data.get("groups") or []}).groups
    file = UnitsFile.model_construct(units=tuple(row.unit for row in rows if row.unit), groups=groups)
    places = tuple(source.value_at(("groups", number)) for number in range(len(groups)))
    return file, Roster(source.file, TypedRows(tuple(rows)), TypedReader(source.file, source), groups, places, faults)


def _typed(entry: object, line: int, faults: Faults) -> Unit | None:
    if line in faults:
        return None
    try:
        return Unit.model_validate(entry)
    except ValidationError:  # its fault was told somewhere else
        return None


def _entries(source: YamlText) -> Sequence[object]:
    units = source.data.get("units")
    return units if isinstance(units, list) else ()


def _apart(
    findings: Iterable[Diagnostic], line_of: Callable[[Location], int | None]
) -> tuple[tuple[Diagnostic, ...], Faults]:
    common: list[Diagnostic] = []
    single: dict[int, tuple[Diagnostic, ...]] = {}
    for finding in findings:
        line = line_of(finding.where) if finding.severity is Severity.ERROR else None
        if line is None:
            common.append(finding)
        else:
            single[line] = (*single.get(line, ()), finding)
    return tuple(common), single
