"""What is doubtful about an old book as a whole: numbers twice, lacking, out of order, in a year of their own.

Pure; the lines themselves are read by `survey`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.register import rules
from generator.register.kind_names import named
from generator.register.records import Entry, Series
from generator.vietnamese.dates import short_date

_MOST_MISSING = 1000
_FEWEST = 3
"""Lines of a series by which its density can be judged."""


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
            where=first.where.cell or _("dòng {rows}").format(rows=first.where.line),
            subject=first.entry.particulars.subject,
        ),
        one.where,
        hint=_(
            "sửa một trong hai dòng; nếu số thật đã cấp hai lần thì nhập với --take “lý do”: dòng sau vào phần ghi chú"
        ),
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
            yield from _lack(one.entry.number, following.entry.number, following)


def apart(found: Sequence[Found], held: Mapping[Series, Set[int]]) -> Iterator[Diagnostic]:
    """Numbers between these lines and those that the register holds, which neither has."""
    for line in _by_series(found):
        own = held.get(line[0].entry.series, frozenset())
        theirs = {one.entry.number: one for one in line}
        for before, after in pairwise(sorted({*own, *theirs})):
            if (before in theirs and after in theirs) or (before in own and after in own):
                continue
            yield from _lack(before, after, theirs[after] if after in theirs else theirs[before])


def _lack(before: int, after: int, one: Found) -> Iterator[Diagnostic]:
    """The numbers between two, told at a line; so many that one of the two must be wrong are an error."""
    first, last = before + 1, after - 1
    if last < first:
        return
    far = last - first >= _MOST_MISSING
    numbers = f"{first}" if first == last else f"{first}–{last}"
    yield Diagnostic(
        "register/number-leap" if far else "register/number-missing",
        _("“{period}”, {kind}: thiếu số {numbers}").format(
            period=one.entry.series.period, kind=named(one.entry.series.kinds), numbers=numbers
        ),
        one.where,
        Severity.ERROR if far else Severity.WARNING,
        hint=_("kiểm tra số ở dòng này")
        if far
        else _("số thiếu vào sổ là số đã hủy; biết vì sao thì nhập xong ghi bằng “vanthu number gaps --reason”"),
    )


def sparse(found: Sequence[Found]) -> Iterator[Diagnostic]:
    """A series of which most numbers lack: they were taken from another one, as real books have it."""
    for line in _by_series(found):
        first, last = line[0].entry.number, line[-1].entry.number
        if len(line) >= _FEWEST and len(line) * 2 < last - first + 1:
            yield Diagnostic(
                "register/series-sparse",
                _("“{period}”, {kind}: chỉ có {count} văn bản mà số chạy từ {first} đến {last}").format(
                    period=line[0].entry.series.period,
                    kind=named(line[0].entry.series.kinds),
                    count=len(line),
                    first=first,
                    last=last,
                ),
                line[0].where,
                Severity.WARNING,
                hint=_(
                    "có lẽ số lấy từ dãy của loại khác: đối chiếu văn bản gốc rồi sửa số, hoặc chấp nhận các số trống"
                ),
            )


def other_bodies(bodies: Sequence[tuple[str, Location]], own: str) -> Iterator[Diagnostic]:
    """Symbols of other bodies in the book of this one, each told once."""
    first: dict[str, Location] = {}
    for body, where in bodies:
        if body != own:
            first.setdefault(body, where)
    for body, where in first.items():
        yield Diagnostic(
            "register/other-symbol",
            _("{count} số ký hiệu “{body}”, khác ký hiệu “{own}” của cơ quan").format(
                count=sum(one == body for one, _where in bodies), body=body, own=own
            ),
            where,
            Severity.WARNING,
            hint=_("sửa nếu gõ nhầm; sổ của đơn vị khác thì nhập riêng với --unit"),
        )


def out_of_order(found: Sequence[Found]) -> Iterator[Diagnostic]:
    for line in _by_series(found):
        latest: rules.Neighbour | None = None
        for one in line:
            day = one.entry.particulars.issued_on
            if day is None:
                continue
            for fault in rules.order(one.entry.number, day, latest, None):
                hint = _("kiểm tra ngày ở dòng này; nếu sổ cũ đúng là thế thì nhập với --take “lý do”")
                yield replace(fault, where=one.where, hint=hint)
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
                    hint=_("kiểm tra năm ở dòng này; nếu đúng thì nhập với --take “lý do”"),
                )
