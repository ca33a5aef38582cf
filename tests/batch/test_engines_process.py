"""Processes that do chunks: nothing is lost and nothing is left, whatever becomes of one of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

from generator.errors import GeneratorError
from generator.pipeline.batch.engine import Work
from generator.pipeline.batch.engines.process import Processes
from generator.pipeline.batch.engines.serial import Serial
from generator.pipeline.batch.order import Done, Setting, Status
from tests.batch import odd_workers as odd
from tests.batch.processes import members, started, until_gone

MEMORY = 1 << 30
ROOT = Path(__file__).resolve().parents[2]
ENDED_OTHERWISE = (odd.write_or_leave, odd.write_or_want_all_memory)


@pytest.fixture
def engine() -> Iterator[Processes]:
    with closing(Processes(2, memory=MEMORY)) as engine:
        yield engine


def run(engine: Processes, folder: Path, work: Work, units: int = 1_000) -> list[Done]:
    return list(engine.run(odd.setting(folder), odd.chunks(units), work, odd.mourn))


def statuses(done: list[Done]) -> dict[str, Status]:
    records = [record for each in done for record in each.records]
    found = {record.unit: record.status for record in records}
    assert len(found) == len(records), "a unit came twice"
    return found


def children() -> set[int]:
    """The processes below this one that are alive; multiprocessing's own helper aside."""
    found = set()
    for folder in Path("/proc").iterdir():
        try:
            parent, command = (folder / "stat").read_text().rpartition(")")[2].split()[1], folder / "cmdline"
            if int(parent) == os.getpid() and b"resource_tracker" not in command.read_bytes():
                found.add(int(folder.name))
        except (OSError, ValueError):
            continue
    return found


def test_every_chunk_comes_back_as_the_serial_engine_gives_it(engine: Processes, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    ours = run(engine, tmp_path / "a", odd.write)
    serial = list(Serial().run(odd.setting(tmp_path / "b"), odd.chunks(1_000), odd.write, odd.mourn))
    assert sorted(ours) == serial
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == sorted(statuses(ours))


def test_no_chunk_is_no_work_and_no_process(engine: Processes, tmp_path: Path) -> None:
    before = children()
    assert run(engine, tmp_path, odd.write, 0) == []
    assert children() == before


def test_one_chunk_is_one_process(tmp_path: Path) -> None:
    before = children()
    with closing(Processes(2)) as engine:
        running = engine.run(odd.setting(tmp_path), odd.chunks(10), odd.write, odd.mourn)
        next(iter(running))
        assert len(children() - before) == 1


@pytest.mark.parametrize(
    "work", [odd.write_or_be_killed, *(pytest.param(work, marks=pytest.mark.slow) for work in ENDED_OTHERWISE)]
)
def test_one_unit_that_ends_its_process_is_named_and_all_others_are_done(
    work: Work, engine: Processes, tmp_path: Path
) -> None:
    found = statuses(run(engine, tmp_path, work))
    assert len(found) == 1_000
    assert [unit for unit, status in found.items() if status is Status.LOST] == [odd.POISON]
    assert len(list(tmp_path.iterdir())) == 999


@pytest.mark.slow
def test_a_single_process_is_enough_for_that(tmp_path: Path) -> None:
    with closing(Processes(1)) as engine:
        found = statuses(run(engine, tmp_path, odd.write_or_be_killed))
    assert [unit for unit, status in found.items() if status is not Status.MADE] == [odd.POISON]


def test_the_records_of_a_chunk_that_was_split_keep_their_order(engine: Processes, tmp_path: Path) -> None:
    for done in run(engine, tmp_path, odd.write_or_be_killed):
        units = [record.unit for record in done.records]
        assert units == sorted(units)
        assert len(units) == 50


@pytest.mark.slow
def test_processes_that_die_by_chance_cost_nothing(engine: Processes, tmp_path: Path) -> None:
    found = statuses(run(engine, tmp_path, odd.write_and_die_now_and_then, 600))
    assert len(found) == 600
    assert set(found.values()) == {Status.MADE}


def test_chunks_are_drawn_only_as_they_are_needed(tmp_path: Path) -> None:
    source = odd.Counted(odd.chunks(10_000, 10))
    with closing(Processes(2)) as engine:
        for count, _done in enumerate(engine.run(odd.setting(tmp_path), source, odd.write, odd.mourn), 1):
            assert source.drawn <= count + 10


def test_a_fault_of_the_program_is_told_as_it_happened_there(engine: Processes, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError, match="a fault of the program") as caught:
        run(engine, tmp_path, odd.stumble)
    assert "odd_workers.py" in str(caught.value.__cause__)


def test_what_stops_all_work_keeps_its_hint(engine: Processes, tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="the disk has gone") as caught:
        run(engine, tmp_path, odd.refuse)
    assert caught.value.hint == "bring it back"


def test_a_setting_that_does_not_arrive_is_told(engine: Processes) -> None:
    with pytest.raises(ModuleNotFoundError, match="no module named so"):
        list(engine.run(cast(Setting, odd.Unpacked()), odd.chunks(10), odd.write, odd.mourn))


def test_processes_that_cannot_start_end_the_run_and_do_not_repeat_for_ever(tmp_path: Path) -> None:
    with closing(Processes(2, memory=1 << 20)) as engine, pytest.raises(GeneratorError, match="ngay khi bắt đầu"):
        run(engine, tmp_path, odd.write)


def test_nobody_is_left_when_the_caller_gives_up(tmp_path: Path) -> None:
    before = children()
    engine = Processes(2)
    running = engine.run(odd.setting(tmp_path), odd.chunks(10_000), odd.write_slowly, odd.mourn)
    next(iter(running))
    assert children() > before
    engine.close()
    assert children() == before


def test_a_process_that_does_not_listen_is_killed(tmp_path: Path) -> None:
    before = children()
    engine = Processes(1)
    running = engine.run(odd.setting(tmp_path), odd.chunks(10_000), odd.write_slowly, odd.mourn)
    next(iter(running))
    (worker,) = children() - before
    os.kill(worker, signal.SIGSTOP)
    engine.close()
    assert children() == before


PARENT = """
import sys
from pathlib import Path
from generator.pipeline.batch.engines.process import Processes
from tests.batch import odd_workers as odd

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for done in Processes(2).run(odd.setting(folder), odd.chunks(1_000_000, 5), odd.write_slowly, odd.mourn):
        print(done.number, flush=True)
"""


@pytest.fixture
def parent(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, "utf-8")
    (tmp_path / "made").mkdir()
    command = [sys.executable, str(script), str(tmp_path / "made")]
    with started(command, os.environ | {"PYTHONPATH": str(ROOT)}) as process:
        assert process.stdout is not None
        assert process.stdout.readline(), process.stderr and process.stderr.read()
        yield process
        process.kill()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")
def test_workers_end_with_a_parent_that_was_killed(parent: subprocess.Popen[str], tmp_path: Path) -> None:
    assert len(members(parent.pid)) >= 3
    parent.kill()
    parent.wait()
    assert not until_gone(parent.pid)
    before = sorted((tmp_path / "made").iterdir())
    time.sleep(0.3)
    assert sorted((tmp_path / "made").iterdir()) == before


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")
def test_an_interrupt_of_the_whole_group_is_answered_by_the_parent_alone(parent: subprocess.Popen[str]) -> None:
    os.killpg(parent.pid, signal.SIGINT)
    _said, complaints = parent.communicate(timeout=30)
    assert complaints.count("Traceback") == 1
    assert "KeyboardInterrupt" in complaints
    assert not until_gone(parent.pid)
