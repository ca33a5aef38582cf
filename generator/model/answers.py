"""A unit's answer to a form, in `figures/<plan>/dot-<phase>/<unit>.yaml`: written by the program, corrected by clerks.

Silence, `not_applicable` and zero are three different answers. What it adds up to, `figures` knows.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Amount, Day, Identifier, Optional, Record, Text, Whole
from generator.model.indicator import Code
from generator.model.report import NullReason

_REASONS = frozenset(reason.value for reason in NullReason)


class Given(Record):
    """One figure: a value, or why there is none."""

    value: Amount | None = None
    null_reason: NullReason | None = None
    approximate: bool = False
    """`trên`, `gần`: the unit did not count to the last one."""
    note: Optional = ""

    @model_validator(mode="after")
    def _value_or_reason(self) -> Self:
        if (self.value is None) == (self.null_reason is None):
            raise PydanticCustomError("one_of_fields", "", {"fields": "value, null_reason"})
        return self


def _short(value: Any) -> Any:
    """`12`, `97,5` and `not_applicable` stand for records of that one field."""
    if not isinstance(value, str):
        return value
    return {"null_reason": value} if value in _REASONS else {"value": value}


Moment = Annotated[datetime.datetime, Field(strict=False)]
"""With its offset: `2025-06-04T16:40:00+07:00`."""


class Received(Record):
    """Where the answer came from: the returned workbook, when it was taken in and by whom."""

    file: Optional = ""
    digest: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""
    """SHA-256 of that file."""
    saved_at: Moment | None = None
    """When the workbook says that it was saved last; of two files of one unit the later wins."""
    at: Moment
    by: Optional = ""
    seal: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{16})?$")] = ""
    """Of the figures and texts as they were taken in: whether they were changed by hand since."""


class Reporter(Record):
    """Who filled the form in, as typed there."""

    name: Optional = ""
    telephone: Optional = ""


class Correction(Record):
    """A change after the answer came in: by whom, when, of what, and why."""

    at: Moment
    by: Text
    field: Text
    """The code of an indicator or the id of a question."""
    was: Optional = ""
    reason: Text


class AnswerFile(Record):
    unit: Identifier
    phase: Whole = Field(ge=1)
    version: Whole = Field(default=1, ge=1)
    answered_on: Day | None = None
    """The day that counts against the deadline; without one, that of `received`."""
    received: Received | None = None
    """None: typed by hand into this file."""
    reporter: Reporter = Reporter()
    figures: dict[Code, Annotated[Given, BeforeValidator(_short)]] = Field(default_factory=dict)
    texts: dict[Identifier, Text] = Field(default_factory=dict)
    """By the id of the question."""
    corrections: tuple[Correction, ...] = ()
