"""What the register speaks of: what a number is for, the series it is of, and what became of it.

Plain values; nothing here knows the database.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from generator.model.organization import Side


class State(StrEnum):
    """What became of a number; there is no way back from right to left."""

    RESERVED = "reserved"
    ISSUED = "issued"
    VOID = "void"


class Stream(StrEnum):
    """Documents that are counted apart from each other, whatever their kind."""

    DOCUMENTS = "documents"
    COPIES = "copies"
    CONGRESS = "congress"
    SECRET = "secret"


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a number is for. The same purpose asked for again has the same number: a run that broke off goes on."""

    issuer: str
    """The id of the office or unit whose number it is; of a joint document the lead body's."""
    side: Side
    kind: str
    """The type of document as regimes name it (`plan`, `notice`); of a copy its form."""
    document: str
    """What tells the document from all others of this kind that the issuer makes."""
    unit: str = ""
    plan: str = ""
    copy: str = ""
    """Which copy of the document, where the number is a copy's."""
    congress: bool = False
    """Issued by a congress or an organ of it."""
    secret: bool = False

    @property
    def key(self) -> str:
        parts = [self.issuer, self.kind, self.document, self.unit, self.plan, self.copy, self.congress]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """One run of numbers from 01 on."""

    issuer: str
    side: Side
    stream: Stream
    kinds: str
    """The types that share it, joined by `+`; `*` for all."""
    period: str
    """The year, or the name of the term or congress."""
    starts: date = field(compare=False)
    """The first day of the period."""

    def shares_kinds(self, other: Series) -> bool:
        mine, theirs = set(self.kinds.split("+")), set(other.kinds.split("+"))
        return "*" in mine | theirs or bool(mine & theirs)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the book says of a document besides its number."""

    code: str = ""
    """Number and symbol as they are printed: `158-KH/QU`."""
    subject: str = ""
    issued_on: date | None = None
    signer: str = ""
    recipients: str = ""
    """A line each."""
    drafting_unit: str = ""
    archive_holder: str = ""
    copies: int | None = None
    pages: int | None = None
    transferred_on: date | None = None
    receipt: str = ""
    urgency: str = ""
    secrecy: str = ""
    file: str = ""
    """Where the document was written, from the workspace on, with `/`."""
    sha256: str = ""
    """Of that file."""
    text_sha256: str = ""
    """Of what the document says, its number and day left out."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of the book."""

    series: Series
    number: int
    state: State
    key: str | None
    """The purpose that holds the number; a void one is free for another number."""
    kind: str
    document: str
    unit: str
    plan: str
    copy: str
    reserved_at: datetime
    run: str = ""
    """The program's run that took the number; empty where a person did."""
    reason: str = ""
    """Why it is void."""
    replaces: str = ""
    """The number in whose place this one came, as `series period/number`."""
    particulars: Particulars = Particulars()


@dataclass(frozen=True, slots=True)
class Act:
    """Who changes the book, and why."""

    who: str
    why: str = ""
    at: datetime | None = None
    """Left out: now."""
