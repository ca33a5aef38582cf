"""Programs in sessions of their own: started as from a terminal, looked at, waited for until all of them are gone."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


def started(command: Sequence[str], environment: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """What a signal in the terminal reaches, even where these tests run in the background: there SIGINT is ignored,
    and who is started inherits that unless it is handled here.
    """
    pipe, before = subprocess.PIPE, signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            command,
            stdout=pipe,
            stderr=pipe,
            text=True,
            encoding="utf-8",
            env=environment,
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def members(leader: int) -> set[int]:
    """The processes of a session that are alive."""
    found = set()
    for folder in Path("/proc").iterdir():
        try:
            state, _parent, _group, session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue
        if int(session) == leader and state not in "ZX":
            found.add(int(folder.name))
    return found


def until_gone(leader: int, seconds: float = 10.0) -> set[int]:
    """Those that are alive after all."""
    deadline = time.monotonic() + seconds
    while (left := members(leader)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return left
