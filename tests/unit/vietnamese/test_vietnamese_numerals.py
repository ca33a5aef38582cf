from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.numerals import grouped, ordinal_words, padded, parse_roman, roman, words


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (15, "XV"), (40, "XL"), (1994, "MCMXCIV")],
)
def test_roman(number: int, text: str) -> None:
    assert roman(number) == text


@given(st.integers(1, 3999))
def test_roman_numerals_can_be_read(number: int) -> None:
    assert parse_roman(roman(number)) == number


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_that_have_no_roman_numeral(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        roman(number)


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "xiv", "XIV.", "MMMM", "XIVIV"])
def test_what_is_no_roman_numeral(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        parse_roman(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "không"),
        (1, "một"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (105, "một trăm lẻ năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (1000, "một nghìn"),
        (1001, "một nghìn không trăm lẻ một"),
        (2021, "hai nghìn không trăm hai mươi mốt"),
        (51985, "năm mươi mốt nghìn chín trăm tám mươi lăm"),
        (105_000, "một trăm lẻ năm nghìn"),
        (1_000_000, "một triệu"),
        (1_005_000, "một triệu không trăm lẻ năm nghìn"),
        (2_000_050, "hai triệu không trăm năm mươi"),
        (2_050_000, "hai triệu không trăm năm mươi nghìn"),
        (1_500_000_000, "một tỷ năm trăm triệu"),
        (1_000_000_007, "một tỷ không trăm lẻ bảy"),
        (10**12, "một nghìn tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_words(number: int, text: str) -> None:
    assert words(number) == text


@given(st.integers(-(10**15), 10**15))
def test_words_are_composed_and_singly_spaced(number: int) -> None:
    text = words(number)
    assert text == " ".join(unicodedata.normalize("NFC", text).split())


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_two_numbers_never_have_the_same_words(one: int, other: int) -> None:
    assert (words(one) == words(other)) == (one == other)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (4, "thứ tư"),
        (5, "thứ năm"),
        (14, "thứ mười bốn"),
        (21, "thứ hai mươi mốt"),
        (24, "thứ hai mươi tư"),
    ],
)
def test_ordinals(number: int, text: str) -> None:
    assert ordinal_words(number) == text


def test_nothing_comes_before_the_first() -> None:
    with pytest.raises(ValueError, match="0"):
        ordinal_words(0)


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        (0, None, "0"),
        (999, None, "999"),
        (52105, None, "52.105"),
        (-1234567, None, "-1.234.567"),
        (1000, 2, "1.000,00"),
        (Decimal("12345.67"), None, "12.345,67"),
        (Decimal("99.77"), 1, "99,8"),
        (Decimal("0.125"), 2, "0,13"),
        (Decimal("-0.4"), 0, "0"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("0.0001"), 2, "0,00"),
        (Decimal("1234567890123456789012345678901.5"), 0, "1.234.567.890.123.456.789.012.345.678.902"),
    ],
)
def test_separators(number: int | Decimal, decimals: int | None, text: str) -> None:
    assert grouped(number, decimals=decimals) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_separators_lose_nothing(number: Decimal) -> None:
    assert Decimal(grouped(number).replace(".", "").replace(",", ".")) == number


def test_a_binary_fraction_is_refused() -> None:
    with pytest.raises(TypeError):
        grouped(0.1)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match=number):
        grouped(Decimal(number))


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (158, "158")])
def test_counts_below_ten_get_a_zero(number: int, text: str) -> None:
    assert padded(number) == text


def test_there_is_no_negative_count() -> None:
    with pytest.raises(ValueError, match="-1"):
        padded(-1)
