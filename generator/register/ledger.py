"""Rows of the book: entries found and read, series locked, every change noted with who, when and why.

It runs inside a change that `Register` makes; what may be changed is decided by those that call it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, Select, insert, select

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.model.organization import Side
from generator.register import clock
from generator.register.records import Act, Entry, Particulars, Series, State, Stream
from generator.register.schema import audit, entries, series

PARTICULARS = tuple(field.name for field in fields(Particulars))
_AT_ONCE = 500
_HEAD = ("id", "series_id", "number", "state", "key", "kind", "document", "unit", "plan", "copy", "reserved_at")
_COLUMNS = (*_HEAD, "run", "reason", "replaces", *PARTICULARS)
_SERIES = ("issuer", "side", "stream", "kinds", "period", "starts")
_AFTER = len(_COLUMNS)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number of the book by its place, void or not."""

    series: Series
    number: int


Which = str | Numbered
"""An entry by the key of its purpose, or by its place."""


@dataclass(frozen=True, slots=True)
class Held:
    """An entry, and the rows of it and its series."""

    id: int
    series_id: int
    entry: Entry


def moment(connection: Connection, act: Act) -> datetime:
    """When the act happens; a GeneratorError where the machine's clock cannot be right."""
    latest = connection.execute(select(audit.c.at).order_by(audit.c.id.desc()).limit(1)).scalar()
    return clock.checked(act.at or clock.now(), datetime.fromisoformat(latest) if latest else None)


def note(
    connection: Connection,
    act: Act,
    at: datetime,
    action: str,
    series_id: int | None = None,
    number: int | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """One line of the history. Writes: the database."""
    notes(connection, [noted(act, at, action, series_id, number, detail)])


def noted(
    act: Act,
    at: datetime,
    action: str,
    series_id: int | None,
    number: int | None,
    detail: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    if not act.who.strip():
        raise ValueError("an act without anybody")
    return {
        "at": at.isoformat(),
        "who": act.who,
        "action": action,
        "series_id": series_id,
        "number": number,
        "why": act.why,
        "detail": json.dumps(detail or {}, ensure_ascii=False, default=_plain, sort_keys=True),
    }


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def notes(connection: Connection, lines: Sequence[dict[str, Any]]) -> None:
    """Many lines of the history. Writes: the database."""
    if lines:
        connection.execute(insert(audit), lines)


def chosen() -> Select[Any]:
    """Entries with their series, as `entry_of` takes them; to be narrowed."""
    own = (entries.c[name] for name in _COLUMNS)
    return select(*own, *(series.c[name] for name in _SERIES)).join_from(entries, series)


def held(row: Row[Any]) -> Held:
    return Held(row.id, row.series_id, entry_of(row))


def series_of_row(row: RowMapping) -> Series:
    return Series(row["issuer"], Side(row["side"]), Stream(row["stream"]), row["kinds"], row["period"], row["starts"])


def entry_of(row: Row[Any], known: dict[int, Series] | None = None) -> Entry:
    """The entry of a row of `chosen`; `known`: the series of rows before, by the id of theirs."""
    # By place, not by name: a whole book is a hundred thousand rows.
    cells: Sequence[Any] = tuple(row)
    _id, series_id, number, state, key, kind, document, unit, plan, copy, reserved, run, reason, replaces = cells[:14]
    of = known.get(series_id) if known is not None else None
    if of is None:
        issuer, side, stream, kinds, period, starts = cells[_AFTER:]
        of = Series(issuer, Side(side), Stream(stream), kinds, period, starts)
        if known is not None:
            known[series_id] = of
    at = datetime.fromisoformat(reserved)
    told = Particulars(*cells[14:_AFTER])
    return Entry(of, number, State(state), key, kind, document, unit, plan, copy, at, run, reason, replaces, told)


def row_of(entry: Entry, series_id: int) -> dict[str, Any]:
    return {
        "series_id": series_id,
        "number": entry.number,
        "state": entry.state.value,
        "key": entry.key,
        "kind": entry.kind,
        "document": entry.document,
        "unit": entry.unit,
        "plan": entry.plan,
        "copy": entry.copy,
        "reserved_at": entry.reserved_at.isoformat(),
        "run": entry.run,
        "reason": entry.reason,
        "replaces": entry.replaces,
        **values(entry.particulars),
    }


def values(particulars: Particulars) -> dict[str, Any]:
    return {name: getattr(particulars, name) for name in PARTICULARS}


def by_key(connection: Connection, keys: Iterable[str]) -> dict[str, Held]:
    """The entries that these keys hold."""
    found: dict[str, Held] = {}
    for some in _lots([*keys]):
        for row in connection.execute(chosen().where(entries.c.key.in_(some))):
            found[row.key] = held(row)
    return found


def _lots(keys: list[str]) -> Iterator[list[str]]:
    yield from (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def locked(connection: Connection, wanted: Sequence[Which]) -> list[Held]:
    """The entries, each kept from others until the change is done; Faulty with all that are not there."""
    found = _found(connection, wanted)
    if connection.dialect.name == "sqlite":
        return found  # the whole file is locked
    for series_id in sorted({one.series_id for one in found}):
        connection.execute(select(series.c.id).where(series.c.id == series_id).with_for_update())
    # Read again, now that nobody else changes them.
    return _found(connection, wanted)


def _found(connection: Connection, wanted: Sequence[Which]) -> list[Held]:
    known = by_key(connection, sorted({one for one in wanted if isinstance(one, str)}))
    found = [(one, known.get(one) if isinstance(one, str) else at(connection, one)) for one in wanted]
    if lacking := [one for one, there in found if there is None]:
        raise Faulty([_unknown(one) for one in lacking])
    return [there for _one, there in found if there is not None]


def at(connection: Connection, place: Numbered) -> Held | None:
    row = connection.execute(
        chosen().where(
            series.c.issuer == place.series.issuer,
            series.c.side == place.series.side.value,
            series.c.stream == place.series.stream.value,
            series.c.kinds == place.series.kinds,
            series.c.period == place.series.period,
            entries.c.number == place.number,
        )
    )
    found = row.one_or_none()
    return held(found) if found is not None else None


def _unknown(which: Which) -> Diagnostic:
    if isinstance(which, Numbered):
        message = _("sổ không có số {number} trong {period}").format(number=which.number, period=which.series.period)
    else:
        message = _("văn bản này chưa giữ số nào trong sổ")
    return Diagnostic("register/no-such-number", message, hint=_("xem sổ bằng “vanthu number list”"))
