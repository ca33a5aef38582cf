"""What a run would do, unit by unit, without a file written: which way each document would go, and what stands in it.

It runs in this process.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Faulty
from generator.pipeline.batch.bench import Bench
from generator.pipeline.batch.chunks import Superiors
from generator.pipeline.batch.lanes import Station, Stations
from generator.pipeline.batch.order import Entry, Want, Way
from generator.pipeline.batch.preflight import Prepared
from generator.sources.unit_layers import Settled

_FIRST = 3


@dataclass
class Rehearsed:
    counts: Counter[tuple[str, Way | None]] = field(default_factory=Counter)
    """Documents by kind and way; no way where there would be none."""
    reasons: Counter[Diagnostic] = field(default_factory=Counter)
    """What keeps documents from the fast way."""
    names: list[str] = field(default_factory=list)
    """The first few."""


def rehearse(prepared: Prepared, told: Callable[[str, Diagnostic], None]) -> Rehearsed:
    """`told` gets every fault, with the id of its unit, as it is found."""
    setting = prepared.setting
    bench, stations = Bench(setting), Stations(setting)
    superiors = Superiors(setting, prepared.roster)
    rehearsed = Rehearsed()
    for row in prepared.rows():
        if len(rehearsed.names) < _FIRST * len(setting.wants):
            rehearsed.names += [f"{want.name(row.id)}.docx" for want in setting.wants]
        done = 0
        try:
            issuer = bench.settled(Entry(row, superiors.of(row)))
            for want, station in zip(setting.wants, stations.of(issuer), strict=True):
                done += 1
                try:
                    _foresee(want, station, issuer, rehearsed)
                except Faulty as faulty:
                    _refuse(faulty, row.id, [want], rehearsed, told)
        except Faulty as faulty:
            _refuse(faulty, row.id, setting.wants[done:], rehearsed, told)
    return rehearsed


def _foresee(want: Want, station: Station, issuer: Settled, rehearsed: Rehearsed) -> None:
    job = station.desk.job(issuer)
    foreseen = station.lane(job).foresee(job)
    rehearsed.counts[want.kind.value, foreseen.way] += 1
    if foreseen.why is not None:
        rehearsed.reasons[foreseen.why] += 1


def _refuse(
    faulty: Faulty, unit: str, wants: Sequence[Want], rehearsed: Rehearsed, told: Callable[[str, Diagnostic], None]
) -> None:
    for want in wants:
        rehearsed.counts[want.kind.value, None] += 1
    for found in faulty.diagnostics:
        told(unit, found)
