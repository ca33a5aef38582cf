"""`vanthu pdf`: DOCX files into PDFs, each looked at before it gets its name.

It makes and judges nothing: `publish` does.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.main import COULD_NOT_RUN, DONE, FINDINGS, Session
from generator.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.publish.conversion import Conversion, Order, PdfOptions

MOST_JOBS = 64


@click.command(help=_("Làm PDF từ tệp Word (.docx) bằng LibreOffice, và kiểm tra từng tệp PDF làm ra."))
@click.argument("files", metavar=_("TỆP..."), nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help=_("Tệp .pdf hoặc thư mục (mặc định: cạnh tệp Word).")
)
@click.option("--pdfa", is_flag=True, help=_("Làm PDF/A-2b để lưu trữ lâu dài."))
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    default=1,
    metavar="N",
    help=_("Chạy N tiến trình LibreOffice cùng lúc."),
)
@click.option(
    "--timeout",
    type=click.FloatRange(1),
    metavar=_("GIÂY"),
    help=_("Mỗi tệp được làm lâu nhất bao nhiêu giây (mặc định: 120)."),
)
@click.pass_obj
def pdf(
    session: Session, files: tuple[Path, ...], output: Path | None, pdfa: bool, jobs: int, timeout: float | None
) -> int:
    from generator.publish.conversion import SECONDS, PdfOptions

    options = PdfOptions(archival=pdfa, seconds=timeout or SECONDS)
    return publish(session, _orders(files, output), options, jobs=jobs)


def _orders(files: Sequence[Path], output: Path | None) -> list[Order]:
    """What is to be made of each file, and where."""
    from generator.publish.conversion import Order

    distinct = list(dict.fromkeys(files))
    if output is not None and output.suffix.lower() == ".pdf" and not output.is_dir():
        if len(distinct) > 1:
            raise click.UsageError(
                _("-o {name} chỉ dùng với một tệp Word; nhiều tệp cần một thư mục").format(name=output)
            )
        return [Order(distinct[0], output)]
    if output is not None and output.suffix.lower() in (".docx", ".doc"):
        raise click.UsageError(_("-o cần một tệp .pdf hoặc một thư mục, không phải {name}").format(name=output.name))
    return [Order(file, (output or file.parent) / f"{file.stem}.pdf") for file in distinct]


def publish(session: Session, orders: Sequence[Order], options: PdfOptions, *, jobs: int = 1) -> int:
    """Make the PDFs, say what becomes of each as soon as it is known, and return the exit code. Writes: the targets."""
    from generator.publish.findings import OF_THE_MACHINE
    from generator.publish.pdf import fulfil

    count = 0

    def told(conversion: Conversion) -> None:
        nonlocal count
        count += 1
        _tell(session, conversion, count, len(orders))

    # Ended like Ctrl+C: LibreOffice must not outlive the command.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        made = fulfil(orders, jobs=jobs, options=options, told=told)
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)
    failed = [conversion for conversion in made if conversion.pdf is None]
    if not session.quiet:
        click.echo(_("Đã làm {made} trên {all} tệp PDF.").format(made=len(made) - len(failed), all=len(made)))
    codes = {finding.code for conversion in failed for finding in conversion.findings}
    if codes & set(OF_THE_MACHINE):
        return COULD_NOT_RUN
    return FINDINGS if failed else DONE


def _tell(session: Session, conversion: Conversion, number: int, whole: int) -> None:
    from generator.reporters.text import print_diagnostics, shown

    is_line_open = sys.stderr.isatty() and not session.quiet and whole > 1
    if is_line_open:
        click.echo("\r\033[K", err=True, nl=False)
    print_diagnostics(found for found in conversion.findings if not session.quiet or conversion.pdf is None)
    if conversion.pdf is not None and not session.quiet:
        line = _("Đã làm {file}").format(file=shown(conversion.pdf))
        if session.verbose:
            detail = _("{pages} trang, {seconds:.1f} giây, LibreOffice {version}")
            line += f" ({detail.format(pages=conversion.pages, seconds=conversion.seconds, version=conversion.office)})"
        click.echo(line)
    if is_line_open and number < whole:
        click.echo(_("{number}/{whole} tệp …").format(number=number, whole=whole), err=True, nl=False)
