"""`vanthu render`: documents from one plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.kinds import KIND
from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pipeline.job import Job, JobResult
    from generator.pipeline.prepare import Wish
    from generator.sources.loaded import LoadedPlan, LoadedWorkspace

_OTHER_SUFFIXES = (".doc", ".odt", ".pdf", ".rtf", ".txt", ".xlsx")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says."""

    wish: Wish
    overwrite: bool
    with_pdf: bool
    with_number: bool
    by: str | None


@click.command(help=_("Làm văn bản từ một tệp kế hoạch: kế hoạch, hướng dẫn, báo cáo, công văn …"))
@click.argument("plan", type=click.Path(path_type=Path))
@click.option(
    "--kind",
    "kinds",
    type=KIND,
    multiple=True,
    help=_(
        "Kế hoạch, hướng dẫn, khẩu hiệu, báo cáo, chỉ thị, công văn, biên bản (hay ký hiệu: KH, HD …); lặp lại được."
    ),
)
@click.option("--unit", metavar="ID", help=_("Đơn vị ban hành, thay cho cơ quan (xem vanthu unit list)."))
@click.option("--phase", type=click.IntRange(1), metavar="N", help=_("Báo cáo của đợt nào."))
@click.option("--report", metavar="ID", help=_("Báo cáo mang mã nào, khi một đợt có nhiều báo cáo."))
@click.option("--regime", metavar="ID", help=_("Bộ quy định thể thức (mặc định: theo khối và ngày văn bản)."))
@click.option("--draft", type=click.IntRange(1), metavar="N", help=_("Ghi “Dự thảo lần N”."))
@click.option("--copy", "copy_number", type=click.IntRange(1), metavar="N", help=_("Làm bản sao thứ N khai ở copies."))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_("Tệp .docx hoặc thư mục (mặc định: out)."))
@click.option("--pdf", "with_pdf", is_flag=True, help=_("Làm thêm PDF cạnh mỗi văn bản (cần LibreOffice)."))
@click.option(
    "--number", "with_number", is_flag=True, help=_("Lấy số trong sổ (hoặc dùng lại số đã giữ) và in vào văn bản.")
)
@click.option("--by", metavar=_("TÊN"), help=_("Ai lấy số (mặc định: tên đăng nhập của máy)."))
@click.option("--overwrite", is_flag=True, help=_("Thay cả tệp đã sửa bằng chương trình khác."))
@click.pass_obj
def render(
    session: Session,
    plan: Path,
    kinds: tuple[str, ...],
    unit: str | None,
    phase: int | None,
    report: str | None,
    regime: str | None,
    draft: int | None,
    copy_number: int | None,
    output: Path | None,
    with_pdf: bool,
    with_number: bool,
    by: str | None,
    overwrite: bool,
) -> int:
    from generator.model.kinds import Kind
    from generator.pipeline.prepare import Wish

    if draft is not None and copy_number is not None:
        raise click.UsageError(_("bản sao là của văn bản đã ban hành: --copy không dùng cùng --draft"))
    if draft is not None and with_number:
        raise click.UsageError(_("dự thảo để trống số và ngày: --number không dùng cùng --draft"))
    if phase is not None and "report" not in kinds:
        raise click.UsageError(_("--phase chỉ dùng cùng --kind report"))
    if report is not None and "report" not in kinds:
        raise click.UsageError(_("--report chỉ dùng cùng --kind report"))
    if output is not None and output.suffix.lower() in _OTHER_SUFFIXES:
        raise click.UsageError(_("-o cần một tệp .docx hoặc một thư mục, không phải {name}").format(name=output.name))
    chosen = tuple(Kind(kind) for kind in dict.fromkeys(kinds or ("plan",)))
    wish = Wish(chosen, unit, phase, regime or None, draft, output, copy_number, report)
    asked = Asked(wish, overwrite=overwrite, with_pdf=with_pdf, with_number=with_number, by=by)
    return _render(session, plan, asked)


def _render(session: Session, plan: Path, asked: Asked) -> int:
    from generator.pipeline.prepare import prepare
    from generator.register.address import is_there
    from generator.reporters.text import print_diagnostics
    from generator.sources.load import open_plan
    from generator.workspace import open_workspace

    loaded, loaded_plan = open_plan(open_workspace(session.workspace), plan)
    if not session.quiet:
        print_diagnostics((*loaded.warnings, *loaded_plan.warnings))
    has_register = is_there(loaded.workspace.root, loaded.office_file.register)
    if asked.with_number or (has_register and asked.wish.draft is None):
        from generator.commands.render_numbered import render_numbered

        return render_numbered(session, loaded, loaded_plan, asked)
    jobs = prepare(loaded, loaded_plan, asked.wish)
    results = made(session, jobs)
    if results is None:
        return FINDINGS
    from generator.pipeline.finish import write_results

    if has_register:
        from generator.commands.render_numbered import spare_issued

        spare_issued(loaded, [job.target for job in jobs])
    files = write_results(results, overwrite=asked.overwrite)
    tell(session, jobs, files, loaded, loaded_plan)
    return printed(session, files) if asked.with_pdf else DONE


def made(session: Session, jobs: Sequence[Job]) -> Sequence[JobResult] | None:
    """The documents, with all that there is to say of them; None where one could not be made."""
    from generator.pipeline.job import Status
    from generator.pipeline.produce import produce
    from generator.reporters.text import print_diagnostics

    if not session.quiet:
        print_diagnostics(dict.fromkeys(found for job in jobs for found in job.warnings))
    results = [produce(job) for job in jobs]
    print_diagnostics(dict.fromkeys(found for result in results for found in result.diagnostics))
    if any(result.status is not Status.MADE for result in results):
        return None
    if session.verbose:
        for job, result in zip(jobs, results, strict=True):
            templates = " ← ".join(name for name, _file in job.chain)
            click.echo(f"{job.id}: {job.profile.id}; {templates}; {result.seconds * 1000:.0f} ms")
    return results


def tell(
    session: Session, jobs: Sequence[Job], files: Sequence[Path], loaded: LoadedWorkspace, plan: LoadedPlan
) -> None:
    """Each file that was written, and what in it is left over from the level above."""
    from generator.pipeline.leftovers import found_in
    from generator.reporters.text import print_diagnostics, shown

    for job in jobs:
        if job.target in files and not session.quiet:
            print_diagnostics(found_in(job, job.target, plan, loaded.office_file.congresses))
            click.echo(_("Đã làm {file}").format(file=shown(job.target)))


def printed(session: Session, files: Sequence[Path]) -> int:
    from generator.commands.pdf import publish
    from generator.publish.conversion import USUAL, Order

    return publish(session, [Order(file, file.with_suffix(".pdf")) for file in files], USUAL)
