"""Numbers that were taken and neither issued nor void: what became of their files, and how that is brought to an end.

It makes no document; a run that goes on asks for its numbers again and has them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from generator.errors import GeneratorError
from generator.messages import _
from generator.register import clock
from generator.register.book import Wanted, listing
from generator.register.database import Register
from generator.register.ledger import Numbered, locked
from generator.register.life import issue_in, void_in
from generator.register.records import Act, Entry, State
from generator.register.runs import is_for_signing, is_over, release_in
from generator.workspace import reason

# A run that is younger may still be at work.
_AT_LEAST = timedelta(hours=1)


class Standing(StrEnum):
    """How far a reserved number has come."""

    AWAITED = "awaited"
    """A person took it, and its document is to come or to be signed."""
    NOT_WRITTEN = "not-written"
    """A run took it and broke off before its file was there."""
    WRITTEN = "written"
    """The file is there, exactly as the run recorded it; the run broke off before it was issued."""
    CHANGED = "changed"
    """Another file is there than the one recorded: an older one, or one that a person has changed."""


@dataclass(frozen=True, slots=True)
class Pending:
    entry: Entry
    standing: Standing


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was brought to an end, and what a person must decide."""

    issued: tuple[Entry, ...]
    void: tuple[Entry, ...]
    left: tuple[Pending, ...]
    handed: tuple[Entry, ...] = ()
    """Their documents are there, and wait to be signed and issued."""


def pending(register: Register) -> tuple[Pending, ...]:
    """Every number that is reserved, with what became of its file."""
    reserved = listing(register, Wanted(state=State.RESERVED))
    return tuple(Pending(entry, _standing(register, entry)) for entry in reserved)


def _standing(register: Register, entry: Entry) -> Standing:
    told = entry.particulars
    there = _sha256(register, told.file) if told.file else None
    if there is None:
        return Standing.NOT_WRITTEN if entry.run else Standing.AWAITED
    if there != told.sha256:
        return Standing.CHANGED
    return Standing.WRITTEN if entry.run else Standing.AWAITED


def _sha256(register: Register, file: str) -> str | None:
    path = register.root / file
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        # To take it for missing would make the number of a good document void.
        raise GeneratorError(
            _("không đọc được {path}: {reason}").format(path=path, reason=reason(error)),
            _("kiểm tra quyền đọc rồi làm lại; chưa số nào bị thay đổi"),
        ) from error


def repair(register: Register, act: Act, *, before: datetime | None = None) -> Repaired:
    """Runs that broke off are brought to an end: what they wrote whole is issued, what they did not write is void.

    Only numbers that runs took before the moment `before` (left out: an hour ago), or whose process is known to be
    gone; those of persons, files that were changed, and those whose day is not known are left. What a run wrote for
    people to sign is not issued but handed over. Writes: the database.
    """
    until = before or (act.at or clock.now()) - _AT_LEAST
    ours: list[Pending] = []
    left: list[Pending] = []
    for one in pending(register):
        run, taken = one.entry.run, one.entry.reserved_at
        broken_off = run and (taken <= until or is_over(run)) and is_over(run) is not False
        (ours if broken_off and _is_clear(one) else left).append(one)
    written = [one for one in ours if one.standing is Standing.WRITTEN]
    finish = [one for one in written if not is_for_signing(one.entry.run)]
    hand = [one for one in written if is_for_signing(one.entry.run)]
    drop = [one for one in ours if one.standing is Standing.NOT_WRITTEN]
    return Repaired(
        _each(register, finish, act, _("hoàn tất sau khi chương trình dừng giữa chừng: tệp đã ghi đủ")),
        _each(register, drop, act, _("chương trình dừng trước khi ghi tệp")),
        tuple(left),
        _each(register, hand, act, _("tệp đã ghi đủ, chờ phát hành")),
    )


def _is_clear(one: Pending) -> bool:
    has_day = one.entry.particulars.issued_on is not None or is_for_signing(one.entry.run)
    return (one.standing is Standing.WRITTEN and has_day) or one.standing is Standing.NOT_WRITTEN


def _each(register: Register, all_of: Sequence[Pending], act: Act, words: str) -> tuple[Entry, ...]:
    act = replace(act, why=f"{words} ({act.why})" if act.why else words)
    done = (_end(register, one, act) for one in all_of)
    return tuple(entry for entry in done if entry is not None)


def _end(register: Register, one: Pending, act: Act) -> Entry | None:
    """The number brought to its end; None where its run is alive after all and has done something meanwhile."""
    place = Numbered(one.entry.series, one.entry.number)

    def work(connection: Connection) -> Entry | None:
        (held,) = locked(connection, [place])
        if held.entry != one.entry:
            return None
        if one.standing is Standing.WRITTEN and is_for_signing(one.entry.run):
            return release_in(connection, held, act)
        if one.standing is Standing.WRITTEN:
            return issue_in(connection, register, [(place, one.entry.particulars)], act).entries[0]
        return void_in(connection, [place], act)[0]

    return register.change(work)
