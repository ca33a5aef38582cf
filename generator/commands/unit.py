"""`vanthu unit`: the units of the roster: listed, shown, made, and written as a table.

What each of these does stands in modules of their own beside this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from generator.commands.main import Session
    from generator.model.organization import Unit
    from generator.sources.load import LoadedWorkspace

Row = tuple[str, ...]
_SIDES = ("party", "state")
_LEVELS = ("central", "province", "district", "commune", "grassroots", "cell", "congress")
_MEASURED = 2_000
"""Rows that the widths of the columns are taken from; a longer list is not held for its looks."""


_NAMED = 12


@click.group(help=_("Các đơn vị: danh sách, bảng, hồ sơ riêng, và mỗi giá trị lấy từ đâu."))
def unit() -> None:
    pass


@unit.command("list", help=_("Mọi đơn vị trong danh sách (units.yaml, units.xlsx hay units.csv)."))
@click.pass_obj
def list_units(session: Session) -> None:
    loaded = _load(session)
    roster = loaded.roster
    if not roster.count:
        click.echo(_("Chưa có đơn vị nào; khai từng đơn vị trong {file}.").format(file=roster.file))
        return
    titles = (_("Mã"), _("Tên"), _("Khối"), _("Cấp"), _("Ký hiệu"), _("Người ký"))
    unfilled: list[str] = []
    _print(chain([titles], (_row(one, unfilled) for one in roster.units())))
    for group in roster.groups:
        count = roster.count_of(group)
        click.echo(_("Nhóm {id}: {name} ({count} đơn vị)").format(id=group.id, name=group.name, count=count))
    if unfilled:
        shown = ", ".join(unfilled[:_NAMED]) + (", …" if len(unfilled) > _NAMED else "")
        click.echo(_("Còn chỗ ‹…› chưa điền: {ids}. Văn bản chưa làm được trước khi điền.").format(ids=shown))


@unit.command("show", help=_("Từng giá trị của một đơn vị và nơi nó được ghi."))
@click.argument("unit_id", metavar=_("MÃ"))
@click.pass_obj
def show(session: Session, unit_id: str) -> None:
    from generator.commands.unit_show import show_unit

    show_unit(session, unit_id)


@unit.command("new", help=_("Tạo hồ sơ riêng của một đơn vị, và thêm đơn vị vào danh sách nếu chưa có."))
@click.argument("unit_id", metavar=_("MÃ"))
@click.option("--name", metavar=_("TÊN"), help=_("Tên đầy đủ, như viết trong câu."))
@click.option("--parent", metavar=_("MÃ"), help=_("Đơn vị cấp trên."))
@click.option("--side", type=click.Choice(_SIDES), help=_("Khối (mặc định: như cấp trên)."))
@click.option("--level", type=click.Choice(_LEVELS), help=_("Cấp."))
@click.option("--symbol", metavar=_("KÝ_HIỆU"), help=_("Ký hiệu trong số văn bản."))
@click.option("--place", metavar=_("ĐỊA_DANH"), help=_("Địa danh trước ngày, tháng, năm."))
@click.option("--archive", metavar=_("NƠI_LƯU"), help=_("In sau chữ “Lưu”."))
@click.pass_obj
def new(session: Session, /, unit_id: str, **said: str | None) -> None:
    from generator.commands.unit_new import new_unit

    new_unit(session, unit_id, {field: value for field, value in said.items() if value is not None})


@unit.command("table", help=_("Ghi danh sách đơn vị thành bảng để điền bằng Excel hay LibreOffice."))
@click.option(
    "-o",
    "--output",
    metavar=_("TỆP"),
    type=click.Path(path_type=Path),
    required=True,
    help=_("Tệp .xlsx hoặc .csv."),
)
@click.option("--overwrite", is_flag=True, help=_("Thay tệp đã có."))
@click.pass_obj
def table(session: Session, output: Path, overwrite: bool) -> None:
    from generator.commands.unit_table import write_table

    write_table(session, output, overwrite=overwrite)


def _load(session: Session) -> LoadedWorkspace:
    from generator.sources.load import load_workspace
    from generator.workspace import open_workspace

    return load_workspace(open_workspace(session.workspace), unfilled=True)


def _row(one: Unit, unfilled: list[str]) -> Row:
    """`unfilled` gains the unit where it has places that are still to be filled in."""
    from generator.sources.checks import has_placeholder
    from generator.sources.columns import UNIT_COLUMNS, offered_word

    if len(unfilled) <= _NAMED and has_placeholder(one.model_dump_json()):
        unfilled.append(one.id)
    side = offered_word(one.side.value, UNIT_COLUMNS["side"])
    level = offered_word(one.level.value, UNIT_COLUMNS["level"]) if one.level else ""
    signer = (one.signers[0].name if one.signers else "") or _("để trống")
    return one.id, one.name, side, level, one.symbol, signer


def _print(rows: Iterable[Row]) -> None:
    """Columns as wide as their widest entry among the first; the last one ends where it ends."""
    rest: Iterator[Row] = iter(rows)
    first: Sequence[Row] = [*islice(rest, _MEASURED)]
    widths = [max(map(len, column)) for column in zip(*first, strict=True)]
    for row in chain(first, rest):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())
