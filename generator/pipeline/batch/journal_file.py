"""The file of a journal: opened, or begun anew where it cannot be believed.

A journal that is damaged or of another version is laid aside, never repaired: every document is then looked at again.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from generator.errors import GeneratorError
from generator.messages import _, mark
from generator.pipeline.batch.journal import COLUMNS, Journal

FILE = "journal.sqlite"
VERSION = 2
_APPLICATION = 0x56414E54
_REASONS = {
    sqlite3.SQLITE_FULL: mark("đĩa đã đầy"),
    sqlite3.SQLITE_READONLY: mark("không có quyền"),
    sqlite3.SQLITE_CANTOPEN: mark("không mở được"),
    sqlite3.SQLITE_BUSY: mark("chương trình khác đang dùng"),
    sqlite3.SQLITE_IOERR: mark("đĩa bị lỗi khi đọc hoặc ghi"),
}
_SETTINGS = ("journal_mode=DELETE", "synchronous=FULL", "temp_store=FILE", "cache_size=-16000")
# A rollback journal: a write-ahead log needs shared memory, which network file systems lack, and a newer SQLite.


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[tuple[Journal, str]]:
    """The folder's journal, and what to say of one that was laid aside. Writes: the file."""
    with speaking(folder / FILE):
        connection, note = _sound(folder)
        journal = Journal(connection)
        try:
            yield journal, note
        finally:
            journal.close()


@contextlib.contextmanager
def speaking(file: Path) -> Iterator[None]:
    """What SQLite raises, in our words."""
    try:
        yield
    except sqlite3.Error as error:
        raise GeneratorError(
            _("không ghi được sổ theo dõi {file}: {reason}").format(file=file, reason=_reason(error)),
            _("kiểm tra chỗ trống và quyền ghi, rồi chạy tiếp bằng --resume"),
        ) from error


def _reason(error: sqlite3.Error) -> str:
    known = _REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return _(known) if known else str(error)


def _sound(folder: Path) -> tuple[sqlite3.Connection, str]:
    file, note = folder / FILE, ""
    if file.exists() and (fault := _fault(file)):
        aside = _aside(file)
        note = _("sổ theo dõi {fault}, đã cất sang {aside}; mọi tệp được soát lại từ đầu").format(
            fault=fault, aside=aside.name
        )
    connection = _connected(file)
    with connection:
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT)")
        connection.execute("CREATE TABLE IF NOT EXISTS findings (text TEXT UNIQUE)")
        columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
        connection.execute(f"CREATE TABLE IF NOT EXISTS documents ({columns})")
    return connection, note


def _connected(file: Path) -> sqlite3.Connection:
    # Documents are journalled from another thread than the one that opened it, never from two at once.
    connection = sqlite3.connect(file, timeout=10, check_same_thread=False)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


def _fault(file: Path) -> str:
    """Why a journal that is there cannot be used; empty for a good one."""
    try:
        connection = _connected(file)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version == 0 and not connection.execute("SELECT name FROM sqlite_master").fetchall():
                return ""  # cut off before its first word
            if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION or version != VERSION:
                return _("của một phiên bản khác")
            columns = [row[1] for row in connection.execute("PRAGMA table_info(documents)")]
            if columns and columns != list(COLUMNS):
                return _("của một phiên bản khác")
            # Damage shows in the pages of the table, not in the header.
            return "" if connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok" else _("bị hỏng")
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and not _is_damage(error):
            raise
        return _("bị hỏng")


def _is_damage(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _aside(file: Path) -> Path:
    """A free name beside it. Its rollback file goes with it, or the new journal would be rolled back by it."""
    number = 1
    while (aside := file.with_name(f"journal-{number}.sqlite")).exists():
        number += 1
    os.replace(file, aside)
    rollback = file.with_name(f"{FILE}-journal")
    if rollback.exists():
        os.replace(rollback, aside.with_name(f"{aside.name}-journal"))
    return aside
