"""Dates as official documents write them, and as people type them.

It does not know today's date, nor which date a document bears.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.messages import _

# What the official templates leave for a number that is written in by hand.
_GAP = " " * 6
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

_DAY_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})",
        r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})",
    )
)
_MONTH_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})/(?P<year>\d{4})",
        r"tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})",
    )
)

_WRITTEN_DAY = re.compile(r"(?<!\d)(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{1,2}-\d{1,2})(?!\d)")


class Reason(StrEnum):
    """Why a text is no date."""

    FORM = "form"
    MONTH_ONLY = "month-only"
    NO_SUCH_YEAR = "no-such-year"
    NO_SUCH_MONTH = "no-such-month"
    NO_SUCH_DAY = "no-such-day"


class DateError(ValueError):
    """A text that is no date, with the reason."""

    def __init__(self, reason: Reason, text: str) -> None:
        super().__init__(reason, text)
        self.reason = reason
        self.text = text

    def __str__(self) -> str:
        messages = {
            Reason.FORM: _("“{text}” không phải là ngày: viết 2024-09-16 hoặc 16/9/2024"),
            Reason.MONTH_ONLY: _("“{text}” chỉ có tháng: cần cả ngày"),
            Reason.NO_SUCH_YEAR: _("“{text}”: không có năm này"),
            Reason.NO_SUCH_MONTH: _("“{text}”: không có tháng này"),
            Reason.NO_SUCH_DAY: _("“{text}”: tháng này không có ngày ấy"),
        }
        return messages[self.reason].format(text=self.text)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or the day and the month, or nothing yet is known."""

    year: int | None = None
    month: int | None = None

    def __post_init__(self) -> None:
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(self.month)


def day_number(day: int) -> str:
    """`05`, `12`: a day below 10 gets a zero (HD05 I.4.2; NĐ30 A1 I.II.4)."""
    return f"{day:02d}"


def month_number(month: int) -> str:
    """`02`, `3`, `11`: only January and February get a zero (HD05 I.4.2; NĐ30 A1 I.II.4)."""
    return f"{month:02d}" if month < 3 else str(month)


def long_date(day: date) -> str:
    """`ngày 03 tháng 02 năm 2026`."""
    return f"ngày {day_number(day.day)} tháng {month_number(day.month)} năm {day.year:04d}"


def blank_date(*, year: int | None = None, month: int | None = None) -> str:
    """`ngày      tháng 11 năm 2024`: room for what is written in by hand at signing."""
    month_text = _GAP if month is None else f" {month_number(month)} "
    year_text = "" if year is None else f" {year:04d}"
    return f"ngày{_GAP}tháng{month_text}năm{year_text}"


def dateline(place: str, when: date | PartialDate) -> str:
    """`Hà Nội, ngày 03 tháng 02 năm 2026` (HD05 I.4; NĐ30 A1 I.II.4)."""
    if isinstance(when, PartialDate):
        return f"{place}, {blank_date(year=when.year, month=when.month)}"
    return f"{place}, {long_date(when)}"


def short_date(day: date) -> str:
    """`16/9/2024`, `05/8/2020`, `11/01/2022`: the form inside sentences.

    No clause rules it. HD05 itself writes its dates with the zeros of the long form, and so does this;
    offices also write `27/2/2023`.
    """
    return f"{day_number(day.day)}/{month_number(day.month)}/{day.year:04d}"


def date_range(first: date, last: date) -> str:
    """`từ ngày 20/9/2024 đến ngày 30/9/2024`; one day is `ngày 20/9/2024`; backwards is a ValueError."""
    if last < first:
        raise ValueError(first, last)
    if first == last:
        return f"ngày {short_date(first)}"
    return f"từ ngày {short_date(first)} đến ngày {short_date(last)}"


def weekday_name(day: date) -> str:
    """`thứ Hai` … `Chủ nhật`, with the capitals of NĐ30 A2 V.8c."""
    return _WEEKDAYS[day.weekday()]


def parse_date(text: str) -> date:
    """`2024-09-16`, `16/9/2024`, `16-9-2024`, `16.9.2024` or the long form; anything else is a DateError."""
    if match := _match(_DAY_FORMS, text):
        year, month = _year_and_month(match, text)
        try:
            return date(year, month, int(match["day"]))
        except ValueError:
            raise DateError(Reason.NO_SUCH_DAY, text) from None
    raise DateError(Reason.MONTH_ONLY if _match(_MONTH_FORMS, text) else Reason.FORM, text)


def parse_partial_date(text: str) -> date | PartialDate:
    """What `parse_date` takes, and also `2024-11`, `11/2024`, `tháng 11 năm 2024`."""
    if match := _match(_MONTH_FORMS, text):
        year, month = _year_and_month(match, text)
        return PartialDate(year, month)
    return parse_date(text)


def written_days(text: str) -> tuple[str, ...]:
    """What looks like a day inside words, as it is written: `20/6/2025` of `trước ngày 20/6/2025`."""
    return tuple(_WRITTEN_DAY.findall(text))


def days_in(text: str) -> tuple[date, ...]:
    """The days that exist of those, each once."""
    found = []
    for written in written_days(text):
        with contextlib.suppress(DateError):
            found.append(parse_date(written))
    return tuple(dict.fromkeys(found))


def _match(forms: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    return next((match for form in forms if (match := form.fullmatch(text.strip()))), None)


def _year_and_month(match: re.Match[str], text: str) -> tuple[int, int]:
    year, month = int(match["year"]), int(match["month"])
    if year == 0:
        raise DateError(Reason.NO_SUCH_YEAR, text)
    if not 1 <= month <= 12:
        raise DateError(Reason.NO_SUCH_MONTH, text)
    return year, month
