"""One program and all that it starts: watched while it works, and ended whole.

It knows nothing of LibreOffice but that finished files appear in a folder.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from functools import cache
from pathlib import Path

from generator import machine

_LOOK_EVERY = 0.03
_LARGEST_FILE = 1 << 30
if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _FLAGS = 0
_WRAPPERS = (
    ("setpriv", "--pdeathsig", "KILL"),
    ("prlimit", "--core=0", f"--fsize={_LARGEST_FILE}"),
    ("unshare", "--user", "--map-root-user", "--net", "--pid", "--fork", "--kill-child"),
)
"""Programs of util-linux, each of which starts the next; which of them work is tried."""


class End(Enum):
    """How a process came to its end."""

    ITSELF = auto()
    TOO_SLOW = auto()
    STOPPED = auto()


@cache
def apart() -> tuple[str, ...]:
    """The words before a command that take network and stray children from it; fewer where the system has less.

    In a namespace of processes all end with the first, and that one with us, even if we are killed; in one of networks
    there is nothing to call.
    """
    words: tuple[str, ...] = ()
    nothing = shutil.which("true")
    for name, *options in _WRAPPERS:
        program = shutil.which(name)
        if sys.platform == "linux" and program and nothing:
            wrapper = (program, *options)
            words += wrapper if machine.answer([*wrapper, nothing], seconds=5) is not None else ()
    return words


def run(
    command: Sequence[str],
    *,
    folder: Path,
    environment: Mapping[str, str],
    said: Path,
    seconds: float,
    finished: Callable[[], int],
    is_stopped: Callable[[], bool],
) -> End:
    """Run a command in a folder until it ends, or has finished no further file for so many seconds.

    Nothing that it started in its session is left. Writes: `said`, what it prints. OSError: it cannot be started.
    """
    with said.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,  # a file: a pipe would be held open by a child that outlives it
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=_FLAGS,
        )
        try:
            return _watch(process, seconds, finished, is_stopped)
        finally:
            _end_all(process)


def _watch(
    process: subprocess.Popen[bytes], seconds: float, finished: Callable[[], int], is_stopped: Callable[[], bool]
) -> End:
    count, since = 0, time.monotonic()
    while not _has_ended(process):
        if is_stopped():
            return End.STOPPED
        if (now := finished()) > count:
            count, since = now, time.monotonic()
        elif time.monotonic() - since > seconds:
            return End.TOO_SLOW
        time.sleep(_LOOK_EVERY)
    return End.ITSELF


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether the first process has gone; it is not yet waited for, so that its group keeps its number."""
    if sys.platform == "win32":
        return process.poll() is not None
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _end_all(process: subprocess.Popen[bytes]) -> None:
    # `soffice` is a wrapper: ending it alone leaves soffice.bin behind.
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
