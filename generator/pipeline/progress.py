"""What has been done of a plan, laid beside what the plan asks for: its progress file read and checked.

It changes no file: `accomplish` does. How things stand on a day is counted by `status`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _
from generator.model.plan import Plan
from generator.pipeline.accomplish import Asked
from generator.pipeline.deadlines import dues
from generator.pipeline.status import Owing
from generator.sources.loaded import LoadedWorkspace
from generator.sources.progress import Progress, check_progress, load_progress
from generator.vietnamese import clock
from generator.vietnamese.unicode import nearest
from generator.workspace import Workspace


def progress_file(plan: Path, workspace: Workspace) -> Path:
    return workspace.progress / f"{plan.stem}.yaml"


def owing_of(loaded: LoadedWorkspace) -> Owing:
    return Owing(loaded.roster, loaded.office_file.office.id)


def asked_by(path: Path, plan: Plan, owing: Owing, day: date) -> Asked:
    """All that the plan asks for until well after today, whichever day it is looked at from."""
    return Asked(path, dues(plan, today=max(day, clock.today())), owing)


def checked(path: Path, plan: Plan, loaded: LoadedWorkspace, day: date) -> tuple[Progress, tuple[Diagnostic, ...]]:
    """What has been done, and what is wrong or doubtful about the file; Faulty where that cannot be read."""
    owing = owing_of(loaded)
    progress = load_progress(progress_file(path, loaded.workspace))
    asked = asked_by(path, plan, owing, day)
    return progress, tuple(check_progress(progress, asked, loaded.roster, owing.office, clock.today()))


def unreadable(plans: Iterable[Path], workspace: Workspace) -> Iterator[Diagnostic]:
    """What is wrong with the progress files of these plans by themselves, whatever the plans ask for."""
    for path in plans:
        try:
            load_progress(progress_file(path, workspace))
        except Faulty as faulty:
            yield from faulty.diagnostics


def without_plan(workspace: Workspace) -> Iterator[Diagnostic]:
    """Progress files whose plan is gone, or has another name by now."""
    plans = [each.stem for each in workspace.plan_files()]
    for file in sorted(workspace.progress.glob("*.yaml")):
        if file.stem not in plans:
            near = nearest(file.stem, plans)
            hint = _("đổi tên thành {name}.yaml nếu là của kế hoạch ấy").format(name=near) if near else None
            message = _("không có kế hoạch {name} cho tệp này").format(name=file.stem)
            yield Diagnostic("data/progress-without-plan", message, Location(file), Severity.WARNING, hint=hint)
