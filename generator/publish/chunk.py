"""Files given to LibreOffice together, and apart again where something went wrong, until each has its own verdict.

No file is found faulty by what happened in the company of others: only a run of its own convicts it.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.errors import GeneratorError
from generator.publish.attempt import Job, Run, attempt
from generator.publish.conversion import Conversion, Order, PdfOptions
from generator.publish.findings import not_made, not_tried, not_written, office_broken, too_slow
from generator.publish.office import Office
from generator.publish.process import End
from generator.publish.trial import trial_page
from generator.workspace import write_all_whole

_TRIAL_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Bench:
    """What all chunks share. The events are set once and for good."""

    office: Office
    options: PdfOptions
    stop: threading.Event = field(default_factory=threading.Event)
    broken: threading.Event = field(default_factory=threading.Event)
    """LibreOffice could not even make the trial page: nothing more is tried."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """Jobs for one run."""

    jobs: tuple[Job, ...]
    is_last: bool = False
    """Whether these have failed before, and this run decides."""


def convert_chunk(jobs: Sequence[Job], bench: Bench) -> Iterator[Conversion]:
    """Every job's conversion, as they are settled. Writes: the targets."""
    waiting = deque([_Batch(tuple(jobs))])
    while waiting and not bench.stop.is_set():
        batch = waiting.popleft()
        if bench.broken.is_set():
            yield from (_failed(job, bench, not_tried(job.order.source)) for job in batch.jobs)
            continue
        run = attempt(batch.jobs, bench.office, bench.options, bench.stop.is_set)
        if run.end is End.STOPPED:
            return
        yield from (_delivered(batch.jobs[index], run, index, bench) for index in run.good)
        if not run.bad:
            continue
        if why := _why_nothing_works(run, bench):
            bench.broken.set()
            yield from (_failed(job, bench, office_broken(job.order.source, why)) for job in batch.jobs)
        elif batch.is_last or (len(batch.jobs) == 1 and run.is_telling):
            yield _convicted(batch.jobs[0], run, bench)
        else:
            waiting.extendleft(reversed(_apart(batch.jobs, run)))


def _apart(jobs: tuple[Job, ...], run: Run) -> list[_Batch]:
    """What failed in company: each that LibreOffice came to alone, then together those that it never reached."""
    last_good = max(run.good, default=-1)
    reached = [index for index in run.bad if index < last_good]
    after = [index for index in run.bad if index > last_good]
    alone = [_Batch((jobs[index],), is_last=True) for index in (*reached, *after[:1])]
    rest = tuple(jobs[index] for index in after[1:])
    return [*alone, _Batch(rest)] if rest else alone


def _why_nothing_works(run: Run, bench: Bench) -> str:
    """After a run without a good PDF: what is wrong with LibreOffice here, by a page of our own; else empty."""
    if run.good or bench.stop.is_set():
        return ""
    page = Job(Order(Path("vanthu.docx"), Path("vanthu.pdf")), trial_page())
    options = PdfOptions(bench.options.archival, min(bench.options.seconds, _TRIAL_SECONDS))
    trial = attempt([page], bench.office, options, bench.stop.is_set)
    if trial.good or trial.end is End.STOPPED:
        return ""
    findings = [found for outcome in trial.outcomes for found in outcome.findings]
    told = "; ".join(f"{found.message} ({found.actual})" if found.actual else found.message for found in findings)
    return told or trial.said or run.said or "-"


def _delivered(job: Job, run: Run, index: int, bench: Bench) -> Conversion:
    outcome, order = run.outcomes[index], job.order
    try:
        write_all_whole({order.target: outcome.data})
    except GeneratorError as error:
        return _failed(job, bench, not_written(order.source, error.message, error.hint))
    seconds = run.seconds + outcome.seconds
    return Conversion(order, order.target, outcome.findings, seconds, bench.office.version, outcome.pages)


def _convicted(job: Job, run: Run, bench: Bench) -> Conversion:
    """A job whose own run went wrong."""
    source = job.order.source
    if run.end is End.TOO_SLOW:
        return _failed(job, bench, too_slow(source, bench.options.seconds), seconds=run.seconds)
    findings = run.outcomes[0].findings or (not_made(source, run.said),)
    return _failed(job, bench, *findings, seconds=run.seconds)


def _failed(job: Job, bench: Bench, *findings: Diagnostic, seconds: float = 0.0) -> Conversion:
    return Conversion(job.order, None, findings, seconds, bench.office.version)
