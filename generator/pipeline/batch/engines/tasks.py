"""What of a run's chunks is still to be done, and who answers for a worker that was ended.

It starts nothing and sends nothing: the engines do. Chunks are drawn from the caller only when one is asked for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.pipeline.batch.order import Chunk, Done, Record

MOST_ENDS = 3
"""So often a unit may end its worker; more, and a batch would do nothing else."""


@dataclass(eq=False)
class _Split:
    """A chunk whose units are done one by one, until its records are all there."""

    number: int
    parts: list[tuple[Record, ...] | None]
    left: int


@dataclass(eq=False)
class Task:
    """A chunk, or one unit of a chunk that had to be split."""

    chunk: Chunk
    split: _Split | None = None
    place: int = 0
    """Among the units of the chunk that was split."""
    ends: int = 0
    """Workers that were ended while they did this unit."""


class Tasks:
    """Drawn, given back, blamed and done by the engine that owns it, in one thread."""

    def __init__(self, chunks: Iterable[Chunk], mourned: Callable[[Chunk], Done]) -> None:
        self._chunks = iter(chunks)
        self._mourned = mourned
        self._again: deque[Task] = deque()
        self._suspects: deque[Task] = deque()

    @property
    def suspects(self) -> int:
        """Units that have ended a worker; each wants one of its own."""
        return len(self._suspects)

    def waiting(self, wanted: int) -> int:
        """How many tasks wait, counted up to `wanted`; draws what is missing."""
        while len(self._again) + len(self._suspects) < wanted and (chunk := next(self._chunks, None)) is not None:
            self._again.append(Task(chunk))
        return len(self._again) + len(self._suspects)

    def take(self) -> Task | None:
        """What anybody may do; None where nothing is left but, perhaps, suspects."""
        self.waiting(len(self._suspects) + 1)
        return self._again.popleft() if self._again else None

    def take_suspect(self) -> Task | None:
        """For a worker that has nothing else to do and has done nothing before."""
        return self._suspects.popleft() if self._suspects else None

    def give_back(self, task: Task) -> None:
        """Its worker was ended by another's fault, before it came to this one."""
        self._again.appendleft(task)

    def done(self, task: Task, done: Done) -> Done | None:
        """The records of the whole chunk, once they are all there, or there is no going on."""
        split = task.split
        if split is None:
            return done
        if split.parts[task.place] is None:
            split.left -= 1
        split.parts[task.place] = done.records
        if split.left and done.stop is None:
            return None
        return Done(split.number, tuple(record for part in split.parts if part for record in part), done.stop)

    def ended(self, task: Task, times: int = 1, *, is_alone: bool = True) -> Done | None:
        """A worker was ended at this task. A chunk is split; a unit is tried again by itself, and at last mourned.

        `is_alone`: nothing else that this worker had been given can have been the reason.
        """
        entries = task.chunk.entries
        if task.split is None and len(entries) > 1:
            # One by one and not in halves: the next end then names the unit, and each costs the start of a worker.
            split = _Split(task.chunk.number, [None] * len(entries), len(entries))
            units = [Task(Chunk(task.chunk.number, (entry,)), split, place) for place, entry in enumerate(entries)]
            self._again.extendleft(reversed(units))
            return None
        task.ends += times
        if is_alone and task.ends >= MOST_ENDS:
            return self.done(task, self._mourned(task.chunk))
        self._suspects.append(task)
        return None
