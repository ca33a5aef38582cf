"""Chunks one after another in this process: the engine of small runs, and the measure of the others.

It starts nothing, and so has nothing to lose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.pipeline.batch.engine import Mourn, Work
from generator.pipeline.batch.order import Chunk, Done, Setting


class Serial:
    """An `Engine` without workers."""

    def run(self, setting: Setting, chunks: Iterable[Chunk], work: Work, mourn: Mourn) -> Iterator[Done]:
        for chunk in chunks:
            yield work(setting, chunk)

    def close(self) -> None:
        """Nothing is open."""
