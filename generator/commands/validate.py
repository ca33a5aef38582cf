"""`vanthu validate`: every fault in the data of a workspace, with its place.

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


@click.command(help=_("Tìm lỗi trong dữ liệu: vanthu.yaml, units.yaml và các kế hoạch (mặc định: tất cả)."))
@click.argument("files", metavar=_("[TỆP]..."), nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def validate(session: Session, files: tuple[Path, ...]) -> int:
    from generator.diagnostics import Severity
    from generator.reporters.text import print_diagnostics
    from generator.sources.load import examine

    workspace = _workspace(session.workspace, files)
    plans = _plans(workspace, files)
    findings = examine(workspace, plans)
    if not any(one.severity is Severity.ERROR for one in findings):
        findings += _rehearsed(workspace, plans)
    shown = [one for one in findings if one.severity is Severity.ERROR or not session.quiet]
    print_diagnostics(shown)
    counts = Counter(one.severity for one in findings)
    if shown or not session.quiet:
        click.echo(_summary(findings))
    return FINDINGS if counts[Severity.ERROR] else DONE


def _rehearsed(workspace: Workspace, plans: tuple[Path, ...]) -> tuple[Diagnostic, ...]:
    """What would stop the documents of data that is sound in itself: profiles, templates, forms of signing."""
    from generator.pipeline.folders import examine_folders
    from generator.pipeline.rehearse import rehearse
    from generator.sources.load import load_plan, load_workspace

    loaded = load_workspace(workspace)
    found = [finding for plan in plans for finding in rehearse(loaded, load_plan(plan, loaded))]
    return tuple(dict.fromkeys((*examine_folders(loaded, with_form=not plans), *found)))


def _workspace(named: Path | None, files: tuple[Path, ...]) -> Workspace:
    """The one named, else that of the first file, else that of the current folder."""
    from generator.workspace import find, open_workspace

    return open_workspace(named or (find(files[0].parent) if files else None))


def _plans(workspace: Workspace, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files that are plans; the workspace's own two are looked at in any case."""
    if not files:
        return workspace.plan_files()
    own = {each.resolve() for each in (workspace.office_file, *workspace.rosters(), workspace.root / "groups.csv")}
    return tuple(path for path in files if path.resolve() not in own)


def _summary(findings: tuple[Diagnostic, ...]) -> str:
    from generator.diagnostics import Severity

    counts = Counter(one.severity for one in findings)
    text = _("{errors} lỗi, {warnings} cảnh báo").format(
        errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING]
    )
    if counts[Severity.ADVICE]:
        text += _(", {count} góp ý").format(count=counts[Severity.ADVICE])
    return text
