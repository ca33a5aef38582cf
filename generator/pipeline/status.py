"""How a plan's deadlines stand on a day, unit by unit: counted for groups, opened only where somebody asks.

It reads no file; what is done it is told, whoever knows it: the progress file, issued reports, answers to forms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.pipeline.deadlines import Due, Standing, standing
from generator.sources.roster import Roster

Done = Mapping[tuple[str, str], date]
"""By (due, unit) the day on which it was done; the office's own things stand under the office's id."""


@dataclass(frozen=True)
class Owing:
    """Which units stand behind what a plan calls a unit, a group, or nothing: the office."""

    roster: Roster
    office: str

    def is_group(self, who: str) -> bool:
        return self.roster.group(who) is not None

    def count(self, who: str) -> int:
        group = self.roster.group(who)
        return self.roster.count_of(group) if group else 1

    def owes(self, who: str, unit: str) -> bool:
        """Whether `unit` is the one meant, or one of the group."""
        if self.is_everybody(who):
            return self.roster.row(unit) is not None
        return unit in self._members[who] if who in self._members else unit == (who or self.office)

    def is_everybody(self, who: str) -> bool:
        group = self.roster.group(who)
        return group is not None and group.members == "all"

    def units(self, who: str) -> Iterator[str]:
        """The ids, one by one, in the order of the roster."""
        return (row.id for row in self.roster.members(who)) if self.is_group(who) else iter((who or self.office,))

    def named_units(self, who: str) -> Iterator[tuple[str, str]]:
        """The same with their names; the name of one that stands alone is left to whoever asks."""
        if not self.is_group(who):
            return iter(((who or self.office, ""),))
        return ((row.id, self.roster.reader.unit(row).name) for row in self.roster.members(who))

    @cached_property
    def _members(self) -> dict[str, frozenset[str]]:
        return {group.id: frozenset(group.members) for group in self.roster.groups if group.members != "all"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing with all that owe it."""

    due: Due
    standing: Standing
    """Of those that have not done it; DONE where all have."""
    count: int
    done: Mapping[str, date]
    """The units that have done it, and when."""

    @property
    def is_open(self) -> bool:
        return self.standing is not Standing.DONE


@dataclass(frozen=True, slots=True)
class View:
    """From which day it is looked at, and how far ahead something counts as due."""

    today: date
    within: int = 7


def survey(found: Iterable[Due], owing: Owing, done: Done, view: View) -> tuple[Line, ...]:
    """A line for each thing, what is overdue first. What is done after the day of the view is not done yet."""
    by_due: dict[str, dict[str, date]] = {}
    for (due, unit), day in done.items():
        if day <= view.today:
            by_due.setdefault(due, {})[unit] = day
    lines = [_line(due, owing, by_due.get(due.id, {}), view) for due in _once(tuple(found), owing)]
    order = list(Standing)
    return tuple(sorted(lines, key=lambda line: order.index(line.standing)))


def of_units(found: Iterable[Due], owing: Owing, units: Iterable[str]) -> Iterator[Due]:
    """What these units owe, by themselves or in a group, each for itself."""
    chosen = tuple(dict.fromkeys(units))
    seen: set[tuple[str, str]] = set()
    for due in found:
        for unit in chosen:
            if owing.owes(due.who, unit) and (due.id, unit) not in seen:
                seen.add((due.id, unit))
                yield replace(due, who="" if unit == owing.office else unit)


@dataclass(frozen=True, slots=True)
class Sums:
    """How many things stand how, each counted once for each unit that owes it."""

    by_phase: Mapping[int | None, Counter[Standing]]
    by_who: Mapping[str, Counter[Standing]]
    total: Counter[Standing]


def sums(lines: Iterable[Line]) -> Sums:
    by_phase: dict[int | None, Counter[Standing]] = {}
    by_who: dict[str, Counter[Standing]] = {}
    total: Counter[Standing] = Counter()
    for line in lines:
        counts = Counter({Standing.DONE: len(line.done)})
        counts[line.standing] += line.count - len(line.done)
        for counter in (by_phase.setdefault(line.due.phase, Counter()), by_who.setdefault(line.due.who, Counter())):
            counter.update(counts)
        total.update(counts)
    return Sums(by_phase, by_who, total)


def _line(due: Due, owing: Owing, done: Mapping[str, date], view: View) -> Line:
    count = owing.count(due.who)
    own = {unit: day for unit, day in done.items() if owing.owes(due.who, unit)}
    open_ = standing(due, view.today, view.within)
    return Line(due, Standing.DONE if own and len(own) >= count else open_, count, own)


def _once(found: tuple[Due, ...], owing: Owing) -> Iterator[Due]:
    """Without what a unit owes in a group too: a report is asked once, however often its unit is named."""
    names: dict[str, set[str]] = {}
    for due in found:
        names.setdefault(due.id, set()).add(due.who)
    groups = {each.id for each in owing.roster.groups}
    for due in found:
        others = (names[due.id] & groups) - {due.who}
        if not any(_covers(other, due.who, owing) for other in others):
            yield due


def _covers(group: str, who: str, owing: Owing) -> bool:
    if owing.is_group(who):
        return owing.is_everybody(group) and (not owing.is_everybody(who) or group < who)
    return bool(who) and owing.owes(group, who)
