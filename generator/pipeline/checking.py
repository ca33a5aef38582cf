"""Many files judged, one after another or in several processes, and told in the order in which they were given.

It judges nothing itself (`check` does), and never holds more than a few verdicts at a time.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from generator.check.runner import check_document, refuse_unknown
from generator.check.verdict import Verdict, pieces_of, understood
from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _, speak, spoken
from generator.paper.reading import read_pages
from generator.pipeline.sheets import sheets_of, spots_of
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime

BROKEN, ENDED = "check/broken-document", "check/ended"
_AHEAD = 4
"""Files under way or done for each process: enough that none waits, few enough that memory does not grow."""
_FEW = 24
"""So many files are judged sooner than processes are started."""


@dataclass(frozen=True, slots=True)
class Wish:
    """By what files are judged, and what their verdicts are to hold beside the findings."""

    regime: str | None = None
    profile: Profile | None = None
    only: tuple[str, ...] = ()
    keeps_text: bool = False
    keeps_sheets: bool = False
    """Pictures of the pages; only where there are PDFs."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A file, and the PDF of it where one was made."""

    file: Path
    pdf: Path | None = None
    """For this errand only: gone when the file has been judged."""
    findings: tuple[Diagnostic, ...] = ()
    """What making the PDF found."""


def refuse(wish: Wish) -> None:
    """GeneratorError for a rule, family or regime that there is not, before any file is opened."""
    refuse_unknown(wish.only)
    if wish.regime is not None:
        load_regime(wish.regime)


def judge(errand: Errand, wish: Wish) -> Verdict:
    """One file; what is wrong with it is in the verdict, and nothing is raised for it.

    Reads: the file and its PDF. Writes: the PDF, which it removes.
    """
    try:
        return _judged_whole(errand, wish)
    except Faulty as faulty:
        return Verdict(errand.file, faulty.diagnostics)
    except Exception as error:
        # One odd file among a thousand must not take the others' verdicts with it; it is told as what it is.
        message, actual = _("chương trình bị lỗi khi soát tệp này"), f"{type(error).__name__}: {error}"[:300]
        return _lost(errand.file, BROKEN, message, actual)
    finally:
        if errand.pdf is not None:
            errand.pdf.unlink(missing_ok=True)


def _judged_whole(errand: Errand, wish: Wish) -> Verdict:
    pages = read_pages(errand.pdf) if errand.pdf is not None else None
    result = check_document(errand.file, wish.regime, wish.profile, wish.only, pages)
    view = result.recognised.view
    findings = (*_of_the_file(view.findings, wish), *errand.findings, *result.diagnostics)
    verdict = Verdict(
        errand.file,
        findings,
        understood(result),
        result.ran,
        pieces_of(view) if wish.keeps_text else (),
    )
    if pages is None or errand.pdf is None:
        return verdict
    pictures = sheets_of(errand.pdf) if wish.keeps_sheets else ()
    return replace(verdict, spots=spots_of(view, pages, findings), page_count=len(pages), sheets=pictures)


def judge_all(
    files: Sequence[Path], wish: Wish, *, jobs: int | None = None, layout: bool = False
) -> Generator[Verdict, None, None]:
    """The verdicts, in the order of the files, each as soon as it and those before it are known.

    `jobs` processes; None chooses by the number of files and of cores. Writes, with `layout`: PDFs in a folder for
    temporary files, which is gone afterwards.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    count = min(jobs or (1 if len(files) <= _FEW else min(cores, 32)), len(files))
    with tempfile.TemporaryDirectory(prefix="vanthu-check-", ignore_cleanup_errors=True) as folder:
        errands = _with_pdfs(files, Path(folder), count) if layout else (Errand(file) for file in files)
        if count <= 1:
            yield from (judge(errand, wish) for errand in errands)
        else:
            yield from _in_processes(errands, wish, count)


def _of_the_file(findings: tuple[Diagnostic, ...], wish: Wish) -> tuple[Diagnostic, ...]:
    return () if wish.only and "file" not in wish.only else findings


def _with_pdfs(files: Sequence[Path], folder: Path, jobs: int) -> Iterator[Errand]:
    """The files with their PDFs, so many at a time as one run of LibreOffice takes."""
    from generator.publish.conversion import CHUNK, Order
    from generator.publish.pdf import fulfil

    size = CHUNK * jobs
    for start in range(0, len(files), size):
        orders = [
            Order(file, folder / f"{number:06}.pdf") for number, file in enumerate(files[start : start + size], start)
        ]
        for conversion in fulfil(orders, jobs=jobs):
            yield Errand(conversion.source, conversion.pdf, _layout_findings(conversion.findings))


def _layout_findings(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """A file that cannot be opened says so by itself when it is judged."""
    return tuple(found for found in findings if not found.code.startswith("file/"))


# Processes

_wish = Wish()


def _begin(language: str, wish: Wish) -> None:
    """What each process does once: Ctrl+C is the first one's to answer."""
    global _wish
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak(language)
    _wish = wish


def _judged(errand: Errand) -> Verdict:
    return judge(errand, _wish)


def _in_processes(errands: Iterator[Errand], wish: Wish, jobs: int) -> Iterator[Verdict]:
    waiting: deque[tuple[Errand, Future[Verdict]]] = deque()
    pool = _pool(wish, jobs)
    try:
        for errand in islice(errands, jobs * _AHEAD):
            waiting.append((errand, _submitted(pool, errand)))
        while waiting:
            errand, future = waiting.popleft()
            try:
                verdict = future.result()
            except BrokenProcessPool:
                # A process was ended, by the system for want of memory, say; whose fault that was shows alone.
                pool.shutdown(wait=False, cancel_futures=True)
                suspects = [errand, *(each for each, _future in waiting)]
                waiting.clear()
                yield from (_alone(each, wish) for each in suspects)
                pool = _pool(wish, jobs)
            else:
                yield verdict
            for following in islice(errands, jobs * _AHEAD - len(waiting)):
                waiting.append((following, _submitted(pool, following)))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, errand: Errand) -> Future[Verdict]:
    """What comes of it later; a pool that has broken meanwhile says so where the others' results are waited for."""
    try:
        return pool.submit(_judged, errand)
    except BrokenProcessPool as error:
        broken: Future[Verdict] = Future()
        broken.set_exception(error)
        return broken


def _alone(errand: Errand, wish: Wish) -> Verdict:
    with _pool(wish, 1) as pool:
        try:
            return pool.submit(_judged, errand).result()
        except BrokenProcessPool:
            hint = _("tệp quá lớn so với bộ nhớ của máy, hoặc hỏng; mở bằng Word, lưu lại rồi thử lại")
            return _lost(errand.file, ENDED, _("tiến trình soát tệp này bị ngắt giữa chừng"), None, hint)


def _pool(wish: Wish, jobs: int) -> ProcessPoolExecutor:
    # Spawned everywhere alike: what is forked beside threads (LibreOffice's are read by some) may never wake up.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(spoken(), wish))


def _lost(file: Path, code: str, message: str, actual: str | None, hint: str = "") -> Verdict:
    hint = hint or _("đây là lỗi của chương trình, không phải của văn bản")
    return Verdict(file, (Diagnostic(code, message, Location(file), Severity.ERROR, actual=actual, hint=hint),))
