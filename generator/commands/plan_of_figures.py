"""The plan that commands about forms and figures work on: the one that was named, or the only one there is.

Faults of the plan that have nothing to do with its forms are told, and stop nobody here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from generator.commands.main import Session
    from generator.sources.loaded import LoadedPlan, LoadedWorkspace


def opened(session: Session, path: Path | None) -> tuple[LoadedWorkspace, LoadedPlan]:
    """Writes: to the terminal, that there are other faults."""
    from generator.reporters.text import print_diagnostics
    from generator.sources.load import open_plan
    from generator.sources.load_forms import OTHER_FAULTS
    from generator.workspace import open_workspace

    workspace = open_workspace(session.workspace)
    if path is None:
        there = workspace.plan_files()
        if len(there) != 1:
            names = ", ".join(each.name for each in there) or _("chưa có kế hoạch nào")
            raise click.UsageError(_("chỉ ra một kế hoạch: {names}").format(names=names))
        (path,) = there
    loaded, plan = open_plan(workspace, path, one_by_one=True, forms_only=True)
    if not session.quiet:
        print_diagnostics(each for each in plan.warnings if each.code == OTHER_FAULTS)
    return loaded, plan
