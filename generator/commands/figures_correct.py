"""`vanthu figures correct`: one figure, or one answer in words, of one unit set right in its file.

What may be corrected, and how the file is changed, is not decided here.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _


@click.command(
    help=_("Sửa một số (hay một câu trả lời) của một đơn vị; ai sửa, lúc nào, vì sao được ghi vào tệp trả lời."),
    context_settings={"ignore_unknown_options": True},
)
@click.argument("unit", metavar=_("ĐƠN_VỊ"))
@click.argument("code", metavar=_("CHỈ_TIÊU"))
@click.argument("value", metavar=_("SỐ"))
@click.argument("plan", metavar=_("[KẾ_HOẠCH]"), required=False, type=click.Path(path_type=Path))
@click.option("--phase", type=click.IntRange(1), metavar="N", required=True, help=_("Đợt nào."))
@click.option("--reason", metavar=_("LÝ_DO"), required=True, help=_("Vì sao sửa, ghi vào tệp trả lời."))
@click.option("--by", metavar=_("TÊN"), help=_("Ai sửa (mặc định: tên đăng nhập của máy)."))
@click.pass_obj
def correct(
    session: Session, unit: str, code: str, value: str, plan: Path | None, phase: int, reason: str, by: str | None
) -> int:
    from generator.commands.number_act import acting
    from generator.commands.plan_of_figures import opened
    from generator.diagnostics import Severity
    from generator.pipeline.figures_correct import Wish
    from generator.pipeline.figures_correct import correct as corrected
    from generator.reporters.text import print_diagnostics
    from generator.vietnamese import clock
    from generator.vietnamese.unicode import printable

    who = acting(by).who
    if not reason.strip():
        raise click.UsageError(_("--reason để trống: ghi vì sao sửa"))
    loaded, read = opened(session, plan)
    done = corrected(loaded, read, phase, Wish(unit, code, value, reason, who, clock.now()))
    if not session.quiet:
        was = done.was or _("để trống")
        said = _("Đã sửa {code} của {unit}, đợt {phase}: {was} → {now}.")
        click.echo(printable(said.format(code=code, unit=unit, phase=phase, was=was, now=done.now)))
    print_diagnostics(done.diagnostics)
    return FINDINGS if any(each.severity is Severity.ERROR for each in done.diagnostics) else DONE
