"""The answers of one phase counted: every unit's values, what they add up to now, before and so far.

The only place where figures are computed. What contradicts itself is still counted as it was given: `rules` tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.figures import folding
from generator.figures.folding import NOT_REPORTED, Catalogue, Values
from generator.model.answers import AnswerFile
from generator.model.collection import CollectionForm
from generator.model.figures import PhaseFigures, Standing, Total, UnitFigures, Value
from generator.model.indicator import Aggregation, Indicator
from generator.model.report import NullReason
from generator.vietnamese.clock import VIETNAM


@dataclass(frozen=True, slots=True)
class AskedUnit:
    """A unit of the form: its name in tables, and the codes of the form that it is asked for."""

    unit: str
    name: str
    codes: tuple[str, ...]


def count(
    form: CollectionForm,
    asked: Sequence[AskedUnit],
    answers: Mapping[str, AnswerFile],
    earlier: Sequence[PhaseFigures],
    catalogue: Catalogue,
) -> PhaseFigures:
    """`answers` by unit; one that nobody asked for counts nowhere. `earlier`: the phases before, oldest first."""
    past = _past(earlier)
    before = {unit.unit: unit.values for unit in earlier[-1].units} if earlier else {}
    bases = {codes: with_bases(codes, catalogue) for codes in {each.codes for each in asked}}
    units = tuple(
        _unit(form, each, bases[each.codes], answers.get(each.unit), before.get(each.unit, {}), past, catalogue)
        for each in asked
    )
    # A unit that is no longer asked has done what it has done.
    still = {each.unit for each in asked}
    courses = [folding.Course((*past.get(unit.unit, ()), unit.values), unit.cumulative) for unit in units]
    courses += [folding.Course(values, {}) for unit, values in past.items() if unit not in still]
    codes = with_bases(form.indicators, catalogue)
    totals = {code: _total(catalogue[code], form, units, courses, earlier, catalogue) for code in codes}
    return PhaseFigures(
        phase=form.phase,
        title=form.title,
        due=form.due,
        indicators=form.indicators,
        units=units,
        totals=totals,
        questions={question.id: question.text for question in form.questions},
        is_sample=form.sample_figures,
    )


def with_bases(codes: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The codes, and before each per cent its part and its whole: it is made of them, and units are asked for them."""
    found: dict[str, None] = {}
    for code in codes:
        indicator = catalogue[code]
        if indicator.aggregation is Aggregation.PERCENT:
            found.update(dict.fromkeys((str(indicator.part), str(indicator.whole))))
        found[code] = None
    return tuple(found)


def answered_on(answer: AnswerFile) -> date | None:
    """The day that counts against the deadline: the one that was written down, or that of the coming in, in Vietnam."""
    if answer.answered_on or answer.received is None:
        return answer.answered_on
    at = answer.received.at
    return (at.astimezone(VIETNAM) if at.tzinfo else at).date()


def _past(earlier: Sequence[PhaseFigures]) -> dict[str, list[Values]]:
    """By unit its values of each phase before in which it was asked."""
    found: dict[str, list[Values]] = {}
    for phase in earlier:
        for unit in phase.units:
            found.setdefault(unit.unit, []).append(unit.values)
    return found


def _unit(
    form: CollectionForm,
    asked: AskedUnit,
    codes: Sequence[str],
    answer: AnswerFile | None,
    before: Values,
    past: Mapping[str, Sequence[Values]],
    catalogue: Catalogue,
) -> UnitFigures:
    """`codes`: those it is asked for, with the parts and wholes of per cents."""
    values = _values(codes, answer, catalogue)
    phases = (*past.get(asked.unit, ()), values)
    on = answered_on(answer) if answer else None
    standing = _standing(answer, asked.codes, values, on, form.due)
    return UnitFigures(
        unit=asked.unit,
        name=asked.name,
        standing=standing,
        answered_on=None if standing is Standing.MISSING else on,
        values=values,
        previous={code: before[code] for code in values if code in before},
        cumulative=folding.over_phases(phases, catalogue) if len(phases) > 1 else values,
        targets={each.indicator: each.value for each in form.targets if each.unit == asked.unit}
        if form.targets
        else {},
        texts=answer.texts if answer else {},
    )


def _values(codes: Iterable[str], answer: AnswerFile | None, catalogue: Catalogue) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for code in codes:
        indicator = catalogue[code]
        if indicator.aggregation is Aggregation.PERCENT:
            values[code] = folding.per_cent(indicator, values[str(indicator.part)], values[str(indicator.whole)])
        else:
            values[code] = _given(code, answer)
    return values


def _given(code: str, answer: AnswerFile | None) -> Value:
    given = answer.figures.get(code) if answer else None
    if given is None:
        return NOT_REPORTED
    return Value(given.value, given.null_reason, given.approximate, given.note)


def _standing(answer: AnswerFile | None, codes: Sequence[str], values: Values, on: date | None, due: date) -> Standing:
    """A file in which nothing at all is said is silence."""
    told = [values[code] for code in codes if values[code].null_reason is not NullReason.NOT_REPORTED]
    is_told = told or any(value.null_reason is not NullReason.NOT_REPORTED for value in values.values())
    if answer is None or not (is_told or answer.texts):
        return Standing.MISSING
    if codes and all(values[code].null_reason is NullReason.NOT_APPLICABLE for code in codes):
        return Standing.NOT_APPLICABLE
    return Standing.LATE if on and on > due else Standing.ON_TIME


def _total(
    indicator: Indicator,
    form: CollectionForm,
    units: Sequence[UnitFigures],
    courses: Sequence[folding.Course],
    earlier: Sequence[PhaseFigures],
    catalogue: Catalogue,
) -> Total:
    code = indicator.code
    concerned = [
        unit.values[code]
        for unit in units
        if code in unit.values and unit.values[code].null_reason is not NullReason.NOT_APPLICABLE
    ]
    known = [value for value in concerned if value.amount is not None]
    now = folding.of_phase(indicator, [unit.values for unit in units])
    so_far = folding.of_all_phases(indicator, courses, catalogue) if earlier else now
    previous = earlier[-1].totals.get(code) if earlier else None
    target = _target(indicator, form, units)
    return Total(
        indicator=indicator,
        amount=now.amount,
        previous=previous.amount if previous else None,
        cumulative=so_far.amount,
        target=target,
        achieved=None if indicator.aggregation is Aggregation.PERCENT else folding.share(so_far.amount, target),
        asked=len(concerned),
        answered=len(known),
        is_approximate=any(value.is_approximate for value in known),
        is_previous_approximate=previous is not None and previous.is_approximate,
        is_cumulative_approximate=so_far.is_approximate,
    )


def _target(indicator: Indicator, form: CollectionForm, units: Sequence[UnitFigures]) -> Decimal | None:
    """The plan's own; without one what the units' targets add up to, which no per cents do."""
    for each in form.targets:
        if each.indicator == indicator.code and each.unit is None:
            return each.value
    own = [unit.targets[indicator.code] for unit in units if indicator.code in unit.targets]
    if not own or indicator.aggregation is Aggregation.PERCENT:
        return None
    return max(own) if indicator.aggregation is Aggregation.MAX else folding.added(own)
