"""What a plan asks for until when: tasks, phases, reports; and how each stands on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.plan import Plan
from generator.pipeline.deadlines import Due, Standing, What, dues, of_units, standing


def plan(section: dict[str, Any]) -> Plan:
    whole = {
        "subject": "tuyên truyền Đại hội",
        "issued_on": "2025-01-02",
        "sections": [{"title": "Thực hiện"} | section],
    }
    return Plan.model_validate(whole)


def task(kind: str, value: str) -> dict[str, Any]:
    deadline = {"kind": kind, "value": value}
    return {"assignments": [{"unit": "u1", "lead": "chủ trì", "tasks": [{"text": "treo pa nô", "deadline": deadline}]}]}


def phase(window: dict[str, str]) -> dict[str, Any]:
    return {"phases": [{"title": "Từ nay", "window_from": {"kind": "now"}, "window_to": window}]}


def report(due: str) -> dict[str, Any]:
    return task("event", "khi kết thúc") | {"reporting": {"text": "báo cáo kết quả", "due": due}}


CASES = [
    ("a task with a day", task("date", "30/6/2025"), [("task-1.1", "2025-06-30")]),
    ("a task every year", task("recurring", "trước ngày 10/12 hằng năm"), [("task-1.1@2025-12-10", "2025-12-10")]),
    ("a task at an event", task("event", "bế mạc Đại hội"), [("task-1.1", None)]),
    ("words that name no day", task("recurring", "khi có yêu cầu"), [("task-1.1", None)]),
    ("a phase to a day", phase({"kind": "date", "value": "31/5/2025"}), [("phase-1", "2025-05-31")]),
    ("a phase to a month", phase({"kind": "month", "value": "02/2025"}), [("phase-1", "2025-02-28")]),
    ("a phase to an event", phase({"kind": "event", "value": "bế mạc"}), [("phase-1", None)]),
    ("one report", report("trước ngày 20/6/2025"), [("report-1", "2025-06-20"), ("task-1.1", None)]),
    (
        "two reports",
        report("ngày 20/6/2025 và ngày 20/12/2025"),
        [("report-1@2025-06-20", "2025-06-20"), ("report-1@2025-12-20", "2025-12-20"), ("task-1.1", None)],
    ),
]


@pytest.mark.parametrize(("section", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_due(section: dict[str, Any], expected: list[tuple[str, str | None]]) -> None:
    found = [(each.id, each.day.isoformat() if each.day else None) for each in dues(plan(section))]
    assert found == expected


def test_what_comes_back_ends_with_the_last_phase() -> None:
    section = task("recurring", "ngày 10 hằng tháng") | phase({"kind": "date", "value": "15/03/2025"})
    assert [each.day.isoformat() for each in dues(plan(section)) if each.what is What.TASK and each.day] == [
        "2025-01-10",
        "2025-02-10",
        "2025-03-10",
    ]


def test_a_day_belongs_to_the_phase_around_it() -> None:
    section = task("date", "10/02/2025") | phase({"kind": "date", "value": "15/03/2025"})
    assert {each.id: each.phase for each in dues(plan(section))} == {"task-1.1": 1, "phase-1": 1}


DUE = Due("task-1.1", What.TASK, "u1", "treo pa nô", date(2025, 6, 30), "", ())


@pytest.mark.parametrize(
    ("today", "done", "expected"),
    [
        (date(2025, 6, 1), False, Standing.LATER),
        (date(2025, 6, 23), False, Standing.DUE),
        (date(2025, 6, 30), False, Standing.DUE),
        (date(2025, 7, 1), False, Standing.OVERDUE),
        (date(2025, 7, 1), True, Standing.DONE),
    ],
)
def test_standing(today: date, done: bool, expected: Standing) -> None:
    known = {("task-1.1", "u1"): date(2025, 6, 1)} if done else {}
    assert standing(DUE, known, "u1", today) is expected


def test_a_group_owes_it_unit_by_unit() -> None:
    assert [unit for _due, unit in of_units([DUE], {"u1": ["a", "b"]})] == ["a", "b"]
