"""`vanthu validate`: every fault in the data of a workspace and in the answers to its forms, with its place.

It judges nothing: `sources` does. It writes nothing.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from generator.commands.main import Session
    from generator.diagnostics import Diagnostic
    from generator.workspace import Workspace

DONE, FINDINGS = 0, 1


@click.command(
    help=_(
        "Tìm lỗi trong dữ liệu: vanthu.yaml, units.yaml, các kế hoạch, việc đã xong, số liệu đã thu (mặc định: tất cả)."
    )
)
@click.argument("files", metavar=_("[TỆP]..."), nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def validate(session: Session, files: tuple[Path, ...]) -> int:
    from generator.diagnostics import Severity
    from generator.pipeline.progress import unreadable, without_plan
    from generator.reporters.text import print_diagnostics
    from generator.sources.load import examine

    workspace = _workspace(session.workspace, files)
    plans = _plans(workspace, files)
    findings = (*examine(workspace, plans), *unreadable(plans, workspace))
    chosen = {each.resolve() for each in files}
    findings += tuple(one for one in without_plan(workspace) if not files or _file(one) in chosen)
    if not any(one.severity is Severity.ERROR for one in findings):
        findings += _rehearsed(workspace, plans)
    shown = [one for one in findings if one.severity is Severity.ERROR or not session.quiet]
    print_diagnostics(shown)
    counts = Counter(one.severity for one in findings)
    if shown or not session.quiet:
        click.echo(_summary(findings))
    return FINDINGS if counts[Severity.ERROR] else DONE


def _rehearsed(workspace: Workspace, plans: tuple[Path, ...]) -> tuple[Diagnostic, ...]:
    """What would stop the documents of data that is sound in itself: profiles, templates, forms of signing; and what
    is said to be done though no plan asks for it.
    """
    from generator.pipeline.answers_examined import answers_without_plan, examine_answers
    from generator.pipeline.folders import examine_folders
    from generator.pipeline.progress import checked
    from generator.pipeline.rehearse import rehearse
    from generator.sources.load import load_plan, load_workspace
    from generator.vietnamese import clock

    loaded = load_workspace(workspace)
    found: list[Diagnostic] = [*answers_without_plan(workspace)]
    for path in plans:
        plan = load_plan(path, loaded)
        found += (*rehearse(loaded, plan), *checked(path, plan.plan, loaded, clock.today())[1])
        found += examine_answers(loaded, plan, clock.today())
    return tuple(dict.fromkeys((*examine_folders(loaded, with_form=not plans), *found)))


def _workspace(named: Path | None, files: tuple[Path, ...]) -> Workspace:
    """The one named, else that of the first file, else that of the current folder."""
    from generator.workspace import find, open_workspace

    return open_workspace(named or (find(files[0].parent) if files else None))


def _plans(workspace: Workspace, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files that are plans; the workspace's own two are looked at in any case, progress and answers with
    their plan."""
    if not files:
        return workspace.plan_files()
    beside = (workspace.root / name for name in ("groups.csv", "indicators.yaml"))
    own = {each.resolve() for each in (workspace.office_file, *workspace.rosters(), *beside)}
    others = (path for path in files if path.resolve() not in own)
    named = {plan.stem: plan for plan in workspace.plan_files()}
    found = (named.get(stem) if (stem := _told_of(path, workspace)) else path for path in others)
    return tuple(dict.fromkeys(path for path in found if path))


def _told_of(path: Path, workspace: Workspace) -> str | None:
    """The name of the plan whose progress or answers a file holds; None where it is none of these."""
    real, figures = path.resolve(), workspace.figures.resolve()
    if real.parent == workspace.progress.resolve():
        return path.stem
    return real.relative_to(figures).parts[0] if real.is_relative_to(figures) and real != figures else None


def _file(finding: Diagnostic) -> Path | None:
    return finding.where.file and finding.where.file.resolve()


def _summary(findings: tuple[Diagnostic, ...]) -> str:
    from generator.diagnostics import Severity

    counts = Counter(one.severity for one in findings)
    text = _("{errors} lỗi, {warnings} cảnh báo").format(
        errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING]
    )
    if counts[Severity.ADVICE]:
        text += _(", {count} góp ý").format(count=counts[Severity.ADVICE])
    return text
