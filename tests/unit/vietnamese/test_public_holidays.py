"""Days on which offices are closed."""

from __future__ import annotations

from datetime import date

import pytest

from generator.vietnamese.public_holidays import holiday_name, is_working_day, next_working_day


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 1, 1), "Tết Dương lịch"),
        (date(2025, 1, 29), "Tết Nguyên Đán"),
        (date(2025, 4, 30), "Ngày Chiến thắng"),
        (date(2026, 9, 2), "Quốc khánh"),
        (date(2025, 6, 16), ""),
        (date(1700, 1, 1), ""),
    ],
)
def test_name_of_the_day(day: date, name: str) -> None:
    assert holiday_name(day) == name


@pytest.mark.parametrize(
    ("day", "works"), [(date(2025, 6, 16), True), (date(2025, 6, 14), False), (date(2025, 9, 2), False)]
)
def test_offices_work(day: date, works: bool) -> None:
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2025, 6, 16), date(2025, 6, 17)),
        (date(2025, 6, 13), date(2025, 6, 16)),
        (date(2025, 8, 29), date(2025, 9, 3)),
        (date(2026, 2, 13), date(2026, 2, 23)),
    ],
    ids=["a Monday", "over a weekend", "over the National Day", "over Tết"],
)
def test_next_working_day(day: date, following: date) -> None:
    assert next_working_day(day) == following
