"""Many files judged, one after another or in several processes, and told in the order in which they were given.

It judges nothing itself (`check` does), and never holds more than a few verdicts at a time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.check.runner import check_document, refuse_unknown
from generator.check.verdict import Verdict, pieces_of, understood
from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _
from generator.paper.reading import read_pages
from generator.pipeline.in_processes import Work, done_in_order, processes_for
from generator.pipeline.sheets import sheets_of, spots_of
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime

BROKEN, ENDED = "check/broken-document", "check/ended"
_AHEAD = 4
"""Files under way or done for each process; verdicts may hold whole texts and pictures of pages."""


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
    count = min(jobs or processes_for(len(files)), len(files))
    with tempfile.TemporaryDirectory(prefix="vanthu-check-", ignore_cleanup_errors=True) as folder:
        errands = _with_pdfs(files, Path(folder), count) if layout else (Errand(file) for file in files)
        yield from done_in_order(Work(_judged, wish, _ended, ahead=_AHEAD), errands, jobs=count)


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


def _judged(wish: Wish, errand: Errand) -> Verdict:
    return judge(errand, wish)


def _ended(errand: Errand) -> Verdict:
    hint = _("tệp quá lớn so với bộ nhớ của máy, hoặc hỏng; mở bằng Word, lưu lại rồi thử lại")
    return _lost(errand.file, ENDED, _("tiến trình soát tệp này bị ngắt giữa chừng"), None, hint)


def _lost(file: Path, code: str, message: str, actual: str | None, hint: str = "") -> Verdict:
    hint = hint or _("đây là lỗi của chương trình, không phải của văn bản")
    return Verdict(file, (Diagnostic(code, message, Location(file), Severity.ERROR, actual=actual, hint=hint),))
