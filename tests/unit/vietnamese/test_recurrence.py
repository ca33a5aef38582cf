"""Deadlines that come back: the words of real plans, and the days that they mean."""

from __future__ import annotations

from datetime import date

import pytest

from generator.vietnamese.recurrence import recurrence

YEAR = (date(2025, 1, 1), date(2025, 12, 31))

CASES = [
    ("trước ngày 10/12 hằng năm", ["2025-12-10"]),
    ("ngày 15 tháng 6 hàng năm", ["2025-06-15"]),
    ("trước ngày 29/02 mỗi năm", ["2025-02-28"]),
    ("trước ngày 05 của tháng cuối mỗi quý", ["2025-03-05", "2025-06-05", "2025-09-05", "2025-12-05"]),
    ("ngày 10 tháng đầu quý", ["2025-01-10", "2025-04-10", "2025-07-10", "2025-10-10"]),
    (
        "trước ngày 31 hằng tháng",
        [f"2025-{m:02d}-{d}" for m, d in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1)],
    ),
]


@pytest.mark.parametrize(("words", "days"), CASES, ids=[words for words, _days in CASES])
def test_the_days_of_a_year(words: str, days: list[str]) -> None:
    found = recurrence(words)
    assert found is not None
    assert [day.isoformat() for day in found.between(*YEAR)] == days


@pytest.mark.parametrize(
    ("words", "first", "count"),
    [
        ("thứ Sáu hằng tuần", "2025-01-03", 52),
        ("chủ nhật hàng tuần", "2025-01-05", 52),
        ("thứ 2 mỗi tuần", "2025-01-06", 52),
    ],
)
def test_a_weekday(words: str, first: str, count: int) -> None:
    found = recurrence(words)
    assert found is not None
    days = list(found.between(*YEAR))
    assert (days[0].isoformat(), len(days)) == (first, count)


@pytest.mark.parametrize(
    "words",
    ["", "khi có yêu cầu", "trước ngày 01/10/2025", "ngày 31/11 hằng năm", "ngày 10/13 hằng năm", "ngày 0 hằng tháng"],
)
def test_words_that_name_no_such_day(words: str) -> None:
    assert recurrence(words) is None
