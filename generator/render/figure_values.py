"""What stands in the place of a reference to a figure, as it is printed.

It computes nothing: totals come counted, and only the form of the number is made here.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from generator.model.figure_reference import Aspect, OfUnits, Reference
from generator.model.figures import PhaseFigures, Standing, Total
from generator.model.indicator import Aggregation, Indicator
from generator.render.runs import literal
from generator.vietnamese.numerals import grouped

NOBODY = "không có"
"""Of units, where a sentence names those that are missing or late and there are none."""
_HUNDREDTHS = 2
"""Digits after the comma of a per cent, as far as they are not zeros: `97,55`, `99,8`, `100`."""
PER_CENT = "%"


def is_per_cent(indicator: Indicator) -> bool:
    return indicator.aggregation is Aggregation.PERCENT


@lru_cache(maxsize=16_384)
def shown(amount: Decimal, *, per_cent: bool = False) -> str:
    """`1.250`; of a per cent the number alone, as it stands in a column that says so: `97,55`."""
    return grouped(_rounded(amount) if per_cent else amount)


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-_HUNDREDTHS), ROUND_HALF_UP) if amount.is_finite() else amount


def value_of(reference: Reference, figures: PhaseFigures) -> str | None:
    """The words in the place of a reference; None where nobody has told the figure. LookupError: there is no such.

    In a sentence whatever is a per cent says so: `97,55%`.
    """
    if reference.aspect not in reference.aspects:
        raise LookupError(reference)
    if reference.is_of_units:
        return _of_units(OfUnits(reference.aspect), figures)
    return _of_total(Aspect(reference.aspect), figures.totals[reference.name])


def _of_total(aspect: Aspect, total: Total) -> str | None:
    indicator = total.indicator
    match aspect:
        case Aspect.NAME:
            return indicator.name
        case Aspect.UNIT:
            return indicator.unit
        case Aspect.ANSWERED:
            return grouped(total.answered)
        case Aspect.ASKED:
            return grouped(total.asked)
        case Aspect.ACHIEVED:
            return _in_a_sentence(total.achieved, per_cent=True)
    amounts = {
        Aspect.VALUE: total.amount,
        Aspect.PREVIOUS: total.previous,
        Aspect.CUMULATIVE: total.cumulative,
        Aspect.TARGET: total.target,
    }
    return _in_a_sentence(amounts[aspect], per_cent=is_per_cent(indicator))


def _in_a_sentence(amount: Decimal | None, *, per_cent: bool) -> str | None:
    if amount is None:
        return None
    return shown(amount, per_cent=per_cent) + (PER_CENT if per_cent else "")


def _of_units(aspect: OfUnits, figures: PhaseFigures) -> str:
    missing, late = figures.of(Standing.MISSING), figures.of(Standing.LATE)
    match aspect:
        case OfUnits.MISSING_NAMES:
            return ", ".join(literal(unit.name) for unit in missing) or NOBODY
        case OfUnits.LATE_NAMES:
            return ", ".join(literal(unit.name) for unit in late) or NOBODY
    counts = {
        OfUnits.ASKED: len(figures.units),
        OfUnits.ANSWERED: len(figures.units) - len(missing),
        OfUnits.MISSING: len(missing),
        OfUnits.LATE: len(late),
    }
    return grouped(counts[aspect])
