"""How much memory a worker may take, so that one odd unit ends its own process and not the machine.

It measures nothing while work goes on: the system holds the limit.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

UNLIMITED = 0
_LEAST = 2 << 30
"""Addresses, not pages: libraries and the arenas of threads reserve much that they never touch."""
_CGROUP = Path("/sys/fs/cgroup/memory.max")
_FIRST_TO_GO = "500"


def share(jobs: int) -> int:
    """Bytes for each of so many workers, of what this machine has; UNLIMITED where that is not known."""
    whole = _whole()
    return max(_LEAST, whole * 4 // 5 // jobs) if whole else UNLIMITED


def limit(size: int) -> None:
    """This process asks for no more than so many bytes, and is the first that the system ends when memory runs out.

    The soft limit only, so that a program started from here can be given another.
    """
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, "ascii")
    if size == UNLIMITED:
        return
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))


def _whole() -> int:
    try:
        whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return 0
    with contextlib.suppress(OSError, ValueError):  # a container's limit; the word `max` is none
        whole = min(whole, int(_CGROUP.read_text("ascii")))
    return whole
