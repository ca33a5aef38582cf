"""`vanthu template`: which template serves what, faults in templates, and the packaged ones drawn anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.templates.catalog import Catalog


@click.group(help=_("Các tệp mẫu: mẫu nào dùng cho văn bản nào, lỗi trong mẫu, dựng lại mẫu gốc."))
def template() -> None:
    pass


@template.command("list", help=_("Kể các mẫu, tệp đang dùng và mẫu mà nó kế thừa."))
@click.option("--unit", metavar="ID", help=_("Mẫu của đơn vị này."))
@click.pass_obj
def list_templates(session: Session, unit: str | None) -> int:
    from generator.reporters.text import shown

    catalog = _catalog(session, unit)
    for name in catalog.names():
        chain = catalog.chain(name)
        parents = " ← ".join(parent for parent, _file in chain[1:])
        click.echo(f"{name:<18} {shown(chain[0][1]):<50} {parents}".rstrip())
    return DONE


@template.command("lint", help=_("Tìm lỗi trong mẫu: thẻ sai, trường không có, nội dung không an toàn."))
@click.argument("names", nargs=-1, metavar=_("[TÊN hoặc TỆP]…"))
@click.option("--unit", metavar="ID", help=_("Mẫu của đơn vị này."))
@click.pass_obj
def lint(session: Session, names: tuple[str, ...], unit: str | None) -> int:
    from generator.diagnostics import Severity
    from generator.reporters.text import print_diagnostics

    catalog = _catalog(session, unit)
    found: list[Diagnostic] = []
    for name in names or catalog.names():
        found += _lint(name, catalog)
    found = list(dict.fromkeys(found))
    print_diagnostics(found)
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    if not session.quiet:
        click.echo(_("{count} mẫu đã soát, {errors} lỗi.").format(count=len(names or catalog.names()), errors=errors))
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


def _catalog(session: Session, unit: str | None) -> Catalog:
    """The workspace's templates and the packaged ones; outside a workspace, only these."""
    from generator.sources.load import load_workspace
    from generator.templates.catalog import Catalog
    from generator.workspace import Workspace, find, open_workspace

    here = find(Path.cwd())
    if session.workspace is None and unit is None and here is None:
        return Catalog.of()
    workspace: Workspace = open_workspace(session.workspace)
    special = [workspace.templates_docx]
    if unit:
        load_workspace(workspace).unit(unit)  # an id that the roster does not have is told, and no path is made of it
        special.insert(0, workspace.unit_templates(unit))
    return Catalog.of(*special)


def _lint(name: str, catalog: Catalog) -> list[Diagnostic]:
    """The findings of one template, compiled with every regime of its side."""
    from generator.diagnostics import Diagnostic, Faulty, Location
    from generator.pipeline.produce import examine
    from generator.profile.regimes import load_regime, regimes

    found: list[Diagnostic] = []
    try:
        chain = catalog.chain_of(Path(name)) if name.endswith(".docx") else catalog.chain(name)
    except Faulty as faulty:
        return list(faulty.diagnostics)
    sides = {one.partition("/")[0] for one, _file in chain}
    profiles = [profile for profile in map(load_regime, regimes()) if profile.side in sides]
    if not profiles:
        message = _("Không rõ mẫu này của khối nào: nó không kế thừa mẫu gốc của khối Đảng hay Nhà nước.")
        hint = _('Thêm đoạn {%p extends "party/plan" %} ở đầu, hoặc đặt tệp trong thư mục party hay state.')
        return [Diagnostic("template/no-side", message, Location(chain[0][1]), hint=hint)]
    for profile in profiles:
        try:
            found += examine(tuple(chain), profile, prints_content=False)
        except Faulty as faulty:
            found += faulty.diagnostics
    return found
