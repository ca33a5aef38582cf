"""`vanthu status --done` and `--undo`: one thing of one plan marked, and said.

What may be marked, and how the file is changed, is not decided here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.status import load
from generator.messages import _

if TYPE_CHECKING:
    from generator.commands.main import Session
    from generator.pipeline.accomplish import Asked
    from generator.pipeline.status import View
    from generator.sources.loaded import LoadedWorkspace


def set_done(
    session: Session,
    plans: tuple[Path, ...],
    units: tuple[str, ...],
    view: View,
    *,
    done: str | None,
    undo: str | None,
    note: str,
) -> None:
    """Writes: the plan's progress file."""
    loaded, paths = load(session, plans)
    if len(paths) != 1:
        names = ", ".join(each.name for each in paths)
        raise click.UsageError(_("chỉ ra một kế hoạch: {names}").format(names=names))
    units = tuple(dict.fromkeys(units))
    if done is not None:
        marked = _mark_done(paths[0], loaded, done, units, view, note)
        said = _("Đã ghi xong: {due}, {units}, ngày {day}")
    else:
        from generator.pipeline.accomplish import mark_undone
        from generator.pipeline.progress import progress_file

        marked = mark_undone(progress_file(paths[0], loaded.workspace), undo or "", units)
        said = _("Đã bỏ ghi xong: {due}, {units}")
    if not session.quiet:
        from generator.pipeline.accomplish import named

        click.echo(said.format(due=done or undo, units=named(marked), day=f"{view.today:%d/%m/%Y}"))


def _mark_done(
    path: Path, loaded: LoadedWorkspace, due: str, units: tuple[str, ...], view: View, note: str
) -> tuple[str, ...]:
    """The units that have done it: those named, or the only one that owes it."""
    from generator.pipeline.accomplish import mark_done, only_unit
    from generator.pipeline.progress import asked_by, owing_of, progress_file
    from generator.sources.load import load_plan
    from generator.sources.progress_text import plain
    from generator.vietnamese import clock

    if view.today > clock.today():
        raise click.UsageError(_("ngày {day} còn chưa đến").format(day=f"{view.today:%d/%m/%Y}"))
    owing = owing_of(loaded)
    for each in units:
        if each != owing.office:
            loaded.unit(each)
    asked = asked_by(path, load_plan(path, loaded).plan, owing, view.today)
    only = only_unit(asked, due)
    if not units and only is None:
        raise click.UsageError(_which(asked, due))
    chosen = units or (only or "",)
    mark_done(progress_file(path, loaded.workspace), asked, due, chosen, view.today, plain(note))
    return chosen


def _which(asked: Asked, due: str) -> str:
    from itertools import islice

    from generator.pipeline.accomplish import named

    members = (unit for who in asked.whos(due) for unit in asked.owing.units(who))
    some = dict.fromkeys(islice(members, 100))
    return _("nhiều đơn vị làm việc “{due}”: thêm --unit MÃ ({units})").format(due=due, units=named(some))
