"""Numbers that a run of the program holds while it makes their documents, and what becomes of them when it has ended.

A run that makes documents for people to sign issues none: it hands its numbers over, and people issue them.
"""

from __future__ import annotations

import hashlib
import os
import platform
import secrets
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, func, select, update

from generator.register.database import Register
from generator.register.ledger import Held, chosen, entry_of, moment, note
from generator.register.records import Act, Entry, State
from generator.register.schema import entries

_FOR_SIGNING = "sign"
_AT_ONCE = 500


def new_run(what: str) -> str:
    """The name of this process's run, by which another process on this machine can tell whether it still is at work."""
    return f"{_FOR_SIGNING}:{what}:{_machine()}:{_process(os.getpid())}:{secrets.token_hex(4)}"


def is_for_signing(run: str) -> bool:
    return run.startswith(f"{_FOR_SIGNING}:")


def is_over(run: str) -> bool | None:
    """Whether the process of that run is gone; None where that cannot be told from here."""
    parts = run.split(":")
    if not is_for_signing(run) or len(parts) != 5 or parts[2] != _machine() or sys.platform == "win32":
        return None
    number = int(parts[3].partition("-")[0])
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    except OSError:
        pass
    return _process(number) != parts[3]


def _process(number: int) -> str:
    """A process, told from one that had its number before: by when it began, where the system says so."""
    try:
        stat = Path(f"/proc/{number}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return str(number)
    # The second field is its name, in brackets, with whatever signs.
    return f"{number}-{stat.rpartition(')')[2].split()[19]}"


def _machine() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def take_on(connection: Connection, keys: Sequence[str], run: str) -> None:
    """What a run that broke off holds is this run's, where it asks for the same. Writes: the database."""
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        held = entries.c.key.in_(some) & (entries.c.run != "") & (entries.c.state == State.RESERVED.value)
        connection.execute(update(entries).where(held).values(run=run))


def hand_over(register: Register, run: str, act: Act) -> int:
    """The documents of the run are there: their numbers wait for people now. Writes: the database."""

    def work(connection: Connection) -> int:
        when = moment(connection, act)
        mine = (entries.c.run == run) & (entries.c.state == State.RESERVED.value) & (entries.c.file != "")
        count = int(connection.execute(select(func.count()).where(mine)).scalar_one())
        if count:
            connection.execute(update(entries).where(mine).values(run=""))
            note(connection, act, when, "hand-over", detail={"run": run, "count": count})
        return count

    return register.change(work)


def release_in(connection: Connection, one: Held, act: Act) -> Entry:
    """The same for one number, inside a change that does more."""
    connection.execute(update(entries).where(entries.c.id == one.id).values(run=""))
    detail = {"run": one.entry.run}
    note(connection, act, moment(connection, act), "hand-over", one.series_id, one.entry.number, detail)
    return replace(one.entry, run="")


def without_document(register: Register, run: str) -> tuple[Entry, ...]:
    """The numbers of the run for which no document was recorded."""

    def work(connection: Connection) -> tuple[Entry, ...]:
        none = (entries.c.run == run) & (entries.c.state == State.RESERVED.value) & (entries.c.file == "")
        return tuple(entry_of(row) for row in connection.execute(chosen().where(none)))

    return register.read(work)


def held_by(register: Register, keys: Iterable[str]) -> dict[str, Entry]:
    """The numbers that these purposes have, by key."""
    wanted = [*dict.fromkeys(keys)]

    def work(connection: Connection) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            rows = connection.execute(chosen().where(entries.c.key.in_(wanted[start : start + _AT_ONCE])))
            found |= {str(row.key): entry_of(row) for row in rows}
        return found

    return register.read(work) if wanted else {}


def issued_as(register: Register, files: Iterable[str]) -> dict[str, Entry]:
    """The issued documents that are these files, by the file's name in the book."""
    wanted = [*dict.fromkeys(files)]

    def work(connection: Connection) -> dict[str, Entry]:
        query = chosen().where(entries.c.file.in_(wanted), entries.c.state == State.ISSUED.value)
        return {row.file: entry_of(row) for row in connection.execute(query)}

    return register.read(work) if wanted else {}
