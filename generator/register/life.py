"""The life of a number after it was reserved: its document recorded, issued, void, replaced; a gap given its reason.

It takes no number by itself, and does not decide what a document says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.messages import _
from generator.register.checks import findings_at_issue
from generator.register.database import Register
from generator.register.ledger import Held, Numbered, Which, at, locked, moment, noted, notes, row_of, values
from generator.register.records import Act, Entry, Particulars, Purpose, State
from generator.register.reserving import next_number, reserve_in
from generator.register.rows import series_rows
from generator.register.schema import entries
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
        _refuse([_no_more(one.entry) for one in found if one.entry.state is not State.RESERVED])
        told = [merged(one.entry.particulars, new) for one, (_which, new) in zip(found, changes, strict=True)]
        new = [(one, values(particulars)) for one, particulars in zip(found, told, strict=True)]
        return tuple(_write_all(connection, act, when, "record", new))

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
    done = {entry.key: entry for entry in _write_all(connection, act, when, "issue", fresh)}
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

    _needs_reason(act)
    return register.change(lambda connection: void_in(connection, which, act))


def void_in(connection: Connection, which: Sequence[Which], act: Act) -> tuple[Entry, ...]:
    """The same inside a change that does more."""
    when = moment(connection, act)
    found = locked(connection, which)
    _refuse([_already_void(one.entry) for one in found if one.entry.state is State.VOID])
    return tuple(_void(connection, act, when, one, act.why.strip()) for one in found)


def replace_number(register: Register, which: Which, purpose: Purpose, act: Act, *, on: date | None = None) -> Entry:
    """The number becomes void, and the purpose has another one, reserved. Writes: the database."""

    def work(connection: Connection) -> Entry:
        when = moment(connection, act)
        (one,) = locked(connection, [which])
        _refuse([_already_void(one.entry)] if one.entry.state is State.VOID else [])
        _void(connection, act, when, one, act.why.strip())
        (new,) = reserve_in(connection, register, [purpose], act, when, on or when.date(), "")
        (held,) = locked(connection, [purpose.key])
        came_for = f"{one.entry.series.period}/{one.entry.number}"
        _write(connection, act, when, "replace", held, {"replaces": came_for})
        return replace(new, replaces=came_for)

    _needs_reason(act)
    return register.change(work)


def amend(register: Register, which: Which, told: Mapping[str, Any], act: Act) -> Entry:
    """What the book learns of a document after it was issued. Writes: the database."""
    if strange := told.keys() - AMENDABLE:
        raise ValueError(strange)

    def work(connection: Connection) -> Entry:
        when = moment(connection, act)
        (one,) = locked(connection, [which])
        return _write(connection, act, when, "amend", one, dict(told))

    return register.change(work)


def explain(register: Register, places: Sequence[Numbered], act: Act) -> tuple[Entry, ...]:
    """Numbers that the book lacks, as another book left them, get a line that says why. Writes: the database."""

    def work(connection: Connection) -> tuple[Entry, ...]:
        when = moment(connection, act)
        ids = series_rows(connection, sorted({place.series for place in places}), act, when)
        _refuse([_no_gap(one) for one in places if _is_no_gap(connection, one, ids[one.series])])
        new = [_gap(place, when, act) for place in places]
        connection.execute(insert(entries), [row_of(entry, ids[entry.series]) for entry in new])
        notes(connection, [noted(act, when, "explain", ids[one.series], one.number) for one in new])
        return tuple(new)

    _needs_reason(act)
    return register.change(work) if places else ()


def _is_no_gap(connection: Connection, place: Numbered, series_id: int) -> bool:
    return at(connection, place) is not None or not 1 <= place.number < next_number(connection, series_id)


def _gap(place: Numbered, when: datetime, act: Act) -> Entry:
    kind = "" if "+" in place.series.kinds or place.series.kinds == "*" else place.series.kinds
    return Entry(place.series, place.number, State.VOID, None, kind, "", "", "", "", when, reason=act.why.strip())


def _void(connection: Connection, act: Act, when: datetime, one: Held, reason: str) -> Entry:
    change = {"state": State.VOID.value, "key": None, "reason": reason}
    return _write(connection, act, when, "void", one, change)


def _write(
    connection: Connection, act: Act, when: datetime, action: str, one: Held, change: Mapping[str, Any]
) -> Entry:
    return _write_all(connection, act, when, action, [(one, change)])[0]


def _write_all(
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


def _refuse(found: Sequence[Diagnostic]) -> None:
    if found:
        raise Faulty(found)


def _needs_reason(act: Act) -> None:
    if not act.why.strip():
        message = _("hủy hoặc giải thích một số thì phải ghi lý do")
        raise Faulty([Diagnostic("register/no-reason", message, hint=_("lý do được ghi vào sổ, người sau đọc được"))])


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


def _no_gap(place: Numbered) -> Diagnostic:
    return Diagnostic(
        "register/no-gap",
        _("số {number} của “{period}” không phải là số khuyết").format(number=place.number, period=place.series.period),
        hint=_("xem các số khuyết bằng “vanthu number gaps”"),
    )
