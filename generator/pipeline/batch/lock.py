"""One run at a time in an output folder: a lock that the system takes back when its process dies.

It guards nothing else, and a file system that knows no locks goes without.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import GeneratorError
from generator.messages import _

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock; GeneratorError where another process does. Writes: the file, which stays."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        try:
            _take(descriptor)
        except OSError as error:
            if error.errno in _HELD:
                raise GeneratorError(
                    _("một lượt chạy khác đang ghi vào thư mục {folder}").format(folder=file.parent.parent),
                    _("chờ lượt đó xong, hoặc chọn thư mục khác bằng -o"),
                ) from error
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        # Of the process, not of the descriptor: a worker that outlives its parent for a moment does not keep it.
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
