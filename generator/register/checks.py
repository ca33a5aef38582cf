"""The rules at issue, asked of the book: who stands before and after a number, and what is already out.

It changes nothing; the rules themselves are in `rules`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, func, select

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.register import rules
from generator.register.ledger import Held, values
from generator.register.records import Entry, Particulars, Purpose, State, Stream
from generator.register.schema import entries
from generator.register.series import Rules, series_of
from generator.vietnamese.dates import short_date

Pair = tuple[Held, Particulars]


def findings_at_issue(connection: Connection, settings: Rules, pairs: Sequence[Pair], today: date) -> list[Diagnostic]:
    """All that speaks against issuing these numbers so."""
    found: list[Diagnostic] = []
    fresh = []
    for held, told in pairs:
        if held.entry.state is not State.RESERVED:
            found += _not_again(held.entry, told)
        elif told.issued_on is None:
            found.append(_no_day(held.entry))
        else:
            fresh.append((held, told))
            found += [*_of_one(settings, held, told, told.issued_on, today)]
    return [*found, *_orders(connection, fresh)]


def _of_one(settings: Rules, held: Held, told: Particulars, day: date, today: date) -> Iterator[Diagnostic]:
    entry = held.entry
    try:
        now = series_of(settings, _purpose(entry), day)
    except Faulty as faulty:
        yield from faulty.diagnostics
    else:
        yield from rules.period(entry.number, entry.series, now, day)
    yield from rules.not_to_come(day, today)
    yield from rules.year_in_name(told.file, day)


def _purpose(entry: Entry) -> Purpose:
    """What the number is for, as far as its series goes."""
    return Purpose(
        entry.series.issuer,
        entry.series.side,
        entry.kind,
        entry.document,
        copy=entry.copy,
        congress=entry.series.stream is Stream.CONGRESS,
        secret=entry.series.stream is Stream.SECRET,
    )


def _orders(connection: Connection, fresh: Sequence[Pair]) -> Iterator[Diagnostic]:
    """Each against the book and against the others that are issued with it."""
    together: dict[int, list[rules.Neighbour]] = {}
    for held, told in fresh:
        assert told.issued_on is not None
        together.setdefault(held.series_id, []).append(rules.Neighbour(held.entry.number, told.issued_on))
    for series_id, new in together.items():
        latest = connection.execute(select(func.max(entries.c.issued_on)).where(_is_out(series_id))).scalar()
        highest = connection.execute(select(func.max(entries.c.number)).where(_is_out(series_id))).scalar()
        new.sort(key=lambda one: one.number)
        last: rules.Neighbour | None = None
        for one in new:
            before = after = None
            if latest is not None and one.issued_on < latest:
                before = _last_before(connection, series_id, one.number)
            if highest is not None and one.number < highest:
                after = _first_after(connection, series_id, one.number)
            if last is not None and (before is None or last.issued_on > before.issued_on):
                before = last
            yield from rules.order(one.number, one.issued_on, before, after)
            if last is None or one.issued_on >= last.issued_on:
                last = one


def _is_out(series_id: int) -> ColumnElement[bool]:
    return (entries.c.series_id == series_id) & (entries.c.state == State.ISSUED.value)


def _last_before(connection: Connection, series_id: int, number: int) -> rules.Neighbour | None:
    query = select(entries.c.number, entries.c.issued_on).where(_is_out(series_id), entries.c.number < number)
    row = connection.execute(query.order_by(entries.c.issued_on.desc(), entries.c.number).limit(1)).one_or_none()
    return rules.Neighbour(*row) if row else None


def _first_after(connection: Connection, series_id: int, number: int) -> rules.Neighbour | None:
    query = select(entries.c.number, entries.c.issued_on).where(_is_out(series_id), entries.c.number > number)
    row = connection.execute(query.order_by(entries.c.issued_on, entries.c.number).limit(1)).one_or_none()
    return rules.Neighbour(*row) if row else None


def _no_day(entry: Entry) -> Diagnostic:
    return Diagnostic(
        "register/no-day",
        _("số {number} chưa có ngày ban hành").format(number=entry.particulars.code or entry.number),
        Location(Path(entry.particulars.file)) if entry.particulars.file else Location(),
        hint=_("thêm --date, như --date 25/11/2026; hoặc ghi issued_on trong tệp kế hoạch rồi làm lại văn bản"),
    )


def _not_again(entry: Entry, told: Particulars) -> Iterator[Diagnostic]:
    """A number that is out stays as it went out; one that is void stays so."""
    if entry.state is State.VOID:
        yield Diagnostic(
            "register/already-void",
            _("số {number} của “{period}” đã hủy: {reason}").format(
                number=entry.particulars.code or entry.number, period=entry.series.period, reason=entry.reason
            ),
            hint=_("lấy số mới cho văn bản này bằng “vanthu render … --number”"),
        )
        return
    was, now = values(entry.particulars), values(told)
    if differs := [name for name in was if was[name] != now[name]]:
        yield Diagnostic(
            "register/already-issued",
            _("số {number} của “{period}” đã phát hành ngày {day}, khác lần này ở: {fields}").format(
                number=entry.number,
                period=entry.series.period,
                day=short_date(entry.particulars.issued_on) if entry.particulars.issued_on else "?",
                fields=", ".join(f"{_named(name)} ({was[name] or '–'} → {now[name] or '–'})" for name in differs),
            ),
            hint=_(
                "văn bản đã phát hành thì không làm lại dưới số cũ; cần thay thì “vanthu number replace … --reason …”"
            ),
        )


def _named(field: str) -> str:
    names: Mapping[str, str] = {
        "code": _("số, ký hiệu"),
        "subject": _("trích yếu"),
        "issued_on": _("ngày"),
        "signer": _("người ký"),
        "recipients": _("nơi nhận"),
        "file": _("tệp"),
        "sha256": _("nội dung tệp"),
        "text_sha256": _("lời văn"),
    }
    return names.get(field, field)
