"""`vanthu form fill`: the form of those above, filled in with our own totals.

What matches and what does not, `pipeline.collection_fill` knows.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _


@click.command(help=_("Điền biểu của cấp trên bằng số liệu đã tổng hợp của một đợt; chỗ không khớp để trống."))
@click.argument("file", metavar=_("BIỂU.xlsx"), type=click.Path(path_type=Path))
@click.argument("plan", metavar=_("KẾ_HOẠCH"), type=click.Path(path_type=Path))
@click.option("--phase", type=click.IntRange(1), metavar="N", required=True, help=_("Số liệu của đợt nào."))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help=_("Tệp .xlsx ghi kết quả."))
@click.option("--overwrite", is_flag=True, help=_("Thay tệp đã có."))
@click.pass_obj
def fill(session: Session, file: Path, plan: Path, phase: int, output: Path, overwrite: bool) -> int:
    from generator.diagnostics import Severity
    from generator.errors import GeneratorError
    from generator.pipeline.collection_fill import fill_form
    from generator.reporters.text import print_diagnostics, shown
    from generator.sources.load import open_plan
    from generator.vietnamese import clock
    from generator.workspace import open_workspace

    if output.suffix.lower() != ".xlsx":
        raise click.UsageError(_("-o cần một tệp .xlsx, không phải {name}").format(name=output.name))
    if output.exists() and not overwrite:
        message = _("đã có {file}").format(file=shown(output))
        raise GeneratorError(message, _("chọn tên khác, hoặc thêm --overwrite để thay"))
    loaded, opened = open_plan(open_workspace(session.workspace), plan, one_by_one=True)
    made = fill_form(loaded, opened, phase, file, output, clock.now())
    print_diagnostics(made.diagnostics)
    if not session.quiet:
        click.echo(
            _("Đã điền {figures}/{asked} chỉ tiêu và {texts} câu trả lời vào {file}").format(
                figures=made.figures, asked=made.asked, texts=made.texts, file=shown(made.output)
            )
        )
    return FINDINGS if any(each.severity is Severity.ERROR for each in made.diagnostics) else DONE
