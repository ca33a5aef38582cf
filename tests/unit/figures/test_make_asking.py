"""Who is asked for what: groups spread out, every unit and code once, per cents by their part and whole."""

from __future__ import annotations

from datetime import date

import pytest

from generator.figures.asking import ask_of, asked_of_all, named_in, to_fill_in, units_of
from generator.model.collection import Ask, CollectionForm
from generator.model.indicator import Indicator

MEMBERS = {"nhom": ("a", "b"), "tat-ca": ("a", "b", "c", "d"), "c": ("c",)}


def form(units: tuple[str, ...], *asks: tuple[str, str]) -> CollectionForm:
    """`asks`: codes and units, parted by spaces."""
    return CollectionForm(
        phase=1,
        title="Số liệu",
        period_from=date(2025, 1, 1),
        period_to=date(2025, 1, 31),
        due=date(2025, 2, 3),
        units=units,
        asks=tuple(Ask(indicators=tuple(codes.split()), units=tuple(of.split())) for codes, of in asks),
    )


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (("c", "nhom"), ("c", "a", "b")),
        (("b", "nhom"), ("b", "a")),
        (("nhom", "tat-ca"), ("a", "b", "c", "d")),
        (("khac",), ("khac",)),
    ],
)
def test_units_stand_in_the_order_of_the_form_each_once(units: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert units_of(form(units, ("x", "")), MEMBERS) == expected


@pytest.mark.parametrize(
    ("asks", "expected"),
    [
        ([("x y", "")], {"a": ("x", "y"), "b": ("x", "y"), "c": ("x", "y")}),
        ([("x", ""), ("y", "nhom")], {"a": ("x", "y"), "b": ("x", "y"), "c": ("x",)}),
        ([("x", "c"), ("y x", "a")], {"a": ("x", "y"), "b": (), "c": ("x",)}),
        ([("x", "nhom"), ("x", "a")], {"a": ("x",), "b": ("x",), "c": ()}),
        ([("x", "tat-ca")], {"a": ("x",), "b": ("x",), "c": ("x",)}),
        ([("x", "d")], {"a": (), "b": (), "c": ()}),
    ],
)
def test_each_unit_is_asked_what_names_it(asks: list[tuple[str, str]], expected: dict[str, tuple[str, ...]]) -> None:
    asked = form(("nhom", "c"), *asks)
    assert asked_of_all(asked, MEMBERS) == expected
    assert {unit: ask_of(asked, MEMBERS, unit) for unit in expected} == expected


def test_who_is_not_in_the_form_is_asked_nothing() -> None:
    assert ask_of(form(("nhom",), ("x", "")), MEMBERS, "c") == ()


def test_everything_that_a_form_names_is_told_once() -> None:
    assert named_in(form(("c", "nhom"), ("x", "nhom d"))) == ("c", "nhom", "d")


def catalogue(**indicators: dict[str, str]) -> dict[str, Indicator]:
    return {code: Indicator(code=code, name=code, unit="cái", **given) for code, given in indicators.items()}


CATALOGUE = catalogue(
    a={},
    b={},
    part={"part_of": "a"},
    deeper={"part_of": "part"},
    rate={"aggregation": "percent", "part": "done", "whole": "all"},
    done={},
    all={},
    here={"part_of": "there"},
    there={"part_of": "here"},
)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("a b", "a b"),
        ("rate", "done all"),
        ("all rate", "all done"),
        ("a b part", "a part b"),
        ("part a b deeper", "a part deeper b"),
        ("b part", "b part"),
        ("deeper a", "deeper a"),
        ("here there", "here there"),
        ("", ""),
    ],
)
def test_what_stands_on_a_form(codes: str, expected: str) -> None:
    assert to_fill_in(codes.split(), CATALOGUE) == tuple(expected.split())
