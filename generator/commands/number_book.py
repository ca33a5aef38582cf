"""`vanthu number export` and `import`: the book of outgoing documents as a file, and a book taken over.

What is doubtful about a book, `register` knows; how it is printed, `pipeline`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _

if TYPE_CHECKING:
    from datetime import date

    from generator.pipeline.book import Choice, Lines, Owner
    from generator.pipeline.book_import import Looked
    from generator.register.records import Act
    from generator.sources.loaded import LoadedWorkspace

_SUFFIXES = (".xlsx", ".docx")
_TABLES = (".xlsx", ".csv")


@click.command(help=_("Xuất sổ đăng ký văn bản đi: .xlsx để lưu và nhập lại, .docx để in."))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help=_("Tệp .xlsx hoặc .docx (mặc định: out/so-van-ban-di.xlsx)."),
)
@click.option("--kind", metavar=_("LOẠI"), help=_("Chỉ loại văn bản này: KH, BC, “công văn” …"))
@click.option("--year", type=click.IntRange(1945, 9999), metavar=_("NĂM"), help=_("Chỉ văn bản của năm này."))
@click.option("--term", metavar=_("TÊN"), help=_("Chỉ nhiệm kỳ hoặc đại hội này, như khai ở register."))
@click.option("--from", "since", metavar=_("NGÀY"), help=_("Từ ngày ban hành này."))
@click.option("--to", "until", metavar=_("NGÀY"), help=_("Đến ngày ban hành này."))
@click.option(
    "--unit", metavar="ID", help=_("Sổ của đơn vị này (mặc định: .docx là sổ của cơ quan, .xlsx là của tất cả).")
)
@click.option("--volume", type=click.IntRange(1), metavar="N", help=_("Quyển số, ghi ở bìa."))
@click.option("--with-secret", is_flag=True, help=_("Ghi cả trích yếu, nơi nhận của văn bản mật."))
@click.option("--overwrite", is_flag=True, help=_("Thay tệp đã có."))
@click.pass_obj
def export(
    session: Session,
    output: Path | None,
    kind: str | None,
    year: int | None,
    term: str | None,
    since: str | None,
    until: str | None,
    unit: str | None,
    volume: int | None,
    with_secret: bool,
    overwrite: bool,
) -> int:
    from generator.commands.number_act import from_option
    from generator.pipeline.book import Choice, owner_of, types_called
    from generator.register.clock import now
    from generator.sources.load import load_workspace
    from generator.workspace import open_workspace

    if year is not None and term is not None:
        raise click.UsageError(_("chỉ dùng một trong hai: --year (theo năm), --term (theo nhiệm kỳ)"))
    loaded = load_workspace(open_workspace(session.workspace))
    target = output or loaded.workspace.out / "so-van-ban-di.xlsx"
    if target.suffix.lower() not in _SUFFIXES:
        raise click.UsageError(_("-o cần một tệp .xlsx hoặc .docx, không phải {name}").format(name=target.name))
    with from_option("--unit"):
        owner = owner_of(loaded, unit, now().date())
    with from_option("--kind"):
        kinds = types_called(kind, owner.profile) if kind else ()
    is_whole = unit is None and target.suffix.lower() == ".xlsx"
    choice = Choice(
        issuer=None if is_whole else owner.unit.id,
        kinds=kinds,
        period=term,
        year=year,
        since=_day(since, "--from"),
        until=_day(until, "--to"),
        with_secret=with_secret,
    )
    return _export(session, loaded, owner, choice, target, volume, overwrite=overwrite)


def _day(text: str | None, option: str) -> date | None:
    from generator.vietnamese.dates import DateError, parse_date

    try:
        return parse_date(text) if text else None
    except DateError as error:
        raise click.UsageError(f"{option}: {error}") from error


def _export(
    session: Session,
    loaded: LoadedWorkspace,
    owner: Owner,
    choice: Choice,
    target: Path,
    volume: int | None,
    *,
    overwrite: bool,
) -> int:
    from generator.commands.number_act import opened
    from generator.pipeline.book import chosen, docx, xlsx
    from generator.pipeline.book_import import is_there
    from generator.register import sheet
    from generator.register.bringing import whole
    from generator.reporters.text import print_diagnostics, shown
    from generator.workspace import write_all_whole

    _refuse_to_replace(target, overwrite=overwrite)
    if not is_there(loaded):
        click.echo(
            _("Chưa có sổ: chưa số nào được cấp. Số đầu tiên lập sổ, hoặc nhập sổ cũ bằng “vanthu number import”.")
        )
        return FINDINGS
    with opened(loaded, choice.period) as register:
        lines = chosen(held := whole(register), choice)
    if not lines[0] and not lines[1]:
        click.echo(_("Không có số nào như đã chọn; xem sổ bằng “vanthu number list”."))
        return FINDINGS
    cover = sheet.cover(owner.unit.name, lines[0], volume)
    if target.suffix.lower() == ".docx":
        data, warnings = docx(owner, lines, cover)
        print_diagnostics(warnings)
    else:
        data = xlsx(lines, cover)
    write_all_whole({target: data})
    if not session.quiet:
        click.echo(_("Đã ghi {file}: {count} số.").format(file=shown(target), count=len(lines[0])))
        _say_what_is_left_out(held, choice)
    return DONE


def _refuse_to_replace(target: Path, *, overwrite: bool) -> None:
    from generator.errors import GeneratorError
    from generator.pipeline.finish import is_changed_by_hand
    from generator.reporters.text import shown

    is_ours = target.suffix.lower() == ".docx" and not is_changed_by_hand(target)
    if target.exists() and not overwrite and not is_ours:
        message = _("đã có {file}").format(file=shown(target))
        raise GeneratorError(message, _("chọn tên khác bằng -o, hoặc thêm --overwrite để thay"))


def _say_what_is_left_out(held: Lines, choice: Choice) -> None:
    from generator.register.sheet import is_secret

    own = [entry for entry in held[0] if choice.issuer in (None, entry.series.issuer)]
    if not choice.with_secret and (secret := sum(map(is_secret, own))):
        click.echo(
            _("Sổ có {count} văn bản mật: không ghi trích yếu và nơi nhận, dãy số mật riêng thì để ngoài.").format(
                count=secret
            )
        )
    others = {entry.series.issuer for entry in held[0]} - {choice.issuer}
    if choice.issuer and others:
        click.echo(_("Còn số của {count} đơn vị khác: xuất riêng với --unit.").format(count=len(others)))


@click.command("import", help=_("Nhập một sổ cũ (.xlsx, .csv), hoặc sổ đã xuất: kể điều cần xem trước khi nhập."))
@click.argument("file", metavar=_("TỆP"), type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--unit", metavar="ID", help=_("Sổ của đơn vị này (mặc định: của cơ quan)."))
@click.option("--dry-run", is_flag=True, help=_("Chỉ xem, không ghi gì."))
@click.option("--take", metavar=_("LÝ_DO"), help=_("Đã xem và vẫn nhập, vì lý do này; lý do vào sổ."))
@click.option("--by", metavar=_("TÊN"), help=_("Ai làm (mặc định: tên đăng nhập của máy); ghi vào sổ."))
@click.pass_obj
def import_(session: Session, file: Path, unit: str | None, dry_run: bool, take: str | None, by: str | None) -> int:
    from generator.commands.number_act import acting
    from generator.pipeline.book import owner_of
    from generator.pipeline.book_import import looked_through
    from generator.register.clock import now
    from generator.reporters.text import print_diagnostics
    from generator.sources.load import load_workspace
    from generator.workspace import open_workspace

    if file.suffix.lower() not in _TABLES:
        raise click.UsageError(_("cần một tệp .xlsx hoặc .csv, không phải {name}").format(name=file.name))
    if take is not None and not take.strip():
        raise click.UsageError(_("--take cần một lý do: người xem sổ sau này sẽ hỏi"))
    loaded = load_workspace(open_workspace(session.workspace))
    looked = looked_through(file, owner_of(loaded, unit, now().date()), loaded, now())
    print_diagnostics(looked.findings)
    if not session.quiet:
        _tell(looked)
    if looked.stands_in_the_way:
        click.echo(_("Chưa nhập: sửa các lỗi ở trên trong tệp rồi nhập lại."))
        return FINDINGS
    if dry_run or not (looked.is_clean or take):
        click.echo(_("Chưa nhập gì.") if looked.is_clean else _("Chưa nhập: sửa tệp, hoặc nhập với --take “lý do”."))
        return DONE if looked.is_clean else FINDINGS
    return _take(loaded, looked, acting(by, take or _("nhập sổ {file}").format(file=file.name)))


def _tell(looked: Looked) -> None:
    for one in looked.counted:
        click.echo(
            _("{name}, {period}: {lines} số, từ {first} đến {last}, thiếu {missing}.").format(
                name=one.name,
                period=one.period,
                lines=one.lines,
                first=one.first,
                last=one.last,
                missing=one.missing,
            )
        )


def _take(loaded: LoadedWorkspace, looked: Looked, act: Act) -> int:
    from generator.commands.number_act import opened
    from generator.pipeline.book_import import take

    with opened(loaded) as register:
        brought = take(register, looked, act)
    click.echo(
        _("Đã nhập {count} số, trong đó {void} số đã hủy; {known} số đã có sẵn trong sổ.").format(
            count=len(brought.entries),
            void=sum(entry.state == "void" for entry in brought.entries),
            known=brought.known,
        )
    )
    return DONE
