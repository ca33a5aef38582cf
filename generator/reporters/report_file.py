"""A report that grows file by file on disk and appears whole: its body waits beside, since its head needs the sums.

It knows no format: that is a `Form`.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from generator.check.verdict import Verdict
from generator.errors import GeneratorError
from generator.messages import _
from generator.reporters import html_report, json_report
from generator.reporters.tally import Row, Tally
from generator.workspace import reason


@dataclass(frozen=True, slots=True)
class Form:
    """A format: what stands before all files, for each, and after all."""

    head: Callable[[Tally], str]
    piece: Callable[[Verdict, Row, int], str]
    """With its number in the run, from 1."""
    tail: Callable[[Tally], str]


FORMS = {
    "json": Form(json_report.head, json_report.piece, json_report.tail),
    "html": Form(html_report.head, html_report.piece, html_report.tail),
}


@dataclass(slots=True)
class ReportFile:
    """One report of a run. Writes: `target`, or standard output where there is none, and only at the end."""

    form: Form
    target: Path | None
    _body: BinaryIO = field(default_factory=tempfile.TemporaryFile)
    _number: int = 0

    def add(self, verdict: Verdict, row: Row) -> None:
        self._number += 1
        self._body.write(_bytes(self.form.piece(verdict, row, self._number)))

    def finish(self, tally: Tally) -> None:
        if self.target is None:
            sys.stdout.flush()
            self._write(sys.stdout.buffer, tally)
            sys.stdout.buffer.flush()
            return
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            ready = self.target.parent / f".vanthu-{secrets.token_hex(8)}.tmp"
            try:
                with ready.open("xb") as file:
                    self._write(file, tally)
                os.replace(ready, self.target)
            finally:
                ready.unlink(missing_ok=True)
        except OSError as error:
            message = _("không ghi được {path}: {reason}").format(path=self.target, reason=reason(error))
            raise GeneratorError(message, _("kiểm tra quyền ghi và chỗ trống, hoặc chọn nơi khác bằng -o")) from error

    def close(self) -> None:
        self._body.close()

    def _write(self, file: BinaryIO, tally: Tally) -> None:
        file.write(_bytes(self.form.head(tally)))
        self._body.seek(0)
        shutil.copyfileobj(self._body, file)
        file.write(_bytes(self.form.tail(tally)))


def _bytes(text: str) -> bytes:
    # A file name that is no text has lone surrogates; a report is read by others, so they become question marks.
    return text.encode("utf-8", "replace")
