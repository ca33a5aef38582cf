"""Deadlines that come back, as plans word them: `trước ngày 10/12 hằng năm`, `ngày 20 hằng tháng`, `thứ Sáu hằng tuần`.

It does not know today, nor what is due.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5, "nhật": 6} | {
    str(number + 2): number for number in range(6)
}
_EVERY = r"(?:hằng|hàng|mỗi)"
_YEARLY = re.compile(rf"(?P<day>\d{{1,2}})\s*[/-]\s*(?P<month>\d{{1,2}})\s+{_EVERY}\s+năm", re.IGNORECASE)
_YEARLY_WORDS = re.compile(rf"(?P<day>\d{{1,2}})\s+tháng\s+(?P<month>\d{{1,2}})\s+{_EVERY}\s+năm", re.IGNORECASE)
_QUARTERLY = re.compile(
    rf"(?P<day>\d{{1,2}})\s+(?:của\s+)?tháng\s+(?P<which>đầu|cuối)\s+(?:của\s+)?{_EVERY}?\s*quý", re.IGNORECASE
)
_MONTHLY = re.compile(rf"(?:ngày|mồng|mùng)\s+(?P<day>\d{{1,2}})\s+(?:{_EVERY}|của\s+{_EVERY})\s+tháng", re.IGNORECASE)
_WEEKLY = re.compile(rf"(?:thứ|chủ)\s+(?P<weekday>\w+)\s+{_EVERY}\s+tuần", re.IGNORECASE)

_AGAIN = re.compile(rf"{_EVERY}\s+(?:tuần|tháng|quý|năm)\b", re.IGNORECASE)
UNDERSTOOD = (
    "ngày 20 hằng tháng",
    "ngày 05 tháng cuối mỗi quý",
    "trước ngày 10/12 hằng năm",
    "thứ Sáu hằng tuần",
)
"""One example of each way to say a day that comes back."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A day in each of its months, or a weekday in every week."""

    day: int = 0
    """Of the month; the last one where a month is shorter."""
    months: tuple[int, ...] = ()
    weekday: int | None = None
    """0 is Monday."""

    def between(self, first: date, last: date) -> Iterator[date]:
        """Every occurrence from `first` to `last`, both included."""
        if last < first:
            return
        if self.weekday is not None:
            day = first + timedelta((self.weekday - first.weekday()) % 7)
            while day <= last:
                yield day
                day += timedelta(7)
            return
        for year in range(first.year, last.year + 1):
            for month in self.months:
                found = date(year, month, min(self.day, calendar.monthrange(year, month)[1]))
                if first <= found <= last:
                    yield found


def recurrence(words: str) -> Recurrence | None:
    """What the words say; None where they name no day that comes back, or one that does not exist."""
    if found := _YEARLY.search(words) or _YEARLY_WORDS.search(words):
        return _monthly(int(found["day"]), (int(found["month"]),))
    if found := _QUARTERLY.search(words):
        first = 1 if found["which"].casefold() == "đầu" else 3
        return _monthly(int(found["day"]), tuple(range(first, 13, 3)))
    if found := _MONTHLY.search(words):
        return _monthly(int(found["day"]), tuple(range(1, 13)))
    if found := _WEEKLY.search(words):
        weekday = _WEEKDAYS.get(found["weekday"].casefold())
        return None if weekday is None else Recurrence(weekday=weekday)
    return None


def comes_back(words: str) -> bool:
    """Whether the words speak of every week, month, quarter or year, on a day or none."""
    return _AGAIN.search(words) is not None


def _monthly(day: int, months: tuple[int, ...]) -> Recurrence | None:
    exists = all(1 <= month <= 12 for month in months) and 1 <= day <= 31
    if exists and len(months) == 1:
        exists = day <= calendar.monthrange(2024, months[0])[1]  # a leap year: 29/02 exists
    return Recurrence(day, months) if exists else None
