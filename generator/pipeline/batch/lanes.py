"""What a process keeps from one unit to the next: the desk, the lane and the key of everything but the unit itself.

It makes no document and writes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from generator import __version__
from generator.diagnostics import Diagnostic
from generator.pipeline import leftovers
from generator.pipeline.batch.order import Setting
from generator.pipeline.desk import Desk, Desks
from generator.pipeline.job import Job
from generator.pipeline.lane import Lane
from generator.pipeline.wish import Wish
from generator.profile.profile import Profile
from generator.render.frame import number_code
from generator.sources.reader import TableReader
from generator.sources.roster import Row
from generator.sources.unit_layers import Kept, Settled

_MOST_NUMBERS = 4096


@dataclass(eq=False)
class Station:
    """One document of the plan for all units with the same layers."""

    desk: Desk
    key: str
    """Of all that its documents are made from, but their units."""
    findings: tuple[Diagnostic, ...]
    """Of its layers and its profile."""

    def __post_init__(self) -> None:
        self._lane: Lane | None = None
        self._watch: leftovers.Watch | None = None
        self._numbers: dict[tuple[str, str], str] = {}

    def lane(self, job: Job) -> Lane:
        """Made with the first job; every other differs in its unit alone."""
        if self._lane is None:
            self._lane = Lane(job)
        return self._lane

    def leftovers(self, folder: Path, file: str, job: Job) -> tuple[Diagnostic, ...]:
        """Words in the unit's document that belong to the level above. Reads: the first document of all."""
        if self._watch is None:
            ground = self.desk.ground
            self._watch = leftovers.watch(folder / file, job.request, ground.plan, ground.office_file.congresses)
        return leftovers.findings(self._watch, job.request.issuer, job.profile)

    def number(self, job: Job) -> str:
        issuer = job.request.issuer
        known = (issuer.symbol, issuer.drafting_unit)
        number = self._numbers.get(known)
        if number is None:
            if len(self._numbers) >= _MOST_NUMBERS:
                self._numbers.clear()
            number = self._numbers[known] = number_code(job.request, job.profile)
        return number


class Stations:
    """The stations of a run, each made when a unit is the first to need it."""

    def __init__(self, setting: Setting) -> None:
        order = setting.order
        wish = Wish(order.kinds, None, order.phase, order.regime, order.draft, order.output)
        self._ground = setting.ground
        self._common = setting.common
        self._kinds = order.kinds
        self._desks = Desks(setting.ground, wish)
        self._base = _base(setting)
        self._stations: Kept[tuple[Station, ...]] = Kept()

    def of(self, issuer: Settled) -> tuple[Station, ...]:
        """In the order of the wants; Faulty where profile or templates have none for this issuer."""
        return self._stations.get((issuer.unit.side, issuer.line), lambda: tuple(self._made(issuer)))

    def _made(self, issuer: Settled) -> list[Station]:
        layers = self._ground.layers
        beside = tuple(found for layer in layers.above_first(issuer.line) for found in layer.findings)
        own = layers.key(issuer.line)
        return [
            Station(desk, _key(self._base, own, desk), self.uncommon((*beside, *desk.profile.warnings)))
            for kind in self._kinds
            for desk in self._desks.of(kind, issuer)
        ]

    def leave_out(self, common: frozenset[Diagnostic]) -> None:
        """From now on these are said of all documents alike."""
        self._common = common
        for stations in self._stations.kept():
            for station in stations:
                station.findings = self.uncommon(station.findings)

    def uncommon(self, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """What is not said of all documents alike; the same object, where that is all of it."""
        if not found or not self._common:
            return found
        left = tuple(each for each in found if each not in self._common)
        return found if len(left) == len(found) else left


def key_of(station: Station, row: Row) -> str:
    """Of all that went into a unit's document."""
    own = row.unit.model_dump_json() if row.unit is not None else "\x1f".join(row.cells)
    return hashlib.blake2b(f"{station.key}{own}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _base(setting: Setting) -> str:
    """Of what all documents of the run are made from."""
    ground, order = setting.ground, setting.order
    parts = [
        __version__,
        ground.plan.plan.model_dump_json(),
        ground.office_file.model_dump_json(),
        repr(sorted(ground.names.items())),
        repr(sorted(ground.indicators.items())),
        repr(sorted((name, one.unit.model_dump_json()) for name, one in ground.copiers.items())),
        repr((order.phase, order.draft)),
        repr(setting.reader.places.fields if isinstance(setting.reader, TableReader) else ()),
    ]
    return _hash(parts)


def _key(base: str, layers: str, desk: Desk) -> str:
    templates = [f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for name, file in desk.chain]
    return _hash([base, layers, desk.name(desk.ground.office.unit), *templates, *_traits(desk.profile)])


def _traits(profile: Profile) -> list[str]:
    """What a profile says, whatever file says it."""
    told = [profile.id, profile.side]
    for path, one in sorted(profile.constraints.items()):
        values = [repr(getattr(one, each.name)) for each in fields(one) if each.name != "source"]
        told.append(f"{path}={type(one).__name__}({', '.join(values)})")
    return told


def _hash(parts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
