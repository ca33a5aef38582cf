"""What a plan asks for until when: tasks, phases, reports; and how each stands on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.model.plan import Plan
from generator.pipeline.deadlines import Due, Standing, What, dues, standing

TODAY = date(2025, 1, 2)


def plan(section: dict[str, Any]) -> Plan:
    whole = {
        "subject": "tuyên truyền Đại hội",
        "issued_on": "2025-01-02",
        "sections": [{"title": "Thực hiện"} | section],
    }
    return Plan.model_validate(whole)


def task(kind: str, value: str) -> dict[str, Any]:
    deadline = {"kind": kind, "value": value} if kind else None
    return {"assignments": [{"unit": "u1", "lead": "chủ trì", "tasks": [{"text": "treo pa nô", "deadline": deadline}]}]}


def phase(window: dict[str, str]) -> dict[str, Any]:
    return {"phases": [{"title": "Từ nay", "window_from": {"kind": "now"}, "window_to": window}]}


def report(due: str) -> dict[str, Any]:
    return task("event", "khi kết thúc") | {"reporting": {"text": "báo cáo kết quả", "due": due}}


CASES = [
    ("a task with a day", task("date", "30/6/2025"), [("task-1.1", "2025-06-30")]),
    ("a task every year", task("recurring", "trước ngày 10/12 hằng năm"), [("task-1.1@2025-12-10", "2025-12-10")]),
    ("a task at an event", task("event", "bế mạc Đại hội"), [("task-1.1", None)]),
    ("a task without a deadline", task("", ""), [("task-1.1", None)]),
    ("words that name no day", task("recurring", "khi có yêu cầu"), [("task-1.1", None)]),
    ("a phase to a day", phase({"kind": "date", "value": "31/5/2025"}), [("phase-1", "2025-05-31")]),
    ("a phase to a month", phase({"kind": "month", "value": "02/2025"}), [("phase-1", "2025-02-28")]),
    ("a phase to an event", phase({"kind": "event", "value": "bế mạc"}), [("phase-1", None)]),
    ("one report", report("trước ngày 20/6/2025"), [("report-1", "2025-06-20"), ("task-1.1", None)]),
    (
        "a report without assignments is the office's",
        {"reporting": {"text": "báo cáo", "due": "20/6/2025"}},
        [("report-1", "2025-06-20")],
    ),
    ("a report without a day to give it", {"reporting": {"text": "báo cáo kịp thời"}}, []),
    (
        "two reports",
        report("ngày 20/6/2025 và ngày 20/12/2025"),
        [("report-1@2025-06-20", "2025-06-20"), ("report-1@2025-12-20", "2025-12-20"), ("task-1.1", None)],
    ),
]


@pytest.mark.parametrize(("section", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_due(section: dict[str, Any], expected: list[tuple[str, str | None]]) -> None:
    found = [(each.id, each.day.isoformat() if each.day else None) for each in dues(plan(section), today=TODAY)]
    assert found == expected


def test_what_comes_back_ends_with_the_last_phase() -> None:
    section = task("recurring", "ngày 10 hằng tháng") | phase({"kind": "date", "value": "15/03/2025"})
    assert [each.day.isoformat() for each in dues(plan(section)) if each.what is What.TASK and each.day] == [
        "2025-01-10",
        "2025-02-10",
        "2025-03-10",
    ]


ENDS = [
    ("at an event: a year after the plan", {"kind": "event", "value": "bế mạc"}, "2025-01-05", 12),
    ("at an event: a year after today", {"kind": "event", "value": "bế mạc"}, "2026-01-05", 24),
    ("on a day, whatever today is", {"kind": "date", "value": "15/03/2025"}, "2026-01-05", 3),
    ("in a year that is a slip", {"kind": "date", "value": "15/03/9025"}, "2025-01-05", 121),
]


@pytest.mark.parametrize(("window", "today", "count"), [case[1:] for case in ENDS], ids=[case[0] for case in ENDS])
def test_how_far_what_comes_back_is_told(window: dict[str, str], today: str, count: int) -> None:
    section = task("recurring", "ngày 10 hằng tháng") | phase(window)
    found = dues(plan(section), today=date.fromisoformat(today))
    assert sum(each.what is What.TASK for each in found) == count


def test_two_phases_alike_are_two() -> None:
    section = {"phases": phase({"kind": "date", "value": "31/5/2025"})["phases"] * 2}
    assert [each.id for each in dues(plan(section))] == ["phase-1", "phase-2"]


def test_a_plan_at_the_end_of_the_calendar() -> None:
    late = plan(task("recurring", "thứ Sáu hằng tuần")).model_copy(update={"issued_on": date.max})
    assert dues(late) == ()


def test_a_day_belongs_to_the_phase_around_it() -> None:
    section = task("date", "10/02/2025") | phase({"kind": "date", "value": "15/03/2025"})
    assert {each.id: each.phase for each in dues(plan(section))} == {"task-1.1": 1, "phase-1": 1}


DUE = Due("task-1.1", What.TASK, "u1", "treo pa nô", date(2025, 6, 30), "", ())


@pytest.mark.parametrize(
    ("day", "within", "expected"),
    [
        (date(2025, 6, 1), 7, Standing.LATER),
        (date(2025, 6, 22), 7, Standing.LATER),
        (date(2025, 6, 23), 7, Standing.DUE),
        (date(2025, 6, 30), 0, Standing.DUE),
        (date(2025, 6, 29), 0, Standing.LATER),
        (date(2025, 7, 1), 7, Standing.OVERDUE),
    ],
)
def test_standing(day: date, within: int, expected: Standing) -> None:
    assert standing(DUE, day, within) is expected


def test_what_has_no_day_is_never_overdue() -> None:
    assert standing(replace(DUE, day=None), date(2030, 1, 1), 7) is Standing.UNDATED
