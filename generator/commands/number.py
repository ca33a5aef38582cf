"""`vanthu number`: the register of numbers at the command line: taken, issued, void, replaced, listed, repaired.

What each of these does stands in modules of their own beside this one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.commands.kinds import KIND
from generator.commands.number_book import export, import_
from generator.messages import _

if TYPE_CHECKING:
    from generator.commands.main import Session

Command = TypeVar("Command", bound=Callable[..., Any])
_STATES = ("reserved", "issued", "void")


def _signed(command: Command) -> Command:
    """Who acts, and why: both go into the history of the register."""
    by = click.option("--by", metavar=_("TÊN"), help=_("Ai làm (mặc định: tên đăng nhập của máy); ghi vào sổ."))
    reason = click.option("--reason", metavar=_("LÝ_DO"), default="", help=_("Lý do, ghi vào sổ."))
    return by(reason(command))


def _narrowing(command: Command) -> Command:
    """Which of several numbers alike."""
    kind = click.option("--kind", metavar=_("LOẠI"), help=_("Loại văn bản: plan, KH, “công văn” …"))
    year = click.option("--year", type=click.IntRange(1945, 9999), metavar=_("NĂM"), help=_("Năm (Nhà nước)."))
    term = click.option("--term", metavar=_("TÊN"), help=_("Nhiệm kỳ hoặc đại hội, như khai ở register."))
    return kind(year(term(command)))


@click.group(help=_("Số văn bản và sổ văn bản đi: giữ, phát hành, hủy, thay, xem, xuất, nhập."))
def number() -> None:
    pass


@number.command(help=_("Giữ số cho văn bản của một kế hoạch; đã giữ rồi thì vẫn số đó."))
@click.argument("plan", metavar=_("KẾ_HOẠCH"), type=click.Path(path_type=Path))
@click.option(
    "--kind", "kinds", type=KIND, multiple=True, help=_("Loại văn bản (hay ký hiệu: KH, HD …); lặp lại được.")
)
@click.option("--unit", metavar="ID", help=_("Đơn vị ban hành, thay cho cơ quan."))
@click.option("--phase", type=click.IntRange(1), metavar="N", help=_("Báo cáo của đợt nào."))
@click.option("--copy", type=click.IntRange(1), metavar="N", help=_("Số của bản sao thứ N khai ở copies."))
@click.option("--date", "day", metavar=_("NGÀY"), help=_("Ngày văn bản, nếu kế hoạch không ghi."))
@_signed
@click.pass_obj
def reserve(session: Session, /, **options: Any) -> int:
    from generator.commands.number_take import reserve_numbers

    return reserve_numbers(session, **options)


@number.command(help=_("Bắt đầu dãy số từ một số khác 01, tiếp theo sổ giấy."))
@click.argument("first", metavar=_("SỐ"), type=click.IntRange(1))
@click.option("--kind", metavar=_("LOẠI"), required=True, help=_("Loại văn bản: plan, KH, “công văn” …"))
@click.option("--unit", metavar="ID", help=_("Đơn vị ban hành, thay cho cơ quan."))
@click.option("--date", "day", metavar=_("NGÀY"), help=_("Một ngày của nhiệm kỳ hay năm đó (mặc định: hôm nay)."))
@_signed
@click.pass_obj
def begin(session: Session, /, **options: Any) -> int:
    from generator.commands.number_take import begin_series

    return begin_series(session, **options)


@number.command(help=_("Phát hành: ghi ngày, người ký, tệp, nơi nhận vào sổ, sau khi soát."))
@click.argument("names", metavar=_("KẾ_HOẠCH|SỐ..."), nargs=-1, required=True)
@click.option("--unit", "units", metavar="ID|all", multiple=True, help=_("Đơn vị ban hành; lặp lại được, all: tất cả."))
@click.option("--date", "day", metavar=_("NGÀY"), help=_("Ngày ban hành (mặc định: ngày in trong văn bản)."))
@click.option("--file", type=click.Path(path_type=Path), help=_("Tệp đã ký, nếu không phải là tệp đã làm."))
@click.option("--copies", type=click.IntRange(0), metavar="N", help=_("Số lượng bản."))
@click.option("--signer", metavar="ID", help=_("Mã người ký."))
@_narrowing
@_signed
@click.pass_obj
def issue(session: Session, /, **options: Any) -> int:
    from generator.commands.number_end import issue_documents

    return issue_documents(session, **options)


@number.command(help=_("Hủy số: số ở lại trong sổ kèm lý do, không cấp lại."))
@click.argument("names", metavar=_("SỐ..."), nargs=-1, required=True)
@click.option("--unit", metavar="ID", help=_("Đơn vị ban hành."))
@_narrowing
@_signed
@click.pass_obj
def void(session: Session, /, **options: Any) -> int:
    from generator.commands.number_end import void_numbers

    return void_numbers(session, **options)


@number.command(help=_("Thay số: hủy số này kèm lý do, giữ số mới cho cùng văn bản."))
@click.argument("name", metavar=_("SỐ"))
@click.option("--unit", metavar="ID", help=_("Đơn vị ban hành."))
@click.option("--date", "day", metavar=_("NGÀY"), help=_("Ngày của văn bản mới (mặc định: hôm nay)."))
@_narrowing
@_signed
@click.pass_obj
def replace(session: Session, /, **options: Any) -> int:
    from generator.commands.number_end import replace_one

    return replace_one(session, **options)


@number.command("list", help=_("Các số trong sổ, mới nhất trước."))
@click.option("--unit", metavar="ID", help=_("Của đơn vị này."))
@click.option("--state", type=click.Choice(_STATES), help=_("Đã giữ, đã phát hành, hay đã hủy."))
@click.option("--from", "since", metavar=_("NGÀY"), help=_("Từ ngày ban hành này."))
@click.option("--to", "until", metavar=_("NGÀY"), help=_("Đến ngày ban hành này."))
@click.option("--limit", type=click.IntRange(1), default=30, metavar="N", help=_("Bao nhiêu số một trang."))
@click.option("--page", type=click.IntRange(1), default=1, metavar="N", help=_("Trang thứ mấy."))
@_narrowing
@click.pass_obj
def list_numbers(session: Session, /, **options: Any) -> int:
    from generator.commands.number_list import tell_numbers

    return tell_numbers(session, **options)


@number.command(help=_("Các số chưa phát hành, đã hủy hay khuyết, và lý do."))
@click.argument("numbers", metavar=_("[SỐ]..."), nargs=-1, type=click.IntRange(1))
@click.option("--unit", metavar="ID", help=_("Của đơn vị này."))
@click.option("--repair", "with_repair", is_flag=True, help=_("Làm cho xong các lượt bị dừng giữa chừng."))
@_narrowing
@_signed
@click.pass_obj
def gaps(session: Session, /, **options: Any) -> int:
    from generator.commands.number_list import tell_gaps

    return tell_gaps(session, **options)


@number.command(help=_("Nhận tệp sổ chép từ nơi khác làm sổ chính; sổ cũ không dùng nữa."))
@_signed
@click.pass_obj
def adopt(session: Session, /, **options: Any) -> int:
    from generator.commands.number_take import adopt_file

    return adopt_file(session, **options)


number.add_command(export)
number.add_command(import_)
