"""Many clerks at once, and clerks that are killed: no number twice, none lost without a reason."""

from __future__ import annotations

import hashlib
import signal
import sys
import time
from collections import Counter
from datetime import timedelta
from multiprocessing.process import BaseProcess
from random import Random

import pytest

from generator.register.book import gaps, listing
from generator.register.pending import repair
from generator.register.records import Entry, State
from tests.register.books import TODAY, Books, act
from tests.register.clerks import start

CLERKS = 16


def sound(books: Books) -> tuple[Entry, ...]:
    """The book, after everything that must always hold of it was looked at."""
    with books.open() as register:
        entries = listing(register)
        lacking = [gap for gap in gaps(register) if gap.state is None]
    assert not lacking
    numbers = Counter((entry.series, entry.number) for entry in entries)
    assert set(numbers.values()) == {1}
    assert all(entry.reason for entry in entries if entry.state is State.VOID)
    for entry in entries:
        if entry.state is State.ISSUED:
            data = (books.root / entry.particulars.file).read_bytes()
            assert hashlib.sha256(data).hexdigest() == entry.particulars.sha256
            assert data.decode() == f"{entry.kind} {entry.number:05d} {entry.document}"
    # What a clerk was told is so for ever.
    out = {(entry.kind, entry.number): entry for entry in entries}
    for told in books.root.glob("told-*"):
        for kind, number, document in (line.split() for line in told.read_text(encoding="utf-8").splitlines()):
            assert out[kind, int(number)].document == document
            assert out[kind, int(number)].state is not State.RESERVED
    return entries


def at_work(books: Books, process: BaseProcess) -> None:
    """Wait until it has the book open."""
    while process.exitcode is None and not (books.root / f"at-work-{process.pid}").exists():
        time.sleep(0.01)


def finished(processes: list[BaseProcess], seconds: float = 900) -> None:
    for process in processes:
        process.join(seconds)
    assert [process.exitcode for process in processes] == [0] * len(processes)


@pytest.mark.parametrize("numbers", [800, pytest.param(20_000, marks=pytest.mark.slow)])
def test_sixteen_clerks_at_once(books: Books, numbers: int) -> None:
    finished([start(books, f"clerk-{place}", numbers // CLERKS) for place in range(CLERKS)])
    entries = sound(books)
    assert {entry.state for entry in entries} == {State.ISSUED, State.VOID}
    assert len(entries) > numbers * 0.9


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.slow)])
def test_clerks_killed_at_random_moments(books: Books, kills: int) -> None:
    """Half of those that were killed go on afterwards, half never come back; what these left is repaired."""
    random = Random(f"{kills} kills")
    running = {place: start(books, f"clerk-{place}", 400) for place in range(CLERKS)}
    killed, names = 0, CLERKS
    while killed < kills:
        place = random.choice([*running])
        process = running.pop(place)
        at_work(books, process)
        time.sleep(random.uniform(0, 0.3))
        if process.exitcode is None:
            process.kill()
            process.join()
            killed += process.exitcode == -signal.SIGKILL
        again = process.exitcode != 0 and random.random() < 0.5
        running[place if again else names] = start(books, f"clerk-{place if again else names}", 400)
        names += not again
    for process in running.values():
        process.kill()
        process.join()
    with books.open() as register:
        before = listing(register)
        repair(register, act(), before=TODAY + timedelta(days=1))
    entries = sound(books)
    assert {entry.state for entry in entries} <= {State.ISSUED, State.VOID}
    assert len(entries) == len(before) > 0


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_who_goes_on_after_a_kill_has_the_same_numbers(books: Books) -> None:
    for wait in (0.05, 0.1, 0.2):
        process = start(books, "clerk", 300)
        at_work(books, process)
        time.sleep(wait)
        process.kill()
        process.join()
    finished([start(books, "clerk", 300)])
    entries = sound(books)
    issued = Counter(entry.document for entry in entries if entry.state is State.ISSUED)
    assert set(issued.values()) == {1}
    assert not [entry for entry in entries if entry.state is State.RESERVED]
