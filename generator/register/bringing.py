"""A book taken into the register: one that was exported, exactly; one that was kept elsewhere, with what it lacks told.

It judges no line: `survey` has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.messages import _
from generator.register.book import LACKING, lacking_in
from generator.register.database import Register
from generator.register.ledger import (
    Held,
    by_key,
    chosen,
    entry_of,
    moment,
    note,
    noted,
    notes,
    row_of,
    series_of_row,
)
from generator.register.records import Act, Entry, Series, State
from generator.register.rows import series_rows
from generator.register.schema import entries
from generator.register.schema import series as table
from generator.register.sheet import discreet
from generator.register.survey import Report
from generator.register.suspicion import Found, apart


@dataclass(frozen=True, slots=True)
class Brought:
    """What the register has now that it had not."""

    entries: tuple[Entry, ...]
    known: int
    """Lines that were in the register already, exactly so."""


def whole(register: Register) -> tuple[tuple[Entry, ...], dict[Series, int]]:
    """All that the register holds, as `workbook` writes it."""

    def work(connection: Connection) -> tuple[tuple[Entry, ...], dict[Series, int]]:
        order = (table.c.issuer, table.c.starts, table.c.stream, table.c.kinds, table.c.id)
        firsts = {
            series_of_row(row): int(row["first_number"])
            for row in connection.execute(select(table).order_by(*order)).mappings()
        }
        rows = connection.execute(chosen().order_by(*order, entries.c.number))
        return tuple(entry_of(row) for row in rows), firsts

    return register.read(work)


def clashes(register: Register, listed: Sequence[Entry]) -> tuple[Diagnostic, ...]:
    """What the register has otherwise: what would keep these lines from being taken over."""

    def work(connection: Connection) -> tuple[Diagnostic, ...]:
        try:
            tuple(_new(connection, listed))
        except Faulty as faulty:
            return faulty.diagnostics
        return ()

    return register.read(work)


def between(register: Register, found: Sequence[Found]) -> tuple[Diagnostic, ...]:
    """Numbers that would become void because neither the register nor these lines have them."""

    def work(connection: Connection) -> tuple[Diagnostic, ...]:
        held: dict[Series, set[int]] = {}
        known: dict[int, Series] = {}
        for row in connection.execute(chosen()):
            entry = entry_of(row, known)
            held.setdefault(entry.series, set()).add(entry.number)
        return tuple(apart(found, held))

    return register.read(work)


def restore(register: Register, all_of: Sequence[Entry], firsts: Mapping[Series, int], act: Act) -> Brought:
    """An exported book as it was. What the register has already must be the same. Writes: the database."""

    def work(connection: Connection) -> Brought:
        when = moment(connection, act)
        ids = series_rows(connection, sorted(firsts), act, when)
        new = [*_new(connection, all_of)]
        for series, first in firsts.items():
            change = update(table).where(table.c.id == ids[series], table.c.first_number > first)
            taken = select(entries.c.id).where(entries.c.series_id == ids[series]).limit(1)
            if connection.execute(taken).first() is None:
                change = update(table).where(table.c.id == ids[series])
            connection.execute(change.values(first_number=first))
        _insert(connection, new, ids, act, when)
        return Brought(tuple(new), len(all_of) - len(new))

    return register.change(work)


def take_over(register: Register, report: Report, act: Act) -> Brought:
    """An old book, its gaps as void numbers with their reason; what is wrong with it stops it unless the act says why.

    Writes: the database.
    """
    errors = [one for one in report.findings if one.severity is Severity.ERROR]
    if errors and (not act.why.strip() or any(one.code != "register/number-twice" for one in errors)):
        raise Faulty(report.findings)
    listed = _noted(report.found, report.twice)

    def work(connection: Connection) -> Brought:
        when = moment(connection, act)
        ids = series_rows(connection, sorted({entry.series for entry in listed}), act, when)
        new = [*_new(connection, listed)]
        for series, first in _firsts(new).items():
            _begin(connection, ids[series], first, act, when)
        _insert(connection, new, ids, act, when)
        gaps = [gap for gap in lacking_in(connection) if gap.series in ids]
        filled = [_filled(gap.series, number, when) for gap in gaps for number in range(gap.first, gap.last + 1)]
        _insert(connection, filled, ids, act, when)
        return Brought((*new, *filled), len(listed) - len(new))

    return register.change(work)


def _begin(connection: Connection, series_id: int, first: int, act: Act, when: datetime) -> None:
    """A series that began with this book begins where it does; one that had begun goes back as far as the book."""
    row = select(table.c.first_number).where(table.c.id == series_id)
    has_begun = connection.execute(select(entries.c.id).where(entries.c.series_id == series_id).limit(1)).first()
    known = int(connection.execute(row).scalar_one())
    if first < known or (has_begun is None and first > known):
        connection.execute(update(table).where(table.c.id == series_id).values(first_number=first))
        note(connection, act, when, "begin", series_id, first)


def _filled(series: Series, number: int, when: datetime) -> Entry:
    kind = "" if "+" in series.kinds or series.kinds == "*" else series.kinds
    return Entry(series, number, State.VOID, None, kind, "", "", "", "", when, reason=LACKING)


def _noted(found: Sequence[Found], twice: Sequence[Found]) -> list[Entry]:
    """The lines, each with those that have its number told in its note."""
    more: dict[tuple[Series, int], list[str]] = {}
    for one in twice:
        told = one.entry.particulars
        words = _("số này đã cấp lần nữa: {subject}").format(subject=f"{told.subject} ({told.issued_on or '?'})")
        more.setdefault((one.entry.series, one.entry.number), []).append(words)
    listed = []
    for one in found:
        told = one.entry.particulars
        notes_of = [told.note, *more.get((one.entry.series, one.entry.number), ())]
        joined = "; ".join(text for text in notes_of if text)
        listed.append(replace(one.entry, particulars=replace(told, note=joined)))
    return listed


def _firsts(listed: Sequence[Entry]) -> dict[Series, int]:
    firsts: dict[Series, int] = {}
    for entry in listed:
        firsts[entry.series] = min(entry.number, firsts.get(entry.series, entry.number))
    return firsts


def _new(connection: Connection, listed: Sequence[Entry]) -> Iterator[Entry]:
    """Those that the register lacks; Faulty with all that it has otherwise."""
    have: dict[tuple[Series, int], Entry] = {}
    known: dict[int, Series] = {}
    wanted = chosen().where(entries.c.number <= max((one.number for one in listed), default=0))
    for row in connection.execute(wanted):
        entry = entry_of(row, known)
        have[entry.series, entry.number] = entry
    keyed = by_key(connection, [one.key for one in listed if one.key])
    clash = [
        one
        for one in listed
        if _differs(one, have.get((one.series, one.number))) or _is_elsewhere(one, keyed.get(one.key or ""))
    ]
    if clash:
        raise Faulty(_clash(one) for one in clash)
    yield from (one for one in listed if (one.series, one.number) not in have)


def _differs(new: Entry, known: Entry | None) -> bool:
    if known is None or (known.state == new.state and known.particulars == new.particulars):
        return False
    # A book that lies open does not say what a secret document is about: that is no other document.
    return known.state != new.state or discreet(known).particulars != new.particulars


def _is_elsewhere(new: Entry, holder: Held | None) -> bool:
    """Its document has another number in the register."""
    return holder is not None and (holder.entry.series, holder.entry.number) != (new.series, new.number)


def _clash(entry: Entry) -> Diagnostic:
    return Diagnostic(
        "register/number-taken",
        _("sổ đã có số {number} của “{period}”, khác với dòng nhập vào: {subject}").format(
            number=entry.number, period=entry.series.period, subject=entry.particulars.subject
        ),
        hint=_("kiểm tra hai dòng; số đã có trong sổ không bị ghi đè"),
    )


def _insert(connection: Connection, new: Sequence[Entry], ids: Mapping[Series, int], act: Act, when: datetime) -> None:
    if new:
        connection.execute(insert(entries), [row_of(entry, ids[entry.series]) for entry in new])
        notes(connection, [noted(act, when, "import", ids[entry.series], entry.number) for entry in new])
