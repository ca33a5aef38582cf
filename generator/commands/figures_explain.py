"""`vanthu figures explain`: one figure, how it was made, and every unit's value behind it with its file and line.

It counts nothing: `figures.trace` says what stands behind.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.figures.trace import Behind, Trace
    from generator.model.indicator import Indicator
    from generator.pipeline.figures_of import Counted
    from generator.workspace import Workspace


@click.command(help=_("Một số từ đâu ra: cách tính và số của từng đơn vị, ở tệp nào, dòng nào."))
@click.argument("code", metavar=_("CHỈ_TIÊU"))
@click.argument("plan", metavar=_("[KẾ_HOẠCH]"), required=False, type=click.Path(path_type=Path))
@click.option("--phase", type=click.IntRange(1), metavar="N", required=True, help=_("Đợt nào."))
@click.option("--unit", "units", metavar="ID", multiple=True, help=_("Chỉ đơn vị này; lặp lại được."))
@click.pass_obj
def explain(session: Session, code: str, plan: Path | None, phase: int, units: tuple[str, ...]) -> int:
    from generator.commands.plan_of_figures import opened
    from generator.pipeline.figures_of import figures_of
    from generator.reporters.text import print_diagnostics
    from generator.vietnamese import clock

    loaded, read = opened(session, plan)
    for unit in units:
        loaded.unit(unit)
    counted = figures_of(loaded, read, phase, clock.today())
    trace = _trace(code, counted, loaded.indicators)
    if counted.errors:
        told = _("Số liệu đợt {phase} còn {count} lỗi, kể ở cuối: số này chưa dùng được.")
        click.echo(told.format(phase=phase, count=len(counted.errors)))
    _tell(trace)
    _tell_units(trace, units, loaded.workspace)
    print_diagnostics(counted.errors)
    return FINDINGS if counted.errors else DONE


def _trace(code: str, counted: Counted, catalogue: Mapping[str, Indicator]) -> Trace:
    from generator.figures.trace import explain as explained
    from generator.vietnamese.unicode import nearest

    figures, answers = counted.figures, counted.answers
    if code not in figures.totals:
        near = nearest(code, figures.totals)
        known = _("có phải là {name}?").format(name=near) if near else ", ".join(figures.totals)
        message = _("biểu của đợt {phase} không hỏi “{code}”: {known}")
        raise click.UsageError(message.format(phase=figures.phase, code=code, known=known))
    records = {unit: answer.record for unit, answer in answers.by_unit.items()}
    return explained(code, figures, counted.earlier, records, answers.faulty, catalogue, answers.where)


def _tell(trace: Trace) -> None:
    from generator.figures.trace_words import shown

    indicator = trace.total.indicator
    head = _("{name} ({code}), đợt {phase}: {amount}")
    click.echo(
        head.format(
            name=indicator.name,
            code=indicator.code,
            phase=trace.figures.phase,
            amount=shown(trace.total.amount, indicator, trace.total.is_approximate),
        )
    )
    for line in trace.words:
        click.echo(f"  {line}")


def _tell_units(trace: Trace, units: Sequence[str], workspace: Workspace) -> None:
    from generator.commands.number_table import print_table

    counted = [each for each in trace.counted if not units or each.unit in units]
    left_out = [each for each in trace.left_out if not units or each.unit in units]
    if counted:
        click.echo()
        titles = (_("Đơn vị"), _("Số"), _("Ở đâu"), _("Ghi chú"))
        print_table(titles, ((each.name, each.shown, _place(each, workspace), each.why) for each in counted))
    if left_out:
        click.echo()
        without = (_("Đơn vị không có số"), _("Vì sao"), _("Ở đâu"))
        print_table(without, ((each.name, each.why, _place(each, workspace)) for each in left_out))
    if trace.not_asked and not units:
        click.echo()
        click.echo(_("Biểu không hỏi chỉ tiêu này: {count} đơn vị.").format(count=trace.not_asked))


def _place(behind: Behind, workspace: Workspace) -> str:
    """File and line, from the folder of the workspace."""
    where = behind.where
    if where is None or where.file is None:
        return ""
    file = where.file
    if file.is_relative_to(workspace.root):
        file = file.relative_to(workspace.root)
    return f"{file.as_posix()}:{where.line}" if where.line else file.as_posix()
