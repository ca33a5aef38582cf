"""One program after another where several change the files of a folder: each waits for its turn.

The system takes a turn back from a process that dies. A folder whose file system knows no locks, or in which nothing
may be written, goes without: whoever writes there compares before it does.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from generator.errors import GeneratorError
from generator.messages import _
from generator.pipeline import file_lock

LOCK = ".lock"
"""The file that is locked in the folder. It stays: if it were taken away, two could hold two of them."""
_PATIENCE = 20.0
_BETWEEN = 0.02


@contextlib.contextmanager
def turn(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Alone among those that ask so; GeneratorError where the turn does not come. Writes: the lock file."""
    descriptor = _opened(folder)
    try:
        if descriptor is not None:
            _wait(descriptor, folder, time.monotonic() + patience)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _opened(folder: Path) -> int | None:
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return file_lock.opened(folder / LOCK)
    return None  # whoever writes there will say why that cannot be


def _wait(descriptor: int, folder: Path, until: float) -> None:
    while held := file_lock.taken(descriptor):
        if time.monotonic() > until:
            raise GeneratorError(
                _("một chương trình khác đang ghi vào thư mục {folder}").format(folder=folder), _("đợi rồi làm lại")
            ) from held
        time.sleep(_BETWEEN)
