"""What a report prints and in which order: the same blocks for all kinds, of which short ones need fewer.

It computes nothing; figures come counted and in their places. The annex is made by `annexes`.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.content import Item
from generator.model.figures import PhaseFigures
from generator.model.report import Cause, Difficulty, Report, ReportKind
from generator.render.details import with_details
from generator.render.figure_chart import chart_of
from generator.render.figure_summary import summary_passages
from generator.render.figure_typed import SAMPLE_NOTE, UnitName
from generator.render.outline import Outline
from generator.render.runs import literal

SITUATION, LEADERSHIP, RESULTS, REVIEW, NEXT, PROPOSALS = (
    "Đặc điểm tình hình",
    "Công tác lãnh đạo, chỉ đạo",
    "Kết quả thực hiện",
    "Đánh giá chung",
    "Nhiệm vụ trong thời gian tới",
    "Đề xuất, kiến nghị",
)
NEXT_OF = {
    ReportKind.WEEK: "Nhiệm vụ tuần tới",
    ReportKind.MONTH: "Nhiệm vụ tháng tới",
    ReportKind.QUARTER: "Nhiệm vụ quý tới",
}
STRENGTHS, DIFFICULTIES, EXEMPLARY, LESSONS = (
    "Ưu điểm",
    "Khó khăn, hạn chế",
    "Điển hình, mô hình",
    "Bài học kinh nghiệm",
)
NONE = "Không có."
_CAUSES = {Cause.OBJECTIVE: "nguyên nhân khách quan", Cause.SUBJECTIVE: "nguyên nhân chủ quan"}


def write_report(outline: Outline, report: Report, unit_name: UnitName, figures: PhaseFigures | None = None) -> None:
    """The report's sections; one that has nothing to say is left out, but difficulties always answer."""
    count = 0

    def section(title: str) -> None:
        nonlocal count
        count += 1
        outline.section(count, title)

    if report.context:
        section(SITUATION)
        outline.passages(report.context, parent=0)
    if report.leadership:
        section(LEADERSHIP)
        outline.passages(report.leadership, parent=0)
    section(RESULTS)
    _write_results(outline, report, figures)
    parts = _review(report)
    if report.is_short and len(parts) == 1:
        section(parts[0][0])
        _write_list(outline, parts[0][1])
    else:
        section(REVIEW)
        for number, (title, texts) in enumerate(parts, 1):
            outline.heading(number, title)
            _write_list(outline, texts)
    if report.next_tasks:
        section(NEXT_OF.get(report.report_kind, NEXT))
        outline.numbered([Item(text=_next(task.text, task.unit, task.due, unit_name)) for task in report.next_tasks])
    if report.proposals:
        section(PROPOSALS)
        outline.numbered([Item(text=f"{proposal.to}: {proposal.text}") for proposal in report.proposals])


def _write_results(outline: Outline, report: Report, figures: PhaseFigures | None) -> None:
    """The totals as a table, what was done item by item, and the chart."""
    if is_sample(report, figures):
        outline.paragraph(f"*({SAMPLE_NOTE})*")
    table = report.figures
    if figures is not None and table is not None:
        outline.passages(summary_passages(table.summary, figures), parent=0)
        outline.hold_tables()
    for number, result in enumerate(report.results, 1):
        outline.heading(number, result.title)
        outline.passages(result.content, parent=number)
    if figures is not None and table is not None and table.chart is not None:
        drawn = chart_of(table.chart, figures, outline.room, is_sample=is_sample(report, figures))
        outline.chart(drawn)


def is_sample(report: Report, figures: PhaseFigures | None) -> bool:
    """Whether the figures only show the form; where they were collected so, no report of them may hide it."""
    return report.sample_figures or (figures is not None and figures.is_sample)


def _review(report: Report) -> list[tuple[str, Sequence[str]]]:
    difficulties = [_difficulty(each) for each in report.difficulties]
    parts: list[tuple[str, Sequence[str]]] = [
        (STRENGTHS, report.strengths),
        (DIFFICULTIES, difficulties or [NONE]),
        (EXEMPLARY, report.exemplary),
        (LESSONS, report.lessons),
    ]
    return [part for part in parts if part[1]]


def _write_list(outline: Outline, texts: Sequence[str]) -> None:
    if texts == [NONE]:
        outline.paragraph(NONE)
    else:
        outline.bulleted([Item(text=text) for text in texts])


def _difficulty(difficulty: Difficulty) -> str:
    return with_details(difficulty.text, (_CAUSES[difficulty.cause],) if difficulty.cause else ())


def _next(text: str, unit: str | None, due: str, unit_name: UnitName) -> str:
    return with_details(text, (literal(unit_name(unit)) if unit else "", due))
