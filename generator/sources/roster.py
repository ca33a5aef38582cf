"""The units below the office, from `units.yaml`, `units.xlsx` or `units.csv`: told one by one, however many there are.

A unit of a table becomes typed when it is wanted, so that a roster of a whole country needs no memory of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Protocol

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.organization import Group, Unit
from generator.vietnamese.unicode import nearest

_MOST_NAMED = 12
_MOST_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class Row:
    """A unit as its file has it; it crosses processes."""

    id: str
    number: int
    """From 0, in the order of the file."""
    line: int
    """Of the file, or the row of the sheet."""
    cells: tuple[str, ...] = ()
    """Of a table, under its titles."""
    unit: Unit | None = None
    """Of a YAML file: typed when that was read."""


class Reader(Protocol):
    """What makes a unit of a row, in any process."""

    def unit(self, row: Row) -> Unit:
        """Faulty with every fault of the row."""
        ...

    def where(self, row: Row, *steps: str | int) -> Location:
        """The place of a field of the unit in its file."""
        ...


class Rows(Protocol):
    """The rows of a file; nothing of them is held that grows beyond a few bytes a row."""

    @property
    def count(self) -> int: ...

    @property
    def longest_id(self) -> int | None:
        """Letters, where every id has been seen to be one; None where that is not known."""
        ...

    def __iter__(self) -> Iterator[Row]: ...

    def find(self, name: str) -> Row | None:
        """The row of this id."""
        ...


@dataclass(frozen=True)
class Roster:
    """Units and groups with lookups by id; `reader` goes to other processes, the rest stays."""

    file: Path
    source: Rows
    reader: Reader
    groups: tuple[Group, ...] = ()
    places: tuple[Location, ...] = ()
    """Of the groups."""
    faulty: Mapping[int, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """By the line of their rows, the units that have errors; only where the others may go on."""

    @property
    def count(self) -> int:
        return self.source.count

    @cached_property
    def _groups(self) -> Mapping[str, Group]:
        return {group.id: group for group in self.groups}

    def rows(self, chosen: Iterable[str] | None = None) -> Iterator[Row]:
        """Every row, or those of the units and groups that are named, each once, in the order of the file.

        Faulty, before the first, with every name that nobody has.
        """
        if chosen is None:
            return iter(self.source)
        names = [*chosen]
        faults = [self.unknown(name) for name in names if name not in self]
        if faults:
            raise Faulty(faults)
        if any(name in self._groups and self._groups[name].members == "all" for name in names):
            return iter(self.source)
        return self._chosen(names)

    def _chosen(self, names: Iterable[str]) -> Iterator[Row]:
        wanted = {
            member for name in names for member in (self._groups[name].members if name in self._groups else (name,))
        }
        found = (row for row in map(self.row, wanted) if row is not None)
        yield from sorted(found, key=lambda row: row.number)

    def row(self, name: str) -> Row | None:
        """The row of the unit with this id."""
        return self.source.find(name)

    def unit(self, name: str) -> Unit:
        """The unit with this id; Faulty with the nearest id where there is none, or with members of a group."""
        row = self.row(name)
        if row is None:
            raise Faulty([self._is_a_group(name) if name in self._groups else self.unknown(name)])
        return self.reader.unit(row)

    def units(self) -> Iterator[Unit]:
        """Every unit, typed one by one."""
        return map(self.reader.unit, self.source)

    def ancestors(self, row: Row) -> tuple[Row, ...]:
        """The units above one, the nearest first; the office is none."""
        found: list[Row] = []
        parent = self._parent(row)
        while parent is not None and (above := self.row(parent)) and above not in found:
            found.append(above)
            parent = self._parent(above)
        return tuple(found)

    def _parent(self, row: Row) -> str | None:
        return None if row.line in self.faulty else self.reader.unit(row).parent

    def ids(self) -> Iterator[str]:
        """Of every unit, then of every group."""
        yield from (row.id for row in self.source)
        yield from self._groups

    def __contains__(self, name: object) -> bool:
        """Whether it is the id of a unit or group."""
        return isinstance(name, str) and (name in self._groups or self.row(name) is not None)

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """What units and groups are called in texts; ids that nobody has are left out."""
        found: dict[str, str] = {}
        for name in ids:
            if group := self._groups.get(name):
                found[name] = group.name
            elif (row := self.row(name)) and row.line not in self.faulty:
                found[name] = self.reader.unit(row).name
        return found

    def signer_ids(self, row: Row) -> tuple[str, ...]:
        """Of the unit's signers; of a row with faults none."""
        try:
            return tuple(signer.id for signer in self.reader.unit(row).signers)
        except Faulty:
            return ()

    def group(self, name: str) -> Group | None:
        return self._groups.get(name)

    def members(self, name: str) -> Iterator[Row]:
        """The rows of a group, or the one of the unit with this id; Faulty with neither."""
        return self.rows((name,))

    def count_of(self, group: Group) -> int:
        return self.count if group.members == "all" else len({*group.members})

    def unknown(self, name: str) -> Diagnostic:
        """No unit or group has this id."""
        return unknown_name(name, self.near(name), Location(self.file))

    def near(self, name: str) -> Iterable[str]:
        """The ids that it may be a slip of: all, or in a large roster those that begin alike."""
        if self.count <= _MOST_COMPARED:
            return self.ids()
        return islice((known for known in self.ids() if known[:3] == name[:3]), _MOST_COMPARED)

    def _is_a_group(self, name: str) -> Diagnostic:
        members = [row.id for row in islice(self.members(name), _MOST_NAMED + 1)]
        shown = ", ".join(members[:_MOST_NAMED]) + (", …" if len(members) > _MOST_NAMED else "")
        where = dict(zip(self._groups, self.places, strict=False)).get(name, Location(self.file))
        return Diagnostic(
            "data/group-not-unit",
            _("“{name}” là một nhóm, không phải một đơn vị").format(name=name),
            where,
            hint=_("chọn một đơn vị của nhóm: {members}").format(members=shown),
        )


def unknown_name(name: str, known: Iterable[str], where: Location, roster: Path | None = None) -> Diagnostic:
    """No unit or group has this id; `roster` is where it would be, if that is not the file that names it."""
    file = roster or where.file
    near = nearest(name, known)
    hint = _("có phải là “{name}”?").format(name=near) if near else _("xem các mã bằng “vanthu unit list”")
    message = _("không có đơn vị hay nhóm “{name}” trong {file}").format(
        name=name, file=file.name if file else "units.yaml"
    )
    return Diagnostic("data/unknown-unit", message, where, hint=hint)
