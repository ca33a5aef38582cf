"""Documents onto the disk: each appears whole or not at all, and all that lie there can be told by their hash.

It knows neither journal nor units. Temporary files have a folder of their own, on the same disk, which the next run
empties; so nobody ever sees one among the documents.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import os
import secrets
from pathlib import Path

OWN = ".vanthu"
"""The folder of a run beside its documents: journal, lock, temporary files."""
_TEMPORARY = "tmp"
_READY = "ready"
OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ENOENT, errno.ENODEV, errno.ESTALE})
"""What meets every document alike, whatever its name."""
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_PIECE = 64 * 1024
_SYNCS_ALL = hasattr(os, "sync")
"""Windows has no such call: there every file is synced by itself."""


def own_folder(output: Path) -> Path:
    return output / OWN


def temporary_folder(output: Path) -> Path:
    return output / OWN / _TEMPORARY


def ready_folder(output: Path) -> Path:
    """Where documents lie whole until the register knows of them."""
    return output / OWN / _READY


class Writer:
    """One process's hand on the output folder. Its files appear under their names by a rename."""

    def __init__(self, output: Path, *, is_ready_only: bool = False) -> None:
        """`is_ready_only`: they only lie ready, and another takes them to their place."""
        self._folder = os.fspath(ready_folder(output) if is_ready_only else output)
        self._temporary = os.fspath(temporary_folder(output) / secrets.token_hex(4))

    def write(self, file: str, data: bytes) -> None:
        """The file whole under its name. Writes: it; OSError leaves what was there as it was."""
        temporary = f"{self._temporary}-{os.getpid()}.tmp"  # a worker may be a copy of another process
        # Plain descriptors: a file object costs as much again as the writing.
        descriptor = os.open(temporary, _FLAGS, 0o666)
        try:
            try:
                written = os.write(descriptor, data)
                while written < len(data):
                    written += os.write(descriptor, data[written:])
                if not _SYNCS_ALL:
                    os.fsync(descriptor)
            finally:
                os.close(descriptor)
            os.replace(temporary, f"{self._folder}/{file}")
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise

    def sha256(self, file: str) -> str:
        """Of the file that has this name now; empty where there is none, `?` where it cannot be read."""
        try:
            descriptor = os.open(f"{self._folder}/{file}", _READ)
        except FileNotFoundError:
            return ""
        except OSError:
            return "?"
        try:
            digest = hashlib.sha256()
            while data := os.read(descriptor, _PIECE):
                digest.update(data)
            return digest.hexdigest()
        except OSError:
            return "?"
        finally:
            os.close(descriptor)


def is_bare(output: Path) -> bool:
    """Whether there is nothing yet but the run's own folder."""
    with os.scandir(output) as entries:
        return all(entry.name == OWN for entry in entries)


def empty_temporary(output: Path) -> None:
    """What an earlier run left half made is gone. Writes: the folder for temporary files."""
    folder = temporary_folder(output)
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.iterdir():
        with contextlib.suppress(OSError):
            left.unlink()


def empty_ready(output: Path) -> None:
    """What lay ready in an earlier run is gone. Writes: the folder of such files."""
    folder = ready_folder(output)
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.iterdir():
        left.unlink()


def take_place(output: Path, file: str) -> None:
    """A file that lies ready gets its name; where there is none, nothing. Writes: the output folder."""
    with contextlib.suppress(FileNotFoundError):
        os.replace(ready_folder(output) / file, output / file)


def sync(folder: Path) -> None:
    """All that was written to this folder's disk is on it, and not in memory alone; OSError where it could not be."""
    if not _SYNCS_ALL:
        return
    system = ctypes.CDLL(None, use_errno=True)
    if not hasattr(system, "syncfs"):
        os.sync()
        return
    descriptor = os.open(folder, _READ)
    try:
        if system.syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))
    finally:
        os.close(descriptor)
