"""What is asked of a number before it is issued."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from generator.diagnostics import Faulty
from generator.register import rules
from generator.register.book import history
from generator.register.ledger import Numbered
from generator.register.life import issue
from generator.register.reserving import reserve
from tests.register.books import Books, act, party, state, told

NOV = [date(2026, 11, day) for day in range(1, 23)]

# Days of numbers that are out, the number and day that come; what speaks against it.
ORDERS: dict[str, tuple[dict[int, date], dict[int, date], list[str]]] = {
    "in order": ({1: NOV[1]}, {2: NOV[2]}, []),
    "the same day": ({1: NOV[1]}, {2: NOV[1]}, []),
    "before the last": ({1: NOV[5]}, {2: NOV[2]}, ["register/date-order"]),
    "after a later number": ({2: NOV[1]}, {1: NOV[3]}, ["register/date-order"]),
    "between two": ({1: NOV[1], 3: NOV[9]}, {2: NOV[4]}, []),
    "out of both": ({1: NOV[5], 3: NOV[2]}, {2: NOV[4]}, ["register/date-order", "register/date-order"]),
    "within one batch": ({}, {1: NOV[4], 2: NOV[3]}, ["register/date-order"]),
    "a batch in order": ({}, {2: NOV[4], 1: NOV[3]}, []),
    "to come": ({}, {1: date(2026, 11, 24)}, ["register/date-to-come"]),
    "a year too late": ({}, {1: date(2027, 11, 22)}, ["register/wrong-period", "register/date-to-come"]),
    "a year too early": ({}, {1: date(2025, 11, 22)}, ["register/wrong-period"]),
}


@pytest.mark.parametrize(("out", "new", "expected"), ORDERS.values(), ids=ORDERS)
def test_the_day_of_a_number(
    file_book: Books, out: dict[int, date], new: dict[int, date], expected: Sequence[str]
) -> None:
    with file_book.open() as register:
        given = reserve(register, [state(str(number)) for number in range(1, 4)], act())
        keys = {entry.number: str(entry.key) for entry in given}
        issue(register, [(keys[number], told(day)) for number, day in out.items()], act("như sổ giấy"))
        changes = [(keys[number], told(day)) for number, day in new.items()]
        if not expected:
            assert issue(register, changes, act()).findings == ()
            return
        with pytest.raises(Faulty) as error:
            issue(register, changes, act())
    assert sorted(found.code for found in error.value.diagnostics) == sorted(expected)


def test_a_reason_lets_a_warning_pass_and_stays_in_the_history(file_book: Books) -> None:
    with file_book.open() as register:
        first, second = reserve(register, [party("a"), party("b")], act())
        issue(register, [(str(first.key), told(NOV[5]))], act())
        done = issue(register, [(str(second.key), told(NOV[2]))], act("ký ngày 03, vào sổ muộn"))
        last = history(register, Numbered(second.series, 2))[-1]
    assert [found.code for found in done.findings] == ["register/date-order"]
    assert last.why == "ký ngày 03, vào sổ muộn"


def test_no_reason_lets_a_wrong_term_pass(file_book: Books) -> None:
    with file_book.open() as register:
        (given,) = reserve(register, [party("a")], act())
        with pytest.raises(Faulty, match="2020 - 2025"):
            issue(register, [(str(given.key), told(date(2025, 8, 14)))], act("vì thế"))


def test_all_faults_of_a_batch_at_once(file_book: Books) -> None:
    with file_book.open() as register:
        given = reserve(register, [state("a"), state("b")], act())
        with pytest.raises(Faulty) as error:
            issue(register, [(str(entry.key), told(file="2025_01.docx")) for entry in given], act())
    assert [found.code for found in error.value.diagnostics] == ["register/year-in-name"] * 2


NAMES = {
    "ĐU-KH-0017-2026 tuyên truyền.signed.pdf": True,
    "ĐU-KH-0017-2025 tuyên truyền.signed.pdf": False,
    "A32.65-ĐU-BC-0019-2025.pdf": False,
    "2026_1452-CV-ĐU_về việc.pdf": True,
    "2025_1452-CV-ĐU_về việc.pdf": False,
    "out/2025/plan.docx": True,
    "Kế hoạch đại hội 2025-2030.docx": True,
    "2025-2030_ke-hoach.docx": True,
    "plan-dot-2.docx": True,
    "ĐU-CV-061.docx": True,
}


@pytest.mark.parametrize(("name", "right"), NAMES.items(), ids=NAMES)
def test_the_year_in_the_name_of_a_file(name: str, right: bool) -> None:
    assert (not [*rules.year_in_name(name, date(2026, 1, 12))]) == right


DAYS = {"25/11/2026": True, "29/02/2024": True, "29/02/2026": False, "31/11/2026": False, "11/2026": False, "": False}


@pytest.mark.parametrize(("text", "right"), DAYS.items(), ids=DAYS)
def test_a_day_that_is_none(text: str, right: bool) -> None:
    day, faults = rules.day(text)
    assert (day is not None, [found.code for found in faults]) == (right, [] if right else ["register/no-such-day"])
