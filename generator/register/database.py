"""An open register: how it is read, and how it is changed, one whole change at a time.

It knows neither tables nor rules; where the database is and whether it may be used is settled by `opening`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from generator.diagnostics import Diagnostic
from generator.errors import GeneratorError
from generator.register.faults import is_worth_another_try, told
from generator.register.series import Rules

BUSY_SECONDS = 30
_CHANGES = "vanthu_changes"
_TRIES = 5
# No WAL: SQLite before 3.51.3 can damage such a file, and it does not work over a network. EXTRA also syncs the
# folder when the journal goes, so that a number once told survives a power cut.
_PRAGMAS = ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON")

Result = TypeVar("Result")


@dataclass(frozen=True)
class Register:
    """The book of one office. To be closed, or used in a `with`."""

    engine: Engine
    place: str
    """Where it is, as people are told: without a password."""
    rules: Rules
    root: Path
    """The workspace, from which the files in the book are named."""
    warnings: tuple[Diagnostic, ...] = ()
    refusal: GeneratorError | None = None
    """Why it may be read but not changed."""

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """What `work` makes of the book as it stands at one moment."""
        with told(self.place), self.engine.connect() as connection, connection.begin():
            return work(connection)

    def change(self, work: Callable[[Connection], Result]) -> Result:
        """Do all of `work`, or nothing of it. It may run again where another clerk was faster. Writes: the database."""
        if self.refusal is not None:
            raise self.refusal
        for attempt in range(1, _TRIES + 1):
            try:
                with told(self.place), self.engine.connect() as connection:
                    changing = connection.execution_options(**{_CHANGES: True})
                    with changing.begin():
                        return work(changing)
            except DBAPIError as error:
                if attempt == _TRIES or not is_worth_another_try(error):
                    raise
        raise AssertionError  # pragma: no cover

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def sqlite_engine(path: Path, *, new: bool = False, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine on a file that is there; SQLite makes none by itself unless it is to be `new`."""
    posix = path.as_posix()
    name = f"file://{quote(posix if posix.startswith('/') else f'/{posix}')}?mode={'rwc' if new else 'rw'}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(name, uri=True, timeout=busy_seconds, isolation_level=None)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        return connection

    # A connection for each change: none is left over to hold a lock, or to be shared with a process that was forked.
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # A change takes its lock before it reads: what it has read stays true, and to wait for the lock is no deadlock.
    changes = connection.get_execution_options().get(_CHANGES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if changes else "BEGIN")


def postgresql_engine(url: URL) -> Engine:
    """An engine on a server; whether that answers shows when it is used."""
    engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10, "application_name": "vanthu"})
    event.listen(engine, "connect", _settle)
    return engine


def _settle(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
        # A number is told only when it is on the server's disk, whatever the server is used to.
        cursor.execute("SET synchronous_commit = on")
        # Each statement sees what others have finished; the lock on the series is what keeps them in order.
        cursor.execute("SET default_transaction_isolation = 'read committed'")
    connection.commit()
