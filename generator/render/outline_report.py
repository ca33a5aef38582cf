"""What a phase report prints and in which order, and its annex of figures by unit.

It computes nothing but the totals that the indicator catalogue allows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model.content import Item, Passage, Table
from generator.model.report import Cause, Difficulty, Figure, FigureTable, NullReason, Report
from generator.render.details import with_details
from generator.render.outline import Outline
from generator.vietnamese.numerals import grouped

UnitName = Callable[[str], str]

SITUATION, LEADERSHIP, RESULTS, REVIEW, NEXT, PROPOSALS = (
    "Đặc điểm tình hình",
    "Công tác lãnh đạo, chỉ đạo",
    "Kết quả thực hiện",
    "Đánh giá chung",
    "Nhiệm vụ trong thời gian tới",
    "Đề xuất, kiến nghị",
)
STRENGTHS, DIFFICULTIES, EXEMPLARY, LESSONS = (
    "Ưu điểm",
    "Khó khăn, hạn chế",
    "Điển hình, mô hình",
    "Bài học kinh nghiệm",
)
NONE = "Không có."
SAMPLE_NOTE = "Số liệu mẫu, chỉ để minh họa cách trình bày."
_CAUSES = {Cause.OBJECTIVE: "nguyên nhân khách quan", Cause.SUBJECTIVE: "nguyên nhân chủ quan"}


class Indicator(NamedTuple):
    """What the catalogue says of one code, as far as a table needs it."""

    name: str
    unit: str
    is_summed: bool


def write_report(outline: Outline, report: Report, unit_name: UnitName) -> None:
    """The report's sections; one that has nothing to say is left out, but difficulties always answer."""
    count = 0

    def section(title: str) -> None:
        nonlocal count
        count += 1
        outline.section(count, title)

    if report.context:
        section(SITUATION)
        outline.passages(report.context, parent=0)
    section(LEADERSHIP)
    outline.passages(report.leadership, parent=0)
    section(RESULTS)
    if report.sample_figures:
        outline.paragraph(f"*({SAMPLE_NOTE})*")
    for number, result in enumerate(report.results, 1):
        outline.heading(number, result.title)
        outline.passages(result.content, parent=number)
    section(REVIEW)
    _write_review(outline, report)
    if report.next_tasks:
        section(NEXT)
        outline.numbered([Item(text=_next(task.text, task.unit, task.due, unit_name)) for task in report.next_tasks])
    if report.proposals:
        section(PROPOSALS)
        outline.numbered([Item(text=f"{proposal.to}: {proposal.text}") for proposal in report.proposals])


def _write_review(outline: Outline, report: Report) -> None:
    difficulties = [_difficulty(each) for each in report.difficulties]
    parts: list[tuple[str, Sequence[str]]] = [
        (STRENGTHS, report.strengths),
        (DIFFICULTIES, difficulties or [NONE]),
        (EXEMPLARY, report.exemplary),
        (LESSONS, report.lessons),
    ]
    for number, (title, texts) in enumerate((part for part in parts if part[1]), 1):
        outline.heading(number, title)
        if texts == [NONE]:
            outline.paragraph(NONE)
        else:
            outline.bulleted([Item(text=text) for text in texts])


def _difficulty(difficulty: Difficulty) -> str:
    return with_details(difficulty.text, (_CAUSES[difficulty.cause],) if difficulty.cause else ())


def _next(text: str, unit: str | None, due: str, unit_name: UnitName) -> str:
    return with_details(text, (unit_name(unit) if unit else "", due))


def figure_passages(
    figures: FigureTable, indicators: Mapping[str, Indicator], unit_name: UnitName, *, is_sample: bool
) -> tuple[Passage, ...]:
    """The annex's table, and under it the units that have not reported."""
    columns = ["STT", "Đơn vị"]
    for code in figures.indicators:
        columns.append(_heading(indicators[code]))
    rows, missing = [], []
    for number, row in enumerate(figures.rows, 1):
        values = {figure.indicator: figure for figure in row.figures}
        cells = [_cell(values.get(code)) for code in figures.indicators]
        rows.append((str(number), unit_name(row.unit), *cells))
        if all(figure.null_reason is NullReason.NOT_REPORTED for figure in row.figures):
            missing.append(unit_name(row.unit))
    total = ("", "Tổng cộng", *(_total(figures, code, indicators[code]) for code in figures.indicators))
    notes = [figures.note, SAMPLE_NOTE if is_sample else ""]
    table = Table(columns=tuple(columns), rows=tuple(rows), total=total, note=" ".join(n for n in notes if n) or None)
    passages = [Passage(table=table)]
    if missing:
        passages.append(Passage(text=f"Đơn vị chưa báo cáo: {', '.join(missing)}."))
    return tuple(passages)


def _heading(indicator: Indicator) -> str:
    """`Số băng rôn`, which names its unit, and `Số pa nô (tấm)`."""
    is_named = f" {indicator.unit.lower()} " in f" {indicator.name.lower().replace(',', ' ')} "
    return indicator.name if is_named else f"{indicator.name} ({indicator.unit})"


def _cell(figure: Figure | None) -> str:
    """The number; blank when it was not reported, a dash when it does not apply: neither is a zero."""
    if figure is None or figure.value is None:
        return "-" if figure and figure.null_reason is NullReason.NOT_APPLICABLE else ""
    return grouped(figure.value)


def _total(figures: FigureTable, code: str, indicator: Indicator) -> str:
    """The sum; blank where nobody has reported: nobody has typed a zero."""
    told = [each.value for row in figures.rows for each in row.figures if each.indicator == code]
    values = [value for value in told if value is not None]
    return grouped(sum(values, Decimal(0))) if indicator.is_summed and values else ""
