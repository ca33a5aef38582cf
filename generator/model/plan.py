"""The plan (Kế hoạch): the one file from which every document is made.

Guidance, slogans and reports hang on it; each has a module of its own.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Identifier, Optional, Record, Text, Whole
from generator.model.collection import CollectionForm
from generator.model.content import Item, Passage, Section, Titled
from generator.model.document import Document
from generator.model.guidance import Guidance
from generator.model.letters import Directive, Dispatch, Minutes
from generator.model.report import Report
from generator.model.slogans import SloganList
from generator.vietnamese import dates


class MomentKind(StrEnum):
    DATE = "date"
    MONTH = "month"
    EVENT = "event"
    NOW = "now"


class Moment(Record):
    """One end of a window: a day, a month, an event in words, or the plan's own day."""

    kind: MomentKind
    value: Optional = ""
    """A day is kept as `2025-06-30` and a month as `2025-06`, however they were typed."""

    @model_validator(mode="before")
    @classmethod
    def _iso(cls, typed: Any) -> Any:
        value = typed.get("value") if isinstance(typed, dict) else None
        return typed | {"value": _iso_form(typed.get("kind"), value)} if isinstance(value, str) else typed

    @model_validator(mode="after")
    def _value_fits_kind(self) -> Self:
        if (self.value == "") != (self.kind is MomentKind.NOW):
            raise PydanticCustomError("moment_value", "", {"kind": self.kind.value, "value": self.value})
        return self


def _iso_form(kind: object, text: str) -> str:
    try:
        if kind == MomentKind.DATE:
            return dates.parse_date(text).isoformat()
        if kind == MomentKind.MONTH:
            return _month(text)
    except ValueError as error:
        raise PydanticCustomError("moment_value", "", {"kind": str(kind), "value": text}) from error
    return text


def _month(text: str) -> str:
    found = dates.parse_partial_date(text)
    if not isinstance(found, dates.PartialDate):
        raise ValueError(text)
    return f"{found.year:04d}-{found.month:02d}"


class Subgroup(Record):
    """Content of a phase with words of its own before it; its numbers start again."""

    lead: Text
    window_from: Moment | None = None
    window_to: Moment | None = None
    items: tuple[Item, ...] = ()


class Phase(Record):
    """An đợt: its number is its place in the list."""

    title: Text
    """The window in words, as it follows `Đợt 1:`."""
    lead_in: Optional = ""
    """The rest of the heading: `tập trung tuyên truyền những nội dung sau:`."""
    window_from: Moment
    window_to: Moment | None = None
    """Left out: the phase has no end of its own."""
    items: tuple[Item, ...] = ()
    subgroups: tuple[Subgroup, ...] = ()


class ChannelGroup(StrEnum):
    MASS_MEDIA = "mass_media"
    WEB_PORTAL = "web_portal"
    SOCIAL_MEDIA = "social_media"
    ORAL = "oral"
    VISUAL = "visual"
    PUBLICATION = "publication"
    ARTS = "arts"
    EMULATION = "emulation"
    CONTEST = "contest"
    MOBILE = "mobile"
    LED_SCREEN = "led_screen"


class Expected(Record):
    """A quantity the plan asks for, by a code of the indicator catalogue."""

    indicator: Identifier | Text
    value: Whole = Field(ge=0)


class Channel(Record):
    """A form of propaganda (hình thức) with its content and notes."""

    group: ChannelGroup
    title: Text
    lead_unit: Identifier | None = None
    content: tuple[Passage, ...] = ()
    notes: tuple[Text, ...] = ()
    expected: tuple[Expected, ...] = ()


class Target(Record):
    """A target (chỉ tiêu): words, and the figure behind them where there is one."""

    text: Text
    indicator: Text | None = None
    value: Whole | None = Field(default=None, ge=0)


class DeadlineKind(StrEnum):
    DATE = "date"
    RECURRING = "recurring"
    EVENT = "event"


class Deadline(Record):
    """`trước ngày 01/10/2025`, `trước ngày 10/12 hằng năm`, or an event in words."""

    kind: DeadlineKind
    value: Text


class Task(Record):
    """What a unit does, until when, and what comes out of it."""

    text: Text
    deadline: Deadline | None = None
    output: Text | None = None
    cooperating_units: tuple[Identifier, ...] = ()


class Role(StrEnum):
    LEAD = "lead"
    COOPERATE = "cooperate"


class Assignment(Record):
    """A unit or group of the roster, the sentence that begins with its name, and its tasks."""

    unit: Identifier
    role: Role = Role.LEAD
    lead: Text
    """Continues the unit's name: `căn cứ theo nội dung hướng dẫn, …`."""
    tasks: tuple[Task, ...] = ()


class Frequency(StrEnum):
    AD_HOC = "ad_hoc"
    WEEK = "week"
    MONTH = "month"
    PHASE = "phase"
    FINAL = "final"


class ReportingRule(Record):
    """Who reports to whom, how often, until when."""

    text: Text
    frequency: tuple[Frequency, ...] = ()
    due: Optional = ""
    submit_to: tuple[Text, ...] = ()


class PlanSection(Section):
    """A section of a plan: typed parts, printed in the order of the fields, or free content."""

    purposes: Titled | None = None
    requirements: Titled | None = None
    targets: tuple[Target, ...] = ()
    phases: tuple[Phase, ...] = ()
    cross_phase_content: Text | None = None
    channels: tuple[Channel, ...] = ()
    budget: Titled | None = None
    assignments: tuple[Assignment, ...] = ()
    reporting: ReportingRule | None = None


class Abbreviation(Record):
    long: Text
    short: Text


class Plan(Document):
    """One plan file: the plan itself and the documents that follow from it."""

    aim: Text | None = None
    """The opening sentence of aims: `Nhằm tạo sự thống nhất …`."""
    abbreviations: tuple[Abbreviation, ...] = ()
    sections: tuple[PlanSection, ...] = Field(min_length=1)
    guidance: Guidance | None = None
    slogans: SloganList | None = None
    forms: tuple[CollectionForm, ...] = ()
    """The forms that the units fill in, one a phase."""
    reports: tuple[Report, ...] = ()
    directive: Directive | None = None
    dispatches: tuple[Dispatch, ...] = ()
    minutes: Minutes | None = None

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of all sections, in order."""
        return tuple(phase for section in self.sections for phase in section.phases)

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        return tuple(each for section in self.sections for each in section.assignments)

    def form_of_phase(self, number: int) -> CollectionForm | None:
        return next((form for form in self.forms if form.phase == number), None)

    def report_of_phase(self, number: int) -> Report | None:
        return next((report for report in self.reports if report.phase == number), None)
