"""What a plan asks of whom until when, from its phases, assignments and reporting rule, and how each stands on a day.

It reads no file, and does not know what was sent: whoever asks brings what is done.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from generator.model.plan import Deadline, DeadlineKind, Moment, MomentKind, Phase, Plan, ReportingRule
from generator.vietnamese import clock, dates
from generator.vietnamese.recurrence import recurrence

Loc = tuple[str | int, ...]
_HORIZON = 366
"""So many days ahead what comes back is told, where the plan has no end."""
_LONGEST = 3_660
"""No plan lasts ten years: one that seems to has a slip in its dates."""


class What(StrEnum):
    TASK = "task"
    PHASE = "phase"
    REPORT = "report"


class Standing(StrEnum):
    """In the order in which people want to know."""

    OVERDUE = "overdue"
    DUE = "due"
    """Today, or within the days that were asked for."""
    LATER = "later"
    UNDATED = "undated"
    """At an event, or without a deadline: nobody knows its day."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that one unit, or each unit of one group, owes on one day."""

    id: str
    """`task-2.1`, `phase-1`, `report-1@2025-06-20`: the same as long as the plan's order stays."""
    what: What
    who: str
    """The id of a unit or group; empty for the office itself."""
    text: str
    day: date | None
    words: str
    """As the plan has it: `trước ngày 10/12 hằng năm`."""
    loc: Loc
    """Where it stands in the plan file."""
    phase: int | None = None


def dues(plan: Plan, *, today: date | None = None) -> tuple[Due, ...]:
    """All that the plan asks for, in the order of its days, undated things last.

    What comes back is told from the plan's day to the end of its last phase, or where that has no day, for a year
    after the plan's and `today`.
    """
    now = today or clock.today()
    start = plan.issued_on or now
    last = _last_day(plan.phases[-1]) if plan.phases else None
    end = min(last or _after(max(start, now), _HORIZON), _after(start, _LONGEST))
    found = [*_phases(plan), *_tasks(plan, start, end), *_reports(plan, start, end)]
    windows = [(number, _first_day(phase, start), _last_day(phase)) for number, phase in enumerate(plan.phases, 1)]
    found = [each if each.phase else replace(each, phase=_phase_of(each.day, windows)) for each in found]
    return tuple(sorted(found, key=lambda each: (each.day is None, each.day or date.max)))


def standing(due: Due, today: date, within: int) -> Standing:
    """How it stands for who has not done it."""
    if due.day is None:
        return Standing.UNDATED
    if due.day < today:
        return Standing.OVERDUE
    return Standing.DUE if (due.day - today).days <= within else Standing.LATER


def _after(day: date, days: int) -> date:
    return day + min(timedelta(days), date.max - timedelta(31) - day)


def _phases(plan: Plan) -> Iterator[Due]:
    ordinal = 0
    for number, section in enumerate(plan.sections):
        for place, phase in enumerate(section.phases):
            ordinal += 1
            loc: Loc = ("sections", number, "phases", place, "window_to")
            words = phase.window_to.value if phase.window_to else ""
            yield Due(f"phase-{ordinal}", What.PHASE, "", phase.title, _last_day(phase), words, loc, ordinal)


def _tasks(plan: Plan, start: date, end: date) -> Iterator[Due]:
    ordinal = 0
    for number, section in enumerate(plan.sections):
        for place, assignment in enumerate(section.assignments):
            ordinal += 1
            for position, task in enumerate(assignment.tasks):
                loc: Loc = ("sections", number, "assignments", place, "tasks", position)
                whole = Due(f"task-{ordinal}.{position + 1}", What.TASK, assignment.unit, task.text, None, "", loc)
                yield from _dated(whole, task.deadline, start, end)


def _dated(asked: Due, deadline: Deadline | None, start: date, end: date) -> Iterator[Due]:
    if deadline is None:
        yield asked
        return
    whole = replace(asked, words=deadline.value, loc=(*asked.loc, "deadline", "value"))
    if deadline.kind is DeadlineKind.DATE:
        yield replace(whole, day=dates.parse_date(deadline.value))
    elif deadline.kind is DeadlineKind.RECURRING:
        yield from _recurring(whole, start, end)
    else:
        yield whole


def _reports(plan: Plan, start: date, end: date) -> Iterator[Due]:
    """What the units report: each of those that the plan gives tasks to, or the office where there are none."""
    units = dict.fromkeys(each.unit for each in plan.assignments) or {"": None}
    ordinal = 0
    for number, section in enumerate(plan.sections):
        rule = section.reporting
        if rule is None or not rule.due:
            continue
        ordinal += 1
        loc: Loc = ("sections", number, "reporting", "due")
        for unit in units:
            yield from _report(
                Due(f"report-{ordinal}", What.REPORT, unit, rule.text, None, rule.due, loc), rule, start, end
            )


def _report(whole: Due, rule: ReportingRule, start: date, end: date) -> Iterator[Due]:
    days = dates.days_in(rule.due)
    if days:
        yield from (replace(whole, id=_at(whole, day) if len(days) > 1 else whole.id, day=day) for day in days)
    else:
        yield from _recurring(whole, start, end)


def _recurring(whole: Due, start: date, end: date) -> Iterator[Due]:
    again = recurrence(whole.words)
    if again is None:
        yield whole
    else:
        yield from (replace(whole, id=_at(whole, day), day=day) for day in again.between(start, end))


def _at(whole: Due, day: date) -> str:
    return f"{whole.id}@{day.isoformat()}"


def _first_day(phase: Phase, start: date) -> date | None:
    return start if phase.window_from.kind is MomentKind.NOW else _day_of(phase.window_from, last=False)


def _last_day(phase: Phase) -> date | None:
    return _day_of(phase.window_to, last=True) if phase.window_to else None


def _day_of(moment: Moment, *, last: bool) -> date | None:
    if moment.kind is MomentKind.DATE:
        return date.fromisoformat(moment.value)
    if moment.kind is MomentKind.MONTH:
        year, month = map(int, moment.value.split("-"))
        return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    return None


def _phase_of(day: date | None, windows: Collection[tuple[int, date | None, date | None]]) -> int | None:
    """The phase in whose window a day lies; where phases have no days, none."""
    if day is None:
        return None
    for number, first, last in windows:
        if first and last and first <= day <= last:
            return number
    return None
