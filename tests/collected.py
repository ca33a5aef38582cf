"""Collected figures for tests: a phase counted by hand, for so many units, in the terms of the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.model.figures import PhaseFigures, Standing, Total, UnitFigures, Value
from generator.model.indicator import Indicator
from generator.model.report import NullReason, Report
from generator.pipeline.job import Job
from tests.documents import job

SILENT = Value(null_reason=NullReason.NOT_REPORTED)
NOT_APPLICABLE = Value(null_reason=NullReason.NOT_APPLICABLE)
DUE = date(2025, 6, 6)


def indicator(code: str, name: str = "", unit: str = "cái", **more: str) -> Indicator:
    return Indicator.model_validate({"code": code, "name": name or code, "unit": unit, **more})


SESSIONS = indicator("oral_sessions", "Số buổi tuyên truyền miệng", "buổi")
ATTENDEES = indicator("oral_attendees", "Số lượt người dự tuyên truyền miệng", "lượt người")
RATE = indicator(
    "members_attended_rate",
    "Tỷ lệ đảng viên tham gia",
    "%",
    aggregation="percent",
    part="members_attended",
    whole="members_total",
)


def said(amount: int | str | None, **more: bool) -> Value:
    return SILENT if amount is None else Value(amount=Decimal(amount), **more)


def unit(
    name: str,
    values: Mapping[str, Value],
    standing: Standing = Standing.ON_TIME,
    *,
    previous: Mapping[str, Value] | None = None,
    answered_on: date | None = None,
) -> UnitFigures:
    return UnitFigures(name, name, standing, answered_on, values, previous or {}, {}, {}, {})


def total(
    of: Indicator,
    amount: int | str | None,
    *,
    previous: int | str | None = None,
    cumulative: int | str | None = None,
    target: int | str | None = None,
    achieved: str | None = None,
    asked: int = 2,
    answered: int = 2,
) -> Total:
    numbers = (None if one is None else Decimal(one) for one in (amount, previous, cumulative, target, achieved))
    return Total(of, *numbers, asked, answered)


def phase(totals: Sequence[Total], units: Sequence[UnitFigures] = (), *, is_sample: bool = False) -> PhaseFigures:
    codes = tuple(each.indicator.code for each in totals)
    by_code = {each.indicator.code: each for each in totals}
    return PhaseFigures(1, "Số liệu đợt 1", DUE, codes, tuple(units), by_code, {}, is_sample)


def summed(indicators: Sequence[Indicator], units: Sequence[UnitFigures]) -> PhaseFigures:
    """With totals that are plain sums, for tests to which they do not matter."""
    totals = []
    for one in indicators:
        told = [value.amount for each in units if (value := each.values.get(one.code)) and value.amount is not None]
        before = [value.amount for each in units if (value := each.previous.get(one.code)) and value.amount is not None]
        totals.append(
            Total(
                one,
                sum(told, Decimal(0)) if told else None,
                sum(before, Decimal(0)) if before else None,
                sum(told + before, Decimal(0)) if told else None,
                None,
                None,
                len(units),
                len(told),
            )
        )
    return phase(totals, units)


def report_job(report: Report, figures: PhaseFigures | None, regime: str) -> Job:
    """The report of the example's body of that side, with these figures for its units' answers."""
    made = job("report", regime=regime)
    return replace(made, request=replace(made.request, document=report, figures=figures))
