"""What runs chunks side by side: the contract of the engines.

An engine knows nothing of documents, and loses no chunk: what a worker could not do comes back as records that say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeAlias

from generator.pipeline.batch.order import Chunk, Done, Setting

Work: TypeAlias = Callable[[Setting, Chunk], Done]
"""A chunk's documents made and written. It never raises for what a user can mend; doing it twice does no harm."""
Mourn: TypeAlias = Callable[[Setting, Chunk], Done]
"""The records of a chunk of one unit at which a worker was ended again and again; run beside the caller."""


class Engine(Protocol):
    """Opened once for a run and closed after it, whatever happened."""

    def run(self, setting: Setting, chunks: Iterable[Chunk], work: Work, mourn: Mourn) -> Iterator[Done]:
        """Every chunk's records, as they come, in any order.

        Chunks are drawn only as workers become free, so that memory does not grow with their number. A chunk whose
        worker was ended (by the system for want of memory, say) is done again in halves, each in a fresh worker; a
        single unit that ends its worker three times is mourned. GeneratorError where the engine itself cannot work.
        """
        ...

    def close(self) -> None:
        """No worker is left; what is not done is given up."""
        ...
