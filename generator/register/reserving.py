"""Numbers taken for what they are for, and given back: the same purpose has the same number, however often it is asked.

It issues nothing; what becomes of a number afterwards is `life`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.register.database import Register
from generator.register.ledger import Held, by_key, locked, moment, note, noted, notes, row_of
from generator.register.records import Act, Entry, Purpose, Series, State
from generator.register.rows import series_rows
from generator.register.runs import take_on
from generator.register.schema import entries
from generator.register.schema import series as series_table
from generator.register.series import series_of
from generator.vietnamese.dates import short_date

NOT_USED = "đã giữ nhưng không dùng"
"""The reason in the book of a number that was given back when a later one was already taken."""


def reserve(
    register: Register, purposes: Sequence[Purpose], act: Act, *, on: date | None = None, run: str = ""
) -> tuple[Entry, ...]:
    """A number for each purpose, in their order, all or none; one that has its number already keeps it.

    `on` is the day by which the series is found: left out, today in Vietnam. Writes: the database.
    """

    def work(connection: Connection) -> tuple[Entry, ...]:
        at = moment(connection, act)
        return reserve_in(connection, register, purposes, act, at, on or at.date(), run)

    return register.change(work) if purposes else ()


def reserve_in(
    connection: Connection,
    register: Register,
    purposes: Sequence[Purpose],
    act: Act,
    at: datetime,
    on: date,
    run: str,
) -> tuple[Entry, ...]:
    """The same inside a change that does more."""
    wanted = _resolved(register, purposes, on)
    ids = series_rows(connection, sorted(set(wanted.values())), act, at)
    have = by_key(connection, wanted)
    _refuse_other_periods(have, wanted)
    new = [*_numbered(connection, purposes, wanted, ids, have, at, run)]
    if new:
        connection.execute(insert(entries), [row_of(entry, ids[entry.series]) for entry in new])
        notes(connection, [noted(act, at, "reserve", ids[e.series], e.number, _what(e)) for e in new])
    if run:
        take_on(connection, [*have], run)
    given = {key: one.entry for key, one in have.items()} | {str(entry.key): entry for entry in new}
    return tuple(given[purpose.key] for purpose in purposes)


def not_as_expected(entry: Entry, number: int) -> Diagnostic:
    return Diagnostic(
        "register/other-number",
        _("kế hoạch ghi số {number}, sổ cấp số {given} cho văn bản này").format(number=number, given=entry.number),
        expected=str(entry.number),
        actual=str(number),
        hint=_(
            "bỏ dòng number để lấy số trong sổ; sổ tiếp theo sổ giấy thì khai số bắt đầu bằng “vanthu number begin”"
        ),
    )


def _what(entry: Entry) -> dict[str, Any]:
    names = ("key", "kind", "document", "unit", "plan", "copy", "run")
    return {name: value for name in names if (value := getattr(entry, name))}


def _resolved(register: Register, purposes: Sequence[Purpose], on: date) -> dict[str, Series]:
    """Each purpose's series by its key; Faulty with all that have none."""
    found: dict[str, Series] = {}
    faults: dict[str, Diagnostic] = {}
    for purpose in purposes:
        try:
            found[purpose.key] = series_of(register.rules, purpose, on)
        except Faulty as faulty:
            faults |= {one.message: one for one in faulty.diagnostics}
    if faults:
        raise Faulty(faults.values())
    return found


def _refuse_other_periods(have: dict[str, Held], wanted: dict[str, Series]) -> None:
    """A number that waits for its document since last year or last term cannot be this one's."""
    late = [
        one.entry for key, one in have.items() if one.entry.state is State.RESERVED and one.entry.series != wanted[key]
    ]
    if late:
        raise Faulty(
            Diagnostic(
                "register/reserved-in-other-period",
                _("văn bản “{document}” đã giữ số {number} của “{period}”, nay thuộc “{now}”").format(
                    document=entry.document,
                    number=entry.number,
                    period=entry.series.period,
                    now=wanted[str(entry.key)].period,
                ),
                hint=_("hủy số cũ bằng “vanthu number void … --reason …”, rồi lấy số mới; hoặc ghi đúng ngày văn bản"),
            )
            for entry in late
        )


