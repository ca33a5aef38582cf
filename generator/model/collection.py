"""What a plan asks of its units at the end of a phase: the form (biểu số liệu) and who fills it in.

It holds no answers: `answers` does.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Amount, Day, Identifier, Optional, Record, Text, Whole


class Question(Record):
    """A question answered in words: `Mô hình hay, cách làm mới`."""

    id: Identifier
    text: Text


class Ask(Record):
    """Indicators, and the units that are asked for them."""

    indicators: tuple[Text, ...] = Field(min_length=1)
    units: tuple[Identifier, ...] = ()
    """Units and groups of the roster among those of the form; none: all of the form."""


class UnitTarget(Record):
    """What a unit, or without one the whole plan, is to reach in one indicator by the end of the phase."""

    indicator: Text
    value: Amount = Field(ge=0)
    unit: Identifier | None = None


class CollectionForm(Record):
    """One form of one phase; each unit of it gets a workbook with what is asked of that unit."""

    phase: Whole = Field(ge=1)
    version: Whole = Field(default=1, ge=1)
    """Raised when what is asked changes after the forms went out; answers to an earlier one are told."""
    title: Text
    """`Số liệu tuyên truyền đợt 1`."""
    period_from: Day
    period_to: Day
    due: Day
    units: tuple[Identifier, ...] = Field(min_length=1)
    """Units and groups of the roster, in the order of the annex."""
    asks: tuple[Ask, ...] = Field(min_length=1)
    """The indicators, in the order of the annex; a unit's form has those of every entry that names it."""
    questions: tuple[Question, ...] = ()
    targets: tuple[UnitTarget, ...] = ()
    contact: Optional = ""
    """Whom to ask, as it is printed on the form: name, telephone, mail."""
    sample_figures: bool = False
    """The figures are made up to show the form; every report of them says so."""

    @model_validator(mode="after")
    def _period_runs_forward(self) -> Self:
        if self.period_to < self.period_from:
            raise PydanticCustomError("range_backwards", "", {"start": "period_from", "end": "period_to"})
        return self

    @property
    def indicators(self) -> tuple[str, ...]:
        """Every code that is asked of anyone, once, in order."""
        return tuple(dict.fromkeys(code for ask in self.asks for code in ask.indicators))
