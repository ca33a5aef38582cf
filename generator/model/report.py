"""The phase report (Báo cáo kết quả theo đợt): results, figures, what comes next.

Figures are what the office typed; nothing is computed but totals.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Amount, Day, Identifier, Optional, Record, Text, Whole
from generator.model.content import Passage
from generator.model.document import Document
from generator.model.reference import Reference


class ReportKind(StrEnum):
    QUICK = "quick"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    PHASE = "phase"
    INTERIM = "interim"
    FINAL = "final"


SHORT = frozenset((ReportKind.QUICK, ReportKind.WEEK))
CLOSING = frozenset((ReportKind.INTERIM, ReportKind.FINAL))
"""Those that draw lessons."""


class ResultStatus(StrEnum):
    DONE = "done"
    PARTIAL = "partial"
    NOT_DONE = "not_done"


class Result(Record):
    """What was done of one content item or channel of the plan."""

    title: Text
    content: tuple[Passage, ...]
    plan_items: tuple[Identifier, ...] = ()
    status: ResultStatus | None = None


class Cause(StrEnum):
    OBJECTIVE = "objective"
    SUBJECTIVE = "subjective"


class Difficulty(Record):
    text: Text
    cause: Cause | None = None


class NextTask(Record):
    text: Text
    unit: Identifier | None = None
    due: Optional = ""


class Proposal(Record):
    to: Text
    text: Text


class NullReason(StrEnum):
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"


class Figure(Record):
    """One unit's value of one indicator; empty is not zero, and says why."""

    indicator: Text
    value: Amount | None = Field(default=None, ge=0)
    null_reason: NullReason | None = None

    @model_validator(mode="after")
    def _value_or_reason(self) -> Self:
        if (self.value is None) == (self.null_reason is None):
            raise PydanticCustomError("one_of_fields", "", {"fields": "value, null_reason"})
        return self


class UnitFigures(Record):
    unit: Identifier
    figures: tuple[Figure, ...]


class ChartBy(StrEnum):
    """What stands along the axis."""

    UNIT = "unit"
    INDICATOR = "indicator"
    """Their totals; for those that are counted alike."""


class FigureChart(Record):
    """Bars of the answers, at the end of the results: a bar for each indicator, or this phase beside the one before."""

    indicators: tuple[Text, ...] = Field(min_length=1, max_length=12)
    by: ChartBy = ChartBy.UNIT
    previous: bool = False
    """The figures of the phase before stand beside."""
    title: Optional = ""
    """Left out: the name of the indicator, or of the first and the last."""


class FigureTable(Record):
    """The annex of figures by unit: a column an indicator, a row a unit, a total where the catalogue has one.

    Without rows they are the units' answers to the form of the phase; without indicators, those of the form.
    """

    title: Text
    indicators: tuple[Text, ...] = ()
    rows: tuple[UnitFigures, ...] = ()
    note: Optional = ""
    summary: tuple[Text, ...] = ()
    """Indicators whose totals stand in a table at the head of the results, beside the phase before and the target."""
    chart: FigureChart | None = None


class Report(Document):
    id: Identifier | None = None
    """Of several reports of one phase; a part of the file's name."""
    phase: Whole = Field(ge=1)
    report_kind: ReportKind = ReportKind.PHASE
    period_from: Day
    period_to: Day
    request_reference: Reference | None = None
    sample_figures: bool = False
    """Figures that only show the form: the head of the results, the chart and the annex say so."""
    context: tuple[Passage, ...] = ()
    leadership: tuple[Passage, ...] = ()
    """A short report (quick, of a week) may do without this and without strengths."""
    results: tuple[Result, ...] = Field(min_length=1)
    strengths: tuple[Text, ...] = ()
    difficulties: tuple[Difficulty, ...]
    """An empty list says that there are none, and prints so."""
    lessons: tuple[Text, ...] = ()
    next_tasks: tuple[NextTask, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    exemplary: tuple[Text, ...] = ()
    figures: FigureTable | None = None

    @model_validator(mode="after")
    def _period_runs_forward(self) -> Self:
        if self.period_to < self.period_from:
            raise PydanticCustomError("range_backwards", "", {"start": "period_from", "end": "period_to"})
        return self

    @property
    def is_short(self) -> bool:
        """Told in a page: what was done, what stands in the way, what comes next."""
        return self.report_kind in SHORT
