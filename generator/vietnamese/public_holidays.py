"""The days on which offices of Viet Nam are closed, with their names; the only user of `holidays`.

It does not move a deadline: who set it decides.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_SATURDAY = 5


def holiday_name(day: date) -> str:
    """`Quốc khánh`; empty on a day that is no public holiday, or lies outside what is known.

    Days off in exchange for a Saturday worked are known only for years for which they have been decreed.
    """
    return _of_year(day.year).get(day, "")


def is_working_day(day: date) -> bool:
    return day.weekday() < _SATURDAY and not holiday_name(day)


def next_working_day(day: date) -> date:
    """The first one after `day`."""
    after = day + timedelta(days=1)
    while not is_working_day(after):
        after += timedelta(days=1)
    return after


@lru_cache(maxsize=32)
def _of_year(year: int) -> dict[date, str]:
    import holidays

    try:
        found = holidays.country_holidays("VN", years=year, language="vi")
    except (NotImplementedError, ValueError):
        return {}
    return {day: name for day, name in found.items() if day.year == year}
