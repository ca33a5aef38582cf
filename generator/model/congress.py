"""The congress table: which congress of which Party body has which ordinal and term.

It does not look for congresses in texts: `sources.congress_mentions` does.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Day, Record, Text, Whole


class CongressLevel(StrEnum):
    CELL = "cell"
    GRASSROOTS = "grassroots"
    DISTRICT = "district"
    PROVINCE = "province"
    NATIONAL = "national"


class Congress(Record):
    """One line of the table: `Đảng bộ thành phố Cần Thơ`, ordinal 15, term 2025 to 2030."""

    level: CongressLevel
    body: Text
    """The Party organisation as it is written in texts: `Đảng bộ thành phố Cần Thơ`; `toàn quốc` at national level."""
    aliases: tuple[Text, ...] = ()
    ordinal: Whole = Field(ge=1, le=99)
    term_from: Whole = Field(ge=1930, le=2100)
    term_to: Whole = Field(ge=1930, le=2100)
    planned_from: Day | None = None
    planned_to: Day | None = None

    @model_validator(mode="after")
    def _term_runs_forward(self) -> Self:
        if self.term_to <= self.term_from:
            raise PydanticCustomError(
                "term_backwards", "{start} - {end}", {"start": self.term_from, "end": self.term_to}
            )
        return self
