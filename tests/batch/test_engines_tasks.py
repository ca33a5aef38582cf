"""Who answers for a worker that was ended: chunks in, chunks out, whatever happens in between."""

from __future__ import annotations

from pathlib import Path

from generator.pipeline.batch.engines.tasks import Task, Tasks
from generator.pipeline.batch.order import Chunk, Done, Status, Stop
from tests.batch import odd_workers as odd


def tasks(units: int, size: int) -> Tasks:
    return Tasks(odd.chunks(units, size), lambda chunk: odd.mourn(odd.setting(Path()), chunk))


def made(chunk: Chunk, stop: Stop | None = None) -> Done:
    return Done(chunk.number, tuple(odd.record(entry.row.id, Status.MADE) for entry in chunk.entries), stop)


def taken(from_them: Tasks) -> Task:
    task = from_them.take()
    assert task is not None
    return task


def suspect(from_them: Tasks) -> Task:
    task = from_them.take_suspect()
    assert task is not None
    return task


def split(units: int) -> tuple[Tasks, list[Task]]:
    """One chunk at which a worker was ended, as the units that it becomes."""
    whole = tasks(units, units)
    assert whole.ended(taken(whole)) is None
    return whole, [taken(whole) for _unit in range(units)]


def test_a_chunk_that_is_done_is_done() -> None:
    whole = tasks(4, 2)
    first, second = taken(whole), taken(whole)
    assert whole.take() is None
    assert [whole.done(task, made(task.chunk)) for task in (second, first)] == [
        made(second.chunk),
        made(first.chunk),
    ]


def test_what_is_given_back_comes_first() -> None:
    whole = tasks(4, 2)
    first = taken(whole)
    whole.give_back(first)
    assert whole.take() is first


def test_a_chunk_that_ended_its_worker_is_done_unit_by_unit_and_told_as_one() -> None:
    whole, units = split(3)
    assert [len(unit.chunk.entries) for unit in units] == [1, 1, 1]
    found = [whole.done(unit, made(unit.chunk)) for unit in reversed(units)]
    assert found == [None, None, made(next(odd.chunks(3, 3)))]


def test_a_unit_that_ends_three_workers_is_mourned() -> None:
    whole, (guilty, other) = split(2)
    assert whole.done(other, made(other.chunk)) is None
    assert whole.ended(guilty) is None
    assert whole.ended(suspect(whole)) is None
    done = whole.ended(suspect(whole))
    assert done is not None
    assert [record.status for record in done.records] == [Status.LOST, Status.MADE]
    assert whole.waiting(1) == 0


def test_a_chunk_of_one_unit_is_never_split() -> None:
    whole = tasks(1, 1)
    assert whole.ended(taken(whole)) is None
    assert whole.suspects == 1


def test_a_unit_in_company_is_not_condemned_however_many_workers_ended() -> None:
    whole, (unit, _other) = split(2)
    assert whole.ended(unit, 4, is_alone=False) is None
    assert whole.done(suspect(whole), made(unit.chunk)) is None
    assert whole.suspects == 0


def test_suspects_are_for_workers_of_their_own() -> None:
    whole, (unit, _other) = split(2)
    whole.ended(unit)
    assert whole.take() is None
    assert whole.take_suspect() is unit


def test_what_stops_the_run_is_told_at_once() -> None:
    whole, units = split(3)
    stop = Stop("the disk is full", "")
    done = whole.done(units[1], made(units[1].chunk, stop))
    assert done is not None
    assert done.stop == stop
    assert [record.unit for record in done.records] == ["unit-00001"]
