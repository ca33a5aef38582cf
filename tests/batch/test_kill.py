"""Runs of the real command that are ended at any moment, and gone on with: nothing is missing, torn, doubled or left.

`python -m pytest tests/batch/test_kill.py --slow -s` prints the seed of every run.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.country import build
from tests.batch.processes import started, until_gone

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")]
ROOT = Path(__file__).resolve().parents[2]
UNITS = 1_500
RUNS, EACH = 50, 10
OWN = {".vanthu", "manifest.csv", "manifest.xlsx"}
KEPT = {"journal.sqlite", "lock", "tmp"}
PASSING = ("Tình trạng", "Cách làm", "Thời gian (giây)")
"""Columns of the manifest that tell of the run and not of the document."""


@dataclass(frozen=True)
class Undisturbed:
    plan: Path
    hashes: dict[str, str]
    lines: list[dict[str, str]]
    seconds: float


def command(plan: Path, output: Path, *more: str) -> list[str]:
    words = ["--workspace", str(plan.parents[1]), "--quiet", "batch", str(plan), "--kind", "guidance"]
    return [sys.executable, str(ROOT / "cli.py"), *words, "--check", "none", "--jobs", "2", "-o", str(output), *more]


def finished(line: list[str]) -> tuple[int, str]:
    with started(line) as process:
        said, complaints = process.communicate(timeout=300)
    return process.returncode, said + complaints


def hashes(output: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in output.glob("*.docx")}


def lines(output: Path) -> list[dict[str, str]]:
    with (output / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{title: cell for title, cell in row.items() if title not in PASSING} for row in csv.DictReader(file)]


def differences(output: Path, wanted: dict[str, str]) -> list[str]:
    """What is not as in the undisturbed run: missing, torn, or not meant to be there."""
    found = hashes(output)
    wrong = [f"{name}: {found.get(name, 'missing')}" for name in wanted if found.get(name) != wanted[name]]
    others = {path.name for path in output.iterdir()} - wanted.keys() - OWN
    own = {path.name for path in (output / ".vanthu").glob("*")} - KEPT
    temporary = [path.name for path in (output / ".vanthu" / "tmp").glob("*")]
    return [*wrong, *others, *own, *temporary]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    folder = tmp_path_factory.mktemp("undisturbed")
    plan = build(folder / "country", UNITS)
    since = time.monotonic()
    code, said = finished(command(plan, folder / "out"))
    assert code == 0, said
    run = Undisturbed(plan, hashes(folder / "out"), lines(folder / "out"), time.monotonic() - since)
    assert len(run.hashes) == len(run.lines) == UNITS
    return run


def resume(run: Undisturbed, output: Path) -> None:
    code, said = finished(command(run.plan, output, "--resume"))
    if code == 2 and "chưa có lượt chạy nào" in said:  # it was ended before it had begun
        code, said = finished(command(run.plan, output))
    assert code == 0, said


def killed(run: Undisturbed, output: Path, choice: random.Random, *more: str) -> str:
    """One run and its end by force: at any moment from its start to its end, or while documents appear."""
    there = count(output)
    is_at_work = there < UNITS and choice.random() < 0.7
    wanted = choice.randint(there + 1, UNITS) if is_at_work else 0
    delay = choice.uniform(0.0, 0.05 if is_at_work else run.seconds)
    with started(command(run.plan, output, *more)) as process:
        while count(output) < wanted and process.poll() is None:
            time.sleep(0.002)
        time.sleep(delay)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert not until_gone(process.pid)
    return f"{count(output)} documents, {delay:.2f} s after {'the start' if not wanted else f'{wanted} were there'}"


def count(output: Path) -> int:
    return sum(name.endswith(".docx") for name in os.listdir(output)) if output.exists() else 0


@pytest.mark.parametrize("first", range(0, RUNS, EACH))
def test_runs_that_were_killed_are_gone_on_with(first: int, undisturbed: Undisturbed, tmp_path: Path) -> None:
    for number in range(first, first + EACH):
        seed = random.SystemRandom().getrandbits(32)
        choice, output = random.Random(seed), tmp_path / f"{number}"
        for _kill in range(choice.randint(1, 3)):
            found = killed(undisturbed, output, choice, *(["--resume"] if count(output) else []))
            print(f"run {number}, seed {seed}: {found}")
        resume(undisturbed, output)
        assert not differences(output, undisturbed.hashes), f"seed {seed}"
        assert lines(output) == undisturbed.lines, f"seed {seed}"
        shutil.rmtree(output)


def test_a_parent_that_was_killed_alone_leaves_nobody_at_work(undisturbed: Undisturbed, tmp_path: Path) -> None:
    with started(command(undisturbed.plan, tmp_path / "out")) as process:
        wait_for_documents(tmp_path / "out", process)
        process.kill()
    assert not until_gone(process.pid)
    resume(undisturbed, tmp_path / "out")
    assert not differences(tmp_path / "out", undisturbed.hashes)


def wait_for_documents(output: Path, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 60
    while not any(output.glob("*.docx")) and time.monotonic() < deadline:
        assert process.poll() is None, "it ended before there was anything to interrupt"
        time.sleep(0.005)


@pytest.mark.parametrize("whole_group", [True, False], ids=["group", "parent"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_how_to_go_on(
    number: signal.Signals, whole_group: bool, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    with started(command(undisturbed.plan, output)) as process:
        wait_for_documents(output, process)
        (os.killpg if whole_group else os.kill)(process.pid, number)
        _said, complaints = process.communicate(timeout=30)
    assert process.returncode == 2, complaints
    assert "--resume" in complaints
    assert "Traceback" not in complaints
    assert not until_gone(process.pid)
    resume(undisturbed, output)
    assert not differences(output, undisturbed.hashes)
    assert lines(output) == undisturbed.lines


NAIVE = """
import sys, time
from pathlib import Path
source, target = map(Path, sys.argv[1:])
target.mkdir(exist_ok=True)
for file in sorted(source.glob("*.docx")):
    if (target / file.name).exists():
        continue
    data = file.read_bytes()
    with (target / file.name).open("wb", buffering=0) as out:
        for start in range(0, len(data), 1024):
            out.write(data[start:start + 1024])
            time.sleep(0.0005)
"""


def test_a_naive_writer_does_not_pass(undisturbed: Undisturbed, tmp_path: Path) -> None:
    source, output = undisturbed.plan.parents[1].parent / "out", tmp_path / "out"
    line = [sys.executable, "-c", NAIVE, str(source), str(output)]
    for _try in range(20):
        with started(line) as process:
            wait_for_documents(output, process)
            time.sleep(0.05)
            process.kill()
        torn = [name for name, sha in hashes(output).items() if sha != undisturbed.hashes[name]]
        if torn:
            break
    assert torn
    assert differences(output, undisturbed.hashes)
