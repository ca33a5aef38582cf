"""The engine of one machine: processes, each with a pipe of its own.

Not `concurrent.futures`: there one process that is ended breaks every future and does not say whose fault it was. Here
a worker's end names the chunk it was at; the others go on, and only that chunk is done again. It knows no documents.
"""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait

from generator.errors import GeneratorError
from generator.messages import _
from generator.pipeline.batch.engine import Mourn, Work
from generator.pipeline.batch.engines.child import HELLO, READY, Child, Failure, can_fork, dismiss_all
from generator.pipeline.batch.engines.memory import share
from generator.pipeline.batch.engines.tasks import Tasks
from generator.pipeline.batch.order import Chunk, Done, Setting
from generator.pipeline.cores import cores

_GIVEN = 3
"""Chunks at a worker, with the one it is at: it never waits, and memory does not grow with their number."""
_LOOK_EVERY = 1.0
_MOST_FALSE_STARTS = 3
_MOST_JOBS = 60
"""Windows waits for no more than 63 things at once."""


class Processes:
    """An `Engine` of so many processes; `memory` is what each may take, in bytes (see `memory.share`)."""

    def __init__(self, jobs: int | None = None, *, memory: int | None = None) -> None:
        self._jobs = min(jobs or cores(), _MOST_JOBS)
        self._memory = share(self._jobs) if memory is None else memory
        self._children: list[Child] = []
        self._false_starts = 0

    def begin(self, setting: Setting, work: Work, most: int) -> None:
        """Before `run`, while this process has no threads: its workers, at `most` so many, as copies of it.

        They know then all that it has read and compiled, which costs a new program as much as a thousand documents.
        Where copies are not to be had nothing is done: `run` starts what it needs.
        """
        if not can_fork():
            return
        gc.freeze()  # what is there now stays for good, and its pages are not touched by looking at it
        while len(self._children) < min(self._jobs, most):
            self._children.append(self._started((work, setting)))

    def run(self, setting: Setting, chunks: Iterable[Chunk], work: Work, mourn: Mourn) -> Iterator[Done]:
        """See `Engine`. Starts processes, and ends them when all is done or the caller gives up."""
        parcel = pickle.dumps((work, setting), pickle.HIGHEST_PROTOCOL)
        tasks = Tasks(chunks, lambda chunk: mourn(setting, chunk))
        try:
            while self._hire(tasks):
                for child in self._speaking():
                    if (done := self._heard(child, tasks, parcel)) is not None:
                        yield done
                    self._feed(child, tasks)
        finally:
            self.close()

    def close(self) -> None:
        """End every process, whatever it is at."""
        children, self._children = self._children, []
        dismiss_all(children)

    def _hire(self, tasks: Tasks) -> bool:
        """Whether anything is left to be done; if so, there are processes for it."""
        left = tasks.waiting(self._jobs) + sum(len(child.given) for child in self._children)
        fresh = sum(child.is_fresh for child in self._children)
        while len(self._children) < self._jobs and (len(self._children) < left or fresh < tasks.suspects):
            self._children.append(self._started())
            fresh += 1
        return left > 0

    def _started(self, known: tuple[Work, Setting] | None = None) -> Child:
        try:
            return Child(self._memory, known, self._children)
        except OSError as error:
            message = _("không chạy được tiến trình con: {why}").format(why=error.strerror)
            raise GeneratorError(message, _("đóng bớt chương trình khác rồi thử lại")) from error

    def _speaking(self) -> list[Child]:
        """Those that have something to say, be it that they have ended."""
        by_connection = {child.connection: child for child in self._children}
        ready = wait(list(by_connection), _LOOK_EVERY)
        if ready:
            return [child for connection, child in by_connection.items() if connection in ready]
        return [child for child in self._children if child.has_vanished]

    def _heard(self, child: Child, tasks: Tasks, parcel: bytes) -> Done | None:
        message = child.hear() if not child.has_vanished else None
        if message is None:
            return self._lost(child, tasks)
        if message == HELLO:
            child.say(parcel)
        elif message == READY:
            child.is_ready, self._false_starts = True, 0
        else:
            done, error, printed = pickle.loads(message)
            if error is not None:
                raise error from Failure(printed)
            return tasks.done(child.given.popleft(), done)
        return None

    def _lost(self, child: Child, tasks: Tasks) -> Done | None:
        """A process has ended: the first of what it was given is to blame, and the rest is free again."""
        self._children.remove(child)
        dismiss_all([child])
        if not child.is_ready:
            self._false_starts += 1
            if self._false_starts >= _MOST_FALSE_STARTS:
                raise GeneratorError(
                    _("các tiến trình con bị ngắt ngay khi bắt đầu"),
                    _("máy có thể thiếu bộ nhớ: đóng bớt chương trình khác, hoặc giảm --jobs"),
                )
        if not child.given:
            return None
        blamed, *innocent = child.given
        for task in reversed(innocent):
            tasks.give_back(task)
        return tasks.ended(blamed)

    def _feed(self, child: Child, tasks: Tasks) -> None:
        if not child.is_ready or child not in self._children:
            return
        if child.is_fresh and (suspect := tasks.take_suspect()) is not None:
            child.give(suspect)
            return  # by itself: nothing waits behind it
        while len(child.given) < _GIVEN and (task := tasks.take()) is not None:
            child.give(task)
