"""A small form for tests, and its workbook opened by another library than the one that reads answers."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from generator.figures.workbook import AskRow, UnitAsk, make_form
from generator.model.collection import Question
from generator.model.indicator import Indicator

SESSIONS = Indicator(code="oral_sessions", name="Số buổi", unit="buổi")
PEOPLE = Indicator.model_validate(
    {"code": "people", "name": "Số lượt người", "unit": "lượt", "plausible": {"least": "5", "most": "2000"}}
)
YOUNG = Indicator(code="young", name="Số thanh niên", unit="lượt", part_of="people")
MONEY = Indicator.model_validate(
    {"code": "money", "name": "Kinh phí", "unit": "triệu đồng", "decimals": 2, "counting": "cumulative"}
)
ROWS = {"oral_sessions": 8, "people": 9, "young": 10, "money": 11}

ASKED = UnitAsk(
    plan="ke-hoach",
    phase=2,
    version=3,
    title="Số liệu tuyên truyền đợt 2",
    office="Đảng ủy xã Mẫu",
    unit="chi-bo-mot",
    unit_name="Chi bộ Một",
    period_from=date(2025, 6, 1),
    period_to=date(2025, 12, 31),
    due=date(2026, 1, 6),
    contact="Văn phòng Đảng ủy, 0292 000 000",
    rows=tuple(AskRow(each) for each in (SESSIONS, PEOPLE, YOUNG, MONEY)),
    questions=(Question(id="mo-hinh", text="Mô hình hay"), Question(id="kho-khan", text="Khó khăn")),
)


def with_row(code: str, previous: str | None = None, target: str | None = None) -> UnitAsk:
    """The same form with figures beside one indicator."""
    rows = (
        replace(row, previous=previous and Decimal(previous), target=target and Decimal(target))
        if row.indicator.code == code
        else row
        for row in ASKED.rows
    )
    return replace(ASKED, rows=tuple(rows))


def opened(asked: UnitAsk = ASKED) -> Any:
    return load_workbook(io.BytesIO(make_form(asked)))


def sheet(asked: UnitAsk = ASKED) -> Any:
    return opened(asked)["Biểu số liệu"]
