"""What is doubtful about an old book as a whole: numbers twice, lacking, out of order, in a year of their own.

Pure; the lines themselves are read by `survey`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.register import rules
from generator.register.records import Entry, Series
from generator.vietnamese.dates import short_date

_MOST_MISSING = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """One line that could be read."""

    entry: Entry
    where: Location


def given_twice(one: Found, first: Found) -> Diagnostic:
    return Diagnostic(
        "register/number-twice",
        _("số {code} đã có ở {where}: “{subject}”").format(
            code=one.entry.particulars.code,
            where=first.where.cell or first.where.line,
            subject=first.entry.particulars.subject,
        ),
        one.where,
        hint=_("sửa một trong hai dòng; nếu số thật đã cấp hai lần thì nhập kèm lý do, dòng sau vào phần ghi chú"),
    )


def _by_series(found: Sequence[Found]) -> Iterator[list[Found]]:
    grouped: dict[Series, list[Found]] = {}
    for one in found:
        grouped.setdefault(one.entry.series, []).append(one)
    for each in grouped.values():
        yield sorted(each, key=lambda one: one.entry.number)


def lacking(found: Sequence[Found]) -> Iterator[Diagnostic]:
    for line in _by_series(found):
        for one, following in pairwise(line):
            first, last = one.entry.number + 1, following.entry.number - 1
            if last < first:
                continue
            far = last - first >= _MOST_MISSING
            numbers = f"{first}" if first == last else f"{first}–{last}"
            yield Diagnostic(
                "register/number-leap" if far else "register/number-missing",
                _("“{period}”, {kind}: thiếu số {numbers}").format(
                    period=one.entry.series.period, kind=one.entry.series.kinds, numbers=numbers
                ),
                following.where,
                Severity.ERROR if far else Severity.WARNING,
                hint=_("kiểm tra số ở dòng này") if far else _("số thiếu vào sổ là số đã hủy, lý do: sổ cũ không có"),
            )


def out_of_order(found: Sequence[Found]) -> Iterator[Diagnostic]:
    for line in _by_series(found):
        latest: rules.Neighbour | None = None
        for one in line:
            day = one.entry.particulars.issued_on
            if day is None:
                continue
            for fault in rules.order(one.entry.number, day, latest, None):
                yield fault.at(one.where)
            if latest is None or day >= latest.issued_on:
                latest = rules.Neighbour(one.entry.number, day)


def years(found: Sequence[Found]) -> Iterator[Diagnostic]:
    """A year that neither the line before nor the one after has: typed wrong, as in the first weeks of a new one."""
    kinds: dict[str, list[Found]] = {}
    for one in found:
        if one.entry.particulars.issued_on:
            kinds.setdefault(one.entry.kind, []).append(one)
    for line in kinds.values():
        all_years = [one.entry.particulars.issued_on.year for one in line if one.entry.particulars.issued_on]
        for before, one, year, after in zip(all_years, line[1:], all_years[1:], all_years[2:], strict=False):
            if before == after != year and one.entry.particulars.issued_on:
                yield Diagnostic(
                    "register/year-doubtful",
                    _("ngày {day}: các số liền trước và liền sau đều năm {year}").format(
                        day=short_date(one.entry.particulars.issued_on), year=before
                    ),
                    one.where,
                    Severity.WARNING,
                    hint=_("kiểm tra năm ở dòng này"),
                )
