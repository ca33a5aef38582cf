"""What cannot be right in the answers of a phase: each finding with the unit and the place in its file.

It counts nothing and mends nothing; a figure that is told here is still counted as it was given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.diagnostics import Diagnostic, Severity
from generator.figures import rules_of_asking, rules_of_figures, rules_of_relations
from generator.figures.folding import Catalogue
from generator.figures.rules_case import Case, Where
from generator.figures.totals import AskedUnit, with_bases
from generator.messages import _
from generator.model.answers import AnswerFile
from generator.model.collection import CollectionForm
from generator.model.figures import PhaseFigures
from generator.vietnamese.unicode import nearest

_MOST_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that is known of a phase."""

    form: CollectionForm
    asked: Sequence[AskedUnit]
    answers: Mapping[str, AnswerFile]
    figures: PhaseFigures
    catalogue: Catalogue
    today: date
    where: Where
    earlier: Sequence[PhaseFigures] = ()


def check(material: Material) -> Iterator[Diagnostic]:
    """Every finding, unit by unit in the order of the form; then the answers that nobody asked for."""
    before = _before(material.earlier)
    bases = {codes: with_bases(codes, material.catalogue) for codes in {each.codes for each in material.asked}}
    for asked, figures in zip(material.asked, material.figures.units, strict=True):
        answer = material.answers.get(asked.unit)
        if answer is None:
            continue
        case = Case(
            asked.unit,
            asked.name,
            answer,
            bases[asked.codes],
            figures.values,
            before.get(asked.unit, {}),
            material.form,
            material.catalogue,
            material.today,
            material.where,
        )
        yield from rules_of_asking.check(case)
        yield from rules_of_figures.check(case)
        yield from rules_of_relations.check(case)
    yield from _not_asked(material)


def _before(earlier: Sequence[PhaseFigures]) -> dict[str, dict[str, Decimal]]:
    """By unit the last amount it gave in the phases before."""
    found: dict[str, dict[str, Decimal]] = {}
    for phase in earlier:
        for unit in phase.units:
            known = {code: value.amount for code, value in unit.values.items() if value.amount is not None}
            found.setdefault(unit.unit, {}).update(known)
    return found


def _not_asked(material: Material) -> Iterator[Diagnostic]:
    asked = {each.unit for each in material.asked}
    # A unit with an answer of its own is not the one that was meant.
    silent = sorted(asked - material.answers.keys())
    for unit in sorted(material.answers.keys() - asked):
        near = nearest(unit, silent) if len(silent) <= _MOST_COMPARED else None
        hint = _(
            "đơn vị lỡ bị bỏ thì ghi lại vào danh sách đơn vị (units.yaml) hoặc vào units của biểu; đơn vị không phải "
            "báo cáo thì chuyển tệp này đi nơi khác; chưa làm thì số liệu của tệp không được cộng"
        )
        yield Diagnostic(
            "data/answer-not-asked",
            _("đơn vị “{unit}” không có trong biểu của đợt {phase}").format(unit=unit, phase=material.form.phase),
            material.where(unit, "unit"),
            Severity.ERROR,
            hint=(_("có phải là “{name}”?").format(name=near) + " " if near else "") + hint,
        )
