"""What a crash leaves behind, between reserving, writing and issuing, and how the next run brings it to an end."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from generator.register.book import gaps, listing
from generator.register.database import Register
from generator.register.life import issue, record
from generator.register.pending import Standing, pending, repair
from generator.register.records import Entry, Particulars, State
from generator.register.reserving import reserve
from tests.register.books import TODAY, Books, act, party, told

TEXT = b"S\xe1\xbb\x91 01-KH/QU"
WITH_DAY = told(file="out/plan.docx", sha256=hashlib.sha256(TEXT).hexdigest())
WITHOUT_DAY = Particulars(file="out/plan.docx", sha256=hashlib.sha256(TEXT).hexdigest())
LATER = TODAY + timedelta(hours=2)

# Who took the number, what was recorded, what is on the disk; how it stands, and what repair makes of it.
CRASHES = {
    "before anything was recorded": ("run", None, None, Standing.NOT_WRITTEN, State.VOID),
    "before the file was written": ("run", WITH_DAY, None, Standing.NOT_WRITTEN, State.VOID),
    "before it was issued": ("run", WITH_DAY, TEXT, Standing.WRITTEN, State.ISSUED),
    "with a day to come": ("run", WITHOUT_DAY, TEXT, Standing.WRITTEN, State.RESERVED),
    "over an older file": ("run", WITH_DAY, b"older", Standing.CHANGED, State.RESERVED),
    "a person's number": ("", None, None, Standing.AWAITED, State.RESERVED),
    "a person's document": ("", WITH_DAY, TEXT, Standing.AWAITED, State.RESERVED),
}


def crashed(books: Books, register: Register, run: str, recorded: Particulars | None, disk: bytes | None) -> Entry:
    (entry,) = reserve(register, [party("a")], act(), run=run)
    if recorded is not None:
        record(register, [(str(entry.key), recorded)], act())
    if disk is not None:
        (books.root / "out").mkdir()
        (books.root / "out" / "plan.docx").write_bytes(disk)
    return entry


@pytest.mark.parametrize(("run", "recorded", "disk", "standing", "state"), CRASHES.values(), ids=CRASHES)
def test_after_a_crash(
    file_book: Books, run: str, recorded: Particulars | None, disk: bytes | None, standing: Standing, state: State
) -> None:
    with file_book.open() as register:
        crashed(file_book, register, run, recorded, disk)
        assert [one.standing for one in pending(register)] == [standing]
        repair(register, act(at=LATER))
        (entry,) = listing(register)
    assert entry.state is state


def test_a_run_that_may_still_be_at_work_is_left_alone(file_book: Books) -> None:
    with file_book.open() as register:
        crashed(file_book, register, "run", None, None)
        done = repair(register, act(at=TODAY + timedelta(minutes=59)))
    assert (done.issued, done.void, len(done.left)) == ((), (), 1)


def test_what_was_repaired_says_so(file_book: Books) -> None:
    with file_book.open() as register:
        crashed(file_book, register, "run", None, None)
        repair(register, act("máy mất điện", at=LATER))
        (gap,) = gaps(register)
    assert gap.reason == "chương trình dừng trước khi ghi tệp (máy mất điện)"


def test_a_run_that_goes_on_issues_under_the_number_it_had(file_book: Books) -> None:
    with file_book.open() as register:
        before = crashed(file_book, register, "run", WITH_DAY, TEXT)
        (again,) = reserve(register, [party("a")], act(), run="again")
        issue(register, [(str(again.key), WITH_DAY)], act())
        (entry,) = listing(register)
    assert (entry.number, entry.state) == (before.number, State.ISSUED)


def test_a_number_that_its_run_has_issued_meanwhile_is_left(file_book: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    with file_book.open() as register:
        entry = crashed(file_book, register, "run", WITH_DAY, None)
        seen = pending(register)
        issue(register, [(str(entry.key), told())], act())
        monkeypatch.setattr("generator.register.pending.pending", lambda _register: seen)
        done = repair(register, act(at=LATER))
        (now,) = listing(register)
    assert (done.void, now.state) == ((), State.ISSUED)
