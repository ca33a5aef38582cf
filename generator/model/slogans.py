"""The slogan list (danh mục khẩu hiệu): what may hang, from when to when.

Slogans are typed by the office or copied from a superior's list; none is made up here.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Day, Record, Text, Whole
from generator.model.document import Document


class Carrier(StrEnum):
    """A slogan list is a notice of its own, or an annex of the plan."""

    NOTICE = "notice"
    ANNEX = "annex"


class Scope(StrEnum):
    NATIONAL = "national"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    UNIT = "unit"


class Years(Record):
    """Anniversary arithmetic to hold: `count` years from `from_year` to `to_year`."""

    count: Whole = Field(ge=1)
    from_year: Whole
    to_year: Whole

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.to_year - self.from_year != self.count:
            raise PydanticCustomError("anniversary", "", {"count": self.count, "real": self.to_year - self.from_year})
        return self


class Slogan(Record):
    text: Text
    scope: Scope = Scope.UNIT
    phases: tuple[Whole, ...] = ()
    fixed_wording: bool = False
    """Copied from a superior's list: a unit may not change it."""
    years: Years | None = None

    @model_validator(mode="after")
    def _one_exclamation_mark(self) -> Self:
        if self.text.count("!") != 1 or not re.search(r"\S!$", self.text):
            raise PydanticCustomError("exclamation_mark", "", {})
        return self


class SloganGroup(Record):
    title: Text
    slogans: tuple[Slogan, ...] = Field(min_length=1)


class SloganList(Document):
    carrier: Carrier = Carrier.NOTICE
    hang_from: Day | None = None
    hang_to: Day | None = None
    groups: tuple[SloganGroup, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _no_slogan_twice(self) -> Self:
        texts = [slogan.text.casefold() for group in self.groups for slogan in group.slogans]
        twice = sorted({text for text in texts if texts.count(text) > 1})
        if twice:
            raise PydanticCustomError("duplicate_slogan", "", {"text": twice[0]})
        if self.hang_from and self.hang_to and self.hang_to < self.hang_from:
            raise PydanticCustomError("range_backwards", "", {"start": "hang_from", "end": "hang_to"})
        return self
