"""Numbers and datelines taken apart as typed, and letters made comparable."""

from __future__ import annotations

from datetime import date

import pytest

from generator.recognise.plain import from_tcvn3, plain, raw_offset, slips
from generator.recognise.reading import dateline_of, number_of
from generator.vietnamese.dates import PartialDate
from tests.unit.recognise.made import component

NUMBERS = {
    "Số 05-KH/QU": ("Số", False, "05", ("-", "/"), ("KH", "QU"), "KH", ("QU",), "party", ""),
    "Số      -KH/QU": ("Số", False, "", ("-", "/"), ("KH", "QU"), "KH", ("QU",), "party", ""),
    "Số 76 - BC/QU": ("Số", False, "76", (" - ", "/"), ("BC", "QU"), "BC", ("QU",), "party", ""),
    "Số: 05/KH-UBND": ("Số", True, "05", ("/", "-"), ("KH", "UBND"), "KH", ("UBND",), "state", ""),
    "Số: 12/UBND-VX": ("Số", True, "12", ("/", "-"), ("UBND", "VX"), "", ("UBND", "VX"), "state", ""),
    "Số : 05 / SNV - VP": ("Số", True, "05", (" / ", " - "), ("SNV", "VP"), "", ("SNV", "VP"), "state", ""),
    "SỐ 12/2026/QĐ-UB": ("SỐ", False, "12", ("/", "/", "-"), ("2026", "QĐ", "UB"), "QĐ", ("UB",), "state", "2026"),
    "21–TB/BTGQU": ("", False, "21", ("–", "/"), ("TB", "BTGQU"), "TB", ("BTGQU",), "party", ""),
    "Số 05-KH/QU-CA-HND": (
        *("Số", False, "05", ("-", "/", "-", "-"), ("KH", "QU", "CA", "HND")),
        *("KH", ("QU", "CA", "HND"), "party", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS.items(), ids=NUMBERS)
def test_a_number_is_taken_apart_as_typed(text: str, expected: tuple[object, ...]) -> None:
    number = number_of(component(text))
    found = (number.word, number.has_colon, number.digits, number.separators, number.codes)
    assert (*found, number.type_code, number.body_codes, number.side, number.year) == expected


DATELINES = {
    "Hà Nội, ngày 03 tháng 02 năm 2026": ("Hà Nội", "03", "02", "2026", date(2026, 2, 3)),
    "Cái Răng,ngày 3 tháng 2 năm 2023": ("Cái Răng", "3", "2", "2023", date(2023, 2, 3)),
    "Cần Thơ, ngày      tháng 11 năm 2024": ("Cần Thơ", "", "11", "2024", PartialDate(2024, 11)),
    "Cần Thơ, ngày …… tháng …… năm 2024": ("Cần Thơ", "", "", "2024", PartialDate(2024)),
    "Cần Thơ, ngay 4 thang 10 nam 2021": ("Cần Thơ", "4", "10", "2021", date(2021, 10, 4)),
    "Lê Bình, 15/9/2024": ("Lê Bình", "15", "9", "2024", date(2024, 9, 15)),
    "Cần Thơ, ngày 31 tháng 02 năm 2024": ("Cần Thơ", "31", "02", "2024", None),
}


@pytest.mark.parametrize(("text", "expected"), DATELINES.items(), ids=DATELINES)
def test_a_dateline_is_taken_apart_as_typed(text: str, expected: tuple[object, ...]) -> None:
    line = dateline_of(component(text))
    assert (line.place, line.day, line.month, line.year, line.when) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nơi nhận:", "noi nhan:"),
        ("CỘNG HOÀ", "cong hoa"),
        ("Độc lập – Tự do", "doc lap - tu do"),
        ("Số\u00a0:", "so :"),
    ],
)
def test_the_plain_form_has_no_marks_and_the_same_length(text: str, expected: str) -> None:
    assert plain(text) == expected
    assert len(plain(text)) == len(text)


def test_tcvn3_letters_are_those_of_unicode() -> None:
    assert from_tcvn3("®¶ng céng s¶n viÖt nam", ".VnTimeH") == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert from_tcvn3("N¬i nhËn:", ".VnTime") == "Nơi nhận:"


def test_a_letter_of_the_composed_text_is_found_in_the_decomposed_one() -> None:
    assert raw_offset("Số 05", 3) == 3
    assert raw_offset("So\u0302\u0301 05", 3) == 5


@pytest.mark.parametrize(
    ("one", "other", "most", "alike"),
    [
        ("nam", "nam", 0, True),
        ("nan", "nam", 1, True),
        ("na", "nam", 1, True),
        ("am", "nam", 1, True),
        ("abc", "nam", 2, False),
    ],
)
def test_slips_are_letters_changed_missing_or_too_many(one: str, other: str, most: int, alike: bool) -> None:
    assert slips(one, other, most) is alike
