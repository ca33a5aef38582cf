"""Which of the reports that a plan asks for are fulfilled by answers to its forms: those that are due on a form's day.

What a person has marked as done it does not know.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.model.figures import Standing
from generator.pipeline.deadlines import Due, What
from generator.pipeline.figures_of import figures_of
from generator.sources.loaded import LoadedPlan, LoadedWorkspace


def answered_reports(
    found: Iterable[Due], plan: LoadedPlan, loaded: LoadedWorkspace, today: date
) -> dict[tuple[str, str], date]:
    """By (due, unit) the day of the answer. Reads: the answers to forms that are due on the day of a report."""
    reports: dict[date, set[str]] = {}
    for due in found:
        if due.what is What.REPORT and due.day:
            reports.setdefault(due.day, set()).add(due.id)
    done: dict[tuple[str, str], date] = {}
    for form in plan.plan.forms:
        if form.due not in reports:
            continue
        for unit in figures_of(loaded, plan, form.phase, today).figures.units:
            if unit.standing is not Standing.MISSING and unit.answered_on:
                done |= {(due, unit.unit): unit.answered_on for due in reports[form.due]}
    return done
