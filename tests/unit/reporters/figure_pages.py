"""Figures of a phase for the tests of its page: three units and what each may have said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.model.figures import PhaseFigures, Standing, Total, UnitFigures, Value
from generator.model.indicator import Indicator
from generator.model.report import NullReason
from generator.reporters.figures_html import Page, Row

SILENT, NONE = Value(null_reason=NullReason.NOT_REPORTED), Value(null_reason=NullReason.NOT_APPLICABLE)
HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script> {{ 7*7 }} {% raw %} \"'><img src=x onerror=y>&\x00\u202e"
SESSIONS = Indicator(code="sessions", name="Số buổi", unit="buổi")
RATE = Indicator.model_validate(
    {"code": "rate", "name": "Tỷ lệ", "unit": "%", "aggregation": "percent", "part": "a", "whole": "b"}
)


def amount(text: str, *, is_approximate: bool = False, note: str = "") -> Value:
    return Value(Decimal(text), is_approximate=is_approximate, note=note)


def unit(
    number: int,
    standing: Standing = Standing.ON_TIME,
    name: str | None = None,
    previous: dict[str, Value] | None = None,
    texts: dict[str, str] | None = None,
    **values: Value,
) -> UnitFigures:
    day = None if standing is Standing.MISSING else date(2025, 6, number)
    return UnitFigures(
        f"don-vi-{number}", name or f"Đơn vị {number}", standing, day, values, previous or {}, values, {}, texts or {}
    )


def total(indicator: Indicator = SESSIONS, text: str | None = "1500", **fields: object) -> Total:
    known = None if text is None else Decimal(text)
    defaults: dict[str, object] = dict.fromkeys(("previous", "cumulative", "target", "achieved"))
    numbers: dict[str, object] = {"asked": 3, "answered": 2}
    return Total(indicator, known, **(defaults | numbers | fields))  # type: ignore[arg-type]


def figures(*units: UnitFigures, totals: tuple[Total, ...] = (), is_sample: bool = False) -> PhaseFigures:
    counted = {each.indicator.code: each for each in totals or (total(),)}
    questions = {"hay": "Mô hình hay", "kho": "Khó khăn"}
    return PhaseFigures(1, "Số liệu đợt 1", date(2025, 6, 3), tuple(counted), units, counted, questions, is_sample)


def shown(counted: PhaseFigures, blank: str = "") -> Page:
    rows = tuple(Row(each, f"tình hình {each.unit}", "03/06/2025", -at, blank) for at, each in enumerate(counted.units))
    return Page(counted, "Quận ủy Cái Răng", "tuyên truyền đại hội", "Xem ngày 10/06/2025.", rows)


ORDINARY = figures(
    unit(1, sessions=amount("1250"), previous={"sessions": amount("900")}, texts={"hay": "Loa nhỏ."}),
    unit(2, Standing.LATE, sessions=amount("250", is_approximate=True, note="ước tính")),
    unit(3, Standing.MISSING, sessions=SILENT),
    unit(4, Standing.NOT_APPLICABLE, sessions=NONE),
    unit(5),
    totals=(total(previous=Decimal(900), cumulative=Decimal(2400), target=Decimal(4800), achieved=Decimal("50")),),
    is_sample=True,
)
SCRIPTED = figures(
    unit(1, name=HOSTILE, sessions=amount("1", note=HOSTILE), texts={"hay": HOSTILE, "kho": HOSTILE}),
    unit(2, name=HOSTILE, sessions=amount("2")),
    totals=(total(Indicator(code="sessions", name=HOSTILE[:80], unit=HOSTILE[:60])),),
)
NOBODY = figures(unit(1, Standing.MISSING, sessions=SILENT), totals=(total(text=None, answered=0, asked=1),))
