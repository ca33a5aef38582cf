"""`vanthu figures`: what the units' answers add up to, what stands behind each figure, and figures corrected.

What each of these does stands in modules of their own beside this one, imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import click

from generator.commands.main import LazyCommands
from generator.messages import _

if TYPE_CHECKING:
    from generator.commands.main import Session
    from generator.sources.loaded import LoadedPlan, LoadedWorkspace


class _Figures(LazyCommands):
    known: ClassVar[Mapping[str, str]] = {
        "show": "generator.commands.figures_show:show",
        "explain": "generator.commands.figures_explain:explain",
        "correct": "generator.commands.figures_correct:correct",
    }


@click.group(cls=_Figures, help=_("Số liệu các đơn vị đã trả lời: tổng hợp, xem số từ đâu ra, sửa có ghi lý do."))
def figures() -> None:
    pass


def opened(session: Session, path: Path | None) -> tuple[LoadedWorkspace, LoadedPlan]:
    """The plan that was named, or the only one there is."""
    from generator.sources.load import open_plan
    from generator.workspace import open_workspace

    workspace = open_workspace(session.workspace)
    if path is None:
        there = workspace.plan_files()
        if len(there) != 1:
            names = ", ".join(each.name for each in there) or _("chưa có kế hoạch nào")
            raise click.UsageError(_("chỉ ra một kế hoạch: {names}").format(names=names))
        (path,) = there
    return open_plan(workspace, path, one_by_one=True)
