"""The form of those above, filled in with the totals of our own phase: what matches, and what is left for a person.

It reads no answer by itself and computes nothing: `figures_of` does. Whether the form is one, and ours to answer,
`collection_fill_form` knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.figures import filling
from generator.figures.layout import AMOUNT, CUMULATIVE, TEXT, FigureLine, TextLine
from generator.messages import _
from generator.model.answers import Given
from generator.model.figure_reference import references
from generator.model.figures import PhaseFigures, Total
from generator.model.indicator import Counting
from generator.model.report import NullReason, Report
from generator.pipeline.collection_fill_form import Form, read_from_above
from generator.pipeline.figures_of import figures_of
from generator.render.figure_text import with_figures
from generator.render.runs import without_emphasis
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.vietnamese.numerals import grouped
from generator.workspace import write_all_whole

_FIELDS = {
    "mo-hinh": "exemplary",
    "uu-diem": "strengths",
    "kho-khan": "difficulties",
    "bai-hoc": "lessons",
    "kien-nghi": "proposals",
}
"""Questions, by their ids, that a part of the report answers; its own name does as well."""
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Filled:
    output: Path
    figures: int
    """Cells that were filled in; of so many that the form has."""
    asked: int
    texts: int
    diagnostics: tuple[Diagnostic, ...]
    """What was left empty and why, and what is doubtful among our own figures."""


def fill_form(loaded: LoadedWorkspace, plan: LoadedPlan, phase: int, file: Path, output: Path, now: datetime) -> Filled:
    """Faulty where the file is no sound form, or the phase has none. Reads: it, the answers. Writes: `output`."""
    form = read_from_above(file, loaded.office_file.office)
    counted = figures_of(loaded, plan, phase, now.date())
    told: list[Diagnostic] = [*_other_phase(form, phase), *counted.diagnostics]
    figures: dict[str, Given] = {}
    for line in form.structure.figures:
        found, why = _figure(line, form, counted.figures)
        told += why
        if found is not None:
            figures[line.code] = found
    texts: dict[str, str] = {}
    for question in form.structure.texts:
        text = _text(question, form, plan, counted.figures)
        if isinstance(text, str):
            texts[question.id] = text
        else:
            told.append(text)
    write_all_whole({output: filling.filled(form.data, figures, texts, now)})
    return Filled(output, len(figures), len(form.structure.figures), len(texts), tuple(told))


def _figure(line: FigureLine, form: Form, figures: PhaseFigures) -> tuple[Given | None, list[Diagnostic]]:
    """What goes into the row, and what is to be said of it."""
    here = form.cell(AMOUNT, line.row)
    typed = form.said.figures.get(line.code)
    if typed is not None and (typed.value is not None or typed.null_reason is not NullReason.NOT_REPORTED):
        return None, [_left(here, _("“{name}” đã có người điền, giữ nguyên").format(name=line.name))]
    total = figures.totals.get(line.code)
    if total is None:
        message = _("“{name}” ({code}) không có trong biểu số liệu của đợt này, để trống")
        return None, [_left(here, message.format(name=line.name, code=line.code))]
    if line.unit.casefold() != total.indicator.unit.casefold():
        message = _("“{name}” tính bằng {theirs}, số của ta tính bằng {ours}: để trống")
        return None, [_left(here, message.format(name=line.name, theirs=line.unit, ours=total.indicator.unit))]
    amount = _amount(line, total)
    if amount is None:
        return None, [_left(here, _("“{name}” chưa có số liệu của đơn vị nào, để trống").format(name=line.name))]
    doubts = [_partial(here, line, amount, figures)] if total.answered < total.asked else []
    is_about = total.is_cumulative_approximate if _wants_all(line, total) else total.is_approximate
    return Given(value=amount, approximate=is_about), doubts


def _other_phase(form: Form, phase: int) -> Iterator[Diagnostic]:
    """Those above count their phases in their own way: it may be right."""
    if form.structure.phase != phase:
        message = _("biểu của cấp trên ghi đợt {theirs}, đang điền bằng số liệu đợt {ours}")
        message = message.format(theirs=form.structure.phase, ours=phase)
        hint = _("xem kỳ báo cáo ghi trên biểu; khác kỳ thì điền lại bằng --phase của kỳ ấy")
        yield Diagnostic("figures/other-phase", message, Location(form.file), Severity.ADVICE, hint=hint)


def _partial(where: Location, line: FigureLine, amount: Decimal, figures: PhaseFigures) -> Diagnostic:
    """Filled in with what there is: whoever sends it should know of whom it is not."""
    values = ((unit.name, unit.values.get(line.code)) for unit in figures.units)
    names = [name for name, value in values if value and value.null_reason is NullReason.NOT_REPORTED]
    message = _("“{name}”: đã điền {amount}, còn thiếu {count} đơn vị").format(
        name=line.name, amount=grouped(amount), count=len(names)
    )
    rest = _(" và {count} đơn vị nữa").format(count=len(names) - _NAMED) if names[_NAMED:] else ""
    hint = _("thiếu: {names}; thu đủ rồi điền lại, hoặc gửi kèm tên các đơn vị này").format(
        names="; ".join(names[:_NAMED]) + rest
    )
    return Diagnostic("figures/units-missing", message, where, Severity.WARNING, hint=hint)


def _amount(line: FigureLine, total: Total) -> Decimal | None:
    """Of this phase, or all since the beginning where that is what they count and we count by phase."""
    if _wants_all(line, total):
        return total.cumulative
    if not line.name.endswith(CUMULATIVE) and total.indicator.counting is Counting.CUMULATIVE:
        return None
    return total.amount


def _wants_all(line: FigureLine, total: Total) -> bool:
    return line.name.endswith(CUMULATIVE) and total.indicator.counting is Counting.PERIOD


def _left(where: Location, message: str) -> Diagnostic:
    hint = _("xem lại và tự điền nếu cần")
    return Diagnostic("figures/left-to-fill", message, where, Severity.WARNING, hint=hint)


def _text(line: TextLine, form: Form, plan: LoadedPlan, figures: PhaseFigures) -> str | Diagnostic:
    """The answer to a question, or why there is none."""
    here = form.cell(TEXT, line.row)
    if line.id in form.said.texts:
        return _left(here, _("câu “{question}” đã có người trả lời, giữ nguyên").format(question=line.text))
    field = _FIELDS.get(line.id, line.id)
    reports = [report for report in plan.plan.reports if report.phase == figures.phase]
    if field not in _FIELDS.values() or len(reports) != 1:
        return _left(here, _("câu “{question}” không suy ra được từ báo cáo, để trống").format(question=line.text))
    told = [*_told(with_figures(reports[0], figures), field)]
    if not told:
        return _left(here, _("báo cáo không ghi gì để trả lời “{question}”, để trống").format(question=line.text))
    text = "\n".join(map(without_emphasis, told))
    if any(references(text)):
        message = _("phần báo cáo trả lời “{question}” còn số liệu chưa có, để trống")
        return _left(here, message.format(question=line.text))
    return text


def _told(report: Report, field: str) -> Iterator[str]:
    if field == "difficulties":
        yield from (each.text for each in report.difficulties)
    elif field == "proposals":
        yield from (f"{each.to}: {each.text}" for each in report.proposals)
    else:
        parts: Mapping[str, tuple[str, ...]] = {
            "exemplary": report.exemplary,
            "strengths": report.strengths,
            "lessons": report.lessons,
        }
        yield from parts[field]
