"""`vanthu batch`: the documents of every unit, in one run that may be cut off at any moment.

It makes nothing: `pipeline.batch` does.
"""

from __future__ import annotations

import signal
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.kinds import KIND
from generator.commands.main import COULD_NOT_RUN, DONE, FINDINGS, Session
from generator.commands.named_units import UNITS, named_units
from generator.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.pipeline.batch.asked import Asked
    from generator.pipeline.batch.engine import Engine
    from generator.pipeline.batch.preflight import Prepared
    from generator.pipeline.batch.run import Numbers
    from generator.sources.loaded import LoadedPlan, LoadedWorkspace

MOST_JOBS = 64
_FEW = 500
"""So many documents are made sooner than processes are started."""
_OF_FILES = (".docx", ".xlsx", ".csv", ".pdf", ".zip", ".yaml", ".yml", ".txt")
"""Endings of what is no folder; others, as in “đợt 2.9”, are a part of its name."""
_KEPT = {"kinds": "kind", "units": "units", "phase": "phase", "regime": "regime", "draft": "draft"} | {
    "checking": "check",
    "with_pdf": "pdf",
    "with_zip": "zip",
    "with_number": "number",
}
"""Options that a resumed run takes from the journal, by the names that click gives them."""


@click.command(help=_("Làm văn bản cho nhiều đơn vị trong một lượt, dừng lúc nào cũng chạy tiếp được."))
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("--kind", "kinds", type=KIND, multiple=True, help=_("Loại văn bản; lặp lại được."))
@UNITS
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_("Thư mục ghi kết quả (mặc định: out)."))
@click.option("--jobs", type=click.IntRange(1, MOST_JOBS), metavar="N", help=_("Làm bằng N tiến trình cùng lúc."))
@click.option(
    "--engine", type=click.Choice(("process", "dask")), default="process", help=_("Chạy trên máy này, hoặc dask.")
)
@click.option("--scheduler", metavar="ADDR", help=_("Địa chỉ cụm dask có sẵn, như tls://may-chu:8786."))
@click.option("--tls-ca", type=click.Path(path_type=Path), help=_("Chứng thư của nơi cấp, để nối cụm dask bằng TLS."))
@click.option("--tls-cert", type=click.Path(path_type=Path), help=_("Chứng thư của máy này."))
@click.option("--tls-key", type=click.Path(path_type=Path), help=_("Khóa riêng của máy này."))
@click.option("--resume", is_flag=True, help=_("Chạy tiếp lượt trước của thư mục này."))
@click.option(
    "--check",
    "checking",
    type=click.Choice(("all", "sample", "none")),
    default="sample",
    help=_("Soát thể thức: mọi văn bản, một số (mặc định), hoặc không."),
)
@click.option("--pdf", "with_pdf", is_flag=True, help=_("Làm thêm PDF cạnh mỗi văn bản (cần LibreOffice)."))
@click.option("--zip", "with_zip", is_flag=True, help=_("Gộp mọi tệp vào một tệp nén documents.zip."))
@click.option("--number", "with_number", is_flag=True, help=_("Lấy số trong sổ cho mọi văn bản và in vào."))
@click.option("--by", metavar=_("TÊN"), help=_("Ai lấy số (mặc định: tên đăng nhập của máy)."))
@click.option("--dry-run", "is_dry", is_flag=True, help=_("Chỉ cho biết sẽ làm gì, không ghi tệp nào."))
@click.option("--overwrite", is_flag=True, help=_("Thay cả tệp đã sửa bằng chương trình khác."))
@click.option("--phase", type=click.IntRange(1), metavar="N", help=_("Báo cáo của đợt nào."))
@click.option("--draft", type=click.IntRange(1), metavar="N", help=_("Ghi “Dự thảo lần N”."))
@click.option("--regime", metavar="ID", help=_("Bộ quy định thể thức (mặc định: theo khối và ngày văn bản)."))
@click.pass_context
def batch(context: click.Context, /, **options: Any) -> int:
    from generator.workspace import open_workspace

    session: Session = context.obj
    if not options["kinds"] and not options["resume"]:
        raise click.UsageError(_("cần --kind: loại văn bản phải làm"))
    if options["phase"] is not None and options["kinds"] and "report" not in options["kinds"]:
        raise click.UsageError(_("--phase chỉ dùng cùng --kind report"))
    if options["output"] is not None and options["output"].suffix.lower() in _OF_FILES:
        raise click.UsageError(_("-o cần một thư mục, không phải {name}").format(name=options["output"].name))
    if options["draft"] is not None and options["with_number"]:
        raise click.UsageError(_("dự thảo để trống số và ngày: --number không dùng cùng --draft"))
    if options["resume"] and options["is_dry"]:
        raise click.UsageError(_("--dry-run không dùng cùng --resume"))
    asked = _asked(options, open_workspace(session.workspace).out)
    if options["resume"]:
        from generator.pipeline.batch.asked import continued

        source = click.core.ParameterSource.DEFAULT
        given = {_KEPT[name] for name in _KEPT if context.get_parameter_source(name) is not source}
        asked, notes = continued(asked, frozenset(given))
        for note in notes:
            click.echo(note, err=True)
    return _run(session, asked, options)


