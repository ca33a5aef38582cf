"""`vanthu form status`: who has answered a phase's form, who is late, whom to ask first; on the terminal and as a page.

It counts nothing, and draws no page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _

if TYPE_CHECKING:
    from datetime import date

_TOLD = "data/figure-not-reported"
"""What was left blank stands beside the unit."""


@click.command("status", help=_("Ai đã gửi biểu số liệu, ai trễ, ai chưa; --html: một trang có bảng và biểu đồ."))
@click.argument("plan", metavar=_("[KẾ_HOẠCH]"), required=False, type=click.Path(path_type=Path))
@click.option("--phase", type=click.IntRange(1), required=True, metavar="N", help=_("Biểu của đợt nào."))
@click.option("--on", "day", metavar=_("NGÀY"), help=_("Xem như hôm đó (mặc định: hôm nay)."))
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), metavar=_("TỆP"), help=_("Ghi thành một trang.")
)
@click.option("--overwrite", is_flag=True, help=_("Với --html: thay cả tệp không phải là trang do lệnh này làm ra."))
@click.pass_obj
def status(session: Session, plan: Path | None, phase: int, day: str | None, html: Path | None, overwrite: bool) -> int:
    from generator.commands.form_status_page import refuse_other_files, write
    from generator.commands.form_status_table import tell
    from generator.commands.plan_of_figures import opened
    from generator.pipeline.collection_as_of import as_of
    from generator.pipeline.collection_rejected import rejected_in
    from generator.pipeline.collection_status import survey
    from generator.pipeline.figures_of import figures_of
    from generator.reporters.text import print_diagnostics
    from generator.vietnamese import clock

    if html is not None:
        refuse_other_files(html, overwrites=overwrite)
    on = _day(day)
    today = on or clock.today()
    loaded, read = opened(session, plan)
    counted = figures_of(loaded, read, phase, today)
    if on is not None:
        counted = as_of(counted, loaded, on)
    seen = survey(counted.figures, today, rejected_in(counted.answers.folder))
    tell(seen, read, quiet=session.quiet)
    if html is not None:
        write(html, seen, loaded, read, quiet=session.quiet)
    print_diagnostics(each for each in counted.diagnostics if each.code != _TOLD)
    return FINDINGS if counted.errors else DONE


def _day(typed: str | None) -> date | None:
    from generator.vietnamese.dates import DateError, parse_date

    try:
        return None if typed is None else parse_date(typed)
    except DateError as error:
        raise click.UsageError(f"--on: {error}") from None
