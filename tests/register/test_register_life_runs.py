"""Numbers that a run holds: taken on by the next one, handed over to people, told from runs that are still at work."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import timedelta

import pytest

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.register.book import history, listing
from generator.register.ledger import Numbered
from generator.register.life import issue, record
from generator.register.pending import repair
from generator.register.records import Particulars, State
from generator.register.reserving import reserve
from generator.register.runs import hand_over, held_by, is_over, issued_as, new_run, without_document
from generator.register.together import reserve_each, reserve_many
from tests.register.books import TODAY, Books, act, party, told

FILE = Particulars(file="out/plan.docx", sha256=hashlib.sha256(b"x").hexdigest())


def dead_run() -> str:
    """Of a process that is gone."""
    code = "from generator.register.runs import new_run; print(new_run('test'))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_the_next_run_takes_on_what_it_asks_for(books: Books) -> None:
    with books.open() as register:
        reserve(register, [party("a"), party("b")], act(), run="one")
        reserve(register, [party("a")], act(), run="two")
        assert [entry.run for entry in listing(register)] == ["two", "one"]


def test_a_run_takes_nothing_from_people(books: Books) -> None:
    with books.open() as register:
        reserve(register, [party("a")], act())
        reserve(register, [party("a")], act(), run="two")
        assert [entry.run for entry in listing(register)] == [""]


def test_what_was_made_is_handed_over_and_told(books: Books) -> None:
    with books.open() as register:
        first, second = reserve(register, [party("a"), party("b")], act(), run="one")
        record(register, [(str(first.key), FILE)], act())
        assert hand_over(register, "one", act()) == 1
        assert [entry.number for entry in without_document(register, "one")] == [second.number]
        assert [entry.run for entry in listing(register)] == ["", "one"]


RUNS = {
    "no name of ours": (lambda: "batch", None),
    "of this process": (lambda: new_run("test"), False),
    "of one that is gone": (dead_run, True),
    "of another machine": (lambda: "sign:test:00000000:1-2:ab", None),
}


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be asked for without harm")
@pytest.mark.parametrize(("run", "over"), RUNS.values(), ids=RUNS)
def test_whether_a_run_is_over(run: object, over: bool | None) -> None:
    assert callable(run)
    assert is_over(run()) is over


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be asked for without harm")
def test_a_run_that_is_gone_is_repaired_at_once_and_one_at_work_never(file_book: Books) -> None:
    with file_book.open() as register:
        reserve(register, [party("a")], act(), run=dead_run())
        reserve(register, [party("b")], act(), run=new_run("test"))
        done = repair(register, act(at=TODAY + timedelta(days=2)))
        assert [entry.document for entry in done.void] == ["a"]
        assert [entry.state for entry in listing(register)] == [State.VOID, State.RESERVED]


def test_what_a_run_wrote_for_people_to_sign_is_not_issued(file_book: Books) -> None:
    with file_book.open() as register:
        (entry,) = reserve(register, [party("a")], act(), run="sign:test:00000000:1-2:ab")
        record(register, [(str(entry.key), told(file="a.docx", sha256=FILE.sha256))], act())
        (file_book.root / "a.docx").write_bytes(b"x")
        done = repair(register, act(at=TODAY + timedelta(hours=2)))
        (now,) = listing(register)
        actions = [line.action for line in history(register, Numbered(entry.series, 1))]
    assert ([one.number for one in done.handed], now.state, now.run) == ([1], State.RESERVED, "")
    assert actions == ["reserve", "record", "hand-over"]


def test_many_numbers_are_taken_in_one_change(books: Books) -> None:
    with books.open() as register:
        wanted = [(party(f"a{number}"), None) for number in range(1203)]
        assert reserve_many(register, lambda: iter(wanted), act(), run="one") == 1203
        assert [entry.number for entry in listing(register)] == [*range(1, 1204)]


def test_a_fault_among_many_takes_none(books: Books) -> None:
    with books.open() as register:
        old = (party("z"), TODAY.date().replace(year=2010))
        with pytest.raises(Faulty, match="nhiệm kỳ"):
            reserve_many(register, lambda: iter([(party("a"), None), old]), act(), run="one")
        assert listing(register) == ()


def test_a_number_that_is_expected_and_not_next_takes_none(books: Books) -> None:
    with books.open() as register:
        wanted = [(party("a"), None), (party("b"), None)]
        with pytest.raises(Faulty) as error:
            reserve_each(register, wanted, act(), expected={party("b").key: 7})
        assert [found.code for found in error.value.diagnostics] == ["register/other-number"]
        assert listing(register) == ()
        assert [e.number for e in reserve_each(register, wanted, act(), expected={party("b").key: 2})] == [1, 2]


def test_what_others_found_speaks_at_issue_too(file_book: Books) -> None:
    warning = Diagnostic("render/x", "x", severity=Severity.WARNING)
    with file_book.open() as register:
        (entry,) = reserve(register, [party("a")], act())
        with pytest.raises(Faulty, match="x"):
            issue(register, [(str(entry.key), told())], act(), found=[warning])
        assert issue(register, [(str(entry.key), told())], act("vì thế"), found=[warning]).findings == (warning,)


def test_entries_are_found_by_purpose_and_by_file(file_book: Books) -> None:
    with file_book.open() as register:
        (entry,) = reserve(register, [party("a")], act())
        assert held_by(register, [party("a").key, party("b").key]).keys() == {party("a").key}
        issue(register, [(str(entry.key), told(file="a.docx"))], act())
        assert [*issued_as(register, ["a.docx", "b.docx"])] == ["a.docx"]
