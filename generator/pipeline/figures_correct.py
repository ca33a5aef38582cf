"""A figure or a text of a unit's answer corrected: in its file, with who and when, and nothing else in it changed.

How the text of the file is changed, `sources` knows; nothing is shown here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.errors import GeneratorError
from generator.figures.totals import AskedUnit, with_bases
from generator.messages import _
from generator.model.collection import CollectionForm
from generator.model.indicator import Aggregation
from generator.pipeline.accomplish import named, replace_whole
from generator.pipeline.figures_of import asked_units, figures_of, form_of
from generator.sources.answers import answer_file, folder_of
from generator.sources.answers_edit import Corrected, Correcting, with_correction
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.vietnamese.unicode import nearest

_BLANKS = "data/figure-not-reported"
"""Whoever corrects one figure knows that others are still to come."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to stand there, as it was typed, and who says so."""

    unit: str
    field: str
    """The code of an indicator or the id of a question."""
    typed: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """What stood there and stands there now, as it stands in files; empty: nothing."""

    was: str
    now: str
    diagnostics: tuple[Diagnostic, ...]
    """What cannot be right, or is out of all reason, in the unit's answer as it is now."""


def correct(loaded: LoadedWorkspace, plan: LoadedPlan, phase: int, wish: Wish) -> Done:
    """Faulty where the form does not ask the unit for it. Reads: the answers. Writes: the unit's answer."""
    form = form_of(plan, phase)
    asked = next((each for each in asked_units(form, loaded.roster) if each.unit == wish.unit), None)
    if asked is None:
        units = [each.unit for each in asked_units(form, loaded.roster)]
        raise _unknown(plan, _("đơn vị “{name}” không có trong biểu"), wish.unit, units)
    _refuse_unasked(loaded, plan, form, asked, wish)
    file = answer_file(folder_of(loaded.workspace, plan.path, phase), wish.unit)
    if not file.exists():
        raise GeneratorError(
            _("đơn vị “{unit}” chưa có trả lời của đợt {phase}").format(unit=wish.unit, phase=phase),
            _("nhập biểu của đơn vị bằng “vanthu form collect”, hoặc viết tệp {file}").format(
                file=_from_root(file, loaded)
            ),
        )
    done: list[Corrected] = []
    asks_text = wish.field in {question.id for question in form.questions}
    indicator = None if asks_text else loaded.indicators.get(wish.field)
    decimals = indicator.decimals if indicator else None
    wanted = Correcting(wish.field, wish.typed, asks_text, wish.reason, wish.by, wish.at, decimals)

    def corrected(content: bytes | None) -> bytes:
        done[:] = [with_correction(content or b"", file, wanted)]
        return done[0].content

    replace_whole(file, corrected)
    found = figures_of(loaded, plan, phase, wish.at.date()).diagnostics
    of_unit = tuple(each for each in found if each.where.file == file and each.code != _BLANKS)
    return Done(done[0].was, done[0].now, of_unit)


def _from_root(file: Path, loaded: LoadedWorkspace) -> str:
    root = loaded.workspace.root
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()


def _refuse_unasked(
    loaded: LoadedWorkspace, plan: LoadedPlan, form: CollectionForm, asked: AskedUnit, wish: Wish
) -> None:
    questions = [question.id for question in form.questions]
    codes = with_bases(asked.codes, loaded.indicators)
    if wish.field not in (*codes, *questions):
        raise _unknown(plan, _("biểu không hỏi đơn vị này “{name}”"), wish.field, [*codes, *questions])
    indicator = loaded.indicators.get(wish.field)
    if indicator is not None and indicator.aggregation is Aggregation.PERCENT and wish.field not in questions:
        raise GeneratorError(
            _("“{name}” là tỷ lệ, chương trình tự tính").format(name=indicator.name),
            _("sửa {part} hoặc {whole}").format(part=indicator.part, whole=indicator.whole),
        )


def _unknown(plan: LoadedPlan, message: str, name: str, known: list[str]) -> Faulty:
    near = nearest(name, known)
    hint = _("có phải là “{name}”?").format(name=near) if near else _("biểu có: {names}").format(names=named(known))
    return Faulty([Diagnostic("data/not-asked", message.format(name=name), Location(plan.path), hint=hint)])
