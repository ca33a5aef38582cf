"""All that the documents of one run have in common, whoever issues them: office, plan, names, layers.

Of the roster it holds what the plan speaks of and no more, so that a worker needs no other unit than its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from generator.diagnostics import Location
from generator.model.base import Record
from generator.model.copies import Copy
from generator.model.organization import Organization
from generator.model.plan import Plan
from generator.model.workspace_files import OfficeFile
from generator.pipeline.figures_of import Counted
from generator.render.figure_typed import Indicator
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.sources.roster import Row
from generator.sources.unit_layers import Layers, Settled
from generator.sources.yaml_text import YamlText

_NAMED = ("unit", "cooperating_units")
"""Fields of a plan whose values are ids of units and groups that documents call by name."""


@dataclass(frozen=True)
class Ground:
    office_file: OfficeFile
    plan: LoadedPlan
    layers: Layers
    names: Mapping[str, str]
    """Of the units and groups that the plan speaks of, by id."""
    indicators: Mapping[str, Indicator]
    copiers: Mapping[str, Settled]
    """The units that make copies of the plan's documents, by id."""
    roster_file: Path
    office_source: YamlText | None = None
    counted: Mapping[int, Counted] = field(default_factory=dict)
    """The units' answers by phase, where a report that is to be made uses them."""

    @cached_property
    def office(self) -> Settled:
        """Faulty where the office's own profile is."""
        return self.layers.settled(self.office_file.office, (), self._office_place)

    def _office_place(self, *steps: str | int) -> Location:
        source = self.office_source
        return source.value_at(("office", *steps)) if source else Location(self.layers.workspace.office_file)

    def copier_of(self, copy: Copy, issuer: Organization) -> Organization:
        """Who makes a copy."""
        if copy.unit is None:
            return issuer
        return self.office.unit if copy.unit == self.office.unit.id else self.copiers[copy.unit].unit


def ground_of(loaded: LoadedWorkspace, plan: LoadedPlan, layers: Layers | None = None) -> Ground:
    """Faulty where a copy is to be made by a unit that there is not. Reads: the profiles of those who copy."""
    layers = layers or Layers(loaded.workspace, loaded.office_file)
    office = loaded.office_file.office
    copiers = {copy.unit for copy in _copies(plan.plan) if copy.unit and copy.unit != office.id}
    return Ground(
        loaded.office_file,
        plan,
        layers,
        loaded.roster.names(spoken_of(plan.plan)) | {office.id: office.name},
        {
            code: Indicator(each.name, each.unit, each.aggregation.value == "sum")
            for code, each in loaded.indicators.items()
        },
        {unit: settled_unit(unit, loaded, layers) for unit in sorted(copiers)},
        loaded.roster.file,
        loaded.office_source,
    )


def settled_unit(name: str, loaded: LoadedWorkspace, layers: Layers) -> Settled:
    """A unit of the roster with its layers; Faulty where there is none, or where its own file has faults."""
    roster = loaded.roster
    unit = loaded.unit(name)
    row = roster.row(name)
    assert row is not None
    return settled_row(row, unit, tuple(map(roster.reader.unit, roster.ancestors(row))), layers, loaded)


def settled_row(
    row: Row, unit: Organization, ancestors: tuple[Organization, ...], layers: Layers, loaded: LoadedWorkspace
) -> Settled:
    return layers.settled(unit, ancestors, partial(loaded.roster.reader.where, row))


def spoken_of(plan: Plan) -> tuple[str, ...]:
    """The units and groups that documents of the plan call by name, by id."""
    return tuple(dict.fromkeys(name for record in _records(plan) for name in _names(record)))


def _names(record: Record) -> Iterator[str]:
    for name in _NAMED:
        value = getattr(record, name, None)
        yield from (value,) if isinstance(value, str) else value or ()


def _copies(plan: Plan) -> Iterator[Copy]:
    return (record for record in _records(plan) if isinstance(record, Copy))


def _records(value: object) -> Iterator[Record]:
    """Every record inside, this one first."""
    if isinstance(value, Record):
        yield value
        for _name, inner in value:
            yield from _records(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _records(inner)
    elif isinstance(value, dict):
        yield from _records([*value.values()])
