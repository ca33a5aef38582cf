"""Numbers for many documents, each of its own day, taken in one change: all of them or none.

What a number is for is told to it; how one is taken is `reserving`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby, islice

from sqlalchemy import Connection

from generator.diagnostics import Faulty
from generator.register.database import Register
from generator.register.ledger import moment
from generator.register.records import Act, Entry, Purpose
from generator.register.reserving import not_as_expected, reserve_in

Wanted = tuple[Purpose, date | None]
"""What a number is for, and the document's day where it is known; else it is today."""
_AT_ONCE = 500


def reserve_each(
    register: Register, wanted: Sequence[Wanted], act: Act, *, run: str = "", expected: Mapping[str, int] | None = None
) -> tuple[Entry, ...]:
    """A number for each, in their order; `expected`: by the key of a purpose the number that it must have.

    Faulty with those that would have another one. Writes: the database.
    """

    def work(connection: Connection) -> tuple[Entry, ...]:
        return tuple(_lot(connection, register, wanted, act, run))

    def checked(connection: Connection) -> tuple[Entry, ...]:
        given = work(connection)
        known = expected or {}
        if other := [one for one in given if known.get(str(one.key), one.number) != one.number]:
            raise Faulty(not_as_expected(one, known[str(one.key)]) for one in other)
        return given

    return register.change(checked) if wanted else ()


def reserve_many(register: Register, wanted: Callable[[], Iterable[Wanted]], act: Act, *, run: str) -> int:
    """The same for so many that they are drawn, and forgotten, one lot after the other; how many there are.

    Writes: the database.
    """

    def work(connection: Connection) -> int:
        left, count = iter(wanted()), 0
        while some := list(islice(left, _AT_ONCE)):
            count += len(_lot(connection, register, some, act, run))
        return count

    return register.change(work)


def _lot(connection: Connection, register: Register, wanted: Sequence[Wanted], act: Act, run: str) -> list[Entry]:
    at = moment(connection, act)
    found: list[Entry] = []
    for day, some in groupby(wanted, key=lambda one: one[1]):
        purposes = [purpose for purpose, _day in some]
        found += reserve_in(connection, register, purposes, act, at, day or at.date(), run)
    return found
