"""Where a plan file may be that was not found, and whose it is.

It reads no file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.vietnamese.unicode import nearest
from generator.workspace import Workspace, find

_MOST_NAMES = 8


def hint_for_missing(path: Path, workspace: Workspace) -> str:
    """The same or the nearest name among the plans, another workspace that the path leads into, or all plans."""
    for name in (path.name, f"{path.name}.yaml"):
        if (workspace.plans / name).is_file():
            return _("có phải là {file}?").format(file=_shown(workspace.plans / name))
    if other := _other_workspace(path, workspace):
        return _use_it(other)
    plans = workspace.plan_files()
    if not plans:
        return _("kiểm tra tên tệp; các kế hoạch nằm trong thư mục {folder}").format(folder=_shown(workspace.plans))
    near = nearest(path.stem, [each.stem for each in plans])
    if near:
        return _("có phải là {file}?").format(file=_shown(next(each for each in plans if each.stem == near)))
    some = [str(_shown(each)) for each in plans[:_MOST_NAMES]]
    return _("các kế hoạch đang có: {names}").format(names=", ".join(some + ["…"] * (len(plans) > len(some))))


def in_another_workspace(path: Path, workspace: Workspace) -> Iterator[Diagnostic]:
    """A plan of another office: its signers and units are not those of this workspace."""
    if other := _other_workspace(path, workspace):
        message = _("kế hoạch này nằm trong thư mục làm việc khác, {folder}").format(folder=other)
        yield Diagnostic("data/other-workspace", message, Location(path), Severity.WARNING, hint=_use_it(other))


def _other_workspace(path: Path, workspace: Workspace) -> Path | None:
    other = find(path.parent)
    return other if other and other.resolve() != workspace.root.resolve() else None


def _use_it(folder: Path) -> str:
    return _("dùng --workspace {folder} để lấy cơ quan và đơn vị của thư mục đó").format(folder=folder)


def _shown(path: Path) -> Path:
    """From the current folder where it lies in it."""
    here = Path.cwd()
    return path.absolute().relative_to(here) if path.absolute().is_relative_to(here) else path
