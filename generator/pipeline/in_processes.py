"""The same work for many things in several processes, told in their order; one that ends its process is told as lost.

It knows no work, and holds only a few results at a time.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from typing import IO, Any, Generic, TypeVar

from generator.messages import speak, spoken
from generator.pipeline.cores import cores

_Thing = TypeVar("_Thing")
_Result = TypeVar("_Result")

_FEW = 24
"""So many are done sooner than processes are started."""
_MOST = 32


@dataclass(frozen=True)
class Work(Generic[_Thing, _Result]):
    """`of` is a function of a module: it is named to the processes, with `setting`, which goes there once."""

    of: Callable[[Any, _Thing], _Result]
    setting: Any
    lost: Callable[[_Thing], _Result]
    """What is told of a thing whose process ended twice, the second time with nothing else at hand."""
    seconds: float | None = None
    """After which a process that is still at one thing is ended; where there is but one process, nobody looks."""
    ahead: int = 12
    """Things under way or done for each process: enough that none waits, few enough that memory does not grow."""


def done_in_order(
    work: Work[_Thing, _Result], things: Iterable[_Thing], *, jobs: int | None = None
) -> Iterator[_Result]:
    """`jobs` processes; None chooses by how many things and cores there are."""
    coming = iter(things)
    if jobs is None:
        first = list(islice(coming, _FEW + 1))
        jobs, coming = processes_for(len(first)), chain(first, coming)
    if jobs <= 1:
        yield from (work.of(work.setting, thing) for thing in coming)
    else:
        yield from _in_processes(work, coming, jobs)


def processes_for(count: int) -> int:
    """How many are worth their start for so many things."""
    return 1 if count <= _FEW else min(cores(), _MOST)


def _in_processes(work: Work[_Thing, _Result], things: Iterator[_Thing], jobs: int) -> Iterator[_Result]:
    waiting: deque[tuple[_Thing, Future[_Result]]] = deque()
    pool = _pool(work, jobs)
    try:
        while True:
            for thing in islice(things, jobs * work.ahead - len(waiting)):
                waiting.append((thing, _submitted(pool, thing)))
            if not waiting:
                return
            thing, future = waiting.popleft()
            try:
                result = future.result()
            except BrokenProcessPool:
                # One process has ended, of want of memory, say; whose fault that was shows one by one.
                pool.shutdown(wait=False, cancel_futures=True)
                suspects = [thing, *(each for each, _future in waiting)]
                waiting.clear()
                yield from _one_by_one(work, suspects)
                pool = _pool(work, jobs)
            else:
                yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _one_by_one(work: Work[_Thing, _Result], suspects: Iterable[_Thing]) -> Iterator[_Result]:
    pool = _pool(work, 1)
    try:
        for thing in suspects:
            try:
                result: _Result = pool.submit(_done, thing).result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                pool = _pool(work, 1)
                result = work.lost(thing)
            yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, thing: _Thing) -> Future[Any]:
    """What comes of it later; a pool that has broken meanwhile says so where the others' results are waited for."""
    try:
        return pool.submit(_done, thing)
    except BrokenProcessPool as error:
        broken: Future[Any] = Future()
        broken.set_exception(error)
        return broken


def _pool(work: Work[Any, Any], jobs: int) -> ProcessPoolExecutor:
    # Spawned everywhere alike: what is forked beside threads (LibreOffice's are read by some) may never wake up.
    context = multiprocessing.get_context("spawn")
    given = (spoken(), work.of, work.setting, work.seconds)
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=given)


# In the processes

_given: tuple[Callable[[Any, Any], Any], Any, float | None] | None = None
_nowhere: IO[str] | None = None


def _begin(language: str, of: Callable[[Any, Any], Any], setting: Any, seconds: float | None) -> None:
    """What each process does once: Ctrl+C is the first one's to answer."""
    global _given, _nowhere
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak(language)
    _given, _nowhere = (of, setting, seconds), open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _done(thing: Any) -> Any:
    assert _given is not None
    assert _nowhere is not None
    of, setting, seconds = _given
    if seconds is None:
        return of(setting, thing)
    # The one clock that ends a process in the midst of a library, on every system.
    faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere)
    try:
        return of(setting, thing)
    finally:
        faulthandler.cancel_dump_traceback_later()
