"""Entries changed in the book, each with what was and what is now in a line of its history.

What may be changed, and to what, is decided by those that call it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, update

from generator.register.ledger import Held, noted, notes, row_of, values
from generator.register.records import Act, Entry, Particulars, State
from generator.register.schema import entries


def write(connection: Connection, act: Act, when: datetime, action: str, one: Held, change: Mapping[str, Any]) -> Entry:
    return write_all(connection, act, when, action, [(one, change)])[0]


def write_all(
    connection: Connection, act: Act, when: datetime, action: str, changes: Sequence[tuple[Held, Mapping[str, Any]]]
) -> list[Entry]:
    """The changes, a line of history for each, and the entries as they are then."""
    lines: list[dict[str, Any]] = []
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for one, change in changes:
        was = row_of(one.entry, one.series_id)
        differs = {name: [was[name], value] for name, value in change.items() if was[name] != value}
        if differs:
            new = {f"new_{name}": value for name, (_was, value) in differs.items()}
            alike.setdefault(tuple(differs), []).append(new | {"row_id": one.id})
            lines.append(noted(act, when, action, one.series_id, one.entry.number, differs))
    for names, rows in alike.items():
        statement = update(entries).where(entries.c.id == bindparam("row_id"))
        connection.execute(statement.values({name: bindparam(f"new_{name}") for name in names}), rows)
    notes(connection, lines)
    return [_changed(one.entry, change) for one, change in changes]


def _changed(entry: Entry, change: Mapping[str, Any]) -> Entry:
    particulars = {name: change.get(name, value) for name, value in values(entry.particulars).items()}
    return replace(
        entry,
        particulars=Particulars(**particulars),
        state=State(change.get("state", entry.state)),
        key=change.get("key", entry.key),
        reason=change.get("reason", entry.reason),
        replaces=change.get("replaces", entry.replaces),
    )
