"""Lengths of lines, and numbers of millimetres, as findings say them.

It measures nothing.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from generator.messages import _
from generator.profile.constraint import Between, Constraint, Exactly, OneOf


def bounds(constraint: Constraint) -> tuple[float, float]:
    """The least and the greatest number that is accepted; what is open is 0 or endless."""
    match constraint:
        case Exactly(value=value):
            values = [value]
        case OneOf(values=several):
            values = list(several)
        case Between(low=low, high=high):
            return (_number(low) if low is not None else 0.0, _number(high) if high is not None else float("inf"))
        case _:
            raise TypeError(constraint)
    numbers = [_number(value) for value in values]
    return min(numbers), max(numbers)


def millimetres(*sizes: float) -> str:
    """`72.6 mm`, or from one to another."""
    said = list(dict.fromkeys(f"{size:.1f}" for size in sizes))
    return _("{size} mm").format(size="–".join(said))


def _number(value: object) -> float:
    if isinstance(value, int | float | Decimal | Fraction):
        return float(value)
    raise TypeError(value)
