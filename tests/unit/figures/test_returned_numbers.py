"""A number typed as text is read in one way or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.figures.returned_numbers import MOST, amount_of
from generator.opc.workbook import Cell
from generator.vietnamese.numerals import grouped

NUMBERS = st.decimals(min_value=0, max_value=10**14, places=2) | st.integers(0, 10**14).map(Decimal)


@given(NUMBERS)
def test_what_vietnamese_write_is_read_or_asked_about_and_never_misread(number: Decimal) -> None:
    read = amount_of(Cell("text", grouped(number)), 2)
    is_asked = any(said.code == "returned/ambiguous-number" for said in read.said)
    assert read.value == (None if is_asked else number)


@given(NUMBERS)
def test_english_thousands_are_never_taken_for_something_else(number: Decimal) -> None:
    english = f"{number:,}"
    read = amount_of(Cell("text", english), 2)
    assert read.value is None or "," not in english
    assert read.value in (None, number)


IN_WORDS = [
    ("12.000", "mười hai nghìn, hoặc mười hai phẩy không không không"),
    ("12,000", "mười hai nghìn, hoặc mười hai phẩy không không không"),
    ("1.180", "một nghìn một trăm tám mươi, hoặc một phẩy một tám không"),
]


@pytest.mark.parametrize(("typed", "readings"), IN_WORDS)
def test_both_readings_are_told_in_words(typed: str, readings: str) -> None:
    (said,) = amount_of(Cell("text", typed), 0).said
    assert said.message == f"“{typed}” đọc được hai cách: {readings}"


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_is_told(text: str) -> None:
    read = amount_of(Cell("text", text), 0)
    assert read.value is None or 0 <= read.value < MOST
    assert read.said or not text.replace("'", "").split() or read.value is not None
    if any(said.severity is Severity.ERROR for said in read.said):
        assert read.value is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_stored_number_is_taken_as_it_is_shown_or_told(number: float) -> None:
    read = amount_of(Cell("number", repr(number)), None)
    if 0 <= number < float(MOST):
        assert read.value == Decimal(format(number, ".15g"))
    else:
        assert read.value is None


@pytest.mark.parametrize("stored", ["1_000", "0x10", "nan", "inf", "1e99999", "", "١٢"])
def test_what_is_stored_as_a_number_and_is_none(stored: str) -> None:
    assert amount_of(Cell("number", stored), 0).value is None


@pytest.mark.parametrize(
    ("typed", "way_out"),
    [("mười hai", "số 12"), ("12 buổi", "số 12"), ("khoảng 50", "ghi 50 và chọn “khoảng”"), ("có", "ghi 0")],
)
def test_the_way_out_names_the_number(typed: str, way_out: str) -> None:
    (said,) = amount_of(Cell("text", typed), 0).said
    assert way_out in said.hint


@pytest.mark.parametrize("typed", ["không", "Không", "không có", "ko"])
def test_none_may_be_zero_or_no_such_thing(typed: str) -> None:
    (said,) = amount_of(Cell("text", typed), 0).said
    assert "ghi 0" in said.hint
    assert "chọn x" in said.hint
