"""The life of a number after it was reserved: its document recorded, issued, void, replaced.

It takes no number by itself, and does not decide what a document says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.messages import _
from generator.register.checks import findings_at_issue
from generator.register.database import Register
from generator.register.ledger import Held, Which, locked, moment, values
from generator.register.records import Act, Entry, Particulars, Purpose, State
from generator.register.reserving import reserve_in
from generator.register.writing import write, write_all
from generator.vietnamese.unicode import compose, illegal_characters, without_illegal

AMENDABLE = frozenset(
    {"archive_holder", "copies", "drafting_unit", "file", "note", "pages", "receipt", "recipients", "transferred_on"}
)
"""What the book may learn of a document after it was issued; the rest is as it was issued."""
Change = tuple[Which, Particulars]


@dataclass(frozen=True, slots=True)
class Issued:
    """What was issued, and the warnings that the act gave its reason for."""

    entries: tuple[Entry, ...]
    findings: tuple[Diagnostic, ...]


def record(register: Register, changes: Sequence[Change], act: Act) -> tuple[Entry, ...]:
    """What will stand in the document and the file that is about to be written, before it is: after a crash the file
    tells whether it came to that. Writes: the database.
    """

    def work(connection: Connection) -> tuple[Entry, ...]:
        when = moment(connection, act)
        found = locked(connection, [which for which, _particulars in changes])
        refuse([_no_more(one.entry) for one in found if one.entry.state is not State.RESERVED])
        told = [merged(one.entry.particulars, new) for one, (_which, new) in zip(found, changes, strict=True)]
        new = [(one, values(particulars)) for one, particulars in zip(found, told, strict=True)]
        return tuple(write_all(connection, act, when, "record", new))

    return register.change(work) if changes else ()


def issue(register: Register, changes: Sequence[Change], act: Act, *, found: Sequence[Diagnostic] = ()) -> Issued:
    """The documents are out: all of them, or none. One that is already out with the same particulars stays as it is.

    Faulty with all that speaks against it, `found` by others or here; warnings do so only where the act gives no
    reason. Writes: the database.
    """

    return register.change(lambda connection: issue_in(connection, register, changes, act, found))


def issue_in(
    connection: Connection, register: Register, changes: Sequence[Change], act: Act, before: Sequence[Diagnostic] = ()
) -> Issued:
    """The same inside a change that does more."""
    when = moment(connection, act)
    found = locked(connection, [which for which, _particulars in changes])
    told = [merged(one.entry.particulars, new) for one, (_which, new) in zip(found, changes, strict=True)]
    pairs = [*zip(found, told, strict=True)]
    findings = [*before, *findings_at_issue(connection, register.rules, pairs, when.date())]
    if any(one.severity is Severity.ERROR for one in findings) or (findings and not act.why.strip()):
        raise Faulty(findings)
    state = {"state": State.ISSUED.value}
    fresh = [(one, values(new) | state) for one, new in pairs if one.entry.state is not State.ISSUED]
    done = {entry.key: entry for entry in write_all(connection, act, when, "issue", fresh)}
    return Issued(tuple(done.get(one.entry.key, one.entry) for one, _new in pairs), tuple(findings))


def merged(known: Particulars, new: Particulars) -> Particulars:
    """What is new, and where it says nothing what was known; Faulty where a text holds what no document can."""
    told = {name: _plain(value) for name, value in values(new).items() if value not in (None, "")}
    return replace(known, **told)


def _plain(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = compose(value.replace("\r\n", "\n").replace("\r", "\n"))
    if wrong := illegal_characters(text, 1):
        message = _("ký tự {codepoint} không đứng được trong sổ").format(codepoint=wrong[0].escape)
        hint = _("gõ lại chỗ đó: {text}").format(text=without_illegal(text))
        raise Faulty([Diagnostic("register/illegal-character", message, hint=hint)])
    return text


def void(register: Register, which: Sequence[Which], act: Act) -> tuple[Entry, ...]:
    """The numbers stay in the book and are nobody's, for the act's reason. Writes: the database."""

    needs_reason(act)
    return register.change(lambda connection: void_in(connection, which, act))


def void_in(connection: Connection, which: Sequence[Which], act: Act) -> tuple[Entry, ...]:
    """The same inside a change that does more."""
    when = moment(connection, act)
    found = locked(connection, which)
    refuse([_already_void(one.entry) for one in found if one.entry.state is State.VOID])
    return tuple(_void(connection, act, when, one, act.why.strip()) for one in found)


def replace_number(register: Register, which: Which, purpose: Purpose, act: Act, *, on: date | None = None) -> Entry:
    """The number becomes void, and the purpose has another one, reserved. Writes: the database."""

    def work(connection: Connection) -> Entry:
        when = moment(connection, act)
        (one,) = locked(connection, [which])
        refuse([_already_void(one.entry)] if one.entry.state is State.VOID else [])
        _void(connection, act, when, one, act.why.strip())
        (new,) = reserve_in(connection, register, [purpose], act, when, on or when.date(), "")
        (held,) = locked(connection, [purpose.key])
        came_for = f"{one.entry.series.period}/{one.entry.number}"
        write(connection, act, when, "replace", held, {"replaces": came_for})
        return replace(new, replaces=came_for)

    needs_reason(act)
    return register.change(work)


def amend(register: Register, which: Which, told: Mapping[str, Any], act: Act) -> Entry:
    """What the book learns of a document after it was issued. Writes: the database."""
    if strange := told.keys() - AMENDABLE:
        raise ValueError(strange)

    def work(connection: Connection) -> Entry:
        when = moment(connection, act)
        (one,) = locked(connection, [which])
        return write(connection, act, when, "amend", one, dict(told))

    return register.change(work)


def _void(connection: Connection, act: Act, when: datetime, one: Held, reason: str) -> Entry:
    change = {"state": State.VOID.value, "key": None, "reason": reason}
    return write(connection, act, when, "void", one, change)


def refuse(found: Sequence[Diagnostic]) -> None:
    """Faulty with what was found, where anything was."""
    if found:
        raise Faulty(found)


def needs_reason(act: Act) -> None:
    """Faulty where the act has none."""
    if not act.why.strip():
        message = _("hủy, thay hoặc giải thích một số thì phải ghi lý do")
        hint = _("thêm --reason “lý do”: lý do được ghi vào sổ, người sau đọc được")
        raise Faulty([Diagnostic("register/no-reason", message, hint=hint)])


def _no_more(entry: Entry) -> Diagnostic:
    return Diagnostic(
        "register/not-reserved",
        _("số {number} của “{period}” đã phát hành hoặc đã hủy").format(
            number=entry.number, period=entry.series.period
        ),
        hint=_("văn bản đã phát hành thì không làm lại dưới số cũ; cần thay thì lấy số mới"),
    )


def _already_void(entry: Entry) -> Diagnostic:
    return Diagnostic(
        "register/already-void",
        _("số {number} của “{period}” đã hủy: {reason}").format(
            number=entry.particulars.code or entry.number, period=entry.series.period, reason=entry.reason
        ),
    )
