"""Work for engines that is not documents: a small file a unit, and units at which a process comes to its end.

Everything stands at the top of the module, so that it crosses processes.
"""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from generator.errors import GeneratorError
from generator.pipeline.batch.order import Chunk, Done, Entry, Record, Setting, Status
from generator.pipeline.batch.worker import work
from generator.sources.roster import Row

POISON = "unit-00613"
POISON_CELL = "chi-bo-khom-37-xa-tan-binh"
"""Of the roster that `benchmarks.country` composes."""
_MUCH = 64 << 20


@dataclass(frozen=True)
class Plain:
    """All that this work needs of a setting."""

    folder: Path


def setting(folder: Path) -> Setting:
    return cast(Setting, Plain(folder))


def chunks(units: int, size: int = 50) -> Iterator[Chunk]:
    for number, start in enumerate(range(0, units, size)):
        rows = range(start, min(start + size, units))
        yield Chunk(number, tuple(Entry(Row(f"unit-{row:05}", row, row + 2)) for row in rows))


def record(unit: str, status: Status, sha256: str = "") -> Record:
    return Record(unit, 0, unit, "guidance", unit, status, sha256=sha256)


def write(given: Setting, chunk: Chunk) -> Done:
    """A file for every unit, whole or not at all."""
    return Done(chunk.number, tuple(_written(cast(Plain, given).folder, entry.row.id) for entry in chunk.entries))


def _written(folder: Path, unit: str) -> Record:
    content = f"{unit}\n".encode() * 100
    temporary = folder / f".{unit}-{os.getpid()}"
    temporary.write_bytes(content)
    temporary.replace(folder / unit)
    return record(unit, Status.MADE, hashlib.sha256(content).hexdigest())


def mourn(_given: Setting, chunk: Chunk) -> Done:
    (entry,) = chunk.entries
    return Done(chunk.number, (record(entry.row.id, Status.LOST),))


def _is_in(chunk: Chunk) -> bool:
    return any(entry.row.id == POISON for entry in chunk.entries)


def write_or_be_killed(given: Setting, chunk: Chunk) -> Done:
    if _is_in(chunk):
        os.kill(os.getpid(), signal.SIGKILL)
    return write(given, chunk)


def write_or_leave(given: Setting, chunk: Chunk) -> Done:
    if _is_in(chunk):
        os._exit(3)
    return write(given, chunk)


def write_or_want_all_memory(given: Setting, chunk: Chunk) -> Done:
    held = []
    while _is_in(chunk):
        held.append(bytearray(_MUCH))
    return write(given, chunk)


def write_and_die_now_and_then(given: Setting, chunk: Chunk) -> Done:
    """Each third chunk ends its process the first time it comes, after it has been done."""
    done = write(given, chunk)
    mark = cast(Plain, given).folder / f".met-{chunk.number}-{len(chunk.entries)}"
    if chunk.number % 3 == 0 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return done


def write_slowly(given: Setting, chunk: Chunk) -> Done:
    done = write(given, chunk)
    time.sleep(0.05)
    return done


def stumble(_given: Setting, _chunk: Chunk) -> Done:
    raise ZeroDivisionError("a fault of the program")


def refuse(_given: Setting, _chunk: Chunk) -> Done:
    raise GeneratorError("the disk has gone", "bring it back")


def tell_process(_given: Setting, chunk: Chunk) -> Done:
    return Done(chunk.number, (record(str(os.getpid()), Status.MADE),))


class Unpacked:
    """Cannot be unpacked by another process."""

    def __reduce__(self) -> tuple[object, tuple[()]]:
        return _not_here, ()


def _not_here() -> object:
    raise ModuleNotFoundError("no module named so")


@dataclass
class Counted:
    """Chunks, and how many of them were asked for so far."""

    chunks: Iterable[Chunk]
    drawn: int = 0

    def __iter__(self) -> Iterator[Chunk]:
        for chunk in self.chunks:
            self.drawn += 1
            yield chunk


def document_or_be_killed(given: Setting, chunk: Chunk) -> Done:
    """The documents of `worker`, but for one unit."""
    if any(entry.row.id == POISON_CELL for entry in chunk.entries):
        os.kill(os.getpid(), signal.SIGKILL)
    return work(given, chunk)


def document_or_want_all_memory(given: Setting, chunk: Chunk) -> Done:
    held = []
    while any(entry.row.id == POISON_CELL for entry in chunk.entries):
        held.append(bytearray(_MUCH))
    return work(given, chunk)
