"""How the answers to the form of a phase stand on a day: who is late by how much, what is blank, whom to ask first.

It counts no figure and reads no file: the figures come counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.figures import PhaseFigures, Standing, UnitFigures
from generator.model.indicator import Aggregation
from generator.model.report import NullReason

ORDER = (Standing.MISSING, Standing.LATE, Standing.ON_TIME, Standing.NOT_APPLICABLE)
"""In which people want to know."""


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit of the form."""

    unit: UnitFigures
    days: int
    """From the deadline to the answer, or to the day of the view while there is none; negative: before it."""
    asked: int
    """How many figures it is to fill in; a per cent is nobody's to fill in."""
    blank: tuple[str, ...]
    """Codes of them that were left empty by a unit that has answered."""
    is_rejected: bool = False
    """A form came, and was not taken for its errors; no answer is there."""

    @property
    def standing(self) -> Standing:
        return self.unit.standing


@dataclass(frozen=True, slots=True)
class CollectionStatus:
    figures: PhaseFigures
    today: date
    lines: tuple[UnitLine, ...]
    """In the order of the form."""

    @property
    def counts(self) -> Mapping[Standing, int]:
        found = Counter(line.standing for line in self.lines)
        return {standing: found[standing] for standing in ORDER}

    def of(self, standing: Standing) -> tuple[UnitLine, ...]:
        return tuple(line for line in self.lines if line.standing is standing)

    @property
    def missing(self) -> tuple[UnitLine, ...]:
        """Those of whom most was asked come first: their silence leaves the largest hole in the totals."""
        return tuple(sorted(self.of(Standing.MISSING), key=lambda line: -line.asked))

    @property
    def incomplete(self) -> tuple[UnitLine, ...]:
        """Those that have answered with blanks, most blanks first."""
        return tuple(sorted((line for line in self.lines if line.blank), key=lambda line: -len(line.blank)))

    @property
    def days(self) -> int:
        """From the deadline to the day of the view."""
        return (self.today - self.figures.due).days


def survey(figures: PhaseFigures, today: date, rejected: Mapping[str, date] | None = None) -> CollectionStatus:
    """The figures as seen on that day, unit by unit; `rejected`: by unit the day of a form with errors."""
    refused = {unit for unit, day in (rejected or {}).items() if day <= today}
    computed = {code for code, total in figures.totals.items() if total.indicator.aggregation is Aggregation.PERCENT}
    lines = (_line(unit, figures.due, today, computed, refused) for unit in figures.units)
    return CollectionStatus(figures, today, tuple(lines))


def _line(unit: UnitFigures, due: date, today: date, computed: set[str], refused: set[str]) -> UnitLine:
    is_missing = unit.standing is Standing.MISSING
    day = today if is_missing or unit.answered_on is None else unit.answered_on
    asked = {code: value for code, value in unit.values.items() if code not in computed}
    blank = tuple(code for code, value in asked.items() if value.null_reason is NullReason.NOT_REPORTED)
    is_rejected = is_missing and unit.unit in refused
    return UnitLine(unit, (day - due).days, len(asked), () if is_missing else blank, is_rejected)
