"""What is asked of a number before it is issued: its day, its period, its order, the file's name.

Pure: each gives findings from what it is told, and knows no database. What the body may issue, and how it is signed,
is asked of every document when it is prepared, in `pipeline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.register.records import Series
from generator.vietnamese.dates import DateError, parse_date, short_date

# `2026_1452-CV-ĐU_…` and `ĐU-KH-0017-2025 …`: a year in its place, not one of a term (2025-2030) or of the subject.
_YEAR_IN_NAME = (
    re.compile(r"^(?P<year>(?:19|20)\d\d)[_-](?!(?:19|20)\d\d)"),
    re.compile(r"[^\W\d_]+-\d{1,5}-(?P<year>(?:19|20)\d\d)(?![\d-])"),
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An issued number of the same series."""

    number: int
    issued_on: date


def day(text: str) -> tuple[date | None, tuple[Diagnostic, ...]]:
    """The day that a text names, or why there is none."""
    try:
        return parse_date(text), ()
    except DateError as error:
        return None, (
            Diagnostic("register/no-such-day", str(error), hint=_("ghi đúng ngày ký ban hành, như 25/11/2026")),
        )


def period(number: int, series: Series, now: Series, issued_on: date) -> Iterator[Diagnostic]:
    """A document bears a number of the year or term in which it is issued."""
    if series != now:
        yield Diagnostic(
            "register/wrong-period",
            _("số {number} thuộc “{period}” mà ngày {day} thuộc “{now}”").format(
                number=number, period=series.period, day=short_date(issued_on), now=now.period
            ),
            expected=series.period,
            actual=now.period,
            hint=_("sửa ngày; hoặc hủy số này bằng “vanthu number void … --reason …” rồi lấy số của “{now}”").format(
                now=now.period
            ),
        )


def order(number: int, issued_on: date, before: Neighbour | None, after: Neighbour | None) -> Iterator[Diagnostic]:
    """`before`: of the smaller numbers the one issued last; `after`: of the greater ones the one issued first."""
    if before is not None and issued_on < before.issued_on:
        yield _out_of_order(
            _("số {number} ngày {day} sớm hơn số {other} ngày {other_day} đã cấp trước"), number, issued_on, before
        )
    if after is not None and issued_on > after.issued_on:
        yield _out_of_order(
            _("số {number} ngày {day} muộn hơn số {other} ngày {other_day} cấp sau"), number, issued_on, after
        )


def _out_of_order(message: str, number: int, issued_on: date, other: Neighbour) -> Diagnostic:
    return Diagnostic(
        "register/date-order",
        message.format(
            number=number, day=short_date(issued_on), other=other.number, other_day=short_date(other.issued_on)
        ),
        severity=Severity.WARNING,
        hint=_("kiểm tra ngày ký; nếu đúng thì thêm --reason “lý do”, lý do được ghi vào sổ"),
    )


def not_to_come(issued_on: date, today: date) -> Iterator[Diagnostic]:
    if issued_on > today:
        yield Diagnostic(
            "register/date-to-come",
            _("ngày {day} chưa đến (hôm nay là {today})").format(day=short_date(issued_on), today=short_date(today)),
            severity=Severity.WARNING,
            hint=_("kiểm tra năm và tháng; nếu đúng thì thêm --reason “lý do”, lý do được ghi vào sổ"),
        )


def year_in_name(file: str, issued_on: date) -> Iterator[Diagnostic]:
    """A year in the name of the file is the one of the document's day."""
    name = re.split(r"[\\/]", file)[-1]
    years = [match["year"] for form in _YEAR_IN_NAME if (match := form.search(name)) is not None]
    if years and f"{issued_on.year:04d}" not in years:
        yield Diagnostic(
            "register/year-in-name",
            _("tên tệp “{name}” ghi năm {year}, văn bản ngày {day}").format(
                name=name, year=years[0], day=short_date(issued_on)
            ),
            expected=f"{issued_on.year:04d}",
            actual=years[0],
            hint=_("đổi năm trong tên tệp theo ngày ban hành, hoặc sửa ngày"),
        )
