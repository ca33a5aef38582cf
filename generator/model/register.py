"""The register of document numbers as `vanthu.yaml` sets it up: where it is kept, the terms, the congresses, the split.

It holds no number and gives none: `register` does.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from generator.model.base import Day, Identifier, Optional, Record, Text

TypeId = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$", max_length=60)]
"""A type of document as the regimes name it: `plan`, `regulation_rule`."""


class TermStart(StrEnum):
    """What a committee's term of numbers begins with (HD05 I.3.1.1; HD36: always the congress)."""

    CONGRESS = "congress"
    """`day` is the one on which the congress closed: the term begins on the day after."""
    FIRST_MEETING = "first_meeting"
    """`day` is the one on which the new committee opened its first meeting: the term begins on it."""
    APPOINTMENT = "appointment"
    """`day` is the one from which the appointing decision holds: the term begins on it."""


class Term(Record):
    """A term of a Party committee; it lasts until the next one begins."""

    name: Text = Field(max_length=80)
    """`2025 - 2030`: by it the book knows the term, so it does not change."""
    issuer: Identifier | None = None
    """The unit whose term it is; left out: the office's, and that of every unit without terms of its own."""
    start: TermStart
    day: Day

    @property
    def first_day(self) -> date:
        return self.day + timedelta(days=1) if self.start is TermStart.CONGRESS else self.day


class CongressSpan(Record):
    """The days of one congress, in which it and its organs number all their documents in one series."""

    name: Text = Field(max_length=80)
    issuer: Identifier | None = None
    """The unit whose congress it is; left out: the office's."""
    opens: Day
    """The first day of the preparatory session (phiên trù bị)."""
    closes: Day


class RegisterSettings(Record):
    """The section `register` of `vanthu.yaml`; without it the register is a file of the workspace."""

    address: Optional = ""
    """A file, or `postgresql+psycopg://…` where several clerks issue at once; left out: `register.sqlite`."""
    terms: tuple[Term, ...] = ()
    congresses: tuple[CongressSpan, ...] = ()
    together: Literal["all"] | tuple[tuple[TypeId, ...], ...] = ()
    """State: the types that share a series (NĐ30 Điều 15.1c: the head of the body says which); others stand alone."""


def _only_an_address(value: Any) -> Any:
    return {"address": value} if isinstance(value, str) else value


RegisterSection = Annotated[RegisterSettings, BeforeValidator(_only_an_address)]
"""`register: postgresql+psycopg://…` for short, where nothing but the address differs."""
