"""The rows of a roster that were typed when its file was read: of `units.yaml`, and of small tables.

It reads no file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.organization import Unit
from generator.model.workspace_files import UnitsFile
from generator.sources.roster import Roster, Row
from generator.sources.yaml_text import YamlText


@dataclass(frozen=True, slots=True)
class TypedReader:
    """Of rows that were typed when their file was read."""

    file: Path
    source: YamlText | None = None

    def __reduce__(self) -> tuple[type[TypedReader], tuple[Path]]:
        # Places are asked where the file was read; a worker has no use for them.
        return TypedReader, (self.file,)

    def unit(self, row: Row) -> Unit:
        if row.unit is None:
            message = _("đơn vị “{id}” có lỗi trong {file}").format(id=row.id, file=self.file.name)
            hint = _("sửa lỗi của đơn vị đó; “vanthu validate” kể từng lỗi")
            raise Faulty([Diagnostic("data/faulty-unit", message, Location(self.file, row.line), hint=hint)])
        return row.unit

    def where(self, row: Row, *steps: str | int) -> Location:
        if self.source is None:
            return Location(self.file, row.line)
        return self.source.value_at(("units", row.number, *steps))


@dataclass(frozen=True)
class TypedRows:
    """Rows that were typed when their file was read."""

    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def longest_id(self) -> int | None:
        """Not looked at: they are few."""
        return None

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @cached_property
    def _by_id(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows}

    def find(self, name: str) -> Row | None:
        return self._by_id.get(name)


def roster_of(units: UnitsFile, file: Path, source: YamlText | None = None) -> Roster:
    """The roster of a file that is typed as a whole."""
    line = (lambda number: source.value_at(("units", number)).line or 1) if source else (lambda number: number + 1)
    rows = tuple(Row(unit.id, number, line(number), unit=unit) for number, unit in enumerate(units.units))
    places = tuple(source.value_at(("groups", n)) for n in range(len(units.groups))) if source else ()
    return Roster(file, TypedRows(rows), TypedReader(file, source), units.groups, places)
