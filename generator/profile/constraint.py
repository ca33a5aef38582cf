"""What a value may be, what it is when nobody says, and the clause behind it.

It does not know sections or files: `schema` and `layers` do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeAlias

from generator.diagnostics import Location
from generator.messages import _
from generator.profile.values import Value, ordered, same, written

__all__ = ["Between", "Constraint", "Exactly", "Matching", "OneOf", "Source", "Value", "Widened"]


_NOWHERE = Location()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a constraint comes from: the layer that set it last, and the clause and grade behind it."""

    layer: str = ""
    clause: str | None = None
    grade: str | None = None
    note: str | None = None
    place: Location = field(default=_NOWHERE)

    def under(self, outer: Source) -> Source:
        """This source; what it does not say of clause, grade and note stays as the outer layer said it."""
        return replace(
            self,
            clause=self.clause or outer.clause,
            grade=self.grade or outer.grade,
            note=self.note or outer.note,
        )


class Widened(Exception):
    """The inner constraint would accept what the outer one does not; the message says which value."""

    def __init__(self, outer: Constraint, inner: Constraint, offending: Value = None) -> None:
        super().__init__(outer, inner, offending)
        self.outer, self.inner, self.offending = outer, inner, offending

    def __str__(self) -> str:
        text = accepted_text(self.inner) if self.offending is None else written(self.offending)
        return _("{value} nằm ngoài {range}").format(value=text, range=accepted_text(self.outer))


@dataclass(frozen=True, slots=True)
class Exactly:
    """One value and no other."""

    value: Value
    source: Source = field(default=Source(), compare=False)

    @property
    def default(self) -> Value:
        return self.value

    def accepts(self, value: Value, *, tolerance: int = 0) -> bool:
        """Is it this value? Lengths may differ by `tolerance` EMU."""
        return _near(self.value, value, tolerance)

    def narrow(self, inner: Constraint) -> Constraint:
        return _narrow(self, inner)

    def describe(self) -> str:
        return accepted_text(self)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several values."""

    values: tuple[Value, ...]
    default: Value
    source: Source = field(default=Source(), compare=False)

    def accepts(self, value: Value, *, tolerance: int = 0) -> bool:
        """Is it one of the values? Lengths may differ by `tolerance` EMU."""
        return any(_near(known, value, tolerance) for known in self.values)

    def narrow(self, inner: Constraint) -> Constraint:
        return _narrow(self, inner)

    def describe(self) -> str:
        return _with_default(self)


@dataclass(frozen=True, slots=True)
class Between:
    """A range with both ends in it; an end that is None is open."""

    low: Value
    high: Value
    default: Value
    source: Source = field(default=Source(), compare=False)

    def accepts(self, value: Value, *, tolerance: int = 0) -> bool:
        """Is it in the range? Lengths may lie outside by `tolerance` EMU."""
        # Against the default too: a range open at both ends still holds values of one sort only.
        return (
            ordered(value, self.default)
            and (self.low is None or _reaches(value, self.low, tolerance))
            and (self.high is None or _reaches(self.high, value, tolerance))
        )

    def narrow(self, inner: Constraint) -> Constraint:
        return _narrow(self, inner)

    def describe(self) -> str:
        return _with_default(self)


@dataclass(frozen=True, slots=True)
class Matching:
    """A text that matches a regular expression from its first letter to its last."""

    pattern: str
    default: Value
    source: Source = field(default=Source(), compare=False)

    def accepts(self, value: Value, *, tolerance: int = 0) -> bool:
        """Does the text match? `tolerance` has no meaning here."""
        return isinstance(value, str) and _compiled(self.pattern).fullmatch(value) is not None

    def narrow(self, inner: Constraint) -> Constraint:
        return _narrow(self, inner)

    def describe(self) -> str:
        return _with_default(self)


Constraint: TypeAlias = Exactly | OneOf | Between | Matching


def candidates(constraint: Constraint) -> Iterable[Value] | None:
    """All that the constraint accepts, where that is a list; None where it is a range or a pattern."""
    match constraint:
        case Exactly(value=value):
            return (value,)
        case OneOf(values=values):
            return values
        case Between(low=low, high=high) if low is not None and low == high:
            return (low,)
    return None


def _narrow(outer: Constraint, inner: Constraint) -> Constraint:
    _refuse_wider(outer, inner)
    if not outer.accepts(inner.default):
        raise Widened(outer, inner, inner.default)
    return replace(inner, source=inner.source.under(outer.source))


def _refuse_wider(outer: Constraint, inner: Constraint) -> None:
    listed = candidates(inner)
    if listed is not None:
        for value in listed:
            if not outer.accepts(value):
                raise Widened(outer, inner, value)
    elif isinstance(outer, Between) and isinstance(inner, Between):
        for end, other in ((inner.low, outer.low), (inner.high, outer.high)):
            if other is not None and (end is None or not outer.accepts(end)):
                raise Widened(outer, inner, end)
    elif not (isinstance(outer, Matching) and isinstance(inner, Matching) and outer.pattern == inner.pattern):
        # Whether one pattern lies inside another cannot be shown, and a range never fits in a list.
        raise Widened(outer, inner)


def _near(known: Value, value: Value, tolerance: int) -> bool:
    if tolerance and ordered(known, value) and isinstance(known, int) and isinstance(value, int):
        return abs(known - value) <= tolerance
    return same(known, value)


def _reaches(value: Value, low: Value, tolerance: int) -> bool:
    return value + tolerance >= low  # type: ignore[operator]  # `ordered` has shown both to be numbers of one sort


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def accepted_text(constraint: Constraint) -> str:
    """What is accepted, without the default: `14–15 pt`."""
    match constraint:
        case Exactly(value=value):
            return written(value)
        case OneOf(values=values):
            return _(" hoặc ").join(written(value) for value in values)
        case Between(low=low, high=high) if high is None:
            return _("từ {low} trở lên").format(low=written(low)) if low is not None else _("tùy chọn")
        case Between(low=low, high=high) if low is None:
            return _("không quá {high}").format(high=written(high))
        case Between(low=low, high=high):
            return _range(written(low), written(high))
        case Matching(pattern=pattern):
            return _("theo mẫu {pattern}").format(pattern=pattern)


def _range(low: str, high: str) -> str:
    number, _space, unit = low.partition(" ")
    return f"{number}–{high}" if unit and high.endswith(f" {unit}") else f"{low}–{high}"


def _with_default(constraint: Constraint) -> str:
    return _("{accepted}, mặc định {default}").format(
        accepted=accepted_text(constraint), default=written(constraint.default)
    )
