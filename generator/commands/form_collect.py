"""`vanthu form collect`: the forms that came back, read from a folder into the workspace.

It reads no workbook and decides nothing: `pipeline.collection_collect` does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _, mark

if TYPE_CHECKING:
    from datetime import date

    from generator.pipeline.collection_collect import Collected

_SHOWN = 12
_LINES = (
    ("new", mark("Mới lấy: {count} đơn vị.")),
    ("replaced", mark("Thay bằng tệp mới hơn: {count} đơn vị.")),
    ("unchanged", mark("Đã thu từ trước, không đổi: {count} đơn vị.")),
    ("older", mark("Tệp không mới hơn số liệu đã thu: {count} đơn vị.")),
    ("kept", mark("Giữ số liệu đã sửa bằng tay: {count} đơn vị: {units}.")),
    ("unreadable", mark("Tệp trả lời đang giữ không đọc được, chưa thay: {count} đơn vị: {units}.")),
    ("faulty", mark("Chưa lấy vì có lỗi: {count} đơn vị: {units}.")),
    ("blank", mark("Biểu còn trống: {count} đơn vị: {units}.")),
)


@click.command(help=_("Nhận biểu số liệu các đơn vị gửi về: đọc mọi tệp .xlsx trong thư mục, tên tệp gì cũng được."))
@click.argument("folder", metavar=_("THƯ_MỤC"), type=click.Path(path_type=Path))
@click.argument("plan", metavar=_("[KẾ_HOẠCH]"), required=False, type=click.Path(path_type=Path))
@click.option("--phase", type=click.IntRange(1), metavar="N", required=True, help=_("Biểu của đợt nào."))
@click.option("--by", metavar=_("TÊN"), help=_("Ai thu (mặc định: tên đăng nhập của máy); ghi vào tệp trả lời."))
@click.option("--received", metavar=_("NGÀY"), help=_("Ngày các biểu này gửi đến (mặc định: ngày đơn vị lưu tệp)."))
@click.option("--partly", is_flag=True, help=_("Lấy các ô đúng của biểu có lỗi; ô lỗi tính là chưa báo cáo."))
@click.option("--overwrite", is_flag=True, help=_("Tệp mới hơn thay cả số liệu đã sửa bằng tay."))
@click.option("--dry-run", is_flag=True, help=_("Chỉ xem, không ghi gì."))
@click.pass_obj
def collect(
    session: Session,
    folder: Path,
    plan: Path | None,
    phase: int,
    by: str | None,
    received: str | None,
    partly: bool,
    overwrite: bool,
    dry_run: bool,
) -> int:
    from generator.commands.number_act import acting
    from generator.commands.plan_of_figures import opened
    from generator.pipeline.collection_collect import Options
    from generator.pipeline.collection_collect import collect as collected
    from generator.reporters.text import print_diagnostics
    from generator.vietnamese import clock

    options = Options(
        at=clock.now(),
        by=acting(by).who,
        answered_on=_day(received),
        is_partly=partly,
        overwrites=overwrite,
        is_rehearsal=dry_run,
    )
    loaded, read = opened(session, plan)
    result = collected(loaded, read, phase, folder, options)
    print_diagnostics(result.diagnostics)
    if not session.quiet:
        _tell(result, dry_run=dry_run)
    return FINDINGS if result.has_errors else DONE


def _day(typed: str | None) -> date | None:
    from generator.vietnamese.dates import DateError, parse_date

    try:
        return None if typed is None else parse_date(typed)
    except DateError as error:
        raise click.UsageError(f"--received: {error}") from None


def _tell(result: Collected, *, dry_run: bool) -> None:
    from generator.reporters.text import shown

    click.echo(_("Đã đọc {count} tệp .xlsx.").format(count=result.files))
    for outcome, line in _LINES:
        units = next((units for key, units in result.units.items() if key == outcome), ())
        if units:
            click.echo(_(line).format(count=len(units), units=_listed(units)))
    if result.missing:
        count, asked = len(result.missing), len(result.asked)
        line = _("Chưa có số liệu của {count} trên {asked} đơn vị: {units}.")
        click.echo(line.format(count=count, asked=asked, units=_listed(result.missing)))
    if dry_run:
        click.echo(_("Chưa ghi gì (--dry-run)."))
    elif any(key in ("new", "replaced") for key in result.units):
        click.echo(_("Số liệu nằm ở {folder}").format(folder=shown(result.folder)))


def _listed(units: tuple[str, ...]) -> str:
    rest = len(units) - _SHOWN
    return ", ".join(units[:_SHOWN]) + (_(" và {count} đơn vị nữa").format(count=rest) if rest > 0 else "")
