"""Clerks as processes: each takes numbers, gives some back, writes and issues documents, until it is done or killed."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Sequence
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

from generator.register.database import Register
from generator.register.life import issue, record, void
from generator.register.records import Entry, Particulars, State
from generator.register.reserving import give_back, reserve
from tests.register.books import TODAY, Books, act, party

KINDS = ("plan", "report", "notice")


def context() -> BaseContext:
    """New processes that share nothing with this one, started quickly."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    chosen = multiprocessing.get_context("forkserver")
    chosen.set_forkserver_preload([__name__])
    return chosen


def start(books: Books, name: str, numbers: int) -> BaseProcess:
    process = context().Process(target=work, args=(books, name, numbers))  # type: ignore[attr-defined]
    process.start()
    return process  # type: ignore[no-any-return]


def work(books: Books, name: str, numbers: int) -> None:
    """Asks for `numbers` numbers in lots; always the same ones, so that who comes after a killed one goes on."""
    with books.open() as register:
        (books.root / f"at-work-{os.getpid()}").touch()
        for lot in _lots(Random(name), numbers):
            # By itself: who goes on after another asks for the same, however far that one came.
            random = Random(f"{name} {lot.start}")
            kind = random.choice(KINDS)
            entries = reserve(register, [party(f"{name}-{number}", kind) for number in lot], act(), run=name)
            left = [entry for entry in entries if entry.state is State.RESERVED]
            unused = left[len(left) - random.choice((0, 0, 0, 1)) :]
            give_back(register, [str(entry.key) for entry in unused], act())
            _issue(books.root, register, [entry for entry in left if entry not in unused], random)


def _lots(random: Random, numbers: int) -> Sequence[range]:
    lots, start = [], 0
    while start < numbers:
        size = min(random.randint(1, 20), numbers - start)
        lots.append(range(start, start + size))
        start += size
    return lots


def _issue(root: Path, register: Register, entries: Sequence[Entry], random: Random) -> None:
    texts = {entry: f"{entry.kind} {entry.number:05d} {entry.document}".encode() for entry in entries}
    changes = [
        (
            str(entry.key),
            Particulars(
                issued_on=TODAY.date(),
                file=f"out/{entry.document}.txt",
                sha256=hashlib.sha256(text).hexdigest(),
            ),
        )
        for entry, text in texts.items()
    ]
    record(register, changes, act())
    for (_key, told), text in zip(changes, texts.values(), strict=True):
        _write_whole(root / told.file, text)
    issue(register, changes, act())
    with (root / f"told-{random.random()}").open("w", encoding="utf-8") as file:
        file.writelines(f"{entry.kind} {entry.number} {entry.document}\n" for entry in entries)
    if entries and random.random() < 0.05:
        void(register, [str(entries[0].key)], act("thu hồi"))


def _write_whole(path: Path, data: bytes) -> None:
    """As the program does, but for the disk's own sake: processes are killed here, never the machine."""
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_name(f"{path.name}.tmp")
    temporary.write_bytes(data)
    temporary.replace(path)
