"""Figures that are counted, as they stood on a day before: without the answers that were given after it.

What the rules say of the other answers stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.figures.totals import answered_on, count
from generator.pipeline.figures_of import Counted
from generator.sources.loaded import LoadedWorkspace


def as_of(counted: Counted, loaded: LoadedWorkspace, day: date) -> Counted:
    """An answer without any day was there all along."""
    answers = counted.answers.by_unit
    later = {unit for unit, answer in answers.items() if (answered_on(answer.record) or day) > day}
    if not later:
        return counted
    records = {unit: answer.record for unit, answer in answers.items() if unit not in later}
    figures = count(counted.form, counted.asked, records, counted.earlier, loaded.indicators)
    files = {answers[unit].file for unit in later}
    told = tuple(each for each in counted.diagnostics if each.where.file not in files)
    return replace(counted, figures=figures, diagnostics=told)
