"""`vanthu number issue`, `void`, `replace`: what becomes of a number that was taken.

It finds the numbers that are meant; what may be done with them, `pipeline` and `register` know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, Session
from generator.commands.number_act import (
    acting,
    day_of_option,
    loaded_workspace,
    narrowed,
    opened,
)
from generator.commands.number_table import called, day_shown
from generator.messages import _

if TYPE_CHECKING:
    from generator.register.database import Register
    from generator.register.records import Entry
    from generator.sources.loaded import LoadedWorkspace


def issue_documents(
    session: Session,
    names: tuple[str, ...],
    units: tuple[str, ...],
    kind: str | None,
    year: int | None,
    term: str | None,
    day: str | None,
    file: Path | None,
    copies: int | None,
    signer: str | None,
    by: str | None,
    reason: str,
) -> int:
    """Writes: the database."""
    from generator.pipeline.numbering_find import found, is_number
    from generator.pipeline.numbering_issue import Issuing, Told
    from generator.pipeline.numbering_lines import at_the_book
    from generator.register.records import State
    from generator.reporters.text import print_diagnostics

    told = Told(day_of_option(day, "--date"), file, copies, signer)
    loaded = loaded_workspace(session)
    numbers = [name for name in names if is_number(name)]
    plans = [Path(name) for name in names if name not in numbers]
    with opened(loaded, term) as register:
        some = narrowed(loaded, kind, units[0] if units else None, year, term)
        entries = [*found(register, numbers, some)] if numbers else []
        for plan in plans:
            entries += _of_plan(register, loaded, plan, kind, units)
        if file is not None and len(entries) != 1:
            raise click.UsageError(_("--file là tệp của một văn bản; đang chọn {count}").format(count=len(entries)))
        before = {entry: entry.state is State.ISSUED for entry in entries}
        done = Issuing(register, loaded, acting(by, reason)).issue(entries, told)
    print_diagnostics(at_the_book(register, done.findings))
    for was, entry in zip(before.values(), done.entries, strict=True):
        words = _("{code}: đã phát hành ngày {day} từ trước") if was else _("{code}: phát hành ngày {day}; {file}")
        file_shown = entry.particulars.file or _("chưa có tệp")
        click.echo(words.format(code=called(entry), day=day_shown(entry), file=file_shown))
    return DONE


def _of_plan(
    register: Register, loaded: LoadedWorkspace, plan: Path, kind: str | None, units: Sequence[str]
) -> list[Entry]:
    """The numbers of a plan's documents; Faulty where none was taken."""
    from generator.diagnostics import Diagnostic, Faulty, Location
    from generator.pipeline.numbering import plan_name
    from generator.register.book import Wanted, listing
    from generator.register.records import State

    types = _types(loaded, kind or "plan")
    wanted = Wanted(plan=plan_name(plan, loaded.workspace.root))
    office = loaded.office_file.office.id
    chosen = [
        entry
        for entry in listing(register, wanted)
        if entry.state is not State.VOID
        and entry.kind in types
        and ("all" in units or (entry.unit or office) in (units or (office,)))
    ]
    if not chosen:
        hint = _("lấy số bằng “vanthu render … --number” hoặc “vanthu number reserve …”; xem “vanthu number list”")
        message = _("chưa có số nào trong sổ cho văn bản này")
        raise Faulty([Diagnostic("register/no-such-number", message, Location(plan), hint=hint)])
    return chosen


def _types(loaded: LoadedWorkspace, kind: str) -> tuple[str, ...]:
    return narrowed(loaded, kind, None, None, None).types


def void_numbers(
    session: Session,
    names: tuple[str, ...],
    kind: str | None,
    unit: str | None,
    year: int | None,
    term: str | None,
    by: str | None,
    reason: str,
) -> int:
    """Writes: the database."""
    from generator.pipeline.numbering_find import found, place_of
    from generator.register.life import void

    loaded = loaded_workspace(session)
    with opened(loaded, term) as register:
        entries = found(register, names, narrowed(loaded, kind, unit, year, term))
        done = void(register, [place_of(entry) for entry in entries], acting(by, reason))
    for entry in done:
        click.echo(_("{code}: đã hủy: {reason}").format(code=called(entry), reason=entry.reason))
    for file in _files(done, loaded):
        click.echo(_("  tệp vẫn còn: {file}").format(file=file))
    return DONE


def _files(entries: Sequence[Entry], loaded: LoadedWorkspace) -> Iterator[str]:
    """Files of void numbers: people must not send them."""
    for entry in entries:
        if entry.particulars.file and (loaded.workspace.root / entry.particulars.file).exists():
            yield entry.particulars.file


def replace_one(
    session: Session,
    name: str,
    kind: str | None,
    unit: str | None,
    year: int | None,
    term: str | None,
    day: str | None,
    by: str | None,
    reason: str,
) -> int:
    """Writes: the database."""
    from generator.pipeline.numbering_find import found, place_of
    from generator.pipeline.numbering_replace import replaced

    on = day_of_option(day, "--date")
    loaded = loaded_workspace(session)
    with opened(loaded, term) as register:
        (entry,) = found(register, [name], narrowed(loaded, kind, unit, year, term))
        new = replaced(register, entry, acting(by, reason), on)
    words = _("{old}: đã hủy: {reason}; số mới của văn bản là {new}, làm lại bằng “vanthu render”")
    click.echo(words.format(old=called(entry), reason=reason.strip(), new=called(new)))
    for file in _files([entry], loaded):
        click.echo(_("  tệp vẫn còn: {file}").format(file=file))
    assert place_of(new) != place_of(entry)
    return DONE
