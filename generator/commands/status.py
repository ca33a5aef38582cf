"""`vanthu status`: what of a plan is overdue, due, to come and done, unit by unit; and its days as a calendar file.

How things are marked as done stands in `status_done`, how the table looks in `status_table`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from generator.commands.main import Session
    from generator.diagnostics import Diagnostic
    from generator.model.plan import Plan
    from generator.pipeline.deadlines import Due
    from generator.pipeline.status import Line, View
    from generator.sources.loaded import LoadedWorkspace

DONE, FINDINGS = 0, 1


@dataclass(frozen=True, slots=True)
class Look:
    """One plan as it stands on a day."""

    path: Path
    plan: Plan
    lines: Sequence[Line]
    findings: Sequence[Diagnostic]


@click.command(help=_("Việc của kế hoạch: quá hạn, đến hạn, còn sau, đã xong (mặc định: mọi kế hoạch)."))
@click.argument("plans", metavar=_("[KẾ_HOẠCH]..."), nargs=-1, type=click.Path(path_type=Path))
@click.option("--unit", "units", metavar="ID", multiple=True, help=_("Chỉ việc của đơn vị này; lặp lại được."))
@click.option("--on", "day", metavar=_("NGÀY"), help=_("Xem như hôm đó, hoặc ngày làm xong (mặc định: hôm nay)."))
@click.option("--within", type=click.IntRange(0, 3660), default=7, help=_("Bao nhiêu ngày tới thì gọi là đến hạn."))
@click.option("--all", "with_all", is_flag=True, help=_("Kể từng đơn vị của nhóm và mọi kỳ của việc lặp lại."))
@click.option("--done", metavar=_("MÃ"), help=_("Ghi việc mang mã này là đã xong."))
@click.option("--undo", metavar=_("MÃ"), help=_("Bỏ ghi là đã xong."))
@click.option("--note", metavar=_("LỜI"), help=_("Ghi chú đi cùng --done."))
@click.option(
    "--ics", metavar=_("TỆP"), type=click.Path(path_type=Path), help=_("Ghi các ngày hẹn thành tệp lịch .ics.")
)
@click.pass_obj
def status(
    session: Session,
    plans: tuple[Path, ...],
    units: tuple[str, ...],
    day: str | None,
    within: int,
    with_all: bool,
    done: str | None,
    undo: str | None,
    note: str | None,
    ics: Path | None,
) -> int:
    from generator.pipeline.status import View
    from generator.vietnamese import clock

    if sum(each is not None for each in (done, undo, ics)) > 1:
        raise click.UsageError(_("--done, --undo và --ics không dùng cùng nhau"))
    if note is not None and done is None:
        raise click.UsageError(_("--note chỉ dùng cùng --done"))
    view = View(_day(day) or clock.today(), within)
    if done is not None or undo is not None:
        from generator.commands.status_done import set_done

        set_done(session, plans, units, view, done=done, undo=undo, note=note or "")
        return DONE
    return _show(session, plans, units, view, with_all=with_all, ics=ics)


def load(session: Session, plans: tuple[Path, ...]) -> tuple[LoadedWorkspace, tuple[Path, ...]]:
    """The workspace, and the plans that were named or all of them."""
    from generator.sources.load import load_workspace
    from generator.workspace import open_workspace

    loaded = load_workspace(open_workspace(session.workspace))
    return loaded, plans or loaded.workspace.plan_files()


def _day(typed: str | None) -> date | None:
    from generator.vietnamese.dates import DateError, parse_date

    try:
        return None if typed is None else parse_date(typed)
    except DateError as error:
        raise click.UsageError(f"--on: {error}") from None


def _show(
    session: Session, plans: tuple[Path, ...], units: tuple[str, ...], view: View, *, with_all: bool, ics: Path | None
) -> int:
    from generator.commands.status_table import tell, tell_all
    from generator.diagnostics import Faulty
    from generator.pipeline.progress import without_plan
    from generator.reporters.text import print_diagnostics

    loaded, paths = load(session, plans)
    for each in units:
        if each != loaded.office_file.office.id:
            loaded.unit(each)
    looks: list[Look] = []
    faults: list[Faulty] = []
    for path in paths:
        try:
            looks.append(_look(path, loaded, units, view))
        except Faulty as faulty:
            print_diagnostics(faulty.diagnostics)
            faults.append(faulty)
    if ics is not None and faults:
        pass  # a calendar with half of the days would be believed
    elif ics is not None:
        _write_calendar(ics, looks, loaded, session)
    elif not paths:
        click.echo(_("Chưa có kế hoạch nào trong {folder}.").format(folder=loaded.workspace.plans))
    else:
        for number, look in enumerate(looks):
            if number and not session.quiet:
                click.echo()
            tell(look, loaded, view, with_all=with_all, quiet=session.quiet, whole=session.verbose)
        if len(looks) > 1:
            tell_all(looks)
    print_diagnostics(finding for look in looks for finding in look.findings)
    print_diagnostics(without_plan(loaded.workspace) if not plans else ())
    return FINDINGS if faults else DONE


def _look(path: Path, loaded: LoadedWorkspace, units: tuple[str, ...], view: View) -> Look:
    """Faulty with the faults of the plan, or of its progress file."""
    from generator.diagnostics import Faulty, Severity
    from generator.pipeline.collection_reports import answered_reports
    from generator.pipeline.deadlines import dues
    from generator.pipeline.progress import checked, owing_of
    from generator.pipeline.status import of_units, survey
    from generator.sources.load import load_plan

    read = load_plan(path, loaded)
    progress, findings = checked(path, read.plan, loaded, view.today)
    if any(each.severity is Severity.ERROR for each in findings):
        raise Faulty(findings)
    found: Iterable[Due] = dues(read.plan, today=view.today)
    done = {**answered_reports(found, read, loaded, view.today), **progress.done}
    if units:
        found = of_units(found, owing_of(loaded), units)
    return Look(path, read.plan, survey(found, owing_of(loaded), done, view), findings)


def _write_calendar(file: Path, looks: Sequence[Look], loaded: LoadedWorkspace, session: Session) -> None:
    from generator.commands.status_calendar import entries
    from generator.reporters.calendar_file import calendar_file
    from generator.reporters.text import shown
    from generator.workspace import write_all_whole

    found = [entry for look in looks for entry in entries(look, loaded)]
    name = _("Hạn việc: {office}").format(office=loaded.office_file.office.name)
    write_all_whole({file: calendar_file(name, found)})
    if not session.quiet:
        click.echo(_("Đã ghi {count} ngày hẹn vào {file}").format(count=len(found), file=shown(file)))
