"""`vanthu number reserve`, `begin`, `adopt`: numbers taken, a series that goes on from a paper book, a book that moved.

What a number is for, `pipeline.numbering` knows.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, Session
from generator.commands.number_act import acting, day_of_option, from_option, loaded_workspace, opened
from generator.commands.number_table import series_called, state_of
from generator.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.diagnostics import Diagnostic
    from generator.pipeline.numbering_render import Item
    from generator.register.records import Entry, Particulars


def reserve_numbers(
    session: Session,
    plan: Path,
    kinds: tuple[str, ...],
    unit: str | None,
    phase: int | None,
    copy: int | None,
    day: str | None,
    by: str | None,
    reason: str,
) -> int:
    """Writes: the database."""
    from generator.diagnostics import Faulty, Location
    from generator.model.kinds import Kind
    from generator.pipeline.numbering_render import Counter
    from generator.pipeline.wish import Wish
    from generator.register.life import record
    from generator.sources.load import load_plan

    on = day_of_option(day, "--date")
    loaded = loaded_workspace(session)
    loaded_plan = load_plan(plan, loaded)
    chosen = tuple(Kind(kind) for kind in dict.fromkeys(kinds or ("plan",)))
    with opened(loaded) as register:
        counter = Counter(register, loaded, loaded_plan, acting(by, reason), "", on)
        wish = Wish(chosen, unit, phase, copy=copy)
        if found := _other_days(counter.items(wish, reserve=False), on):
            raise Faulty(one.at(Location(plan)) for one in found)
        items = counter.items(wish, reserve=True)
        told = [_line(item, item.entry, on) for item in items if item.entry is not None and _is_open(item.entry)]
        record(register, told, counter.act)
    for item in items:
        if item.entry is not None:
            _tell(item, item.entry)
    return DONE


def _is_open(entry: Entry) -> bool:
    from generator.register.records import State

    return entry.state is State.RESERVED


def _line(item: Item, entry: Entry, on: date | None) -> tuple[str, Particulars]:
    """What the book says of the document already."""
    from generator.pipeline.numbering_lines import description

    known = description(item.job)
    return str(entry.key), replace(known, issued_on=known.issued_on or on)


def _tell(item: Item, entry: Entry) -> None:
    from generator.pipeline.numbering_lines import code_of

    known = "" if item.before is None else f" ({state_of(entry)})"
    click.echo(f"{code_of(item.job)}: {item.job.request.document.subject}{known}")


def _other_days(items: Sequence[Item], on: date | None) -> list[Diagnostic]:
    """Documents that print another day than the one that is named."""
    from generator.diagnostics import Diagnostic
    from generator.pipeline.numbering_lines import day_of
    from generator.vietnamese.dates import short_date

    days = [day for item in items if on is not None and (day := day_of(item.job)) not in (None, on)]
    message = _("kế hoạch ghi văn bản này ngày {day}, không phải ngày ở --date")
    hint = _("bỏ --date, hoặc sửa ngày trong kế hoạch")
    return [Diagnostic("register/other-day", message.format(day=short_date(day)), hint=hint) for day in days if day]


def begin_series(
    session: Session, first: int, kind: str, unit: str | None, day: str | None, by: str | None, reason: str
) -> int:
    """Writes: the database."""
    from generator.model.organization import Level, Side
    from generator.pipeline.book import owner_of, types_called
    from generator.pipeline.numbering import COPY
    from generator.register.kind_names import of_all
    from generator.register.records import Purpose
    from generator.register.reserving import begin
    from generator.vietnamese import clock
    from generator.vietnamese.numerals import padded

    on = day_of_option(day, "--date")
    loaded = loaded_workspace(session)
    with from_option("--unit"):
        owner = owner_of(loaded, unit, on or clock.today())
    issuer = owner.unit
    with from_option("--kind"):
        types = types_called(kind, owner.profile)
    with opened(loaded) as register:
        for type_id in types:
            congress = issuer.side is Side.PARTY and issuer.level is Level.CONGRESS
            copy = "1" if type_id == COPY else ""
            purpose = Purpose(issuer.id, issuer.side, type_id, "", copy=copy, congress=congress)
            series = begin(register, purpose, first, acting(by, reason), on=on)
            words = _("{unit}, {period}, {kinds}: số đầu tiên là {first}")
            called_so = series_called(series, of_all())
            click.echo(words.format(unit=issuer.name, period=series.period, kinds=called_so, first=padded(first)))
    return DONE


def adopt_file(session: Session, by: str | None, reason: str) -> int:
    """Writes: the database."""
    from generator.register.address import file_of, is_on_server
    from generator.register.file import adopt

    loaded = loaded_workspace(session)
    settings = loaded.office_file.register
    if is_on_server(settings):
        raise click.UsageError(_("sổ ở máy chủ, không phải là tệp"))
    if not reason.strip():
        raise click.UsageError(_("cần --reason: sổ cũ ở đâu, vì sao không dùng nữa"))
    file = file_of(loaded.workspace.root, settings)
    with opened(loaded) as register:
        adopt(register, file, acting(by, reason))
    click.echo(_("{file} là sổ chính từ nay.").format(file=file.name))
    return DONE
