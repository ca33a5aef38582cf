"""`vanthu form make`: a workbook for every unit that a phase asks for figures.

It makes nothing: `pipeline.collection_make` does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.commands.named_units import UNITS, named_units
from generator.messages import _

if TYPE_CHECKING:
    from generator.pipeline.collection_make import Made


@click.command(help=_("Làm biểu số liệu của một đợt: mỗi đơn vị một tệp Excel để điền."))
@click.argument("plan", metavar=_("KẾ_HOẠCH"), type=click.Path(path_type=Path))
@click.option("--phase", type=click.IntRange(1), metavar="N", required=True, help=_("Của đợt nào."))
@UNITS
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_("Thư mục ghi biểu (mặc định: out/bieu-dot-N)."))
@click.option("--overwrite", is_flag=True, help=_("Thay cả biểu đã có người mở ra và lưu lại."))
@click.pass_obj
def make(session: Session, plan: Path, phase: int, units: tuple[str, ...], output: Path | None, overwrite: bool) -> int:
    from generator.diagnostics import Severity
    from generator.pipeline.collection_make import Asking, make_forms
    from generator.reporters.text import print_diagnostics
    from generator.sources.load import open_plan
    from generator.vietnamese import clock
    from generator.workspace import open_workspace

    if output is not None and output.suffix.lower() == ".xlsx":
        raise click.UsageError(_("-o cần một thư mục, không phải {name}").format(name=output.name))
    loaded, opened = open_plan(open_workspace(session.workspace), plan, one_by_one=True, forms_only=True)
    if not session.quiet:
        print_diagnostics((*loaded.warnings, *opened.warnings))
    made = make_forms(loaded, opened, Asking(phase, named_units(units), output, overwrite), clock.today())
    print_diagnostics(made.diagnostics)
    if not session.quiet:
        _tell(made)
    return FINDINGS if any(each.severity is Severity.ERROR for each in made.diagnostics) else DONE


def _tell(made: Made) -> None:
    from generator.reporters.text import shown

    if made.written:
        click.echo(_("Đã ghi {count} biểu vào {folder}").format(count=made.written, folder=shown(made.folder)))
    if made.same:
        click.echo(_("{count} biểu đã có sẵn, không đổi.").format(count=made.same))
