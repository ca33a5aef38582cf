from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.numbering import LETTERS, MarkerStyle, letter, marker, parse_letter, parse_marker

S = MarkerStyle


@pytest.mark.parametrize(
    ("style", "numbers", "text"),
    [
        (S.ROMAN_DASH, (1,), "I-"),
        (S.ROMAN_DASH, (14,), "XIV-"),
        (S.ROMAN_DOT, (4,), "IV."),
        (S.DECIMAL, (12,), "12."),
        (S.NESTED, (1, 1), "1.1."),
        (S.NESTED, (2, 10, 3), "2.10.3."),
        (S.PARENTHESISED, (9,), "(9)"),
        (S.LETTER, (5,), "đ)"),
        (S.DASH, (), "-"),
        (S.PLUS, (), "+"),
        (S.NONE, (), ""),
    ],
)
def test_markers(style: MarkerStyle, numbers: tuple[int, ...], text: str) -> None:
    assert marker(style, numbers) == text


@pytest.mark.parametrize(("style", "text"), [(S.DECIMAL, "3."), (S.LETTER, "c)"), (S.DASH, "-")])
def test_a_style_that_shows_no_parents_takes_the_last_number(style: MarkerStyle, text: str) -> None:
    assert marker(style, (1, 2, 3)) == text


@pytest.mark.parametrize(
    ("style", "numbers"),
    [(S.DECIMAL, ()), (S.DECIMAL, (0,)), (S.NESTED, (1,)), (S.NESTED, (1, 0)), (S.ROMAN_DASH, (4000,))],
)
def test_numbers_that_make_no_marker(style: MarkerStyle, numbers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"\d|\(\)"):
        marker(style, numbers)


def test_letters_go_as_the_decree_goes() -> None:
    assert " ".join(letter(n) for n in range(1, 24)) == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize(("number", "text"), [(24, "a1"), (28, "đ1"), (46, "y1"), (47, "a2")])
def test_after_y_a_digit_follows(number: int, text: str) -> None:
    assert letter(number) == text


@given(st.integers(1, 10_000))
def test_letters_can_be_read(number: int) -> None:
    assert parse_letter(letter(number)) == number


@pytest.mark.parametrize("text", ["", "f", "j", "w", "z", "ă", "A", "aa", "a0", "a01", "1"])
def test_what_is_no_letter_of_a_point(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        parse_letter(text)


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "01.",
        "0.",
        "A.",
        "IIII-",
        "I",
        "a.",
        "(a)",
        "(0)",
        "1-",
        "1.1",
        "1.01.",
        "f)",
        "*",
        "–",
        "٣.",
        " 1.",
    ],
)
def test_what_is_no_marker(text: str) -> None:
    assert parse_marker(text) is None


MARKED = st.one_of(
    st.tuples(st.sampled_from([S.DASH, S.PLUS, S.NONE]), st.just(())),
    st.tuples(st.sampled_from([S.ROMAN_DASH, S.ROMAN_DOT]), st.tuples(st.integers(1, 3999))),
    st.tuples(st.sampled_from([S.DECIMAL, S.PARENTHESISED, S.LETTER]), st.tuples(st.integers(1, 10 * len(LETTERS)))),
    st.tuples(st.just(S.NESTED), st.lists(st.integers(1, 99), min_size=2, max_size=5).map(lambda each: tuple(each))),
)


@given(MARKED)
def test_markers_can_be_read(marked: tuple[MarkerStyle, tuple[int, ...]]) -> None:
    style, numbers = marked
    assert parse_marker(marker(style, numbers)) == (style, numbers)
