"""A process that ends between reserving, writing and handing over: what the next one says, and what becomes of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.numbered import PLAN, book, has_all, office, said, states, words

_ROOT = Path(__file__).resolve().parents[2]
_CRASHING = """
import os, sys
sys.path.insert(0, {root!r})
from generator.commands.main import main
from generator.pipeline import numbering_render
numbering_render.{name} = lambda *arguments, **named: os._exit(9)
main({arguments!r})
"""
# Where it ends; whether the file is there, what the next run says of it, and what a repair makes of the number.
MOMENTS = {
    "before it was told of the file": ("record", False, "tệp chưa ghi", "void", "chưa ghi tệp, đã hủy"),
    "before it wrote": ("write_results", False, "tệp chưa ghi", "void", "chưa ghi tệp, đã hủy"),
    "before it handed over": ("hand_over", True, "tệp đã ghi đủ", "reserved", "chờ phát hành"),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = office(tmp_path / "xã")
    monkeypatch.chdir(made)
    return made


def crashed(root: Path, name: str) -> None:
    arguments = ["render", PLAN, "--number", "--by", "Lan"]
    code = _CRASHING.format(root=str(_ROOT), name=name, arguments=arguments)
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 9


@pytest.mark.parametrize(("name", "is_written", "told", "_state", "_repaired"), MOMENTS.values(), ids=MOMENTS)
def test_the_next_run_says_what_happened_and_finishes(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    is_written: bool,
    told: str,
    _state: str,
    _repaired: str,
) -> None:
    crashed(root, name)
    assert (root / "out/plan.docx").exists() == is_written
    assert has_all(said(capsys, "render", PLAN), ["lần làm trước dừng giữa chừng", "01-KH/ĐU", told])
    (entry,) = book(root)
    assert (entry.state, entry.run, entry.number) == ("reserved", "", 1)
    assert "Số 01-KH/ĐU" in words(root / "out/plan.docx")
    said(capsys, "number", "issue", PLAN)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "_is_written", "_told", "state", "repaired"), MOMENTS.values(), ids=MOMENTS)
def test_a_repair_hands_it_over_or_makes_it_void(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    _is_written: bool,
    _told: str,
    state: str,
    repaired: str,
) -> None:
    crashed(root, name)
    assert "--repair" in said(capsys, "number", "gaps")
    assert repaired in said(capsys, "number", "gaps", "--repair", "--reason", "mất điện")
    assert [*states(root).values()] == [state]
    assert "Không có lượt làm nào" in said(capsys, "number", "gaps", "--repair")