def _asked(options: dict[str, Any], out: Path) -> Asked:
    from generator.model.kinds import Kind
    from generator.pipeline.batch.asked import Asked
    from generator.pipeline.batch.order import Checking, Order

    order = Order(
        kinds=tuple(Kind(kind) for kind in dict.fromkeys(options["kinds"])),
        output=(options["output"] or out).absolute(),
        phase=options["phase"],
        regime=options["regime"] or None,
        draft=options["draft"],
        checking=Checking(options["checking"]),
        with_pdf=options["with_pdf"],
        overwrite=options["overwrite"],
    )
    return Asked(options["plan"], order, named_units(options["units"]), options["with_zip"], options["with_number"])


def _run(session: Session, asked: Asked, options: dict[str, Any]) -> int:
    from generator.register.address import is_there
    from generator.reporters.text import print_diagnostics
    from generator.sources.load import open_plan
    from generator.workspace import open_workspace

    # Other processes, and other machines, must find everything under the same path.
    workspace = open_workspace(session.workspace)
    workspace = replace(workspace, root=workspace.root.absolute())
    loaded, plan = open_plan(workspace, asked.plan.absolute(), one_by_one=True)
    if not session.quiet:
        print_diagnostics((*loaded.warnings, *plan.warnings))
    settings = loaded.office_file.register
    if asked.order.draft is None and (asked.with_number or is_there(workspace.root, settings)):
        from generator.commands.batch_numbered import run_numbered

        return run_numbered(session, loaded, plan, asked, options)
    return run_plain(session, loaded, plan, asked, options)


def run_plain(
    session: Session,
    loaded: LoadedWorkspace,
    plan: LoadedPlan,
    asked: Asked,
    options: dict[str, Any],
    numbering: Callable[[Prepared], Numbers] | None = None,
) -> int:
    """The run itself; `numbering`: where its numbers come from."""
    from generator.pipeline.batch.preflight import prepared
    from generator.reporters.text import print_diagnostics

    ready = prepared(loaded, plan, asked.order, asked.units, with_zip=asked.with_zip)
    if not session.quiet:
        print_diagnostics(ready.findings)
    if options["is_dry"]:
        from generator.commands.batch_dry import tell

        return tell(ready)
    if numbering is not None:
        ready = replace(ready, setting=replace(ready.setting, is_numbered=True))
    return _perform(session, ready, asked, options, numbering(ready) if numbering is not None else None)


def _perform(session: Session, ready: Prepared, asked: Asked, options: dict[str, Any], numbers: Numbers | None) -> int:
    from generator.commands.batch_progress import BatchProgress
    from generator.pipeline.batch.run import perform
    from generator.pipeline.batch.worker import settle_in

    jobs = _jobs(options, ready.documents)
    setting = ready.setting
    if not setting.is_numbered:
        settle_in(setting, ready.bench)
    engine = _engine(options, jobs, (setting.ground.layers.workspace.root, setting.order.output), ready)
    progress = BatchProgress(ready.documents, is_quiet=session.quiet)
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended like Ctrl+C: nothing half, and told
    try:
        with progress:
            outcome = perform(
                ready,
                engine,
                asked.written(),
                jobs=jobs,
                with_zip=asked.with_zip,
                told=progress.told,
                said=lambda text: click.echo(text, err=True),
                numbers=numbers,
            )
    except KeyboardInterrupt:
        said = _("Đã dừng ở {done} văn bản. Phần đã làm vẫn còn; chạy tiếp bằng --resume.")
        click.echo(said.format(done=progress.done), err=True)
        return COULD_NOT_RUN
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)
    progress.summary(outcome)
    return FINDINGS if outcome.totals.errors else DONE


def _jobs(options: dict[str, Any], documents: int) -> int:
    from generator.pipeline.cores import cores

    if options["jobs"] is not None:
        return int(options["jobs"])
    return 1 if documents <= _FEW and options["engine"] == "process" and not options["with_pdf"] else cores()


def _engine(options: dict[str, Any], jobs: int, shared: tuple[Path, ...], ready: Prepared) -> Engine:
    from generator.pipeline.batch.engines.process import Processes
    from generator.pipeline.batch.engines.serial import Serial
    from generator.pipeline.batch.worker import work

    if options["engine"] == "dask":
        return _dask(options, jobs, shared)
    if options["scheduler"] is not None:
        raise click.UsageError(_("--scheduler chỉ dùng cùng --engine dask"))
    if jobs == 1:
        return Serial()
    engine = Processes(jobs)
    engine.begin(ready.setting, work, ready.count)
    return engine


def _dask(options: dict[str, Any], jobs: int, shared: tuple[Path, ...]) -> Engine:
    from generator.pipeline.batch.engines.addresses import Certificates
    from generator.pipeline.batch.engines.cluster import Place
    from generator.pipeline.batch.engines.dask import Dask

    files = (options["tls_ca"], options["tls_cert"], options["tls_key"])
    if any(files) and not all(files):
        raise click.UsageError(_("--tls-ca, --tls-cert và --tls-key dùng cùng nhau"))
    certificates = Certificates(*(file.absolute() for file in files)) if all(files) else None
    return Dask(Place(options["scheduler"], certificates, jobs, shared=shared))
