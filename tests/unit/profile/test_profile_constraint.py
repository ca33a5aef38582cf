"""Constraints: what they accept, how they are narrowed, and what a person reads about them."""

from __future__ import annotations

import pickle
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Location
from generator.measures import Length
from generator.profile import Between, Constraint, Exactly, Matching, OneOf, Source, Value, Widened
from generator.profile.values import spelled, written

PT13, PT14, PT15, PT16 = (Length.from_pt(size) for size in (13, 14, 15, 16))
RANGE = Between(PT14, PT15, PT14)


@pytest.mark.parametrize(
    ("constraint", "accepted", "refused"),
    [
        (Exactly(PT14), (PT14,), (PT13, 14, None, "14pt")),
        (Exactly(True), (True,), (False, 1, None)),
        (Exactly(1), (1, Decimal(1)), (True, Length(1), "1")),
        (Exactly(None), (None,), (0, "", False)),
        (Exactly(("a", "b")), (("a", "b"),), (("b", "a"), "a", ())),
        (OneOf((PT13, PT15), PT13), (PT13, PT15), (PT14, 13)),
        (RANGE, (PT14, PT15, Length(PT14 + 1)), (PT13, PT16, Length(PT14 - 1), None, 14)),
        (Between(PT14, None, PT15), (PT14, Length(10**9)), (PT13,)),
        (Between(None, PT14, PT13), (PT14, Length(-5)), (PT15,)),
        (Between(None, None, PT13), (PT13, Length(0)), (13, "x", None)),
        (Between(Decimal(1), Decimal("1.5"), Decimal(1)), (1, Decimal("1.15")), (2, Decimal("1.51"))),
        (Matching(r"\d+", "1"), ("1", "22"), ("1a", " 1", "", 1)),
    ],
)
def test_accepts(constraint: Constraint, accepted: tuple[Value, ...], refused: tuple[Value, ...]) -> None:
    assert constraint.accepts(constraint.default)
    assert all(constraint.accepts(value) for value in accepted)
    assert not any(constraint.accepts(value) for value in refused)


@pytest.mark.parametrize(
    ("constraint", "value", "tolerance", "accepted"),
    [
        (Exactly(Length.from_mm(15)), Length(850 * 635), 635, True),  # 15 mm as whole twips
        (Exactly(Length.from_mm(15)), Length(850 * 635), 0, False),
        (RANGE, Length(PT15 + 635), 635, True),
        (RANGE, Length(PT15 + 636), 635, False),
        (RANGE, Length(PT14 - 635), 635, True),
        (OneOf((PT13, PT15), PT13), Length(PT15 - 10), 10, True),
    ],
)
def test_a_tolerance_belongs_to_the_caller(
    constraint: Constraint, value: Length, tolerance: int, accepted: bool
) -> None:
    assert constraint.accepts(value, tolerance=tolerance) is accepted


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (RANGE, Exactly(PT14)),
        (RANGE, OneOf((PT14, PT15), PT15)),
        (RANGE, Between(PT14, PT14, PT14)),
        (RANGE, Between(Length(PT14 + 1), PT15, PT15)),
        (Between(PT14, None, PT14), Between(PT14, PT16, PT14)),
        (Between(None, None, PT14), Between(None, PT16, PT14)),
        (OneOf(("a", "b"), "a"), Exactly("b")),
        (OneOf(("a", "b"), "a"), OneOf(("b",), "b")),
        (Exactly("a"), Exactly("a")),
        (Exactly(PT14), Between(PT14, PT14, PT14)),
        (Matching(r"\d+", "1"), Exactly("22")),
        (Matching(r"\d+", "1"), Matching(r"\d+", "5")),
    ],
)
def test_narrows(outer: Constraint, inner: Constraint) -> None:
    assert outer.narrow(inner) == inner


@pytest.mark.parametrize(
    ("outer", "inner", "message"),
    [
        (RANGE, Exactly(PT13), "13 pt nằm ngoài 14–15 pt"),
        (RANGE, OneOf((PT14, PT16), PT14), "16 pt nằm ngoài 14–15 pt"),
        (RANGE, Between(PT13, PT15, PT14), "13 pt nằm ngoài 14–15 pt"),
        (RANGE, Between(PT14, None, PT14), "từ 14 pt trở lên nằm ngoài 14–15 pt"),
        (RANGE, Between(None, PT15, PT14), "không quá 15 pt nằm ngoài 14–15 pt"),
        (RANGE, Exactly(None), "không có"),
        (Exactly(PT14), RANGE, "14–15 pt nằm ngoài 14 pt"),
        (Exactly(True), Exactly(False), "không nằm ngoài có"),
        (OneOf(("a", "b"), "a"), Exactly("c"), "“c” nằm ngoài “a” hoặc “b”"),
        (OneOf(("a", "b"), "a"), Matching("a|b", "a"), "theo mẫu"),
        (Matching(r"\d+", "1"), Exactly("x"), "“x” nằm ngoài theo mẫu"),
        (Matching(r"\d+", "1"), Matching(r"\d", "1"), "theo mẫu"),
    ],
)
def test_refuses_to_widen(outer: Constraint, inner: Constraint, message: str) -> None:
    with pytest.raises(Widened) as caught:
        outer.narrow(inner)
    assert message in str(caught.value)


