"""Records into the journal, a second's worth at a time, and never before the files they speak of are on the disk.

The disk is waited for beside the work, not in between.
"""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from generator.errors import GeneratorError
from generator.messages import _
from generator.pipeline.batch.files import sync
from generator.pipeline.batch.journal import Journal
from generator.pipeline.batch.order import Record
from generator.workspace import reason

_SECONDS = 1.0
_MOST = 20_000
"""Records in memory, however slow the disk."""


class Keeper:
    """Takes records as they come. On leaving, all that it took is kept, whatever happened."""

    def __init__(self, journal: Journal, output: Path) -> None:
        self._journal = journal
        self._output = output
        self._waiting: list[Record] = []
        self._syncing: list[Record] = []
        self._synced: Future[None] | None = None
        self._since = time.monotonic()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sync")

    def __enter__(self) -> Keeper:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._keep()
            self._begin()
            self._keep()
        finally:
            self._thread.shutdown(wait=True)

    def take(self, records: tuple[Record, ...]) -> None:
        self._waiting += records
        is_due = time.monotonic() - self._since >= _SECONDS or len(self._waiting) >= _MOST
        if is_due and (self._synced is None or self._synced.done() or len(self._waiting) >= _MOST):
            self._keep()
            self._begin()

    def _begin(self) -> None:
        self._syncing, self._waiting = self._waiting, []
        self._since = time.monotonic()
        if self._syncing:
            self._synced = self._thread.submit(sync, self._output)

    def _keep(self) -> None:
        """What is being synced is on the disk now, and told so."""
        if self._synced is None:
            return
        synced, self._synced = self._synced, None
        try:
            synced.result()
        except OSError as error:
            message = _("không ghi được vào {path}: {reason}").format(path=self._output, reason=reason(error))
            raise GeneratorError(message, _("kiểm tra đĩa, rồi chạy tiếp bằng --resume")) from error
        self._journal.write(self._syncing)
        self._syncing = []
