"""Runs that are killed at random moments, with all their processes, and gone on with until they are done."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from generator.messages import SOURCE_LANGUAGE, speak
from tests.batch.offices import DONE, PLAN, Folder, office, run, unit

UNITS = 400
KILLS = 8
_ROOT = Path(__file__).resolve().parents[2]
_NAIVE = """
import sys
from pathlib import Path
source, target = map(Path, sys.argv[1:])
target.mkdir()
for round in range(1000):
    for file in sorted(source.glob("*.docx")):
        data = file.read_bytes()
        with (target / file.name).open("wb", buffering=0) as copy:
            for start in range(0, len(data), 512):
                copy.write(data[start : start + 512])
"""
"""As a program writes that knows nothing of temporary names; in the pieces in which a ZIP comes about."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups on this system"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    speak(SOURCE_LANGUAGE)
    return office(tmp_path_factory.mktemp("van-phong") / "xã", map(unit, range(UNITS)))


@pytest.fixture(scope="module")
def undisturbed(root: Path) -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert run("-o", "yen") == DONE
    return Folder(root / "yen").documents()


def killed_after(seconds: float, command: list[str], root: Path) -> bool:
    """Whether the command was killed, with all its processes, before it had ended."""
    running = subprocess.Popen(
        command, cwd=root, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        running.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        return True


def test_killed_runs_are_gone_on_with_until_all_is_there(
    root: Path, undisturbed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    folder = Folder(root / "ra")
    first = [sys.executable, str(_ROOT / "cli.py"), "batch", PLAN, "--kind", "guidance", "-o", "ra", "--check", "none"]
    started = time.monotonic()
    subprocess.run([*first, "--jobs", "2", "-o", "thu"], cwd=root, check=True, capture_output=True)
    longest = time.monotonic() - started
    moments, kills = random.Random(5), 0
    for _attempt in range(KILLS * 4):
        if kills == KILLS:
            break
        command = [*first, "--jobs", moments.choice("12")]
        kills += killed_after(moments.uniform(0.3, 1.0) * longest, command, root)
        assert folder.documents().items() <= undisturbed.items()
        if len(folder.documents()) == UNITS:
            _lose_some(folder, moments)
    assert kills == KILLS
    assert run("--resume") == DONE
    assert folder.documents() == undisturbed
    assert folder.strays() == []
    assert folder.is_as_told()
    before = folder.times()
    assert run() == DONE
    assert folder.times() == before


def _lose_some(folder: Folder, moments: random.Random) -> None:
    """So that there is something to be made, and to be killed at, again."""
    for name in moments.sample([*folder.documents()], UNITS // 2):
        (folder.path / name).unlink()


def test_a_writer_that_knows_no_temporary_names_leaves_torn_files(root: Path, undisturbed: dict[str, str]) -> None:
    torn = 0
    for attempt in range(20):
        target = root / f"ngay-{attempt}"
        assert killed_after(0.5, [sys.executable, "-c", _NAIVE, str(root / "yen"), str(target)], root)
        torn += sum(not zipfile.is_zipfile(file) for file in target.glob("*.docx"))
    assert torn
    assert len(undisturbed) == UNITS
