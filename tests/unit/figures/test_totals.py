"""Totals: silence, `not_applicable` and zero; sums, largest, latest, weighted per cents; phases; targets."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from small_figures import CATALOGUE, Typed, answer, form_of

from generator.figures.totals import AskedUnit, count
from generator.model.answers import AnswerFile
from generator.model.collection import CollectionForm
from generator.model.figures import PhaseFigures, Standing
from generator.model.report import NullReason


def counted(typed: Typed, *earlier: PhaseFigures, form: CollectionForm | None = None) -> PhaseFigures:
    form = form or form_of(
        len(earlier) + 1, codes=" ".join(dict.fromkeys(code for each in typed.values() for code in each))
    )
    asked = [AskedUnit(unit, unit.upper(), form.indicators) for unit in form.units]
    return count(form, asked, {unit: answer(unit, figures) for unit, figures in typed.items()}, earlier, CATALOGUE)


SUMS = [
    ({"a": {"sessions": 2}, "b": {"sessions": 3}}, 5, (3, 2)),
    ({"a": {"sessions": 0}, "b": {"sessions": 0}}, 0, (3, 2)),
    ({"a": {"sessions": "not_reported"}}, None, (3, 0)),
    ({"a": {"sessions": 2}, "b": {"sessions": "not_applicable"}}, 2, (2, 1)),
    ({"a": {"sessions": "not_applicable"}, "b": {"sessions": "not_applicable"}}, None, (1, 0)),
    ({"a": {"sessions": "0,1"}, "b": {"sessions": "0,2"}}, "0.3", (3, 2)),
    ({"a": {"crowd": 120}, "b": {"crowd": 90}}, 120, (3, 2)),
    ({"a": {"screens": 2}, "b": {"screens": 1}}, 3, (3, 2)),
]


@pytest.mark.parametrize(("typed", "amount", "asked"), SUMS)
def test_a_total(typed: Typed, amount: object, asked: tuple[int, int]) -> None:
    (total,) = counted(typed).totals.values()
    assert total.amount == (None if amount is None else Decimal(str(amount)))
    assert (total.asked, total.answered) == asked


RATES = [
    ({"a": {"part": 90, "whole": 100}, "b": {"part": 1, "whole": 2}}, "89.22", 2),
    ({"a": {"part": 1, "whole": 3}}, "33.33", 1),
    ({"a": {"part": 2, "whole": 3}}, "66.67", 1),
    ({"a": {"part": 90, "whole": 100}, "b": {"part": 50}}, "90", 1),
    ({"a": {"part": 90, "whole": 100}, "b": {"whole": 50}}, "90", 1),
    ({"a": {"part": 90, "whole": 100}, "b": {"part": 0, "whole": 0}}, "90", 1),
    ({"a": {"part": 0, "whole": 0}}, None, 0),
    ({"a": {"part": 0, "whole": 5}}, "0", 1),
]


@pytest.mark.parametrize(("typed", "amount", "answered"), RATES)
def test_a_per_cent_is_weighted(typed: Typed, amount: str | None, answered: int) -> None:
    total = counted(typed, form=form_of(codes="rate")).totals["rate"]
    assert total.amount == (None if amount is None else Decimal(amount))
    assert total.answered == answered


def test_a_per_cent_that_a_unit_typed_is_not_taken() -> None:
    figures = counted({"a": {"rate": 99, "part": 1, "whole": 2}}, form=form_of(codes="rate"))
    assert figures.units[0].values["rate"].amount == 50


def test_part_and_whole_of_a_per_cent_are_counted_beside_it() -> None:
    figures = counted({"a": {"part": 1, "whole": 2}, "b": {"part": 7}}, form=form_of(codes="rate"))
    assert figures.indicators == ("rate",)
    assert {code: total.amount for code, total in figures.totals.items()} == {"part": 8, "whole": 2, "rate": 50}


PHASES = [
    ("sessions", (2, 3), (5, 2)),
    ("sessions", (2, "not_reported"), (2, 2)),
    ("sessions", ("not_reported", 3), (3, None)),
    ("crowd", (120, 90), (120, 120)),
    ("crowd", (90, 120), (120, 90)),
    ("screens", (5, 3), (3, 5)),
    ("screens", (5, "not_reported"), (5, 5)),
    ("so_far", (5, 8), (8, 5)),
    ("so_far", (5, "not_reported"), (5, 5)),
]


@pytest.mark.parametrize(("code", "given", "expected"), PHASES)
def test_over_two_phases(code: str, given: tuple[object, object], expected: tuple[int | None, int | None]) -> None:
    figures = counted({"a": {code: given[1]}}, counted({"a": {code: given[0]}}))
    total, unit = figures.totals[code], figures.units[0]
    assert (total.cumulative, total.previous) == expected
    assert (unit.cumulative[code].amount, unit.previous[code].amount) == expected


def test_a_per_cent_of_a_period_is_weighted_over_the_phases() -> None:
    form = form_of(codes="rate")
    first = counted({"a": {"part": 10, "whole": 100}}, form=form)
    figures = counted({"a": {"part": 50, "whole": 100}}, first, form=form_of(2, codes="rate"))
    assert figures.totals["rate"].cumulative == 30
    assert figures.units[0].cumulative["rate"].amount == 30


def test_a_per_cent_of_what_counts_from_the_beginning_is_the_latest() -> None:
    first = counted({"a": {"done": 10, "whole": 100}}, form=form_of(codes="done_rate"))
    figures = counted({"a": {"done": 50, "whole": 100}}, first, form=form_of(2, codes="done_rate"))
    assert figures.totals["done_rate"].cumulative == 50


def test_a_unit_that_is_no_longer_asked_stays_in_what_was_done_so_far() -> None:
    first = counted({"a": {"sessions": 2}, "b": {"sessions": 3}})
    figures = counted({"a": {"sessions": 4}}, first, form=form_of(2, units="a"))
    assert figures.totals["sessions"].cumulative == 9
    assert figures.units[0].cumulative["sessions"].amount == 6


STANDINGS = [
    (None, Standing.MISSING),
    ({}, Standing.MISSING),
    ({"figures": {"sessions": "not_reported"}}, Standing.MISSING),
    ({"texts": {"mo-hinh": "Tổ tự quản"}}, Standing.ON_TIME),
    ({"figures": {"sessions": "0"}}, Standing.ON_TIME),
    ({"figures": {"sessions": "0"}, "answered_on": "2025-06-05"}, Standing.ON_TIME),
    ({"figures": {"sessions": "0"}, "answered_on": "2025-06-06"}, Standing.LATE),
    ({"figures": {"sessions": "not_applicable"}, "answered_on": "2025-06-06"}, Standing.NOT_APPLICABLE),
    ({"figures": {"sessions": "0"}, "received": {"at": "2025-06-05T23:59:00+07:00"}}, Standing.ON_TIME),
    ({"figures": {"sessions": "0"}, "received": {"at": "2025-06-05T17:00:00Z"}}, Standing.LATE),
    (
        {"figures": {"sessions": "0"}, "answered_on": "2025-06-05", "received": {"at": "2025-06-09T08:00:00+07:00"}},
        Standing.ON_TIME,
    ),
]


@pytest.mark.parametrize(("fields", "standing"), STANDINGS)
def test_how_a_unit_stands(fields: dict[str, object] | None, standing: Standing) -> None:
    answers = {} if fields is None else {"a": AnswerFile.model_validate({"unit": "a", "phase": 1, **fields})}
    asked = [AskedUnit("a", "Đơn vị A", ("sessions",))]
    (unit,) = count(form_of(units="a"), asked, answers, (), CATALOGUE).units
    assert unit.standing is standing


def test_the_day_of_coming_in_is_that_in_vietnam() -> None:
    at = datetime(2025, 6, 5, 18, tzinfo=UTC)
    record = AnswerFile.model_validate(
        {"unit": "a", "phase": 1, "figures": {"sessions": "1"}, "received": {"at": at.isoformat()}}
    )
    (unit,) = count(form_of(units="a"), [AskedUnit("a", "A", ("sessions",))], {"a": record}, (), CATALOGUE).units
    assert unit.answered_on == date(2025, 6, 6)


TARGETS = [
    ([{"indicator": "sessions", "value": "8"}], "8", "62.5"),
    (
        [{"indicator": "sessions", "value": "4", "unit": "a"}, {"indicator": "sessions", "value": "6", "unit": "b"}],
        "10",
        "50",
    ),
    ([{"indicator": "sessions", "value": "8"}, {"indicator": "sessions", "value": "4", "unit": "a"}], "8", "62.5"),
    ([{"indicator": "sessions", "value": "3"}], "3", "166.67"),
    ([{"indicator": "sessions", "value": "0"}], "0", None),
    ([], None, None),
]


@pytest.mark.parametrize(("targets", "target", "achieved"), TARGETS)
def test_a_target(targets: list[dict[str, str]], target: str | None, achieved: str | None) -> None:
    typed = {"a": {"sessions": 2}, "b": {"sessions": 3}}
    total = counted(typed, form=form_of(targets=targets)).totals["sessions"]
    assert total.target == (None if target is None else Decimal(target))
    assert total.achieved == (None if achieved is None else Decimal(achieved))


def test_a_per_cent_is_not_divided_by_its_target() -> None:
    form = form_of(codes="rate", targets=[{"indicator": "rate", "value": "95"}])
    total = counted({"a": {"part": 9, "whole": 10}}, form=form).totals["rate"]
    assert (total.amount, total.target, total.achieved) == (90, 95, None)


def test_a_target_is_compared_with_what_was_done_so_far() -> None:
    first = counted({"a": {"sessions": 2}})
    form = form_of(2, targets=[{"indicator": "sessions", "value": "10"}])
    assert counted({"a": {"sessions": 3}}, first, form=form).totals["sessions"].achieved == 50


def test_a_unit_that_is_not_asked_for_an_indicator_has_none() -> None:
    asked = [AskedUnit("a", "A", ("sessions",)), AskedUnit("b", "B", ("crowd",))]
    answers = {"b": answer("b", {"sessions": 9, "crowd": 3})}
    figures = count(form_of(units="a b", codes="sessions crowd"), asked, answers, (), CATALOGUE)
    assert [*figures.units[1].values] == ["crowd"]
    assert figures.totals["sessions"].asked == 1
    assert figures.totals["sessions"].amount is None


def test_about_stays_about() -> None:
    figures = counted({"a": {"sessions": {"value": "2", "approximate": True}}, "b": {"sessions": 3}})
    assert figures.totals["sessions"].is_approximate


def test_a_number_that_nobody_counts_does_no_harm() -> None:
    figures = counted({"a": {"part": "9" * 500, "whole": "1"}}, form=form_of(codes="rate"))
    assert figures.totals["rate"].amount is None
    assert figures.units[0].values["rate"].null_reason is NullReason.NOT_APPLICABLE
