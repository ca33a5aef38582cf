"""`vanthu form status`: who has answered a phase's form, who is late, whom to ask first; on the terminal and as a page.

It counts nothing, and draws no page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from datetime import date

    from generator.commands.main import Session
    from generator.pipeline.collection_status import CollectionStatus
    from generator.reporters.figures_html import Page, Row
    from generator.sources.loaded import LoadedPlan, LoadedWorkspace

_TOLD = "data/figure-not-reported"
"""What was left blank stands beside the unit."""
_FAR = 100_000
"""More days than any answer is late."""


@click.command("status", help=_("Ai đã gửi biểu số liệu, ai trễ, ai chưa; --html: một trang có bảng và biểu đồ."))
@click.argument("plan", metavar=_("[KẾ_HOẠCH]"), required=False, type=click.Path(path_type=Path))
@click.option("--phase", type=click.IntRange(1), required=True, metavar="N", help=_("Biểu của đợt nào."))
@click.option("--on", "day", metavar=_("NGÀY"), help=_("Xem như hôm đó (mặc định: hôm nay)."))
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), metavar=_("TỆP"), help=_("Ghi thành một trang.")
)
@click.pass_obj
def status(session: Session, plan: Path | None, phase: int, day: str | None, html: Path | None) -> None:
    from generator.commands.form_status_table import tell
    from generator.pipeline.collection_status import survey
    from generator.pipeline.figures_of import figures_of
    from generator.reporters.text import print_diagnostics
    from generator.vietnamese import clock

    today = _day(day) or clock.today()
    loaded, read = _open(session, plan)
    counted = figures_of(loaded, read, phase, today)
    seen = survey(counted.figures, today)
    tell(seen, read, quiet=session.quiet)
    if html is not None:
        _write(html, seen, loaded, read, quiet=session.quiet)
    print_diagnostics(each for each in counted.diagnostics if each.code != _TOLD)


def _day(typed: str | None) -> date | None:
    from generator.vietnamese.dates import DateError, parse_date

    try:
        return None if typed is None else parse_date(typed)
    except DateError as error:
        raise click.UsageError(f"--on: {error}") from None


def _open(session: Session, path: Path | None) -> tuple[LoadedWorkspace, LoadedPlan]:
    """The plan that was named, or the only one there is."""
    from generator.sources.load import open_plan
    from generator.workspace import open_workspace

    workspace = open_workspace(session.workspace)
    if path is None:
        there = workspace.plan_files()
        if len(there) != 1:
            names = ", ".join(each.name for each in there) or _("chưa có kế hoạch nào")
            raise click.UsageError(_("chỉ ra một kế hoạch: {names}").format(names=names))
        (path,) = there
    return open_plan(workspace, path, one_by_one=True)


def _write(file: Path, seen: CollectionStatus, loaded: LoadedWorkspace, plan: LoadedPlan, *, quiet: bool) -> None:
    """Writes: the page."""
    from generator.reporters.figures_html import page
    from generator.reporters.text import shown
    from generator.workspace import write_all_whole

    write_all_whole({file: page(_page(seen, loaded, plan)).encode()})
    if not quiet:
        click.echo(_("Đã ghi {file}").format(file=shown(file)))


def _page(seen: CollectionStatus, loaded: LoadedWorkspace, plan: LoadedPlan) -> Page:
    from generator.commands.form_status_table import days_in_words
    from generator.reporters.figures_html import Page

    office = loaded.office_file.office.name
    return Page(seen.figures, office, plan.plan.subject, days_in_words(seen), tuple(_rows(seen)))


def _rows(seen: CollectionStatus) -> Iterator[Row]:
    """In the order of the table on the terminal; sorted by standing, then by how late."""
    from generator.commands.form_status_table import blanks, standing_in_words
    from generator.pipeline.collection_status import ORDER
    from generator.reporters.figures_html import Row

    for rank, standing in enumerate(ORDER):
        for line in seen.missing if standing is ORDER[0] else seen.of(standing):
            on = line.unit.answered_on
            day = f"{on:%d/%m/%Y}" if on else ""
            yield Row(line.unit, standing_in_words(line), day, rank * _FAR - line.days, blanks(line, seen))
