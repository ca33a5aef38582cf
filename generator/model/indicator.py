"""The indicator catalogue: what may be counted, in which unit, and how several figures become one.

It holds no figures: answers and reports do.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Amount, Record, Text, Whole

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=40)]
"""`oral_sessions`."""


class Aggregation(StrEnum):
    """How several figures become one: added, the largest, the latest, or a part of a whole in per cent."""

    SUM = "sum"
    MAX = "max"
    LAST = "last"
    PERCENT = "percent"


class Counting(StrEnum):
    """What a unit's figure of a phase counts: that phase alone, or everything since the plan began."""

    PERIOD = "period"
    CUMULATIVE = "cumulative"


class Plausible(Record):
    """The range in which a figure surprises nobody; outside it the unit is asked, nothing is refused."""

    least: Amount | None = None
    most: Amount | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.least is not None and self.most is not None and self.most < self.least:
            raise PydanticCustomError("range_backwards", "", {"start": "least", "end": "most"})
        return self


class Ratio(Record):
    """What goes with another indicator, as people with sessions: both zero or neither, and a plausible quotient."""

    of: Code
    """The indicator below the line: `oral_sessions`."""
    least: Amount | None = None
    most: Amount | None = None


class Indicator(Record):
    code: Code
    name: Text
    unit: Text
    """What is counted: `buổi`, `lượt người`; one indicator has one."""
    aggregation: Aggregation = Aggregation.SUM
    part: Code | None = None
    """Of a per cent: the indicator above the line, so that a total is weighted and no mean of per cents."""
    whole: Code | None = None
    counting: Counting = Counting.PERIOD
    decimals: Whole = Field(default=0, ge=0, le=6)
    """Digits after the comma; 0 for what is counted in pieces."""
    part_of: Code | None = None
    """`trong đó`: never more than that indicator."""
    is_sum_of_parts: bool = False
    """The indicators that are `part_of` this one make it up: together they equal it."""
    plausible: Plausible | None = None
    goes_with: Ratio | None = None

    @model_validator(mode="after")
    def _per_cent_of_something(self) -> Self:
        if (self.aggregation is Aggregation.PERCENT) != bool(self.part and self.whole):
            raise PydanticCustomError("missing_parts", "", {"parts": "part, whole"})
        return self


class Catalogue(Record):
    """`data/indicators.yaml`, and an office's own `indicators.yaml`, which adds to it or replaces entry by entry."""

    indicators: tuple[Indicator, ...]
