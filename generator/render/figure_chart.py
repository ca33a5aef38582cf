"""What a chart of collected figures shows: its bars, what they are called, and how high it stands.

It draws nothing: `figure_chart_markup` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.measures import Length
from generator.model.figures import PhaseFigures, Standing, Total, UnitFigures, Value
from generator.model.report import ChartBy, FigureChart
from generator.render.figure_summary import BEFORE, NOW
from generator.render.figure_typed import SAMPLE_NOTE, column_heading
from generator.render.figure_values import is_per_cent, shown
from generator.render.outline import ChartBlock, Series

MOST_UNITS, MOST_BARS = 40, 60
"""Rows and bars that still can be told apart on a page."""
_AROUND = Length.from_mm(24)
"""The title, and the legend where there are several series."""
_ROW, _BAR, _LEAST, _MOST = (Length.from_mm(each) for each in (2.5, 4.5, 45, 205))
_SILENT, _SILENT_NOTE = "{name} (*)", "(*) Chưa báo cáo."


def chart_of(chart: FigureChart, figures: PhaseFigures, room: int, *, is_sample: bool = False) -> ChartBlock:
    """The chart as plain data, `room` twips wide; what nobody has told has no bar, a zero one without length."""
    totals = [figures.totals[code] for code in chart.indicators if code in figures.totals]
    units: tuple[UnitFigures, ...] = ()
    if chart.by is ChartBy.UNIT:
        units = _asked(chart, figures)
        categories = [_called(unit) for unit in units]
        series = [_of_units(total, units, previous=False) for total in totals]
        if chart.previous and totals:
            series = [_named(BEFORE, _of_units(totals[0], units, previous=True)), _named(NOW, series[0])]
    else:
        categories = [column_heading(total.indicator.name, total.indicator.unit) for total in totals]
        series = [_series(NOW, [(total, total.amount) for total in totals])]
        if chart.previous:
            series.insert(0, _series(BEFORE, [(total, total.previous) for total in totals]))
    height = _AROUND + len(categories) * (_ROW + len(series) * _BAR)
    return {
        "title": chart.title or _title(totals, chart),
        "note": " ".join(filter(None, (_silent(units), SAMPLE_NOTE if is_sample else ""))),
        "categories": categories,
        "series": series,
        "height": Length(round(min(max(height, _LEAST), _MOST))).twips,
        "room": room,
    }


def bars_of(chart: FigureChart, figures: PhaseFigures) -> tuple[int, int]:
    """How many rows the chart would have, and how many bars."""
    rows = len(_asked(chart, figures)) if chart.by is ChartBy.UNIT else len(chart.indicators)
    abreast = 2 if chart.previous else len(chart.indicators) if chart.by is ChartBy.UNIT else 1
    return rows, rows * abreast


def _asked(chart: FigureChart, figures: PhaseFigures) -> tuple[UnitFigures, ...]:
    """The units that were asked for any of it; the others would have a line without a bar."""
    return tuple(unit for unit in figures.units if any(code in unit.values for code in chart.indicators))


def _title(totals: list[Total], chart: FigureChart) -> str:
    names = [column_heading(total.indicator.name, total.indicator.unit) for total in totals]
    if chart.by is ChartBy.UNIT:
        return f"{'; '.join(names)} theo đơn vị"
    return "Kết quả theo chỉ tiêu"


def _called(unit: UnitFigures) -> str:
    return _SILENT.format(name=unit.name) if _is_silent(unit) else unit.name


def _is_silent(unit: UnitFigures) -> bool:
    return unit.standing is Standing.MISSING


def _silent(units: Sequence[UnitFigures]) -> str:
    """What the sign means, where any of the units that are drawn has one."""
    return _SILENT_NOTE if any(map(_is_silent, units)) else ""


def _of_units(total: Total, units: Sequence[UnitFigures], *, previous: bool) -> Series:
    code, indicator = total.indicator.code, total.indicator
    values: list[Value | None] = [(unit.previous if previous else unit.values).get(code) for unit in units]
    named = column_heading(indicator.name, indicator.unit)
    return _series(named, [(total, value.amount if value else None) for value in values])


def _series(name: str, amounts: list[tuple[Total, Decimal | None]]) -> Series:
    return {
        "name": name,
        "values": ["" if amount is None else format(amount, "f") for _total, amount in amounts],
        "labels": [
            "" if amount is None else shown(amount, per_cent=is_per_cent(total.indicator)) for total, amount in amounts
        ],
    }


def _named(name: str, series: Series) -> Series:
    return {"name": name, "values": series["values"], "labels": series["labels"]}