lengths = st.integers(0, 40).map(Length)


def exact() -> st.SearchStrategy[Constraint]:
    return lengths.map(Exactly)


def choices() -> st.SearchStrategy[Constraint]:
    return st.lists(lengths, min_size=1, max_size=4).map(lambda values: OneOf(tuple(values), values[0]))


@st.composite
def ranges(draw: st.DrawFn) -> Constraint:
    low, default, high = sorted(draw(st.tuples(lengths, lengths, lengths)))
    return Between(draw(st.sampled_from((low, None))), draw(st.sampled_from((high, None))), default)


constraints = st.one_of(exact(), choices(), ranges())


@given(constraints, constraints)
def test_narrowing_never_widens(outer: Constraint, inner: Constraint) -> None:
    try:
        narrowed = outer.narrow(inner)
    except Widened:
        return
    assert narrowed.accepts(narrowed.default)
    for size in range(-2, 45):
        if narrowed.accepts(Length(size)):
            assert outer.accepts(Length(size))


@given(constraints)
def test_a_constraint_narrows_itself(constraint: Constraint) -> None:
    assert constraint.narrow(constraint) == constraint


@given(constraints, constraints, constraints)
def test_narrowing_twice_is_inside_the_first(a: Constraint, b: Constraint, c: Constraint) -> None:
    try:
        inner = a.narrow(b).narrow(c)
    except Widened:
        return
    assert a.narrow(inner) == inner


def test_the_clause_stays_and_the_layer_is_the_inner_one() -> None:
    outer = Exactly(PT14, Source("party-hd36", "HD36 PL3", "A", "ghi chú"))
    place = Location(Path("profile.yaml"), 3, 4)
    source = outer.narrow(Exactly(PT14, Source("chi-bo", place=place))).source
    assert source == Source("chi-bo", "HD36 PL3", "A", "ghi chú", place)


@pytest.mark.parametrize(
    ("constraint", "text"),
    [
        (RANGE, "14–15 pt, mặc định 14 pt"),
        (Exactly(Length.from_mm(12.7)), "12,7 mm"),
        (Exactly(Length.from_pt(10.5)), "10,5 pt"),
        (Exactly(Length.from_pt(0.25)), "0,25 pt"),
        (Exactly(Length(0)), "0 pt"),
        (Exactly(False), "không"),
        (Exactly(None), "không có"),
        (Exactly("upper"), "IN HOA"),
        (Exactly(("a", "b")), "“a”; “b”"),
        (Exactly(()), "không có"),
        (Between(PT14, None, PT15), "từ 14 pt trở lên, mặc định 15 pt"),
        (Between(None, None, 3), "tùy chọn, mặc định 3"),
        (Between(Decimal(1) / 3, Decimal("0.5"), Decimal("0.4")), "1/3–0,5, mặc định 0,4"),
        (Matching("x+", "x"), "theo mẫu x+, mặc định “x”"),
    ],
)
def test_describes(constraint: Constraint, text: str) -> None:
    assert constraint.describe() == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal(1), "1"),
        (Decimal("1.50"), "1.5"),
        (Decimal(1) / 3, "1/3"),
        (Decimal(2) / 3, "2/3"),
        (Length.from_mm(297), "297mm"),
        (Length.from_pt(14), "14pt"),
        (True, "true"),
        (None, "~"),
        (("a", "b,c"), '["a", "b,c"]'),
    ],
)
def test_spelled_as_in_the_files(value: Value, text: str) -> None:
    assert spelled(value) == text


def test_a_ratio_is_not_a_fraction_by_chance() -> None:
    assert written(Decimal(1)) == "1"
    assert written(Decimal(200)) == "200"


@pytest.mark.parametrize("constraint", [RANGE, Exactly("a"), OneOf((1, 2), 1), Matching("a", "a")])
def test_crosses_processes(constraint: Constraint) -> None:
    assert pickle.loads(pickle.dumps(constraint)) == constraint
    widened = pickle.loads(pickle.dumps(Widened(RANGE, Exactly(PT13), PT13)))
    assert str(widened) == "13 pt nằm ngoài 14–15 pt"
