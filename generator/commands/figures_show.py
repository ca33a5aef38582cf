"""`vanthu figures show`: the totals of a phase in a table, who has not answered, and what is wrong with the answers.

It counts nothing: `pipeline.figures_of` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _

if TYPE_CHECKING:
    from generator.model.figures import PhaseFigures, Total

_SHOWN = 12


@click.command(help=_("Bảng tổng hợp của một đợt: đợt này, đợt trước, lũy kế, so với chỉ tiêu giao."))
@click.argument("plan", metavar=_("[KẾ_HOẠCH]"), required=False, type=click.Path(path_type=Path))
@click.option("--phase", type=click.IntRange(1), metavar="N", required=True, help=_("Đợt nào."))
@click.pass_obj
def show(session: Session, plan: Path | None, phase: int) -> int:
    from generator.commands.number_table import print_table
    from generator.commands.plan_of_figures import opened
    from generator.pipeline.figures_of import figures_of
    from generator.reporters.text import print_diagnostics
    from generator.vietnamese import clock

    loaded, read = opened(session, plan)
    counted = figures_of(loaded, read, phase, clock.today())
    if counted.errors:
        told = _("Số liệu đợt {phase} còn {count} lỗi, kể dưới bảng: các số này chưa dùng được.")
        click.echo(told.format(phase=phase, count=len(counted.errors)))
    print_table(_titles(counted.figures), _rows(counted.figures))
    if not session.quiet:
        for line in _standings(counted.figures):
            click.echo(line)
    print_diagnostics(counted.diagnostics)
    return FINDINGS if counted.errors else DONE


def _titles(figures: PhaseFigures) -> tuple[str, ...]:
    return (
        _("Chỉ tiêu"),
        _("Mã"),
        _("Đơn vị tính"),
        _("Đợt {phase}").format(phase=figures.phase),
        _("Đợt trước"),
        _("Lũy kế"),
        _("Chỉ tiêu giao"),
        _("Đạt"),
        _("Trả lời"),
    )


def _rows(figures: PhaseFigures) -> Iterator[tuple[str, ...]]:
    for code, total in figures.totals.items():
        yield (total.indicator.name, code, total.indicator.unit, *_amounts(total), f"{total.answered}/{total.asked}")


def _amounts(total: Total) -> Iterator[str]:
    yield _written(total.amount, total.is_approximate)
    yield _written(total.previous, total.is_previous_approximate)
    yield _written(total.cumulative, total.is_cumulative_approximate)
    yield _written(total.target)
    yield _written(total.achieved) + "%" if total.achieved is not None else ""


def _written(amount: Decimal | None, is_approximate: bool = False) -> str:
    """Blank where nobody has said anything: that is no zero."""
    from generator.figures.trace_words import amount_text

    return "" if amount is None else amount_text(amount, is_approximate)


def _standings(figures: PhaseFigures) -> Iterator[str]:
    from generator.model.figures import Standing

    missing, late = figures.of(Standing.MISSING), figures.of(Standing.LATE)
    exempt = figures.of(Standing.NOT_APPLICABLE)
    counts = _("{answered} trên {asked} đơn vị đã trả lời, {late} trễ hạn.")
    yield counts.format(answered=len(figures.units) - len(missing), asked=len(figures.units), late=len(late))
    for line, units in ((_("Chưa báo cáo: {names}."), missing), (_("Không có việc này: {names}."), exempt)):
        names = [unit.name for unit in units]
        if names:
            yield line.format(names="; ".join(names[:_SHOWN]) + ("; …" if names[_SHOWN:] else ""))
    if figures.is_sample:
        yield _("Số liệu mẫu, chỉ để minh họa.")
