"""Every finding about the answers to a plan's forms, and about folders of answers that no form asked for.

What is wrong in an answer, `sources` and `generator.figures` say; nothing is counted for anybody here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.pipeline.figures_of import figures_of
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.vietnamese.unicode import nearest
from generator.workspace import Workspace

_PHASE = re.compile(r"dot-[1-9][0-9]*")


def examine_answers(loaded: LoadedWorkspace, plan: LoadedPlan, today: date) -> tuple[Diagnostic, ...]:
    """Of all phases, each finding once. Reads: the answers."""
    found: dict[Diagnostic, None] = {}
    for form in sorted(plan.plan.forms, key=lambda one: one.phase):
        found.update(dict.fromkeys(figures_of(loaded, plan, form.phase, today).diagnostics))
    phases = {f"dot-{form.phase}" for form in plan.plan.forms}
    folder = loaded.workspace.figures / plan.path.stem
    return (*found, *_without_form(folder, phases))


def _without_form(folder: Path, phases: Collection[str]) -> Iterator[Diagnostic]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name in phases:
            continue
        message = _("thư mục số liệu {name} không thuộc biểu nào của kế hoạch").format(name=path.name)
        hint = _("đặt tên là dot-N theo đợt có biểu trong forms, hoặc cất đi; số liệu trong đó không được cộng")
        if _PHASE.fullmatch(path.name):
            message = _("có số liệu của {name} mà kế hoạch không có biểu của đợt này").format(name=path.name)
            hint = _("thêm mục forms cho đợt này, hoặc cất thư mục đi; số liệu trong đó không được cộng")
        yield Diagnostic("data/answers-without-form", message, Location(path), Severity.WARNING, hint=hint)


def answers_without_plan(workspace: Workspace) -> Iterator[Diagnostic]:
    """Folders of answers that bear the name of no plan: nobody counts what is in them."""
    stems = [path.stem for path in workspace.plan_files()]
    for path in sorted(workspace.figures.iterdir()) if workspace.figures.is_dir() else ():
        if path.is_dir() and not path.name.startswith(".") and path.name not in stems:
            near = nearest(path.name, stems)
            hint = _("thư mục này mang tên của kế hoạch; có phải là “{name}”?").format(name=near)
            otherwise = _("đặt tên thư mục theo tên tệp kế hoạch, hoặc cất đi; số liệu trong đó không được cộng")
            message = _("có số liệu của kế hoạch “{name}”, mà không có kế hoạch đó").format(name=path.name)
            yield Diagnostic(
                "data/answers-without-plan", message, Location(path), Severity.WARNING, hint=hint if near else otherwise
            )