def _numbered(
    connection: Connection,
    purposes: Sequence[Purpose],
    wanted: dict[str, Series],
    ids: dict[Series, int],
    have: dict[str, Held],
    at: datetime,
    run: str,
) -> Iterator[Entry]:
    following: dict[Series, int] = {}
    done = set(have)
    for purpose in purposes:
        if purpose.key in done:
            continue
        done.add(purpose.key)
        series = wanted[purpose.key]
        if series not in following:
            following[series] = next_number(connection, ids[series])
        yield Entry(
            series,
            following[series],
            State.RESERVED,
            purpose.key,
            purpose.kind,
            purpose.document,
            purpose.unit,
            purpose.plan,
            purpose.copy,
            at,
            run,
        )
        following[series] += 1


def next_number(connection: Connection, series_id: int) -> int:
    """The number after the last that was given; the series' row must be locked."""
    last = connection.execute(select(func.max(entries.c.number)).where(entries.c.series_id == series_id)).scalar()
    first = select(series_table.c.first_number).where(series_table.c.id == series_id)
    return int(connection.execute(first).scalar_one()) if last is None else int(last) + 1


def give_back(register: Register, keys: Sequence[str], act: Act) -> tuple[Entry, ...]:
    """Numbers that were reserved and not used; the entries that stay in the book, void.

    A number after which none was given and of which no file was made is free again: it leaves no gap. Any other stays,
    void with its reason. Writes: the database.
    """

    def work(connection: Connection) -> tuple[Entry, ...]:
        at = moment(connection, act)
        found = locked(connection, keys)
        if used := [one.entry for one in found if one.entry.state is not State.RESERVED]:
            raise Faulty(_used(entry) for entry in used)
        stay = []
        for one in sorted(found, key=lambda each: (each.series_id, -each.entry.number)):
            if _is_free(connection, one):
                connection.execute(delete(entries).where(entries.c.id == one.id))
                note(connection, act, at, "release", one.series_id, one.entry.number, _what(one.entry))
            else:
                stay.append(one)
        for one in stay:
            reason = f"{NOT_USED}: {act.why}" if act.why else NOT_USED
            change = update(entries).where(entries.c.id == one.id)
            connection.execute(change.values(state=State.VOID.value, key=None, reason=reason))
            note(connection, act, at, "void", one.series_id, one.entry.number, _what(one.entry) | {"reason": reason})
        return tuple(one.entry for one in stay)

    return register.change(work) if keys else ()


def _is_free(connection: Connection, one: Held) -> bool:
    return not one.entry.particulars.file and next_number(connection, one.series_id) == one.entry.number + 1


def _used(entry: Entry) -> Diagnostic:
    return Diagnostic(
        "register/number-in-use",
        _("số {number} của “{period}” không còn ở trạng thái giữ chỗ").format(
            number=entry.number, period=entry.series.period
        ),
        hint=_("văn bản đã phát hành thì hủy số bằng “vanthu number void … --reason …”"),
    )


def begin(register: Register, purpose: Purpose, first: int, act: Act, *, on: date | None = None) -> Series:
    """The series of this purpose goes on from numbers that were given before this register. Writes: the database."""

    def work(connection: Connection) -> Series:
        at = moment(connection, act)
        series = series_of(register.rules, purpose, on or at.date())
        series_id = series_rows(connection, [series], act, at)[series]
        taken = select(func.count()).select_from(entries).where(entries.c.series_id == series_id)
        if connection.execute(taken).scalar_one():
            raise Faulty([_has_begun(series)])
        rows = update(series_table).where(series_table.c.id == series_id)
        connection.execute(rows.values(first_number=first))
        note(connection, act, at, "begin", series_id, first)
        return series

    if first < 1 or not act.why.strip():
        raise Faulty([_begin_needs()])
    return register.change(work)


def _has_begun(series: Series) -> Diagnostic:
    return Diagnostic(
        "register/series-begun",
        _("dãy số của “{period}” đã có số trong sổ, không đổi số bắt đầu được").format(period=series.period),
        hint=_("nhập các văn bản trước đó từ sổ cũ bằng “vanthu number import”"),
    )


def _begin_needs() -> Diagnostic:
    return Diagnostic(
        "register/begin-without-reason",
        _("bắt đầu dãy số từ một số khác 01 cần số từ 1 trở lên và lý do"),
        hint=_("thêm --reason, như --reason “tiếp theo sổ giấy đến ngày {day}”").format(
            day=short_date(date(2026, 1, 31))
        ),
    )
