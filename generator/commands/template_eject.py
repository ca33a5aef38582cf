"""`vanthu template eject`: a block or a whole template as a file to be changed in Word.

It makes nothing itself: `templates.eject` does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, Session
from generator.messages import _

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.pipeline.shelf import Shelf


@click.command("eject", help=_("Lấy một khối hay cả mẫu ra thành tệp Word để sửa cho đơn vị hay cơ quan mình."))
@click.option("--unit", metavar="ID", help=_("Mẫu của đơn vị này; không có: của cả cơ quan."))
@click.option("--kind", required=True, metavar="K", help=_("Mẫu nào, như plan, guidance, base hay state/plan."))
@click.option("--block", "blocks", multiple=True, metavar=_("KHỐI"), help=_("Chỉ khối này; lặp lại được."))
@click.option(
    "-o",
    "--output",
    metavar=_("TỆP"),
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Tệp được ghi, thay vì chỗ mà chương trình tự tìm."),
)
@click.option("--overwrite", is_flag=True, help=_("Ghi đè tệp đã có."))
@click.pass_obj
def eject(
    session: Session, unit: str | None, kind: str, blocks: tuple[str, ...], output: Path | None, overwrite: bool
) -> int:
    from generator.pipeline.ejecting import ejected
    from generator.pipeline.shelf import shelf_of
    from generator.reporters.text import print_diagnostics, shown
    from generator.workspace import write_all_whole

    shelf = shelf_of(session.workspace, unit)
    name = _name(kind, shelf)
    target = _target(name, shelf, blocks, output, overwrite=overwrite)
    write_all_whole({target: ejected(shelf, name, blocks)})
    if shelf.side is not None and unit is not None and name.partition("/")[0] != shelf.side.value:
        print_diagnostics([_of_other_side(name, target, unit)])
    if not session.quiet:
        click.echo(_("Đã lấy ra {file}").format(file=shown(target)))
        if not blocks:
            click.echo(_("Tệp này đứng một mình: mẫu gốc đổi về sau thì nó không đổi theo."))
        command = f"vanthu template lint {shown(target)}" + (f" --unit {unit}" if unit else "")
        click.echo(_("Sửa bằng Word, lưu kiểu .docx, rồi chạy: {command}").format(command=command))
    return DONE


def full_name(name: str, shelf: Shelf) -> str:
    """`plan` as the shelf's own side has it, `party/plan`; what is no such name stays."""
    own = f"{shelf.side.value}/{name}" if shelf.side is not None else name
    return own if own in shelf.catalog.names() else name


def _name(kind: str, shelf: Shelf) -> str:
    if "/" in kind:
        return kind
    if shelf.side is None:
        raise click.UsageError(_("không rõ bên Đảng hay Nhà nước; viết --kind party/{kind}").format(kind=kind))
    return f"{shelf.side.value}/{kind}"


def _of_other_side(name: str, target: Path, unit: str) -> Diagnostic:
    from generator.diagnostics import Diagnostic, Location, Severity

    message = _("văn bản của {unit} không dùng mẫu {name}: đơn vị thuộc khối khác").format(unit=unit, name=name)
    hint = _("mẫu của khối Đảng tên party/…, của Nhà nước state/…")
    return Diagnostic("template/other-side", message, Location(target), Severity.WARNING, hint=hint)


def _target(name: str, shelf: Shelf, blocks: tuple[str, ...], output: Path | None, *, overwrite: bool) -> Path:
    """Where the file goes; one that is there is somebody's work."""
    from generator.errors import GeneratorError
    from generator.reporters.text import shown

    if output is None and shelf.own is None:
        raise click.UsageError(_("ở đây không có thư mục làm việc; chỉ ra tệp bằng -o TỆP"))
    if output is not None and output.suffix.lower() != ".docx":
        raise click.UsageError(_("tên tệp phải kết thúc bằng .docx"))
    shelf.catalog.chain(name)  # an unknown name is told before a path is made of it
    target = output or (shelf.own or Path()) / f"{name}.docx"
    if target.exists() and not overwrite:
        message = _("{file} đã có").format(file=shown(target))
        hint = _("ghi ra tệp khác bằng -o TỆP, hoặc thêm --overwrite để thay tệp này")
        if blocks:
            other = f"{target.stem}-{blocks[0]}.docx"
            hint = _(
                "thêm khối vào tệp đã có: ghi ra tệp khác bằng -o {other}, rồi bằng Word chép các đoạn từ "
                "{{%p block … %}} đến {{%p endblock %}} sang tệp này; --overwrite thì thay cả tệp"
            ).format(other=other)
        raise GeneratorError(message, hint)
    return target
