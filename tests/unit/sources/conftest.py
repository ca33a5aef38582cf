"""A small sound workspace on disk, and the same with one thing changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_workspace import OFFICE, PLAN, UNITS

from generator.diagnostics import Diagnostic
from generator.sources.load import examine
from generator.workspace import Workspace

MARK = "¦"
"""Stands, in the new text of an edit, where the finding is expected."""

Place = tuple[int, int]
Edit = Callable[[str, str, str], tuple[list[Diagnostic], Place]]


def place(before: str) -> Place:
    """The line and column behind a text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "Xã Mẫu")
    made.plans.mkdir(parents=True)
    made.office_file.write_text(OFFICE, encoding="utf-8")
    made.units_file.write_text(UNITS, encoding="utf-8")
    (made.plans / "ke-hoach.yaml").write_text(PLAN, encoding="utf-8")
    return made


@pytest.fixture
def edit(workspace: Workspace) -> Edit:
    """Change one text of one file; all findings, and the line and column that were marked."""

    def changed(file: str, old: str, new: str) -> tuple[list[Diagnostic], Place]:
        path = workspace.root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        text = text.replace(old, new)
        before, _mark, after = text.partition(MARK)
        path.write_text(before + after, encoding="utf-8")
        return list(examine(workspace, workspace.plan_files())), place(before)

    return changed
