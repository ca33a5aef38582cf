"""The annex of figures that stand in the report's own file: typed by the office, unit by unit.

It computes nothing but the totals that the indicator catalogue allows. Collected answers are `figure_table`'s matter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.model.content import Passage, Table
from generator.model.report import Figure, FigureTable, NullReason
from generator.render.runs import literal
from generator.vietnamese.numerals import grouped

UnitName = Callable[[str], str]

SAMPLE_NOTE = "Số liệu mẫu, chỉ để minh họa cách trình bày."
TOTAL = "Tổng cộng"
NOT_APPLICABLE = "-"


class Indicator(NamedTuple):
    """What the catalogue says of one code, as far as a table needs it."""

    name: str
    unit: str
    is_summed: bool


def typed_passages(
    figures: FigureTable, indicators: Mapping[str, Indicator], unit_name: UnitName, *, is_sample: bool
) -> tuple[Passage, ...]:
    """The annex's table, and under it the units that have not reported."""
    columns = ["STT", "Đơn vị"]
    for code in figures.indicators:
        columns.append(column_heading(indicators[code].name, indicators[code].unit))
    rows, missing = [], []
    for number, row in enumerate(figures.rows, 1):
        values = {figure.indicator: figure for figure in row.figures}
        cells = [_cell(values.get(code)) for code in figures.indicators]
        name = literal(unit_name(row.unit))
        rows.append((str(number), name, *cells))
        if all(figure.null_reason is NullReason.NOT_REPORTED for figure in row.figures):
            missing.append(name)
    total = ("", TOTAL, *(_total(figures, code, indicators[code]) for code in figures.indicators))
    notes = [figures.note, SAMPLE_NOTE if is_sample else ""]
    table = Table(columns=tuple(columns), rows=tuple(rows), total=total, note=" ".join(n for n in notes if n) or None)
    passages = [Passage(table=table)]
    if missing:
        passages.append(Passage(text=f"Đơn vị chưa báo cáo: {', '.join(missing)}."))
    return tuple(passages)


def column_heading(name: str, unit: str) -> str:
    """`Số băng rôn`, which names its unit, and `Số pa nô (tấm)`."""
    is_named = f" {unit.lower()} " in f" {name.lower().replace(',', ' ')} "
    return name if is_named else f"{name} ({unit})"


def _cell(figure: Figure | None) -> str:
    """The number; blank when it was not reported, a dash when it does not apply: neither is a zero."""
    if figure is None or figure.value is None:
        return NOT_APPLICABLE if figure and figure.null_reason is NullReason.NOT_APPLICABLE else ""
    return grouped(figure.value)


def _total(figures: FigureTable, code: str, indicator: Indicator) -> str:
    """The sum; blank where nobody has reported: nobody has typed a zero."""
    told = [each.value for row in figures.rows for each in row.figures if each.indicator == code]
    values = [value for value in told if value is not None]
    return grouped(sum(values, Decimal(0))) if indicator.is_summed and values else ""
