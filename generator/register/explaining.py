"""Numbers that the book lacks, or that an imported book lacked: why they are nobody's, said by whoever knows.

It makes no number void: what it explains never was a document's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert

from generator.diagnostics import Diagnostic
from generator.messages import _
from generator.register.book import is_unexplained
from generator.register.database import Register
from generator.register.ledger import Held, Numbered, at, moment, noted, notes, row_of
from generator.register.life import needs_reason, refuse
from generator.register.records import Act, Entry, State
from generator.register.reserving import next_number
from generator.register.rows import series_rows
from generator.register.schema import entries
from generator.register.writing import write_all


def explain(register: Register, places: Sequence[Numbered], act: Act) -> tuple[Entry, ...]:
    """Numbers that the book lacks get a line that says why; of those that an imported book lacked, the line says it
    from now on. Writes: the database.
    """

    def work(connection: Connection) -> tuple[Entry, ...]:
        when = moment(connection, act)
        ids = series_rows(connection, sorted({place.series for place in places}), act, when)
        there = [(place, at(connection, place)) for place in places]
        refuse([_no_gap(place) for place, one in there if _is_no_gap(connection, place, one, ids[place.series])])
        new = [_gap(place, when, act) for place, one in there if one is None]
        if new:
            connection.execute(insert(entries), [row_of(entry, ids[entry.series]) for entry in new])
            notes(connection, [noted(act, when, "explain", ids[one.series], one.number) for one in new])
        known = [(one, {"reason": act.why.strip()}) for _place, one in there if one is not None]
        return (*new, *write_all(connection, act, when, "explain", known))

    needs_reason(act)
    return register.change(work) if places else ()


def _is_no_gap(connection: Connection, place: Numbered, one: Held | None, series_id: int) -> bool:
    if one is not None:
        return not is_unexplained(one.entry.state, one.entry.reason)
    return not 1 <= place.number < next_number(connection, series_id)


def _gap(place: Numbered, when: datetime, act: Act) -> Entry:
    kind = "" if "+" in place.series.kinds or place.series.kinds == "*" else place.series.kinds
    return Entry(place.series, place.number, State.VOID, None, kind, "", "", "", "", when, reason=act.why.strip())


def _no_gap(place: Numbered) -> Diagnostic:
    return Diagnostic(
        "register/no-gap",
        _("số {number} của “{period}” không phải là số khuyết").format(number=place.number, period=place.series.period),
        hint=_("xem các số khuyết bằng “vanthu number gaps”"),
    )
