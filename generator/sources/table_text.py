"""A table's data in the shape that YAML gives, with the cell of every value: what the checks of this package look at.

It reads no file and judges nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.diagnostics import Location
from generator.sources.cells import values
from generator.sources.columns import GROUP_COLUMNS, UNIT_COLUMNS, Shape, signer_fields, word_of
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese.slugs import readable_id

_NAMELESS_SIGNER = "nguoi-ky"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the fields of a table stand: `units!B7` in a workbook, the line in a CSV file."""

    file: Path
    sheet: str | None
    fields: tuple[str | None, ...]
    """By column; None is a column that is not read."""

    def at(self, line: int, field: str | None) -> Location:
        column = self.fields.index(field) if field in self.fields else self.first
        return self.cell(line, column)

    def cell(self, line: int, column: int) -> Location:
        if self.sheet is None:
            return Location(self.file, line)
        return Location(self.file, cell=f"{self.sheet}!{letters(column)}{line}")

    @property
    def first(self) -> int:
        """The column that stands for a whole row."""
        return next((self.fields.index(each) for each in ("id", "name") if each in self.fields), 0)


def letters(column: int) -> str:
    """`A` for 0, `AB` for 27."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table as data."""

    line: int
    data: Mapping[str, Any]
    signers: tuple[str, ...] = ()
    """The prefix of the columns of each signer."""


@dataclass(frozen=True)
class TableText(YamlText):
    """The rows of a table under `units` and `groups`; what was found while they were read is elsewhere."""

    units: Places | None = None
    groups: Places | None = None
    unit_entries: tuple[Entry, ...] = ()
    group_entries: tuple[Entry, ...] = ()

    def value_at(self, loc: Loc) -> Location:
        match loc:
            case ("units", int(number), *steps) if self.units and number < len(self.unit_entries):
                entry = self.unit_entries[number]
                return self.units.at(entry.line, field_at(tuple(steps), entry.signers, self.units.fields))
            case ("groups", int(number), *steps) if self.groups and number < len(self.group_entries):
                return self.groups.at(self.group_entries[number].line, str(steps[0]) if steps else None)
        return Location(self.file)

    def key_at(self, loc: Loc) -> Location:
        return self.value_at(loc)


def table_text(
    units: Places, entries: Sequence[Entry], groups: Places | None = None, members: Sequence[Entry] = ()
) -> TableText:
    data = {"units": [each.data for each in entries], "groups": [each.data for each in members]}
    return TableText(
        units.file,
        data,
        {},
        {},
        units=units,
        groups=groups,
        unit_entries=tuple(entries),
        group_entries=tuple(members),
    )


def field_at(steps: Loc, signers: Sequence[str], fields: Sequence[str | None]) -> str | None:
    """The column of a place in a unit's data."""
    match steps:
        case ("signers", int(number), *rest) if number < len(signers):
            wanted = f"{signers[number]}.{rest[0]}" if rest else None
            present = [each for each in fields if each and each.startswith(f"{signers[number]}.")]
            return wanted if wanted in fields else next(iter(present), None)
        case (str(group), str(name), *_rest):
            return f"{group}.{name}"
        case (str(name), *_rest):
            # What stands for a group of fields is its name.
            return name if name in fields or f"{name}.name" not in fields else f"{name}.name"
    return None


def unit_entry(line: int, cells: Sequence[str], fields: Sequence[str | None]) -> Entry:
    """A row of the units' table; blank cells are left out."""
    filled = {field: cell for field, cell in zip(fields, cells, strict=False) if field and not is_blank(cell)}
    data: dict[str, Any] = {}
    for field, cell in filled.items():
        column = UNIT_COLUMNS[field]
        group, dot, name = field.partition(".")
        value = word_of(cell, column) if column.choices else values(cell, column.shape)
        if not dot:
            data[field] = value
        elif not group.startswith("signer"):
            data.setdefault(group, {})[name] = value
    signers = signer_fields([*filled])
    if signers:
        data["signers"] = signers_of([{f: filled[f] for f in names} for names in signers.values()])
    return Entry(line, data, tuple(signers))


def signers_of(slots: Sequence[Mapping[str, str]]) -> list[dict[str, Any]]:
    """The signers of a row from their cells; one without an id has that of the position."""
    found: list[dict[str, Any]] = []
    for slot in slots:
        data = {field.partition(".")[2]: values(cell, UNIT_COLUMNS[field].shape) for field, cell in slot.items()}
        found.append({"id": _signer_id(data, {each["id"] for each in found}), **data})
    return found


def _signer_id(data: Mapping[str, Any], taken: set[str]) -> str:
    name = readable_id(data.get("position", "")) or _NAMELESS_SIGNER
    others = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(each for each in others if each not in taken)


def group_entry(line: int, cells: Sequence[str], fields: Sequence[str | None]) -> Entry:
    """A row of the groups' table."""
    data: dict[str, Any] = {}
    for field, cell in zip(fields, cells, strict=False):
        if field and not is_blank(cell):
            data[field] = values(cell, GROUP_COLUMNS[field].shape)
    if "members" in data:
        # No id has a comma; people part names by it all the same.
        data["members"] = [name for each in data["members"] for one in each.split(",") if (name := one.strip())]
    if GROUP_COLUMNS["members"].shape is Shape.LIST and [each.casefold() for each in data.get("members", ())] == [
        "all"
    ]:
        data["members"] = "all"
    return Entry(line, data)


def is_blank(cell: str) -> bool:
    return not cell or cell.isspace()
