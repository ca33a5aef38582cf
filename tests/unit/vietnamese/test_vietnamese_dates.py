from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.dates import (
    DateError,
    PartialDate,
    Reason,
    blank_date,
    date_range,
    dateline,
    long_date,
    parse_date,
    parse_partial_date,
    short_date,
    weekday_name,
)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 2, 3), "ngày 03 tháng 02 năm 2026"),
        (date(2026, 5, 27), "ngày 27 tháng 5 năm 2026"),
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 10, 10), "ngày 10 tháng 10 năm 2026"),
    ],
)
def test_long_form_pads_days_below_ten_and_january_and_february(day: date, text: str) -> None:
    assert long_date(day) == text


@pytest.mark.parametrize(
    ("year", "month", "text"),
    [
        (2024, 11, "ngày      tháng 11 năm 2024"),
        (2025, 2, "ngày      tháng 02 năm 2025"),
        (2024, None, "ngày      tháng      năm 2024"),
        (None, None, "ngày      tháng      năm"),
    ],
)
def test_blanks_for_what_is_not_yet_known(year: int | None, month: int | None, text: str) -> None:
    assert blank_date(year=year, month=month) == text


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (date(2026, 2, 3), "Hà Nội, ngày 03 tháng 02 năm 2026"),
        (PartialDate(2024, 11), "Hà Nội, ngày      tháng 11 năm 2024"),
    ],
)
def test_place_and_date(when: date | PartialDate, text: str) -> None:
    assert dateline("Hà Nội", when) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 9), "09/01/2026"),
        (date(2024, 9, 16), "16/9/2024"),
        (date(2020, 8, 5), "05/8/2020"),
        (date(2021, 8, 30), "30/8/2021"),
        (date(2022, 1, 11), "11/01/2022"),
        (date(2023, 2, 27), "27/02/2023"),
        (date(2023, 10, 12), "12/10/2023"),
    ],
)
def test_short_form_has_the_zeros_of_the_long_form(day: date, text: str) -> None:
    assert short_date(day) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2024, 9, 20), date(2024, 9, 30), "từ ngày 20/9/2024 đến ngày 30/9/2024"),
        (date(2024, 9, 20), date(2024, 9, 20), "ngày 20/9/2024"),
    ],
)
def test_ranges(first: date, last: date, text: str) -> None:
    assert date_range(first, last) == text


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="2024"):
        date_range(date(2024, 9, 30), date(2024, 9, 20))


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2024, 9, 16), "thứ Hai"), (date(2024, 9, 18), "thứ Tư"), (date(2024, 9, 22), "Chủ nhật")],
)
def test_weekdays(day: date, name: str) -> None:
    assert weekday_name(day) == name


@pytest.mark.parametrize(
    "text",
    [
        "2024-09-16",
        "2024-9-16",
        "16/9/2024",
        "16/09/2024",
        "16-9-2024",
        "16.9.2024",
        " 16/9/2024 ",
        "ngày 16 tháng 9 năm 2024",
        "Ngày 16 tháng 09  năm 2024",
    ],
)
def test_forms_that_people_type(text: str) -> None:
    assert parse_date(text) == date(2024, 9, 16)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025-13-40", Reason.NO_SUCH_MONTH),
        ("30/02/2025", Reason.NO_SUCH_DAY),
        ("29/2/2023", Reason.NO_SUCH_DAY),
        ("00/5/2023", Reason.NO_SUCH_DAY),
        ("01/00/2023", Reason.NO_SUCH_MONTH),
        ("0000-01-01", Reason.NO_SUCH_YEAR),
        ("2024-11", Reason.MONTH_ONLY),
        ("tháng 11 năm 2024", Reason.MONTH_ONLY),
        ("16/9", Reason.FORM),
        ("16/9/24", Reason.FORM),
        ("16/9-2024", Reason.FORM),
        ("١٦/٩/٢٠٢٤", Reason.FORM),
        ("", Reason.FORM),
    ],
)
def test_what_is_no_date_says_why(text: str, reason: Reason) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.reason is reason


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words_that_quote_the_text(reason: Reason) -> None:
    assert "“30/2/2025”" in str(DateError(reason, "30/2/2025"))


def test_a_date_error_crosses_processes() -> None:
    error = pickle.loads(pickle.dumps(DateError(Reason.FORM, "x")))
    assert (error.reason, error.text) == (Reason.FORM, "x")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-11", PartialDate(2024, 11)),
        ("11/2024", PartialDate(2024, 11)),
        ("tháng 02 năm 2025", PartialDate(2025, 2)),
        ("2024-11-25", date(2024, 11, 25)),
    ],
)
def test_a_month_alone_is_a_partial_date(text: str, expected: date | PartialDate) -> None:
    assert parse_partial_date(text) == expected


def test_a_partial_date_has_a_month_of_the_calendar() -> None:
    with pytest.raises(ValueError, match="13"):
        PartialDate(2024, 13)


@pytest.mark.parametrize("write", [date.isoformat, short_date, long_date])
@given(day=st.dates())
def test_what_is_written_can_be_read(write: object, day: date) -> None:
    assert callable(write)
    assert parse_date(write(day)) == day
