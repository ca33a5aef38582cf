"""`vanthu template`: which template serves what, faults in templates, and the packaged ones drawn anew.

Taking one out is `template_eject`, comparing it `template_diff`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.commands.template_diff import diff
from generator.commands.template_eject import eject, full_name
from generator.messages import _

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.pipeline.shelf import Shelf


@click.group(help=_("Các tệp mẫu: mẫu nào dùng cho văn bản nào, lỗi trong mẫu, dựng lại mẫu gốc."))
def template() -> None:
    pass


@template.command("list", help=_("Kể các mẫu, tệp đang dùng và mẫu mà nó kế thừa."))
@click.option("--unit", metavar="ID", help=_("Mẫu của đơn vị này."))
@click.pass_obj
def list_templates(session: Session, unit: str | None) -> int:
    from generator.pipeline.shelf import shelf_of
    from generator.reporters.text import shown
    from generator.templates.compiled import is_packaged
    from generator.templates.flatten import block_names

    catalog = shelf_of(session.workspace, unit).catalog
    for name in catalog.names():
        chain = catalog.chain(name)
        parents = " ← ".join(parent for parent, _file in chain[1:])
        click.echo(f"{name:<18} {shown(chain[0][1]):<50} {parents}".rstrip())
        for one, file in chain if unit else ():
            if not is_packaged([(one, file)]) and (blocks := block_names(file)):
                click.echo(_("    khối {names}: {file}").format(names=", ".join(blocks), file=shown(file)))
    return DONE


@template.command("lint", help=_("Tìm lỗi trong mẫu: thẻ sai, trường không có, nội dung không an toàn."))
@click.argument("names", nargs=-1, metavar=_("[TÊN hoặc TỆP]…"))
@click.option("--unit", metavar="ID", help=_("Mẫu của đơn vị này."))
@click.pass_obj
def lint(session: Session, names: tuple[str, ...], unit: str | None) -> int:
    from generator.diagnostics import Severity
    from generator.pipeline.shelf import shelf_of
    from generator.reporters.text import print_diagnostics

    shelf = shelf_of(session.workspace, unit)
    wanted = [full_name(name, shelf) for name in names] or shelf.catalog.names()
    found: list[Diagnostic] = [*shelf.catalog.links_outside()]
    for name in wanted:
        found += _lint(name, shelf)
    found = list(dict.fromkeys(found))
    print_diagnostics(found)
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    if not session.quiet:
        click.echo(_("{count} mẫu đã soát, {errors} lỗi.").format(count=len(wanted), errors=errors))
    return FINDINGS if errors else DONE


@template.command("build", help=_("Dựng các mẫu gốc vào một thư mục, để xem hoặc sửa thành mẫu của mình."))
@click.option(
    "-o", "--output", metavar=_("THƯ_MỤC"), type=click.Path(file_okay=False, path_type=Path), help=_("Thư mục ghi mẫu.")
)
def build(output: Path | None) -> int:
    from generator import resources
    from generator.reporters.text import shown
    from generator.templates import scaffold

    if output is None and resources.is_installed():
        raise click.UsageError(_("cần -o THƯ_MỤC: mẫu của bản cài đặt không bị thay"))
    for file in scaffold.build(output or resources.templates()):
        click.echo(_("Đã làm {file}").format(file=shown(file)))
    return DONE


def _lint(name: str, shelf: Shelf) -> list[Diagnostic]:
    """The findings of one template, compiled with every regime of its side."""
    from generator.diagnostics import Diagnostic, Faulty, Location
    from generator.pipeline.linting import lint
    from generator.profile.regimes import load_regime, regimes

    catalog = shelf.catalog
    try:
        chain = catalog.chain_of(Path(name)) if name.endswith(".docx") else catalog.chain(name)
        sides = {one.partition("/")[0] for one, _file in chain}
        profiles = [profile for profile in map(load_regime, regimes()) if profile.side in sides]
        if profiles:
            return lint(tuple(chain), tuple(profiles), shelf.profile(profiles[0].side))
    except Faulty as faulty:
        return list(faulty.diagnostics)
    message = _("Không rõ mẫu này của khối nào: nó không kế thừa mẫu gốc của khối Đảng hay Nhà nước.")
    hint = _('Thêm đoạn {%p extends "party/plan" %} ở đầu, hoặc đặt tệp trong thư mục party hay state.')
    return [Diagnostic("template/no-side", message, Location(chain[0][1]), hint=hint)]


template.add_command(eject)
template.add_command(diff)
