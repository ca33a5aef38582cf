"""A workspace and a plan that were read and found sound, with lookups by id.

They are read elsewhere (`load`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.indicator import Indicator
from generator.model.organization import Group, Unit
from generator.model.plan import Plan
from generator.model.workspace_files import OfficeFile, UnitsFile
from generator.sources.yaml_text import YamlText
from generator.vietnamese.unicode import nearest
from generator.workspace import Workspace


@dataclass(frozen=True)
class LoadedWorkspace:
    """The office, its roster and the indicator catalogue; `warnings` did not stop the loading."""

    workspace: Workspace
    office_file: OfficeFile
    units_file: UnitsFile
    indicators: Mapping[str, Indicator]
    office_source: YamlText
    units_source: YamlText | None
    """None where the office has no `units.yaml`."""
    warnings: tuple[Diagnostic, ...] = ()

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.units_file.units}

    @cached_property
    def _groups(self) -> dict[str, Group]:
        return {group.id: group for group in self.units_file.groups}

    def unit(self, name: str) -> Unit:
        """The unit with this id; Faulty with the nearest id where there is none, or with the members of a group."""
        if name in self._groups:
            raise Faulty([self._is_a_group(name)])
        if name not in self._units:
            raise Faulty([unknown_name(name, self._units, Location(self.workspace.units_file))])
        return self._units[name]

    def _is_a_group(self, name: str) -> Diagnostic:
        place = ("groups", [*self._groups].index(name))
        where = self.units_source.value_at(place) if self.units_source else Location(self.workspace.units_file)
        members = ", ".join(unit.id for unit in self.members(name))
        return Diagnostic(
            "data/group-not-unit",
            _("“{name}” là một nhóm, không phải một đơn vị").format(name=name),
            where,
            hint=_("chọn một đơn vị của nhóm: {members}").format(members=members),
        )

    def group(self, name: str) -> Group:
        """The group with this id; Faulty with the nearest id where there is none."""
        if name not in self._groups:
            raise Faulty([unknown_name(name, self._groups, Location(self.workspace.units_file))])
        return self._groups[name]

    def members(self, name: str) -> tuple[Unit, ...]:
        """The units of a group in the order of the roster, or the one unit with this id."""
        if name not in self._groups:
            return (self.unit(name),)
        chosen = self._groups[name].members
        return tuple(unit for unit in self.units_file.units if chosen == "all" or unit.id in chosen)

    def name_of(self, name: str) -> str:
        """What a unit or group is called in texts."""
        found = self._units.get(name) or self._groups.get(name)
        return found.name if found else self.unit(name).name


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """A plan without errors, and what its author should look at all the same."""

    path: Path
    plan: Plan
    warnings: tuple[Diagnostic, ...] = ()
    source: YamlText | None = None
    """Where everything stands in the file; None where the plan was not read from one."""


def unknown_name(name: str, known: Iterable[str], where: Location) -> Diagnostic:
    """No unit or group has this id."""
    near = nearest(name, known)
    hint = _("có phải là “{name}”?").format(name=near) if near else _("xem các mã bằng “vanthu unit list”")
    message = _("không có đơn vị hay nhóm “{name}” trong units.yaml").format(name=name)
    return Diagnostic("data/unknown-unit", message, where, hint=hint)
