"""Totals against a recount that knows nothing of folding: fractions over a flat list of what was said."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from small_figures import CATALOGUE, answer, form_of

from generator.figures.totals import AskedUnit, count
from generator.model.answers import AnswerFile
from generator.model.figures import PhaseFigures

CODES = ("sessions", "crowd", "screens", "so_far", "part", "whole", "done")
UNITS = ("a", "b", "c", "d", "e")
GIVEN = st.integers(0, 40) | st.sampled_from(["not_reported", "not_applicable", "0,5", "12,25", None])
ANSWERS = st.dictionaries(
    st.sampled_from(UNITS), st.dictionaries(st.sampled_from(CODES), GIVEN, max_size=7), max_size=5
)


class Said(NamedTuple):
    phase: int
    unit: str
    code: str
    number: Fraction


def said(phases: list[dict[str, dict[str, object]]]) -> list[Said]:
    """Every number of every answer, as digits of a text."""
    found = []
    for phase, answers in enumerate(phases, 1):
        for unit, figures in answers.items():
            for code, typed in figures.items():
                text = str(typed).replace(",", ".")
                if text[0].isdigit():
                    found.append(Said(phase, unit, code, Fraction(text)))
    return found


def counted(phases: list[dict[str, dict[str, object]]], backwards: bool = False) -> PhaseFigures:
    earlier: list[PhaseFigures] = []
    for number, answers in enumerate(phases, 1):
        form = form_of(number, " ".join(UNITS), " ".join((*CODES, "rate", "done_rate")))
        asked = [AskedUnit(unit, unit, form.indicators) for unit in form.units]
        records: dict[str, AnswerFile] = {}
        for unit in sorted(answers, reverse=backwards):
            figures = {code: value for code, value in answers[unit].items() if value is not None}
            records[unit] = answer(unit, figures)
        earlier.append(count(form, asked, records, earlier, CATALOGUE))
    return earlier[-1]


def exactly(amount: Decimal | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)


def added(numbers: Iterable[Fraction]) -> Fraction | None:
    known = [*numbers]
    return sum(known) if known else None  # type: ignore[return-value]


def latest(all_said: list[Said], code: str) -> list[Said]:
    """Of every unit only the last it said."""
    return [
        one
        for one in all_said
        if one.code == code
        and not any(two.code == code and two.unit == one.unit and two.phase > one.phase for two in all_said)
    ]


def rounded(part: Fraction | None, whole: Fraction | None, places: int) -> Fraction | None:
    """Half up, by hand."""
    if part is None or not whole:
        return None
    return Fraction(int(part * 100 / whole * 10**places + Fraction(1, 2)), 10**places)


def pairs(all_said: list[Said], code: str) -> list[tuple[Said, Said]]:
    return [
        (one, two)
        for one in all_said
        for two in all_said
        if (one.code, two.code) == (code, "whole") and (one.unit, one.phase) == (two.unit, two.phase)
    ]


@given(st.lists(ANSWERS, min_size=1, max_size=3))
def test_amounts_of_the_phase(phases: list[dict[str, dict[str, object]]]) -> None:
    figures, now = counted(phases), [one for one in said(phases) if one.phase == len(phases)]
    for code in CODES:
        numbers = [one.number for one in now if one.code == code]
        expected = max(numbers, default=None) if code == "crowd" else added(numbers)
        assert exactly(figures.totals[code].amount) == expected
        assert figures.totals[code].answered == len(numbers)


@given(st.lists(ANSWERS, min_size=1, max_size=3))
def test_amounts_so_far(phases: list[dict[str, dict[str, object]]]) -> None:
    figures, everything = counted(phases), said(phases)
    for code in CODES:
        if code in ("sessions", "part"):
            expected = added(one.number for one in everything if one.code == code)
        elif code == "crowd":
            expected = max((one.number for one in everything if one.code == code), default=None)
        else:
            expected = added(one.number for one in latest(everything, code))
        assert exactly(figures.totals[code].cumulative) == expected


@given(st.lists(ANSWERS, min_size=1, max_size=3))
def test_per_cents(phases: list[dict[str, dict[str, object]]]) -> None:
    figures, everything = counted(phases), said(phases)
    together = pairs(everything, "part")
    now = [pair for pair in together if pair[0].phase == len(phases)]
    for amount, used in ((figures.totals["rate"].amount, now), (figures.totals["rate"].cumulative, together)):
        expected = rounded(added(one.number for one, _ in used), added(two.number for _, two in used), 2)
        assert exactly(amount) == expected
    done = pairs(everything, "done")
    last = [pair for pair in done if not any(p[0].unit == pair[0].unit and p[0].phase > pair[0].phase for p in done)]
    expected = rounded(added(one.number for one, _ in last), added(two.number for _, two in last), 1)
    assert exactly(figures.totals["done_rate"].cumulative) == expected


@given(st.lists(ANSWERS, min_size=1, max_size=3))
def test_what_the_units_have_so_far_adds_up_to_the_total(phases: list[dict[str, dict[str, object]]]) -> None:
    figures = counted(phases)
    for code in ("sessions", "screens", "so_far", "whole"):
        amounts = [unit.cumulative[code].amount for unit in figures.units]
        assert exactly(figures.totals[code].cumulative) == added(Fraction(each) for each in amounts if each is not None)


@given(st.lists(ANSWERS, min_size=1, max_size=2))
def test_the_order_of_the_answers_changes_nothing(phases: list[dict[str, dict[str, object]]]) -> None:
    assert counted(phases) == counted(phases, backwards=True)
