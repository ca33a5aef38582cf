"""`vanthu batch --number`: numbers reserved together, printed, recorded, given back; cut off and gone on with."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from generator.register.records import Entry
from tests.batch.offices import PLAN, office, unit, write_units
from tests.cli.numbered import DONE, FINDINGS, REGISTER, book, edit, has_all, said, words

COUNT = 12
UNITS = 120
KILLS = 10
_ROOT = Path(__file__).resolve().parents[2]
_ORDER = ("batch", PLAN, "--kind", "guidance", "-o", "ra", "--check", "none")


def at_home(root: Path, count: int) -> Path:
    made = office(root / "xã", map(unit, range(count)))
    with (made / "vanthu.yaml").open("a", encoding="utf-8") as file:
        file.write(REGISTER)
    return made


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = at_home(tmp_path, COUNT)
    monkeypatch.chdir(made)
    return made


def run(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = DONE) -> str:
    return said(capsys, *_ORDER, "--jobs", "1", *arguments, code=code)


def test_every_document_has_its_number(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"{COUNT} văn bản mang số" in run(capsys, "--number", "--by", "Lan")
    entries = book(root)
    assert {(entry.number, entry.state, entry.run) for entry in entries} == {(1, "reserved", "")}
    for place, entry in enumerate(entries):
        assert entry.particulars.file == f"ra/guidance-chi-bo-{place:04}.docx"
        assert f"Số 01-HD/CB{place}" in words(root / entry.particulars.file)
    assert not [*(root / "ra/.vanthu/ready").iterdir()]


def test_the_next_run_makes_nothing_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--number")
    before = {file: file.stat().st_mtime_ns for file in (root / "ra").glob("*.docx")}
    for more in (["--number"], []):
        assert f"{COUNT} không đổi" in run(capsys, *more)
    assert {file: file.stat().st_mtime_ns for file in (root / "ra").glob("*.docx")} == before
    assert len(book(root)) == COUNT


def test_what_is_not_made_gives_its_number_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_units(root, [unit(n, **({"signer.authority": "for_superior: Bí thư"} if n == 3 else {})) for n in range(5)])
    assert "trả lại 1 số" in run(capsys, "--number", code=FINDINGS)
    assert [entry.series.issuer for entry in book(root)] == [f"chi-bo-{n:04}" for n in (0, 1, 2, 4)]


def test_the_office_keeps_its_number(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {"signer.authority": "for_superior: Bí thư"}
    write_units(root, [unit(0, **wrong)])
    said(capsys, "number", "reserve", PLAN, "--kind", "guidance")
    run(capsys, "--number", code=FINDINGS)
    assert [entry.series.issuer for entry in book(root)] == ["dang-uy-xa"]


def test_documents_cite_the_number_of_the_plan(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "render", PLAN, "--number")
    run(capsys)
    assert "01-KH/ĐU" in words(root / "ra/guidance-chi-bo-0001.docx").replace("\u00a0", " ")


def test_an_issued_document_is_not_made_with_other_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--number")
    arguments = ("--kind", "guidance", "--unit", "all", "--date", "10/01/2026", "--reason", "Đảng ủy giao")
    said(capsys, "number", "issue", PLAN, *arguments)
    before = {file: file.read_bytes() for file in (root / "ra").glob("*.docx")}
    edit(root / PLAN, "Đào hố trước một tuần", "Đào hố trước hai tuần")
    out = run(capsys, "--number", "--overwrite", code=FINDINGS)
    assert has_all(out, ["register/issued-otherwise", "trước hai tuần", f"{COUNT} có lỗi"])
    assert {file: file.read_bytes() for file in (root / "ra").glob("*.docx")} == before


def test_a_resumed_run_goes_on_with_numbers(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--number")
    (root / "ra/guidance-chi-bo-0005.docx").unlink()
    said(capsys, "batch", PLAN, "-o", "ra", "--resume", "--jobs", "1")
    assert "Số 01-HD/CB5" in words(root / "ra/guidance-chi-bo-0005.docx")
    assert len(book(root)) == COUNT


CRASHES = {
    "before anything was made": ("Numbering.attached", 0),
    "before the register was told": ("record", 0),
    "before the files took their places": ("files.take_place", 0),
    "before the numbers were handed over": ("hand_over", COUNT),
}
_CRASHING = """
import os, sys
sys.path.insert(0, {root!r})
from generator.commands.main import main
from generator.pipeline.batch import numbers
numbers.{name} = lambda *arguments, **named: os._exit(9)
if __name__ == "__main__":
    main({arguments!r})
"""


@pytest.mark.parametrize(("name", "files"), CRASHES.values(), ids=CRASHES)
@pytest.mark.parametrize(
    "is_repaired", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["gone on with", "repaired"]
)
def test_a_crash_leaves_no_number_astray(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, files: int, is_repaired: bool
) -> None:
    code = _CRASHING.format(root=str(_ROOT), name=name, arguments=[*_ORDER, "--number", "--jobs", "1", "--by", "Lan"])
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False, capture_output=True).returncode == 9
    assert len([*(root / "ra").glob("*.docx")]) == files
    assert {entry.state for entry in book(root)} == {"reserved"}
    if is_repaired:
        said(capsys, "number", "gaps", "--repair")
        assert {(entry.state, entry.run) for entry in book(root) if entry.state == "reserved"} == (
            {("reserved", "")} if files else set()
        )
    run(capsys, "--number")
    accounted(root, COUNT)


def accounted(root: Path, count: int) -> None:
    """Each number is that of a file that bears it, or void with its reason; none is there twice."""
    entries = book(root)
    assert max(Counter((entry.series, entry.number) for entry in entries).values()) == 1
    assert all(entry.reason for entry in entries if entry.state == "void")
    live = [entry for entry in entries if entry.state != "void"]
    assert all(_bears(root, entry) for entry in live)
    assert len(live) == count == len([*(root / "ra").glob("*.docx")])


def _bears(root: Path, entry: Entry) -> bool:
    return not entry.run and f"Số {entry.particulars.code}" in words(root / entry.particulars.file)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups on this system")
def test_killed_runs_lose_no_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = at_home(tmp_path, UNITS)
    monkeypatch.chdir(root)
    command = [sys.executable, str(_ROOT / "cli.py"), *_ORDER, "--number", "--by", "Lan"]
    started = time.monotonic()
    subprocess.run([*command[:-3], "-o", "thử", "--jobs", "2"], check=True, capture_output=True)
    longest = time.monotonic() - started
    moments, kills = random.Random(7), 0
    for attempt in range(KILLS * 10):
        if kills == KILLS:
            break
        running = subprocess.Popen(
            [*command, "--jobs", moments.choice("12")],
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            running.wait(moments.uniform(0.3, 1.0) * longest)
            longest *= 0.8  # the machine was slower when the whole run was timed
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            kills += 1
        if attempt % 3 == 2:
            said(capsys, "number", "gaps", "--repair", "--reason", "máy bị tắt")
        for file in [*(root / "ra").glob("*.docx")][:: moments.choice((2, 3))]:
            file.unlink()  # so that there is something to be made again
    assert kills == KILLS
    said(capsys, "number", "gaps", "--repair")
    files = {file.relative_to(root).as_posix() for file in (root / "ra").glob("*.docx")}
    for entry in book(root):
        assert entry.state != "reserved" or not entry.run or entry.particulars.file in files
    said(capsys, *_ORDER, "--number", "--jobs", "1")
    accounted(root, UNITS)
