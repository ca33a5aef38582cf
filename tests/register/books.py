"""Registers and what goes into them, as tests need them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from generator.model.organization import Side
from generator.model.register import CongressSpan, RegisterSettings, Term, TermStart
from generator.register.clock import VIETNAM
from generator.register.database import Register
from generator.register.opening import open_register
from generator.register.records import Act, Particulars, Purpose

OFFICE = "quan-uy"
TODAY = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
ACT = Act("văn thư", at=TODAY)
TERMS = (
    Term(name="2020 - 2025", start=TermStart.CONGRESS, day=date(2020, 8, 14)),
    Term(name="2025 - 2030", start=TermStart.CONGRESS, day=date(2025, 8, 14)),
)
CONGRESS = CongressSpan(name="lần thứ XIII", opens=date(2025, 8, 12), closes=date(2025, 8, 14))
SETTINGS = RegisterSettings(terms=TERMS, congresses=(CONGRESS,))


@dataclass
class Books:
    """One register, opened as often as is wanted."""

    root: Path
    address: str = ""
    settings: RegisterSettings = field(default=SETTINGS)

    def open(self, settings: RegisterSettings | None = None) -> Register:
        chosen = settings or self.settings
        return open_register(self.root, chosen.model_copy(update={"address": self.address}), OFFICE)

    @property
    def file(self) -> Path:
        return self.root / "register.sqlite"


def act(why: str = "", at: datetime = TODAY) -> Act:
    return Act("văn thư", why, at)


def party(document: str, kind: str = "plan", *, unit: str = "", copy: str = "", congress: bool = False) -> Purpose:
    return Purpose(OFFICE, Side.PARTY, kind, document, unit=unit, copy=copy, congress=congress)


def state(document: str, kind: str = "plan", *, copy: str = "", secret: bool = False) -> Purpose:
    return Purpose(OFFICE, Side.STATE, kind, document, copy=copy, secret=secret)


def told(day: date = date(2026, 11, 23), **more: object) -> Particulars:
    return Particulars(issued_on=day, **more)  # type: ignore[arg-type]
