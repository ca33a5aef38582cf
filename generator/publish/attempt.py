"""One run of LibreOffice with some files, from copies in a private folder to PDFs that have been looked at.

It tries once, and writes nothing outside of its folder, which is gone afterwards.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.publish.conversion import Order, PdfOptions
from generator.publish.office import Office, make, not_begun
from generator.publish.process import End
from generator.publish.source import Source, write_copy
from generator.publish.verify import verify

_PREFIX = "vanthu-pdf-"


@dataclass(frozen=True, slots=True)
class Job:
    """An order whose source has been examined."""

    order: Order
    source: Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made of one job."""

    was_made: bool
    """Whether there is a whole PDF, good or not."""
    findings: tuple[Diagnostic, ...] = ()
    data: bytes = b""
    pages: int = 0
    seconds: float = 0.0
    """Spent on looking at it."""

    @property
    def is_good(self) -> bool:
        return self.was_made and not any(found.severity is Severity.ERROR for found in self.findings)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made of its jobs, in their order."""

    outcomes: tuple[Outcome, ...]
    end: End
    said: str
    seconds: float
    """LibreOffice's time for one job, on the average."""

    @property
    def good(self) -> list[int]:
        return [index for index, outcome in enumerate(self.outcomes) if outcome.is_good]

    @property
    def bad(self) -> list[int]:
        return [index for index, outcome in enumerate(self.outcomes) if not outcome.is_good]

    @property
    def is_telling(self) -> bool:
        """Whether a second run would tell nothing new: this had all its time, or its PDFs are whole but wrong."""
        return self.end is End.TOO_SLOW or all(outcome.was_made for outcome in self.outcomes)


def attempt(jobs: Sequence[Job], office: Office, options: PdfOptions, is_stopped: Callable[[], bool]) -> Run:
    """Run LibreOffice once. A machine on which it cannot even be begun is a GeneratorError."""
    folder: Path | None = None
    try:
        # Resolved: where the folder for temporary files is a link, LibreOffice is given the real one.
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX)).resolve()
        (folder / "in").mkdir()
        # Names of our own: none with letters, spaces or dashes that LibreOffice would take for something else.
        copies = [folder / "in" / f"{number:04}.docx" for number in range(1, len(jobs) + 1)]
        for job, copy in zip(jobs, copies, strict=True):
            write_copy(job.source, copy)
        since = time.monotonic()
        ran = make(office, folder, archival=options.archival, seconds=options.seconds, is_stopped=is_stopped)
        seconds = (time.monotonic() - since) / len(jobs)
        made = [folder / "out" / f"{copy.stem}.pdf" for copy in copies]
        outcomes = [_looked_at(pdf, job, options) for pdf, job in zip(made, jobs, strict=True)]
        return Run(tuple(outcomes), ran.end, ran.said, seconds)
    except OSError as error:
        raise not_begun(error, folder) from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _looked_at(pdf: Path, job: Job, options: PdfOptions) -> Outcome:
    since = time.monotonic()
    if not pdf.is_file():
        return Outcome(was_made=False)
    verdict = verify(pdf, job.source, archival=options.archival)
    data = pdf.read_bytes() if verdict.is_whole else b""
    return Outcome(verdict.is_whole, verdict.findings, data, verdict.pages, time.monotonic() - since)
