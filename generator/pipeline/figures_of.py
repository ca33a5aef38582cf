"""The figures of a plan's phase, from its form, the roster and the files of answers: counted, with what is wrong.

What figures add up to, `generator.figures` knows; nothing is shown or written here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.figures import asking, rules
from generator.figures.totals import AskedUnit, count
from generator.messages import _
from generator.model.collection import CollectionForm
from generator.model.figures import PhaseFigures
from generator.sources.answers import Answers, folder_of, load_answers
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.sources.roster import Roster


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of one phase, and what they were counted from."""

    figures: PhaseFigures
    diagnostics: tuple[Diagnostic, ...]
    """Of this phase's answers everything; of the phases before what kept an answer from being counted."""
    form: CollectionForm
    asked: tuple[AskedUnit, ...]
    answers: Answers
    earlier: tuple[PhaseFigures, ...] = ()
    """The phases before that have a form, the first one first."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.diagnostics if each.severity is Severity.ERROR)


def figures_of(loaded: LoadedWorkspace, plan: LoadedPlan, phase: int, today: date) -> Counted:
    """Faulty where the plan has no form of the phase. Reads: the answers of this phase and those before.

    A file that cannot be counted is among the diagnostics, and its unit among those that have not answered.
    """
    form = form_of(plan, phase)
    diagnostics: list[Diagnostic] = []
    earlier: list[PhaseFigures] = []
    for each in sorted(plan.plan.forms, key=lambda one: one.phase):
        if each.phase < phase and each.phase not in {one.phase for one in earlier}:
            answers = load_answers(folder_of(loaded.workspace, plan.path, each.phase))
            diagnostics += answers.diagnostics
            earlier.append(_count(each, asked_units(each, loaded.roster), answers, earlier, loaded))
    asked = asked_units(form, loaded.roster)
    answers = load_answers(folder_of(loaded.workspace, plan.path, phase))
    figures = _count(form, asked, answers, earlier, loaded)
    records = {unit: answer.record for unit, answer in answers.by_unit.items()}
    material = rules.Material(form, asked, records, figures, loaded.indicators, today, answers.where, earlier)
    diagnostics += (*answers.diagnostics, *rules.check(material))
    return Counted(figures, tuple(diagnostics), form, asked, answers, tuple(earlier))


def form_of(plan: LoadedPlan, phase: int) -> CollectionForm:
    """The form of a phase; Faulty, with the phases that have one, where there is none."""
    found = plan.plan.form_of_phase(phase)
    if found is not None:
        return found
    with_form = ", ".join(str(form.phase) for form in plan.plan.forms)
    hint = _("thêm mục forms cho đợt này vào kế hoạch")
    if with_form:
        hint = _("kế hoạch có biểu của đợt: {phases}").format(phases=with_form)
    message = _("kế hoạch không có biểu số liệu của đợt {phase}").format(phase=phase)
    raise Faulty([Diagnostic("data/no-form", message, Location(plan.path), hint=hint)])


def members_of(form: CollectionForm, roster: Roster) -> asking.Members:
    """The units of everything that the form names; Faulty with every name that the roster does not have."""
    unknown = [roster.unknown(name) for name in asking.named_in(form) if name not in roster]
    if unknown:
        raise Faulty(unknown)
    return {name: tuple(row.id for row in roster.members(name)) for name in asking.named_in(form)}


def asked_units(form: CollectionForm, roster: Roster) -> tuple[AskedUnit, ...]:
    """The units of a form with their names, in the order of the annex."""
    asked = asking.asked_of_all(form, members_of(form, roster))
    names = roster.names(asked)
    return tuple(AskedUnit(unit, names.get(unit, unit), codes) for unit, codes in asked.items())


def _count(
    form: CollectionForm,
    asked: Sequence[AskedUnit],
    answers: Answers,
    earlier: Sequence[PhaseFigures],
    loaded: LoadedWorkspace,
) -> PhaseFigures:
    records = {unit: answer.record for unit, answer in answers.by_unit.items()}
    return count(form, asked, records, earlier, loaded.indicators)
