"""How one figure, and one reason why there is none, stands in the page of figures."""

from __future__ import annotations

from decimal import Decimal

from generator.figures.trace_words import amount_text
from generator.messages import _, mark
from generator.model.figures import Standing, Value
from generator.model.indicator import Indicator
from generator.model.report import NullReason
from generator.reporters.html_pages import safe

_REASONS = {
    NullReason.NOT_REPORTED: mark("chưa báo cáo"),
    NullReason.NOT_APPLICABLE: mark("không có việc này"),
}
STANDINGS = {
    Standing.ON_TIME: mark("đúng hạn"),
    Standing.LATE: mark("trễ hạn"),
    Standing.MISSING: mark("chưa báo cáo"),
    Standing.NOT_APPLICABLE: mark("không có việc"),
}


def named(indicator: Indicator) -> str:
    """`Số buổi tuyên truyền miệng (buổi)`."""
    return f"{indicator.name} ({indicator.unit})"


def figure_cell(value: Value | None) -> str:
    """The cell of one unit; empty where nothing was asked. What it is sorted by stands beside it."""
    if value is None:
        return '<td class="number" data-value=""></td>'
    if value.amount is not None:
        text = safe(amount_text(value.amount, value.is_approximate))
        return f'<td class="number" data-value="{value.amount:f}">{text}</td>'
    reason = value.null_reason or NullReason.NOT_REPORTED
    return f'<td class="number {reason}" data-value="">{safe(_(_REASONS[reason]))}</td>'


def total_cell(amount: Decimal | None, is_approximate: bool = False) -> str:
    text = "–" if amount is None else amount_text(amount, is_approximate)
    return f'<td class="number">{safe(text)}</td>'
