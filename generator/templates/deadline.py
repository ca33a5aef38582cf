"""The clock of a process that works for strangers: an exception that rises wherever a template is when time is up.

It is there only where `start` was called and the system has timers: in the process of `pipeline.confined`, on POSIX.
What is deaf to it is ended from outside.
"""

from __future__ import annotations

import signal
import types
from typing import NoReturn

from generator.messages import _
from generator.templates.grammar import Refused

COMPILING, FILLING, EXPLAINING = 4.0, 2.0, 1.5
"""Seconds for each thing done to one document; a sound one takes a hundredth.

What was too slow to fill is too slow again for the shorter time in which its place is sought.
"""
_AGAIN = 1.0
"""Seconds until the next try, where somebody has swallowed the exception."""


class OutOfTime(Refused):
    """A template ran longer than any sound one does."""


def start(seconds: float) -> None:
    """Count from now on; in the main thread only."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _raise)
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)


def restart(seconds: float) -> None:
    """Count anew, where somebody counts at all."""
    if hasattr(signal, "setitimer") and signal.getsignal(signal.SIGALRM) is _raise:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)


def stop() -> None:
    """Nobody counts any more, and `restart` does not begin anew."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _raise(_number: int, _frame: types.FrameType | None) -> NoReturn:
    raise OutOfTime(_("mẫu chạy quá lâu"))
