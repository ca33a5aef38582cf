"""How far a batch has come: a bar with rate and time left on a terminal, a line now and then elsewhere.

It counts what it is told, shows the first faulty documents in full, and knows nothing of the work.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from types import TracebackType
from typing import TYPE_CHECKING

import click

from generator.messages import SOURCE_LANGUAGE, _, spoken

if TYPE_CHECKING:
    from rich.progress import Progress

    from generator.pipeline.batch.order import Done, Record
    from generator.pipeline.batch.run import Outcome

_MOST_TOLD = 20
"""Documents whose findings are shown in full; of the others the codes are counted."""
_LARGE = 10
"""Documents a second that need no decimal."""
_EVERY = 10.0
"""Seconds between two lines."""


class BatchProgress:
    def __init__(self, whole: int, *, is_quiet: bool) -> None:
        self._whole = whole
        self._is_quiet = is_quiet
        self._bar: Progress | None = None
        self._done = 0
        self._told = 0
        self._since = self._said = time.monotonic()

    def __enter__(self) -> BatchProgress:
        if not self._is_quiet and sys.stderr.isatty():
            self._bar = _bar(self._whole)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def told(self, done: Done) -> None:
        """A chunk more."""
        for record in done.records:
            if self._told < _MOST_TOLD and (text := _told(record)):
                self._told += 1
                self._show(text)
        self._done += len(done.records)
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)
        elif not self._is_quiet and time.monotonic() - self._said >= _EVERY:
            self._said = time.monotonic()
            click.echo(self._line(), err=True)

    @property
    def done(self) -> str:
        """Of the whole."""
        return f"{self._done}/{self._whole}"

    def _show(self, text: list[str]) -> None:
        if self._bar is not None:
            # Through the bar's own console, which draws the bar again below; a unit's name is no markup.
            self._bar.console.print("\n".join(text), markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo("\n".join(text))

    def _line(self) -> str:
        rate = self._done / max(time.monotonic() - self._since, 0.001)
        left = round((self._whole - self._done) / rate) if rate else 0
        text = _("{done}/{whole} văn bản, {rate} văn bản/giây, còn {left} giây")
        return text.format(done=self._done, whole=self._whole, rate=_figure(rate), left=left)

    def summary(self, outcome: Outcome) -> None:
        """What became of all, and where it is told in full."""
        from generator.diagnostics import Severity
        from generator.reporters.text import SEVERITIES, shown

        seconds = time.monotonic() - self._since
        totals = outcome.totals
        for severity in Severity:
            counts = [(code, count) for (of, code), count in totals.codes.items() if of == severity.value]
            for code, count in sorted(counts, key=lambda one: (-one[1], one[0])):
                if not self._is_quiet or severity is Severity.ERROR:
                    words = f"{_(SEVERITIES[severity])} {code} {totals.words[code]}"
                    click.echo(_("{count} văn bản: {code}").format(count=count, code=words))
        if self._is_quiet:
            return
        click.echo("; ".join(_counted(outcome)) + ".")
        rate = self._done / max(seconds, 0.001)
        said = _("{seconds} giây, {rate} văn bản/giây.")
        click.echo(said.format(seconds=_figure(seconds, 1), rate=_figure(rate)))
        for file in outcome.files:
            click.echo(_("Đã ghi {file}").format(file=shown(file)))


def _told(record: Record) -> list[str]:
    """A document's errors in full, or that it was left to the person who changed it; the rest is in the manifest."""
    from generator.diagnostics import Severity
    from generator.pipeline.batch.order import Status
    from generator.reporters.text import lines

    about_pdf = record.pdf_findings or ()
    errors = [found for found in (*record.findings, *about_pdf) if found.severity is Severity.ERROR]
    if not errors:
        return [next(lines(found)) for found in record.findings] if record.status is Status.KEPT else []
    text = [_("{name} ({file}):").format(name=record.unit_name or record.unit, file=record.name)]
    text += [f"  {line}" for found in errors for line in lines(found)]
    left = record.finding_count + len(about_pdf) - len(errors)
    return [*text, _("  … và {count} điều nữa").format(count=left)] if left else text


def _figure(value: float, places: int | None = None) -> str:
    """As people here write it; a small one with a decimal."""
    if places is None:
        places = 0 if value >= _LARGE else 1
    text = f"{value:.{places}f}"
    return text.replace(".", ",") if spoken() == SOURCE_LANGUAGE else text


def _counted(outcome: Outcome) -> Iterator[str]:
    from generator.pipeline.batch.order import Status, Way

    totals, statuses = outcome.totals, Counter(outcome.totals.statuses)
    made = _("{count} văn bản đã làm").format(count=statuses[Status.MADE])
    if totals.ways[Way.FAST]:
        made += _(" ({count} ghép nhanh)").format(count=totals.ways[Way.FAST])
    yield made
    for status, text in (
        (Status.UNCHANGED, _("{count} không đổi")),
        (Status.KEPT, _("{count} giữ nguyên vì đã sửa tay")),
        (Status.FAULTY, _("{count} có lỗi")),
        (Status.LOST, _("{count} mất vì tiến trình bị dừng")),
    ):
        if statuses[status]:
            yield text.format(count=statuses[status])
    if totals.gone:
        yield _("{count} tệp cũ của đơn vị không còn trong danh sách").format(count=totals.gone)


def _bar(whole: int) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            # Of the first chunks rich tells no speed yet.
            speed = task.finished_speed or task.speed or task.completed / max(task.elapsed or 0.0, 0.001)
            return Text(_("{rate} văn bản/giây").format(rate=_figure(speed)))

    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=whole)
    return bar
