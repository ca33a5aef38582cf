"""The indicator catalogue: what may be counted, in which unit, and how several figures become one.

It holds no figures: reports and forms do.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Record, Text

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=40)]
"""`oral_sessions`."""


class Aggregation(StrEnum):
    """How several figures become one: added, the largest, the latest, or a part of a whole in per cent."""

    SUM = "sum"
    MAX = "max"
    LAST = "last"
    PERCENT = "percent"


class Indicator(Record):
    code: Code
    name: Text
    unit: Text
    """What is counted: `buổi`, `lượt người`; one indicator has one."""
    aggregation: Aggregation = Aggregation.SUM
    part: Code | None = None
    """Of a per cent: the indicator above the line, so that a total is weighted and no mean of per cents."""
    whole: Code | None = None

    @model_validator(mode="after")
    def _per_cent_of_something(self) -> Self:
        if (self.aggregation is Aggregation.PERCENT) != bool(self.part and self.whole):
            raise PydanticCustomError("missing_parts", "", {"parts": "part, whole"})
        return self


class Catalogue(Record):
    """`data/indicators.yaml`."""

    indicators: tuple[Indicator, ...]
