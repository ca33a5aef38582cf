"""The form of those above, filled in with the totals of our own phase: what matches, and what is left for a person.

It reads no answer by itself and computes nothing: `figures_of` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.figures import filling, returned
from generator.figures.layout import AMOUNT, FORM_SHEET, TEXT, FigureLine, Structure, TextLine
from generator.figures.sheet_form import CUMULATIVE
from generator.messages import _
from generator.model.answers import Given
from generator.model.figure_reference import references
from generator.model.figures import PhaseFigures, Total
from generator.model.indicator import Counting
from generator.model.report import NullReason, Report
from generator.pipeline.figures_of import figures_of
from generator.render.figure_text import with_figures
from generator.render.runs import without_emphasis
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.workspace import write_all_whole

_FIELDS = {
    "mo-hinh": "exemplary",
    "uu-diem": "strengths",
    "kho-khan": "difficulties",
    "bai-hoc": "lessons",
    "kien-nghi": "proposals",
}
"""Questions, by their ids, that a part of the report answers; its own name does as well."""


@dataclass(frozen=True, slots=True)
class Filled:
    output: Path
    figures: int
    """Cells that were filled in; of so many that the form has."""
    asked: int
    texts: int
    diagnostics: tuple[Diagnostic, ...]
    """What was left empty and why, and what is doubtful among our own figures."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What came from above."""

    file: Path
    data: bytes
    structure: Structure
    said: returned.Returned

    def cell(self, column: str, row: int) -> Location:
        return Location(self.file, cell=f"{FORM_SHEET}!{column}{row}")


def fill_form(loaded: LoadedWorkspace, plan: LoadedPlan, phase: int, file: Path, output: Path, now: datetime) -> Filled:
    """Faulty where the file is no sound form, or the phase has none. Reads: it, the answers. Writes: `output`."""
    form = _read(file)
    counted = figures_of(loaded, plan, phase, now.date())
    told: list[Diagnostic] = [*counted.diagnostics, *_addressed(form, loaded)]
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


def _read(file: Path) -> _Form:
    said = returned.read_form(file)
    if not said.is_sound:
        raise Faulty(said.diagnostics)
    data = file.read_bytes()
    try:
        structure = filling.structure_in(data)
    except (LookupError, ValueError) as error:
        raise Faulty([_moved(file)]) from error
    places = {line.code: f"{FORM_SHEET}!{AMOUNT}{line.row}" for line in structure.figures}
    places |= {line.id: f"{FORM_SHEET}!{TEXT}{line.row}" for line in structure.texts}
    if any(name not in said.cells or said.cells[name].cell != place for name, place in places.items()):
        raise Faulty([_moved(file)])
    return _Form(file, data, structure, said)


def _moved(file: Path) -> Diagnostic:
    return Diagnostic(
        "figures/form-changed",
        _("biểu đã bị thêm, bớt hay chuyển dòng, cột, không biết ô nào để điền"),
        Location(file),
        hint=_("xin lại tệp biểu gốc của cấp trên rồi điền vào đó"),
    )


def _addressed(form: _Form, loaded: LoadedWorkspace) -> Iterator[Diagnostic]:
    office = loaded.office_file.office
    if form.said.unit != office.id:
        yield Diagnostic(
            "figures/form-of-another",
            _("biểu ghi mã đơn vị là “{unit}”, không phải “{office}”").format(unit=form.said.unit, office=office.id),
            Location(form.file),
            Severity.ADVICE,
            hint=_("xem tên đơn vị ở đầu biểu có đúng là {name} không").format(name=office.name),
        )


def _figure(line: FigureLine, form: _Form, figures: PhaseFigures) -> tuple[Given | None, list[Diagnostic]]:
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
    doubts = []
    if total.answered < total.asked:
        message = _("“{name}” mới có số của {answered}/{asked} đơn vị")
        doubts = [_left(here, message.format(name=line.name, answered=total.answered, asked=total.asked))]
    return Given(value=amount, approximate=total.is_approximate), doubts


def _amount(line: FigureLine, total: Total) -> Decimal | None:
    """Of this phase, or all since the beginning where that is what they count and we count by phase."""
    if line.name.endswith(CUMULATIVE) and total.indicator.counting is Counting.PERIOD:
        return total.cumulative
    if not line.name.endswith(CUMULATIVE) and total.indicator.counting is Counting.CUMULATIVE:
        return None
    return total.amount


def _left(where: Location, message: str) -> Diagnostic:
    hint = _("xem lại và tự điền nếu cần")
    return Diagnostic("figures/left-to-fill", message, where, Severity.WARNING, hint=hint)


def _text(line: TextLine, form: _Form, plan: LoadedPlan, figures: PhaseFigures) -> str | Diagnostic:
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
