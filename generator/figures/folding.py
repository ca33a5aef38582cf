"""How several figures of one indicator become one, over units and over phases.

Sums are exact and do not depend on the order. It decides nothing of units: `totals` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import reduce

from generator.model.figures import Value
from generator.model.indicator import Aggregation, Counting, Indicator
from generator.model.report import NullReason

Catalogue = Mapping[str, Indicator]
Values = Mapping[str, Value]

NOT_REPORTED = Value(null_reason=NullReason.NOT_REPORTED)
NOT_APPLICABLE = Value(null_reason=NullReason.NOT_APPLICABLE)
SHARE_DECIMALS = 2
"""Digits of what has been reached of a target, in per cent."""
_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_EXACT = Context(prec=1_000)
_QUOTIENT = Context(prec=60)
_ABSURD = 300
"""So many digits nobody counts; with them no quotient is made."""


def added(amounts: Iterable[Decimal]) -> Decimal:
    return reduce(_EXACT.add, amounts, _ZERO)


def share(part: Decimal | None, whole: Decimal | None, decimals: int = SHARE_DECIMALS) -> Decimal | None:
    """`part` of `whole` in per cent; None where either is unknown or there is nothing to have a part of."""
    if part is None or not whole or max(part.adjusted(), whole.adjusted()) > _ABSURD:
        return None
    quotient = _QUOTIENT.divide(_EXACT.multiply(part, _HUNDRED), whole)
    return quotient.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)


def per_cent(indicator: Indicator, part: Value, whole: Value) -> Value:
    """A unit's per cent of its own part and whole, never one that somebody typed."""
    amount = share(part.amount, whole.amount, indicator.decimals)
    if amount is not None:
        return Value(amount, is_approximate=part.is_approximate or whole.is_approximate)
    is_silent = NullReason.NOT_REPORTED in (part.null_reason, whole.null_reason)
    return NOT_REPORTED if is_silent else NOT_APPLICABLE


def over_phases(phases: Sequence[Values], catalogue: Catalogue) -> dict[str, Value]:
    """One unit's figures so far, by the codes of the last phase; what it was not asked before adds nothing."""
    return {code: _so_far(catalogue[code], phases, catalogue, phases[-1][code]) for code in phases[-1]}


@dataclass(frozen=True, slots=True)
class Course:
    """One unit over the phases in which it was asked."""

    phases: Sequence[Values]
    """The first one first."""
    so_far: Values
    """What `over_phases` makes of them, by the codes of this phase; of a unit that is no longer asked nothing."""


def of_phase(indicator: Indicator, units: Sequence[Values]) -> Value:
    """One figure of all units in one phase."""
    if indicator.aggregation is Aggregation.PERCENT:
        return _of_pairs(indicator, [pair for values in units for pair in _pairs_of(indicator, (values,))])
    return _together(indicator, [values[indicator.code] for values in units if indicator.code in values])


def of_all_phases(indicator: Indicator, units: Sequence[Course], catalogue: Catalogue) -> Value:
    """One figure of all units so far."""
    if indicator.aggregation is Aggregation.PERCENT:
        pairs = [pair for course in units for pair in _pairs(indicator, course.phases, catalogue)]
        return _of_pairs(indicator, pairs)
    code = indicator.code
    each = (
        course.so_far[code] if code in course.so_far else _so_far(indicator, course.phases, catalogue, NOT_REPORTED)
        for course in units
    )
    return _together(indicator, each)


def _together(indicator: Indicator, values: Iterable[Value]) -> Value:
    known = [value for value in values if value.amount is not None]
    return _largest(known) if indicator.aggregation is Aggregation.MAX else _added(known)


def _so_far(indicator: Indicator, phases: Sequence[Values], catalogue: Catalogue, otherwise: Value) -> Value:
    """One unit's figure over its phases; `otherwise` where it has said nothing in any."""
    if indicator.aggregation is Aggregation.PERCENT:
        found = _of_pairs(indicator, _pairs(indicator, phases, catalogue))
        return otherwise if found.amount is None else found
    code = indicator.code
    known = [values[code] for values in phases if code in values and values[code].amount is not None]
    if not known:
        return otherwise
    if len(known) == 1:
        return known[0]
    if indicator.aggregation is Aggregation.MAX:
        return _largest(known)
    if indicator.aggregation is Aggregation.LAST or indicator.counting is Counting.CUMULATIVE:
        return known[-1]
    return _added(known)


def _pairs(indicator: Indicator, phases: Sequence[Values], catalogue: Catalogue) -> list[tuple[Value, Value]]:
    """A unit's parts and wholes; of what counts from the beginning only the latest."""
    found = _pairs_of(indicator, phases)
    return found[-1:] if catalogue[str(indicator.part)].counting is Counting.CUMULATIVE else found


def _pairs_of(indicator: Indicator, phases: Iterable[Values]) -> list[tuple[Value, Value]]:
    """Parts and wholes of a unit, where it gave both of them."""
    part, whole = str(indicator.part), str(indicator.whole)
    return [
        (values[part], values[whole])
        for values in phases
        if part in values and whole in values and None not in (values[part].amount, values[whole].amount)
    ]


def _of_pairs(indicator: Indicator, pairs: Sequence[tuple[Value, Value]]) -> Value:
    if not pairs:
        return NOT_REPORTED
    parts, wholes = _added([part for part, _whole in pairs]), _added([whole for _part, whole in pairs])
    return per_cent(indicator, parts, wholes)


def _added(known: Sequence[Value]) -> Value:
    if not known:
        return NOT_REPORTED
    amounts = [value.amount for value in known if value.amount is not None]
    return Value(added(amounts), is_approximate=any(value.is_approximate for value in known))


def _largest(known: Sequence[Value]) -> Value:
    if not known:
        return NOT_REPORTED
    most = max(value.amount for value in known if value.amount is not None)
    return Value(most, is_approximate=any(value.is_approximate for value in known))
