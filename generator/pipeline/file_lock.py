"""A lock on a file that the system takes back when its process dies; whoever wants one knows what it guards.

It waits for nobody, and a file system that knows no locks goes without.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


def opened(file: Path) -> int:
    """The descriptor to be locked, and closed by the caller. Writes: the file, which stays."""
    return os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)


def taken(descriptor: int) -> OSError | None:
    """None where the lock is taken, or cannot be had from this file system; else what says that another holds it."""
    try:
        _take(descriptor)
    except OSError as error:
        return error if error.errno in _HELD else None
    return None


def _take(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        # Of the process, not of the descriptor: a worker that outlives its parent for a moment does not keep it.
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
