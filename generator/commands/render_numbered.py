"""`vanthu render` where the register has, or is to have, the documents' numbers.

What it does stands in `pipeline.numbering_render`; here it is led through and told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.commands.number_act import acting, opened
from generator.commands.render import Asked, made, printed, tell
from generator.messages import _

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pipeline.numbering_render import Item
    from generator.sources.loaded import LoadedPlan, LoadedWorkspace


def render_numbered(session: Session, loaded: LoadedWorkspace, plan: LoadedPlan, asked: Asked) -> int:
    from generator.pipeline.numbering_render import new_counter

    with opened(loaded) as register:
        counter = new_counter(register, loaded, plan, acting(asked.by))
        items = counter.items(asked.wish, reserve=asked.with_number)
        if not session.quiet:
            for text in counter.broken_off(items):
                click.echo(text)
        jobs = [item.job for item in items]
        try:
            results = made(session, jobs)
            if results is None:
                counter.give_back(_("văn bản có lỗi, không làm được"))
                return FINDINGS
            files = counter.write(items, results, overwrite=asked.overwrite)
        except BaseException:
            counter.give_back(_("không làm được văn bản"))
            raise
    tell(session, jobs, files, loaded, plan)
    if not session.quiet:
        _tell_numbers(items, files)
    return printed(session, files) if asked.with_pdf else DONE


def spare_issued(loaded: LoadedWorkspace, targets: Sequence[Path]) -> None:
    """A draft does not take the place of what was issued."""
    from generator.pipeline.numbering_render import refuse_issued

    if any(target.exists() for target in targets):
        with opened(loaded) as register:
            refuse_issued(register, targets, loaded.workspace.root)


def _tell_numbers(items: Sequence[Item], files: Sequence[Path]) -> None:
    from generator.pipeline.numbering_lines import code_of
    from generator.register.records import State
    from generator.reporters.text import shown
    from generator.vietnamese.dates import short_date

    for item in items:
        entry, file = item.entry, item.job.target
        if entry is None:
            continue
        code = code_of(item.job)
        if entry.state is State.ISSUED:
            day = short_date(entry.particulars.issued_on) if entry.particulars.issued_on else "?"
            words = _("{file}: số {code} đã phát hành ngày {day}, lời văn không đổi")
            left = "" if file in files else _("; tệp giữ nguyên")
            click.echo(words.format(file=shown(file), code=code, day=day) + left)
        elif item.before is None:
            click.echo(_("{file}: lấy số {code} trong sổ").format(file=shown(file), code=code))
        else:
            click.echo(_("{file}: dùng số {code} đã giữ trong sổ").format(file=shown(file), code=code))
