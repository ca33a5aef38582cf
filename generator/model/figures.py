"""The figures of one phase, counted: what every unit said, what it adds up to, who has not answered.

Plain data that reports, pages and tables are made of; `generator.figures` makes it, and nothing else computes a figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.model.indicator import Indicator
from generator.model.report import NullReason


@dataclass(frozen=True, slots=True)
class Value:
    """One unit's figure: an amount, or why there is none. A per cent is computed from its part and whole."""

    amount: Decimal | None = None
    null_reason: NullReason | None = None
    is_approximate: bool = False
    note: str = ""


class Standing(StrEnum):
    """How a unit stands with a form."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    """Everything that was asked of it does not apply to it, and it said so."""


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """What one unit was asked and said; a code that is not in `values` was not asked of it."""

    unit: str
    name: str
    standing: Standing
    answered_on: date | None
    values: Mapping[str, Value]
    previous: Mapping[str, Value]
    """Of the phase before, where there was one."""
    cumulative: Mapping[str, Value]
    targets: Mapping[str, Decimal]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Total:
    """One indicator over all units; amounts are None where nobody has said anything."""

    indicator: Indicator
    amount: Decimal | None
    previous: Decimal | None
    cumulative: Decimal | None
    target: Decimal | None
    achieved: Decimal | None
    """Per cent of the target that the cumulative figure reaches. None of what is a per cent itself: that and its target
    are to be compared as they are, and 90% of 95% is no rate of anything."""
    asked: int
    answered: int
    """Units with a value; those to whom it does not apply are neither asked nor answered."""
    is_approximate: bool = False
    is_previous_approximate: bool = False
    is_cumulative_approximate: bool = False
    """Each of the three where any figure is that it was made of."""


@dataclass(frozen=True, slots=True)
class PhaseFigures:
    """Everything that is known of one phase, in the order of the form."""

    phase: int
    title: str
    due: date
    indicators: tuple[str, ...]
    units: tuple[UnitFigures, ...]
    totals: Mapping[str, Total]
    questions: Mapping[str, str]
    is_sample: bool

    def of(self, *standings: Standing) -> tuple[UnitFigures, ...]:
        return tuple(unit for unit in self.units if unit.standing in standings)
