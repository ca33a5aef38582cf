"""A workspace and a plan that were read and found sound, with lookups by id.

They are read elsewhere (`load`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty
from generator.model.indicator import Indicator
from generator.model.organization import Group, Unit
from generator.model.plan import Plan
from generator.model.workspace_files import OfficeFile, UnitsFile
from generator.sources.roster import Roster
from generator.sources.typed_rows import roster_of
from generator.sources.yaml_text import YamlText
from generator.workspace import Workspace


@dataclass(frozen=True)
class LoadedWorkspace:
    """The office, its roster and the indicator catalogue; `warnings` did not stop the loading."""

    workspace: Workspace
    office_file: OfficeFile
    units_file: UnitsFile
    """All units, but of a large table only its groups: `roster` has every unit of every form."""
    indicators: Mapping[str, Indicator]
    office_source: YamlText
    units_source: YamlText | None
    """None where the office has no roster, or a large table."""
    warnings: tuple[Diagnostic, ...] = ()
    table: Roster | None = None
    """The roster that is a table."""

    @cached_property
    def roster(self) -> Roster:
        """The units in whatever form they are kept."""
        return self.table or roster_of(self.units_file, self.workspace.units_file, self.units_source)

    def unit(self, name: str) -> Unit:
        """The unit with this id; Faulty with the nearest id where there is none, or with the members of a group."""
        return self.roster.unit(name)

    def group(self, name: str) -> Group:
        """The group with this id; Faulty with the nearest id where there is none."""
        found = self.roster.group(name)
        if found is None:
            raise Faulty([self.roster.unknown(name)])
        return found

    def members(self, name: str) -> tuple[Unit, ...]:
        """The units of a group in the order of the roster, or the one unit with this id."""
        return tuple(map(self.roster.reader.unit, self.roster.members(name)))

    def name_of(self, name: str) -> str:
        """What a unit or group is called in texts."""
        return self.roster.names((name,)).get(name) or self.unit(name).name


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """A plan without errors, and what its author should look at all the same."""

    path: Path
    plan: Plan
    warnings: tuple[Diagnostic, ...] = ()
    source: YamlText | None = None
    """Where everything stands in the file; None where the plan was not read from one."""
