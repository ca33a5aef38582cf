"""`vanthu check`: whether DOCX files are in official form, said as text, JSON, HTML or comments in a copy.

It judges nothing: `check` does, `pipeline` leads many files to it, `reporters` show what it found.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.check_options import (
    FILES,
    TEXT,
    Asked,
    copies_of,
    documents_of,
    formats_of,
    several,
    targets_of,
)
from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _

if TYPE_CHECKING:
    from generator.check.verdict import Verdict
    from generator.pipeline.checking import Wish
    from generator.profile.profile import Profile
    from generator.reporters.report_file import ReportFile
    from generator.reporters.tally import Row, Tally

AUTO = "auto"
MOST_JOBS = 64
MOST_WITH_PICTURES = 50
"""Files of one run whose pages are put into the HTML report; of more, it would be too large to open."""


@click.command(help=_("Soát thể thức của văn bản Word (.docx); thư mục nghĩa là mọi tệp .docx trong đó."))
@click.argument("files", metavar=_("TỆP..."), nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--regime", default=AUTO, metavar="ID", help=_("Bộ quy định (mặc định auto: theo khối và ngày văn bản)."))
@click.option("--unit", metavar="ID", help=_("Soát theo hồ sơ riêng của đơn vị (units/ID/profile.yaml)."))
@click.option(
    "--format",
    "formats",
    multiple=True,
    callback=several(TEXT, *FILES),
    metavar="text|json|html",
    help=_("Cách báo kết quả (mặc định: text); nhiều cách thì lặp lại hoặc ngăn bằng dấu phẩy."),
)
@click.option(
    "--only", multiple=True, callback=several(), metavar=_("NHÓM[/QUY-TẮC]"), help=_("Chỉ soát các quy tắc này.")
)
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "advice")),
    default="error",
    help=_("Mã thoát là 1 khi có từ mức này trở lên."),
)
@click.option(
    "--annotate", type=click.Path(path_type=Path), metavar="OUT.docx", help=_("Ghi bản sao có nhận xét ở từng chỗ.")
)
@click.option("--layout", is_flag=True, help=_("Làm PDF bằng LibreOffice để xem cả trang in (lâu hơn)."))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_("Tệp .json hoặc .html để ghi kết quả."))
@click.option("--jobs", type=click.IntRange(1, MOST_JOBS), metavar="N", help=_("Soát bằng N tiến trình cùng lúc."))
@click.pass_obj
def check(
    session: Session,
    files: tuple[Path, ...],
    regime: str,
    unit: str | None,
    formats: tuple[str, ...],
    only: tuple[str, ...],
    fail_on: str,
    annotate: Path | None,
    layout: bool,
    output: Path | None,
    jobs: int | None,
) -> int:
    from generator.diagnostics import Severity
    from generator.pipeline.checking import Wish, refuse

    documents = documents_of(files)
    asked = Asked(formats_of(formats, output), output, annotate, layout, jobs, fail_on)
    targets = targets_of(asked)
    copies = copies_of(annotate, documents)
    if unit and regime != AUTO:
        raise click.UsageError(_("chỉ chọn một trong --unit và --regime"))
    has_pages = "html" in asked.formats and layout and len(documents) <= MOST_WITH_PICTURES
    wish = Wish(
        regime=None if regime == AUTO else regime,
        profile=_profile(session, unit) if unit else None,
        only=only,
        keeps_text="html" in asked.formats and not has_pages,
        keeps_sheets=has_pages,
    )
    refuse(wish)
    tally = _run(session, documents, wish, asked, targets, copies)
    return FINDINGS if tally.reaches(Severity(fail_on)) else DONE


def _profile(session: Session, unit: str) -> Profile:
    from generator.errors import GeneratorError
    from generator.pipeline.form import regime_for
    from generator.pipeline.ground import settled_unit
    from generator.sources.load import load_workspace
    from generator.sources.unit_layers import Layers
    from generator.workspace import open_workspace

    workspace = open_workspace(session.workspace)
    loaded = load_workspace(workspace, unfilled=True)
    layers = Layers(workspace, loaded.office_file)
    issuer = settled_unit(unit, loaded, layers)
    if not issuer.line:
        raise GeneratorError(
            _("đơn vị {unit} không có hồ sơ riêng").format(unit=unit),
            _("bỏ --unit, hoặc tạo {file}").format(file=workspace.unit_profile(unit)),
        )
    return layers.profile(regime_for(issuer.unit.side, None, layers), issuer.line)


def _run(
    session: Session,
    documents: Sequence[Path],
    wish: Wish,
    asked: Asked,
    targets: dict[str, Path | None],
    copies: dict[Path, Path],
) -> Tally:
    """Judge all files and show each as soon as it is known. Writes: the reports and the copies."""
    from generator.commands.progress import Progress
    from generator.pipeline.checking import judge_all
    from generator.reporters.tally import Tally, of_all

    tally = Tally()
    is_told = TEXT in asked.formats
    progress = Progress(len(documents), is_shown=not session.quiet)
    judged = judge_all(documents, wish, jobs=asked.jobs, layout=asked.layout)
    with contextlib.closing(judged) as verdicts, _reports(targets) as reports, progress:
        for verdict in verdicts:
            row = tally.add(verdict)
            progress.clear()
            if is_told:
                _tell(session, verdict, row)
            for report in reports:
                report.add(verdict, row)
            if verdict.understood is not None and verdict.file in copies:
                _annotate(session, verdict, copies[verdict.file])
            progress.step()
        for report in reports:
            report.finish(tally)
    if is_told and len(documents) > 1 and not session.quiet:
        click.echo(of_all(tally))
    return tally


@contextlib.contextmanager
def _reports(targets: dict[str, Path | None]) -> Iterator[list[ReportFile]]:
    from generator.reporters.report_file import FORMS, ReportFile

    with contextlib.ExitStack() as stack:
        reports = [ReportFile(FORMS[name], target) for name, target in targets.items()]
        for report in reports:
            stack.callback(report.close)
        yield reports


def _tell(session: Session, verdict: Verdict, row: Row) -> None:
    from generator.diagnostics import Severity
    from generator.reporters import recognition
    from generator.reporters.tally import in_words
    from generator.reporters.text import print_diagnostics, shown

    if session.verbose:
        for line in recognition.lines(verdict):
            click.echo(line)
    findings = verdict.diagnostics
    print_diagnostics(each for each in findings if not session.quiet or each.severity is Severity.ERROR)
    if not session.quiet:
        click.echo(f"{shown(verdict.file)}: {in_words(row.counts)}")


def _annotate(session: Session, verdict: Verdict, copy: Path) -> None:
    from generator.reporters.comments import annotated
    from generator.reporters.text import shown
    from generator.workspace import write_all_whole

    write_all_whole({copy: annotated(verdict.file, verdict.diagnostics)})
    if not session.quiet:
        click.echo(_("Đã ghi nhận xét vào {file}").format(file=shown(copy)), err=True)
