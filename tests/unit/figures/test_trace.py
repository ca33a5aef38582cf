"""What stands behind a figure: how it was made, each unit's share with its place, and why others have none."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_figures import CATALOGUE, Typed, answer, form_of

from generator.diagnostics import Location
from generator.figures.totals import AskedUnit, count
from generator.figures.trace import Trace, explain
from generator.model.figures import PhaseFigures

CORRECTED = {"at": "2025-06-09T08:00:00+07:00", "by": "Văn thư", "field": "sessions", "was": "3", "reason": "đếm lại"}


def where(unit: str, *steps: str) -> Location:
    return Location(Path(f"{unit}.yaml"), part="/".join(steps))


def traced(code: str, typed: Typed, before: Typed | None = None, faulty: str = "", **form_fields: object) -> Trace:
    earlier: list[PhaseFigures] = []
    for number, figures in enumerate([before, typed] if before is not None else [typed], 1):
        form = form_of(number, "a b c", code, **form_fields)
        asked = [AskedUnit(unit, f"Đơn vị {unit.upper()}", form.indicators) for unit in form.units]
        records = {unit: answer(unit, given) for unit, given in figures.items()}
        earlier.append(count(form, asked, records, earlier, CATALOGUE))
    return explain(code, earlier[-1], earlier[:-1], records, faulty.split(), CATALOGUE, where)


WORDS = [
    ("sessions", {"a": {"sessions": 2}}, None, ["cộng số của 1 trên 3 đơn vị được hỏi"]),
    ("sessions", {}, None, ["chưa đơn vị nào cho số, trong 3 đơn vị được hỏi"]),
    (
        "crowd",
        {"a": {"crowd": 9}, "b": {"crowd": 12}},
        {"a": {"crowd": 30}},
        [
            "số lớn nhất trong 2 trên 3 đơn vị được hỏi: Đơn vị B",
            "đợt trước (đợt 1): 30 người",
            "lũy kế 30 người: số lớn nhất của mọi đợt",
        ],
    ),
    (
        "screens",
        {"a": {"screens": 1}},
        {"b": {"screens": 4}},
        [
            "cộng số của 1 trên 3 đơn vị được hỏi",
            "đợt trước (đợt 1): 4 cái",
            "lũy kế 5 cái: cộng số mới nhất của từng đơn vị",
        ],
    ),
    (
        "rate",
        {"a": {"part": 1, "whole": 2}, "b": {"part": 1, "whole": 4}, "c": {"part": 9}},
        None,
        ["tỷ lệ chung: 2 / 6 = 33,33%; cộng hai số của 2 trên 3 đơn vị được hỏi, không lấy trung bình các tỷ lệ"],
    ),
]


@pytest.mark.parametrize(("code", "typed", "before", "words"), WORDS)
def test_how_it_was_made(code: str, typed: Typed, before: Typed | None, words: list[str]) -> None:
    assert [*traced(code, typed, before).words] == words


TARGETS = [
    ([{"indicator": "sessions", "value": "8"}], "chỉ tiêu giao 8 buổi; lũy kế đạt 25%"),
    ([{"indicator": "sessions", "value": "4", "unit": "a"}], "chỉ tiêu giao 4 buổi, cộng của 1 đơn vị; lũy kế đạt 50%"),
    ([{"indicator": "sessions", "value": "0"}], "chỉ tiêu giao 0 buổi"),
]


@pytest.mark.parametrize(("targets", "words"), TARGETS)
def test_the_target_is_told(targets: list[dict[str, str]], words: str) -> None:
    assert traced("sessions", {"a": {"sessions": 2}}, targets=targets).words[-1] == words


def test_a_share_has_its_value_and_its_place() -> None:
    (share,) = traced("rate", {"a": {"part": 1, "whole": 2}}).counted
    assert (share.name, share.shown, share.where) == ("Đơn vị A", "1 / 2 = 50%", where("a", "figures", "part"))


WHY = [
    ({}, "", "chưa báo cáo", False),
    ({}, "a", "tệp trả lời có lỗi, chưa đọc được", True),
    ({"a": {"sessions": "not_applicable"}}, "", "không có việc này", True),
    ({"a": {"sessions": "not_reported", "crowd": 1}}, "", "chưa báo cáo", True),
]


@pytest.mark.parametrize(("typed", "faulty", "why", "has_file"), WHY)
def test_why_a_unit_has_no_share(typed: Typed, faulty: str, why: str, has_file: bool) -> None:
    share = traced("sessions", typed, faulty=faulty).left_out[0]
    assert (share.unit, share.why, share.where is not None) == ("a", why, has_file)


def test_corrections_and_notes_are_told() -> None:
    given = {"sessions": {"value": "2", "approximate": True, "note": "trên 2"}}
    record = answer("a", given, corrections=[CORRECTED])
    form = form_of(units="a")
    figures = count(form, [AskedUnit("a", "A", ("sessions",))], {"a": record}, (), CATALOGUE)
    (share,) = explain("sessions", figures, (), {"a": record}, (), CATALOGUE, where).counted
    assert share.why == "số áng chừng; trên 2; Văn thư sửa ngày 09/06/2025, trước là 3: đếm lại"
