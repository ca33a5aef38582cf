"""How far a long run has come: a bar in one line of a terminal, and nothing where no terminal is.

It counts; it knows nothing of the work.
"""

from __future__ import annotations

import sys
import time
from types import TracebackType

import click

from generator.messages import _

_WIDTH = 24
_SECONDS = 0.1
_FEWEST = 5
"""Files that make a run long; a bar for less only flickers."""


class Progress:
    """A bar on standard error. Whoever prints calls `clear` before and `step` after."""

    def __init__(self, whole: int, *, is_shown: bool = True) -> None:
        self._whole = whole
        self._is_shown = is_shown and whole >= _FEWEST and sys.stderr.isatty()
        self._done = 0
        self._since = time.monotonic()
        self._drawn = 0.0
        self._is_open = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def clear(self) -> None:
        """Take the bar off the line, so that something else can be printed there."""
        if self._is_open:
            click.echo("\r\033[K", err=True, nl=False)
            self._is_open = False

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        now = time.monotonic()
        if self._is_shown and self._done < self._whole and now - self._drawn >= _SECONDS:
            click.echo(self._line(now), err=True, nl=False)
            self._is_open, self._drawn = True, now

    def _line(self, now: float) -> str:
        full = _WIDTH * self._done // self._whole
        left = (now - self._since) / self._done * (self._whole - self._done)
        said = _("{done}/{whole} tệp, còn {seconds} giây").format(
            done=self._done, whole=self._whole, seconds=round(left)
        )
        return f"[{'#' * full}{'.' * (_WIDTH - full)}] {said}"
