"""The units' answers for the reports that use them: counted once a phase, and what keeps a report from being made.

What the answers add up to, `figures_of` knows; where they are printed, `render`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.model.figure_reference import Aspect, Reference
from generator.model.figures import PhaseFigures
from generator.model.kinds import Kind
from generator.model.report import Report
from generator.pipeline.case import Case
from generator.pipeline.figures_of import Counted, figures_of
from generator.pipeline.ground import Ground
from generator.pipeline.wish import Wish
from generator.render.figure_chart import MOST_BARS, MOST_UNITS, bars_of
from generator.render.figure_text import told_by_reference, uses_answers
from generator.render.figure_values import value_of
from generator.sources.loaded import LoadedWorkspace
from generator.vietnamese import clock

_AWAITED = ("render/figure-unknown-yet", "render/empty-chart")
"""What an answer that is still to come puts right."""


def with_answers(ground: Ground, loaded: LoadedWorkspace, wish: Wish) -> Ground:
    """The ground with the figures of every phase that a wanted report tells of; the same where none does.

    Reads: the answers of those phases and of the phases before.
    """
    plan = ground.plan
    if wish.unit is not None:
        return ground  # no unit reports the figures of all
    phases = {
        report.phase
        for report in plan.plan.reports
        if Kind.REPORT in wish.kinds and wish.phase in (None, report.phase) and uses_answers(report)
    }
    counted = {
        phase: figures_of(loaded, plan, phase, clock.today())
        for phase in sorted(phases)
        if plan.plan.form_of_phase(phase) is not None
    }
    return replace(ground, counted=counted) if counted else ground


def findings(case: Case, counted: Counted | None, *, is_rehearsal: bool = False) -> Iterator[Diagnostic]:
    """Why the answers cannot be told as they are, and all that is wrong with them; of a report that uses them.

    `is_rehearsal`: answers may still come, and a unit is not told of a report that it will not make.
    """
    report = case.document
    if not isinstance(report, Report) or (is_rehearsal and not case.is_own):
        return
    if not case.is_own:
        yield _of_another(case)
    elif counted is None:
        yield _without_form(case, report)
    else:
        yield from counted.diagnostics
        not_yet = (*_holes(case, report, counted.figures), *_chart(case, report, counted.figures))
        for each in not_yet:
            is_awaited = is_rehearsal and each.code in _AWAITED
            yield replace(each, severity=Severity.ADVICE) if is_awaited else each


def _of_another(case: Case) -> Diagnostic:
    message = _("báo cáo này dùng số liệu tổng hợp của {office}, không phải của {issuer}").format(
        office=case.request.office.name, issuer=case.issuer.name
    )
    hint = _("bỏ --unit; số liệu của riêng đơn vị nằm trong biểu mà đơn vị đó điền")
    return case.finding("figures-of-another", message, case.at("figures"), hint)


def _without_form(case: Case, report: Report) -> Diagnostic:
    message = _("báo cáo dùng số liệu của đơn vị, nhưng đợt {phase} không có biểu số liệu").format(phase=report.phase)
    return case.finding("no-form", message, case.at("phase"), _("thêm biểu của đợt này vào forms của tệp kế hoạch"))


def _holes(case: Case, report: Report, figures: PhaseFigures) -> Iterator[Diagnostic]:
    """References of which nothing is known: the sentence would have a hole."""
    for steps, reference in told_by_reference(report):
        try:
            is_told = value_of(reference, figures) is not None
        except LookupError:
            message = _("không có số liệu {reference}").format(reference=reference)
            yield case.finding("unknown-figure", message, case.at(*steps), _("chỉ dùng chỉ tiêu mà biểu của đợt hỏi"))
            continue
        if not is_told:
            message = _("{reference} chưa có số: {why}").format(reference=reference, why=_why(reference, figures))
            hint = _("bỏ câu này, hoặc làm báo cáo khi đã có số; không thay bằng 0")
            yield case.finding("figure-unknown-yet", message, case.at(*steps), hint)


def _why(reference: Reference, figures: PhaseFigures) -> str:
    name = figures.totals[reference.name].indicator.name
    match reference.aspect:
        case Aspect.PREVIOUS:
            why = _("đợt trước không có số liệu “{name}”")
        case Aspect.TARGET:
            why = _("biểu không giao chỉ tiêu “{name}” (targets)")
        case Aspect.ACHIEVED:
            why = _("“{name}” không có chỉ tiêu giao, hoặc chưa có số liệu để so")
        case _:
            why = _("chưa đơn vị nào báo cáo “{name}”")
    return why.format(name=name)


def _chart(case: Case, report: Report, figures: PhaseFigures) -> Iterator[Diagnostic]:
    chart = report.figures.chart if report.figures is not None else None
    if chart is None:
        return
    rows, bars = bars_of(chart, figures)
    if rows > MOST_UNITS or bars > MOST_BARS:
        message = _("biểu đồ có {rows} dòng, {bars} thanh: không đọc được trên một trang").format(rows=rows, bars=bars)
        hint = _("tối đa {rows} dòng, {bars} thanh; vẽ theo chỉ tiêu (by: indicator) hoặc bỏ chart").format(
            rows=MOST_UNITS, bars=MOST_BARS
        )
        yield case.finding("chart-too-large", message, case.at("figures", "chart"), hint)
    silent = [code for code in _drawn(chart.indicators, figures) if figures.totals[code].amount is None]
    if silent:
        names = ", ".join(figures.totals[code].indicator.name for code in silent)
        message = _("biểu đồ vẽ chỉ tiêu mà chưa đơn vị nào báo cáo: {names}").format(names=names)
        yield case.finding("empty-chart", message, case.at("figures", "chart"), _("bỏ chỉ tiêu đó khỏi chart"))


def _drawn(codes: Iterable[str], figures: PhaseFigures) -> list[str]:
    return [code for code in codes if code in figures.totals]
