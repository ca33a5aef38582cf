"""Random histories of a book: whatever happens in whatever order, its numbers keep their promise, and it comes back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from generator.diagnostics import Faulty
from generator.model.organization import Side
from generator.register import sheet, tables, workbook
from generator.register.book import gaps, listing
from generator.register.bringing import restore, whole
from generator.register.ledger import Numbered
from generator.register.life import issue, replace_number, void
from generator.register.records import Entry, Particulars, Purpose, Series, State
from generator.register.reserving import begin, give_back, reserve
from tests.register.books import CONGRESS, OFFICE, SETTINGS, TODAY, Books, act

KINDS = sheet.Kinds({"KH": ("plan",)}, {"plan": "Kế hoạch"})
# From the old term over a congress and two New Years; every day has its term.
DAYS = st.dates(date(2025, 6, 1), TODAY.date())
PURPOSES = st.builds(
    Purpose,
    st.sampled_from((OFFICE, "chi-bo-1")),
    st.sampled_from(Side),
    st.sampled_from(("plan", "report", "decision")),
    st.sampled_from("abcdef"),
    unit=st.sampled_from(("", "chi-bo-2")),
    copy=st.sampled_from(("", "", "1")),
    congress=st.booleans(),
    secret=st.booleans(),
)
LOTS = st.lists(PURPOSES, min_size=1, max_size=4)
# Texts as they may come: signs of Excel and XML, lines, letters outside the basic plane.
TEXTS = st.text(st.sampled_from("ăêộ đA1=+-@<&>\"'_x000D_\n\t {}%😀;"), max_size=12)
REASONS = TEXTS.map(lambda text: f"vì {text.strip()}")


def refused_for(faulty: Faulty, *codes: str) -> None:
    if not {found.code for found in faulty.diagnostics} <= set(codes):
        raise faulty


class Histories(RuleBasedStateMachine):
    """A book, and beside it a plain list of what was promised."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(
            prefix="vanthu-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None
        )
        self.books = Books(Path(self.folder.name))
        self.out: dict[tuple[Series, int], Particulars] = {}
        self.ever: dict[tuple[Series, int], str] = {}

    @initialize(together=st.sampled_from(((), "all", (("plan", "report"),))))
    def opened(self, together: Any) -> None:
        self.register = self.books.open(SETTINGS.model_copy(update={"together": together}))

    def teardown(self) -> None:
        if hasattr(self, "register"):
            self.comes_back_as_it_went()
            self.register.close()
        self.folder.cleanup()

    def _reserved(self) -> list[Entry]:
        return [entry for entry in listing(self.register) if entry.state is State.RESERVED]

    @rule(
        purposes=st.lists(PURPOSES, min_size=1, max_size=4), day=DAYS, out=st.integers(0, 3), subject=TEXTS, note=TEXTS
    )
    def reserves(self, purposes: list[Purpose], day: date, out: int, subject: str, note: str) -> None:
        """Some numbers, and the document of one of them is out at once."""
        wanted = [one if CONGRESS.opens <= day <= CONGRESS.closes else replace(one, congress=False) for one in purposes]
        before = listing(self.register)
        try:
            given = reserve(self.register, wanted, act(), on=day)
        except Faulty as faulty:
            refused_for(faulty, "register/reserved-in-other-period")
            self.same_as(before)
            return
        assert [entry.key for entry in given] == [one.key for one in wanted]
        if given[out % len(given)].state is State.RESERVED:
            self._issue(given[out % len(given)], Particulars(subject=subject, note=note, issued_on=day))

    def _issue(self, one: Entry, what: Particulars) -> None:
        try:
            (entry,) = issue(self.register, [(str(one.key), what)], act("ghi muộn")).entries
        except Faulty as faulty:
            refused_for(faulty, "register/wrong-period", "register/no-congress")
            return
        self.out[entry.series, entry.number] = entry.particulars

    @rule(chosen=st.integers(0, 30), days=st.integers(0, 400), copies=st.none() | st.integers(0, 9))
    def issues(self, chosen: int, days: int, copies: int | None) -> None:
        if waiting := self._reserved():
            one = waiting[chosen % len(waiting)]
            day = min(one.series.starts + timedelta(days=days), TODAY.date())
            self._issue(one, Particulars(issued_on=day, copies=copies))

    @rule(chosen=st.integers(0, 60), reason=REASONS)
    def voids(self, chosen: int, reason: str) -> None:
        alive = [entry for entry in listing(self.register) if entry.state is not State.VOID]
        if alive:
            one = alive[chosen % len(alive)]
            void(self.register, [Numbered(one.series, one.number)], act(reason))
            self.out.pop((one.series, one.number), None)

    @rule(chosen=st.integers(0, 60))
    def replaces(self, chosen: int) -> None:
        alive = [entry for entry in listing(self.register) if entry.state is not State.VOID]
        if alive:
            one = alive[chosen % len(alive)]
            in_its_place = Purpose(OFFICE, Side.PARTY, "notice", f"thay {len(self.ever)}")
            replace_number(self.register, Numbered(one.series, one.number), in_its_place, act("sai thể thức"))
            self.out.pop((one.series, one.number), None)

    def same_as(self, before: tuple[Entry, ...]) -> None:
        assert set(listing(self.register)) == set(before)

    @rule(start=st.integers(0, 30), count=st.integers(1, 3))
    def gives_back(self, start: int, count: int) -> None:
        reserved = self._reserved()
        waiting = reserved[start % (len(reserved) or 1) :][:count]
        stay = give_back(self.register, [str(entry.key) for entry in waiting], act())
        assert {entry.state for entry in stay} <= {State.RESERVED}
        left = {(entry.series, entry.number) for entry in listing(self.register)}
        for entry in waiting:
            if (entry.series, entry.number) not in left:
                self.ever.pop((entry.series, entry.number), None)

    @rule(first=st.integers(1, 50), kind=st.sampled_from(("minutes", "directive")))
    def goes_on_from_paper(self, first: int, kind: str) -> None:
        before = whole(self.register)
        try:
            begin(self.register, Purpose(OFFICE, Side.PARTY, kind, ""), first, act("sổ giấy"))
        except Faulty as faulty:
            refused_for(faulty, "register/series-begun")
            self.same_as(before[0])

    @invariant()
    def every_number_keeps_its_promise(self) -> None:
        if not hasattr(self, "register"):
            return
        entries = listing(self.register)
        assert not [gap for gap in gaps(self.register) if gap.state is None]
        places = {(entry.series, entry.number): entry for entry in entries}
        assert len(places) == len(entries)
        assert all(entry.reason for entry in entries if entry.state is State.VOID)
        # None that was ever there is gone, and none is another document's now.
        for place, document in self.ever.items():
            assert places[place].document == document
        self.ever |= {place: entry.document for place, entry in places.items()}
        issued = {place: entry.particulars for place, entry in places.items() if entry.state is State.ISSUED}
        assert issued == self.out

    def comes_back_as_it_went(self) -> None:
        entries, firsts = whole(self.register)
        cover = sheet.cover("Quận ủy", entries)
        path = Path(self.folder.name) / "book.xlsx"
        path.write_bytes(workbook.written(entries, firsts, KINDS, cover))
        sheets = tables.read(path)
        assert workbook.is_ours(sheets)
        back = workbook.read_back(sheets)
        assert back == (entries, firsts)
        assert workbook.changed_by_hand(sheets, entries, KINDS, path) == ()
        with (
            tempfile.TemporaryDirectory(dir=self.folder.name) as empty,
            Books(Path(empty)).open(self.register.rules.settings) as other,
        ):
            restore(other, *back, act())
            assert whole(other) == (entries, firsts)


Histories.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
TestHistories = Histories.TestCase
