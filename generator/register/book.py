"""The book as it is read: entries by what is asked, what each series holds, which numbers are not issued, and why.

It changes nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select

from generator.register.database import Register
from generator.register.ledger import Numbered, at, chosen, entry_of, series_of_row
from generator.register.records import Entry, Series, State
from generator.register.schema import audit, entries
from generator.register.schema import series as table

LACKING = "sổ cũ không có số này"
"""The reason in the book of a number that an imported book lacks, until somebody who knows a better one says it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries; what is left out does not narrow."""

    issuer: str | None = None
    kind: str | None = None
    period: str | None = None
    stream: str | None = None
    state: State | None = None
    since: date | None = None
    until: date | None = None
    """Of the day of issue, both ends included."""
    number: int | None = None
    plan: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A number that is not issued, or several on end that the book lacks altogether."""

    series: Series
    first: int
    last: int
    state: State | None
    """None: there is no line at all, as where a book came back without some of its lines."""
    reason: str = ""

    @property
    def is_unexplained(self) -> bool:
        """Whether nobody has said why, only that it is so."""
        return self.state is None or is_unexplained(self.state, self.reason)


@dataclass(frozen=True, slots=True)
class Tally:
    """What one series holds."""

    series: Series
    first_number: int
    last_number: int
    """One less than the first where none was given."""
    reserved: int
    issued: int
    void: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a number's history."""

    at: datetime
    who: str
    action: str
    number: int | None
    why: str
    detail: dict[str, Any]


def listing(
    register: Register, wanted: Wanted | None = None, *, limit: int | None = None, offset: int = 0, newest: bool = False
) -> tuple[Entry, ...]:
    """Entries in the order of the book: series by series, number by number; the newest first on demand."""

    def work(connection: Connection) -> tuple[Entry, ...]:
        query = _narrowed(chosen(), wanted or Wanted())
        # The row that was written last is the newest: numbers of different series do not tell.
        order = (
            [entries.c.id.desc()]
            if newest
            else [table.c.issuer, table.c.starts, table.c.stream, table.c.kinds, table.c.id, entries.c.number]
        )
        known: dict[int, Series] = {}
        rows = connection.execute(query.order_by(*order).limit(limit).offset(offset or None))
        return tuple(entry_of(row, known) for row in rows)

    return register.read(work)


def _narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    equal = {
        table.c.issuer: wanted.issuer,
        table.c.period: wanted.period,
        table.c.stream: wanted.stream,
        entries.c.kind: wanted.kind,
        entries.c.number: wanted.number,
        entries.c.plan: wanted.plan,
        entries.c.state: wanted.state.value if wanted.state else None,
    }
    query = query.where(*(column == value for column, value in equal.items() if value is not None))
    if wanted.since is not None:
        query = query.where(entries.c.issued_on >= wanted.since)
    return query.where(entries.c.issued_on <= wanted.until) if wanted.until is not None else query


def tallies(register: Register) -> tuple[Tally, ...]:
    """Every series that was opened, with what it holds."""

    def work(connection: Connection) -> tuple[Tally, ...]:
        counting = select(entries.c.series_id, entries.c.state, func.count())
        grouped = connection.execute(counting.group_by(entries.c.series_id, entries.c.state))
        counts = {(series_id, state): int(count) for series_id, state, count in grouped}
        ends = select(entries.c.series_id, func.max(entries.c.number)).group_by(entries.c.series_id)
        last = {series_id: int(number) for series_id, number in connection.execute(ends)}
        order = (table.c.issuer, table.c.starts, table.c.stream, table.c.kinds, table.c.id)
        return tuple(
            Tally(
                series_of_row(row),
                row["first_number"],
                last.get(row["id"], row["first_number"] - 1),
                *(counts.get((row["id"], state.value), 0) for state in State),
            )
            for row in connection.execute(select(table).order_by(*order)).mappings()
        )

    return register.read(work)


def of_whom(register: Register) -> tuple[str, ...]:
    """The ids of those that have numbers in the book."""

    def work(connection: Connection) -> tuple[str, ...]:
        # Asked of each series, not of each number.
        with_numbers = select(entries.c.id).where(entries.c.series_id == table.c.id).exists()
        query = select(table.c.issuer).where(with_numbers).distinct().order_by(table.c.issuer)
        return tuple(connection.execute(query).scalars())

    return register.read(work)


def periods(register: Register) -> tuple[str, ...]:
    """Terms, congresses and years of which the book has series."""
    query = select(table.c.period).distinct().order_by(table.c.period)
    return register.read(lambda connection: tuple(connection.execute(query).scalars()))


def gaps(register: Register) -> tuple[Gap, ...]:
    """All numbers up to the last of each series that are not issued: void, reserved, or not in the book at all."""

    def work(connection: Connection) -> tuple[Gap, ...]:
        known: dict[int, Series] = {}
        # Said in so many words, or SQLite does not see that its index of such numbers fits.
        open_or_void = chosen().where(entries.c.state != literal_column(f"'{State.ISSUED}'"))
        found = [_gap(entry_of(row, known)) for row in connection.execute(open_or_void)]
        found += lacking_in(connection)
        return tuple(sorted(found, key=lambda gap: (gap.series.issuer, gap.series.starts, gap.series, gap.first)))

    return register.read(work)


def is_unexplained(state: State, reason: str) -> bool:
    """Whether a line says no more than that an old book has no such number."""
    return state is State.VOID and reason == LACKING


def _gap(entry: Entry) -> Gap:
    return Gap(entry.series, entry.number, entry.number, entry.state, entry.reason)


def lacking_in(connection: Connection) -> list[Gap]:
    """Numbers before the last of their series of which there is no line."""
    count, last = func.count(entries.c.id), func.max(entries.c.number)
    # Counting is quick; a series is walked through only where something lacks.
    short: ColumnElement[bool] = count != last - table.c.first_number + 1
    query = select(table).join_from(table, entries).group_by(table.c.id).having(short)
    return [gap for row in connection.execute(query).mappings() for gap in _walked(connection, row)]


def _walked(connection: Connection, row: Any) -> list[Gap]:
    series, expected, found = series_of_row(row), row["first_number"], []
    numbers = select(entries.c.number).where(entries.c.series_id == row["id"]).order_by(entries.c.number)
    for number in connection.execute(numbers).scalars():
        if number > expected:
            found.append(Gap(series, expected, number - 1, None))
        expected = number + 1
    return found


def history(register: Register, place: Numbered) -> tuple[Line, ...]:
    """All that happened to one number, from the first on."""

    def work(connection: Connection) -> tuple[Line, ...]:
        held = at(connection, place)
        if held is None:
            return ()
        query = select(audit).where(audit.c.series_id == held.series_id, audit.c.number == place.number)
        rows = connection.execute(query.order_by(audit.c.id)).mappings()
        return tuple(
            Line(
                datetime.fromisoformat(row["at"]),
                row["who"],
                row["action"],
                row["number"],
                row["why"],
                json.loads(row["detail"]),
            )
            for row in rows
        )

    return register.read(work)
