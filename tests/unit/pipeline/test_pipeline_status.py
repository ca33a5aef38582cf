"""How deadlines stand for units and groups: counted, never opened by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from generator.model.organization import Group
from generator.pipeline.deadlines import Due, Standing, What
from generator.pipeline.status import Line, Owing, View, of_units, sums, survey
from generator.sources.roster import Roster, Row

OFFICE = "quan-uy"
DAY, TODAY = date(2025, 6, 30), date(2025, 6, 25)
OVERDUE, DUE, LATER, UNDATED, DONE = Standing


@dataclass(frozen=True)
class Country:
    """Rows that can be counted and found, and must not be gone through."""

    count: int = 300_000

    def __iter__(self) -> Iterator[Row]:
        raise AssertionError("every unit of the country was asked for")

    def find(self, name: str) -> Row | None:
        number = int(name.removeprefix("u")) if name.removeprefix("u").isdecimal() else self.count
        return Row(name, number, number + 2) if number < self.count else None


GROUPS = (
    Group(id="ca-nuoc", name="Các xã"),
    Group(id="hai-xa", name="Hai xã", members=("u1", "u2")),
    Group(id="khong-ai", name="Không xã nào", members=()),
)
OWING = Owing(Roster("units.csv", Country(), None, GROUPS), OFFICE)  # type: ignore[arg-type]


def due(who: str, day: date | None = DAY, name: str = "task-1.1", phase: int | None = None) -> Due:
    return Due(name, What.TASK, who, "treo pa nô", day, "", (), phase)


def looked(*found: Due, done: dict[tuple[str, str], date] | None = None, today: date = TODAY) -> tuple[Line, ...]:
    return survey(found, OWING, done or {}, View(today))


COUNTS = [
    ("the office", "", {OFFICE: 1}, (1, 1)),
    ("the office's is no unit's", "", {"u1": 1}, (1, 0)),
    ("a unit", "u1", {"u1": 1}, (1, 1)),
    ("another unit", "u1", {"u2": 1}, (1, 0)),
    ("a group", "hai-xa", {"u1": 1, "u3": 1}, (2, 1)),
    ("nobody", "khong-ai", {"u1": 1}, (0, 0)),
    ("the whole country", "ca-nuoc", {"u1": 1, "u299999": 1}, (300_000, 2)),
    ("the office is none of its units", "ca-nuoc", {OFFICE: 1, "u300000": 1}, (300_000, 0)),
]


@pytest.mark.parametrize(("who", "done", "expected"), [case[1:] for case in COUNTS], ids=[case[0] for case in COUNTS])
def test_how_many_have_done_it(who: str, done: dict[str, int], expected: tuple[int, int]) -> None:
    (line,) = looked(due(who), done={("task-1.1", unit): date(2025, 6, day) for unit, day in done.items()})
    assert (line.count, len(line.done)) == expected


STANDINGS = [
    ("a group in part", "hai-xa", {"u1"}, DUE),
    ("a group as a whole", "hai-xa", {"u1", "u2"}, DONE),
    ("a unit", "u1", {"u1"}, DONE),
    ("a group of nobody", "khong-ai", set(), DUE),
]


@pytest.mark.parametrize(("who", "done", "expected"), [case[1:] for case in STANDINGS], ids=[c[0] for c in STANDINGS])
def test_it_is_done_when_all_have_done_it(who: str, done: set[str], expected: Standing) -> None:
    (line,) = looked(due(who), done={("task-1.1", unit): TODAY for unit in done})
    assert line.standing is expected


@pytest.mark.parametrize(("today", "expected"), [(date(2025, 6, 27), DUE), (date(2025, 6, 28), DONE)])
def test_what_is_done_later_is_not_done_yet(today: date, expected: Standing) -> None:
    (line,) = looked(due("u1"), done={("task-1.1", "u1"): date(2025, 6, 28)}, today=today)
    assert line.standing is expected


def test_what_is_overdue_comes_first() -> None:
    found = (
        due("u1", None, "a"),
        due("u1", date(2025, 6, 1), "b"),
        due("u1", date(2025, 9, 1), "c"),
        due("u1", date(2025, 6, 2), "d"),
        due("u1", date(2025, 6, 26), "e"),
        due("u1", date(2025, 1, 1), "f"),
    )
    assert [line.due.id for line in looked(*found, done={("f", "u1"): TODAY})] == ["b", "d", "e", "c", "a", "f"]


@pytest.mark.parametrize(
    ("whos", "kept"),
    [
        (("ca-nuoc", "u1", "hai-xa"), ["ca-nuoc"]),
        (("u1", "hai-xa", "u3"), ["hai-xa", "u3"]),
        (("", "u1"), ["", "u1"]),
    ],
)
def test_a_report_is_asked_once_of_a_unit(whos: tuple[str, ...], kept: list[str]) -> None:
    assert [line.due.who for line in looked(*(due(who, name="report-1") for who in whos))] == kept


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (("u1",), [("a", "u1"), ("b", "u1"), ("d", "u1")]),
        (("u9",), [("d", "u9")]),
        ((OFFICE,), [("c", "")]),
        (("u2", "u1", "u2"), [("a", "u1"), ("b", "u2"), ("b", "u1"), ("d", "u2"), ("d", "u1")]),
    ],
)
def test_what_units_owe_by_themselves_and_in_groups(units: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    found = [due("u1", name="a"), due("hai-xa", name="b"), due("", name="c"), due("ca-nuoc", name="d")]
    assert [(each.id, each.who) for each in of_units(found, OWING, units)] == expected


def test_sums_count_every_unit() -> None:
    lines = looked(
        due("ca-nuoc", date(2025, 6, 1), phase=1),
        due("u1", None, "task-2.1"),
        done={("task-1.1", "u1"): TODAY},
    )
    found = sums(lines)
    assert found.total == Counter({OVERDUE: 299_999, DONE: 1, UNDATED: 1})
    assert {phase: +counter for phase, counter in found.by_phase.items()} == {
        1: Counter({OVERDUE: 299_999, DONE: 1}),
        None: Counter({UNDATED: 1}),
    }
    assert +found.by_who["u1"] == Counter({UNDATED: 1})
