"""The engine of many machines: a dask cluster, or processes that dask starts on this one.

dask carries chunks there and records back; who is to blame for a worker's end is found as in `process`. A task may be
done twice, and a chunk that is under way at another machine when the caller gives up is done to its end there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import secrets
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import count
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias

from generator.errors import GeneratorError
from generator.pipeline.batch.engine import Mourn, Work
from generator.pipeline.batch.engines.child import SPENT
from generator.pipeline.batch.engines.cluster import Client, Place, lost_cluster, no_workers, opened
from generator.pipeline.batch.engines.memory import UNLIMITED, limit, share
from generator.pipeline.batch.engines.tasks import Task, Tasks
from generator.pipeline.batch.order import Chunk, Done, Setting

Future: TypeAlias = Any
_AHEAD = 2
"""Chunks under way for each thread of the cluster."""
_LOOK_EVERY = 2.0


class Dask:
    """An `Engine` on a cluster."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._open = ExitStack()

    def run(self, setting: Setting, chunks: Iterable[Chunk], work: Work, mourn: Mourn) -> Iterator[Done]:
        """See `Engine`. Opens the cluster, and closes what it has opened."""
        tasks = Tasks(chunks, lambda chunk: mourn(setting, chunk))
        try:
            if not tasks.waiting(1):
                return
            client = self._open.enter_context(opened(self._place))
            yield from _Round(client, self._place, tasks, _parcel(work, setting, self._place)).run()
        finally:
            self.close()

    def close(self) -> None:
        """The cluster is left, or ended where it was our own."""
        self._open.close()


def _parcel(work: Work, setting: Setting, place: Place) -> bytes:
    # A limit only for processes of our own: another's cluster has its own rules.
    memory = UNLIMITED if place.scheduler else share(place.jobs) if place.memory is None else place.memory
    return pickle.dumps((work, setting, memory), pickle.HIGHEST_PROTOCOL)


class _Round:
    """The tasks of one run on their way; the results come back through a queue, whoever finishes first."""

    def __init__(self, client: Client, place: Place, tasks: Tasks, parcel: bytes) -> None:
        self._client, self._tasks, self._patience = client, tasks, place.seconds
        self._name, self._numbers = f"vanthu-{secrets.token_hex(6)}", count()
        # A task and not scattered data: when its holder dies the scheduler has it made anew.
        self._parcel = client.submit(_same, parcel, key=f"{self._name}-setting", pure=False)
        self._under_way: dict[str, tuple[Future, Task]] = {}
        self._finished: SimpleQueue[Future] = SimpleQueue()
        self._room = 1
        self._well_since = time.monotonic()

    def run(self) -> Iterator[Done]:
        self._count_room()
        try:
            while self._send():
                try:
                    future = self._finished.get(timeout=_LOOK_EVERY)
                except Empty:
                    self._look()
                    continue
                if (done := self._heard(future)) is not None:
                    yield done
        finally:
            self._give_up()

    def _send(self) -> bool:
        """Keep the cluster busy; whether anything is left to be done."""
        if self._tasks.suspects:
            # By itself in the whole cluster: a worker blames everything it had been given when it ends.
            if not self._under_way and (suspect := self._tasks.take_suspect()) is not None:
                self._submit(suspect)
            return True
        while len(self._under_way) < self._room and (task := self._tasks.take()) is not None:
            self._submit(task)
        return bool(self._under_way)

    def _submit(self, task: Task) -> None:
        chunk = pickle.dumps(task.chunk, pickle.HIGHEST_PROTOCOL)
        key = f"{self._name}-{next(self._numbers)}"
        future = self._client.submit(perform, self._parcel, chunk, key=key, pure=False)
        self._under_way[key] = (future, task)
        future.add_done_callback(self._finished.put)

    def _heard(self, told: Future) -> Done | None:
        from distributed.scheduler import KilledWorker

        future, task = self._under_way.pop(told.key)
        is_alone = not self._under_way
        self._well_since = time.monotonic()
        try:
            return self._tasks.done(task, pickle.loads(self._result(future)))
        except KilledWorker as error:
            return self._tasks.ended(task, error.allowed_failures + 1, is_alone=is_alone)
        except MemoryError:
            return self._tasks.ended(task)
        finally:
            future.release()

    def _result(self, future: Future) -> Any:
        if future.status == "error":
            error = future.exception()
            if isinstance(error, ImportError):
                raise GeneratorError(str(error)) from error
        if future.cancelled():
            raise lost_cluster()
        return future.result()

    def _look(self) -> None:
        """Nothing has come for a while: GeneratorError where nothing will."""
        if self._client.status == "running" and self._count_room():
            self._well_since = time.monotonic()
        elif time.monotonic() - self._well_since > self._patience:
            raise no_workers() if self._client.status == "running" else lost_cluster()

    def _count_room(self) -> bool:
        """Whether there are workers; how many chunks may be under way follows them."""
        try:
            threads: int = sum(self._client.nthreads().values())
        except Exception:  # it has gone, or is about to come back: time will tell
            return False
        self._room = max(1, threads * _AHEAD)
        return threads > 0

    def _give_up(self) -> None:
        futures = [future for future, _task in self._under_way.values()]
        if futures and self._client.status == "running":
            self._client.cancel([*futures, self._parcel])


# The other side


_ONE = threading.Lock()
_known: dict[bytes, tuple[Work, Setting, bool]] = {}


def _same(parcel: bytes) -> bytes:
    return parcel


def perform(parcel: bytes, chunk: bytes) -> bytes:
    """A chunk's records, packed; one at a time in a process, however many threads its worker has."""
    with _ONE:
        work, setting, is_ours = _unpacked(parcel)
        with contextlib.suppress(MemoryError):
            return pickle.dumps(work(setting, pickle.loads(chunk)), pickle.HIGHEST_PROTOCOL)
        if is_ours:
            os._exit(SPENT)  # nothing here can be relied upon any more, dask's own loop least
    raise MemoryError  # a new one: the other holds on to all that was taken


def _unpacked(parcel: bytes) -> tuple[Work, Setting, bool]:
    """What a run has in common, and whether this process is for it alone; unpacked once, and the last run's only."""
    digest = hashlib.sha256(parcel).digest()
    if digest not in _known:
        work, setting, memory = pickle.loads(parcel)
        limit(memory)
        _known.clear()
        _known[digest] = (work, setting, memory != UNLIMITED)
    return _known[digest]
