"""Deadlines beside the calendar: what is right stays silent, and what is not is told with a way out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.diagnostics import Diagnostic, Severity

Edit = Callable[[str, str, str], tuple[list[Diagnostic], tuple[int, int]]]
FILE = "plans/ke-hoach.yaml"
DUE, TASK, STEP = "due: trước ngày 30/6/2026", "kind: date, value: 30/6/2026", "deadline: ngày 15/6/2026"

RIGHT = [
    (DUE, 'due: ¦"trước thứ Ba, ngày 30/6/2026"'),
    (DUE, "due: ¦CHỦ NHẬT"),
    (DUE, 'due: ¦"thứ sáu hằng tuần, từ ngày 30/6/2026"'),
    (DUE, "due: ¦khi kết thúc đợt"),
    (DUE, "due: ¦trước ngày 05 của tháng cuối mỗi quý"),
    (TASK, "kind: recurring, value: ¦ngày 20 hằng tháng"),
    (TASK, "kind: event, value: ¦sau mỗi quý"),
    (STEP, "deadline: ¦họp hằng tháng"),
    (TASK, "kind: date, value: ¦30/9/2026"),
]


@pytest.mark.parametrize(("old", "new"), RIGHT)
def test_what_is_right_stays_silent(edit: Edit, old: str, new: str) -> None:
    found, _place = edit(FILE, old, new)
    assert not found


HINTS = [
    ("a Sunday", TASK, "kind: date, value: ¦28/6/2026", "thứ Hai, 29/6/2026"),
    ("the National Day and what follows", TASK, "kind: date, value: ¦31/8/2026", "thứ Năm, 03/9/2026"),
    ("the first day off of Tết", DUE, "due: ¦trước ngày 05/02/2027", "thứ Năm, 11/02/2027"),
    ("words that name no day", TASK, "kind: recurring, value: ¦đầu mỗi tháng", "ngày 20 hằng tháng"),
]


@pytest.mark.parametrize(("old", "new", "words"), [case[1:] for case in HINTS], ids=[case[0] for case in HINTS])
def test_the_way_out(edit: Edit, old: str, new: str, words: str) -> None:
    (found,), place = edit(FILE, old, new)
    assert (found.severity, (found.where.line, found.where.column)) == (Severity.WARNING, place)
    assert words in (found.hint or "")


def test_a_holiday_has_its_name(edit: Edit) -> None:
    (found,), _place = edit(FILE, TASK, "kind: date, value: ¦2/9/2026")
    assert "Quốc khánh" in found.message
