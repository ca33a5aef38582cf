"""Printed pages for a report: their pictures, by poppler's pdftoppm, and where on them a finding stands.

It makes no PDF and judges nothing. Where the program is missing there are no pictures.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.check.printed import Printed, PrintedLine, printed
from generator.check.verdict import Sheet, Spot
from generator.diagnostics import Diagnostic, Location
from generator.docview.blocks import Paragraph
from generator.docview.view import DocView
from generator.paper.page import Page, around
from generator.recognise.component import Span

MOST_PAGES = 60
"""Pictures of one document; what comes after is told in the list only."""
_DOTS = 80
"""An inch: readable on a screen, some 30 KB a page."""
_SECONDS = 120
_MARGIN = 1.0
"""Millimetres around the words of a finding."""


def sheets_of(pdf: Path) -> tuple[Sheet, ...]:
    """A grey picture of each page, the first ones of a very long document. Writes: a folder for temporary files."""
    program = shutil.which("pdftoppm")
    if program is None:
        return ()
    with tempfile.TemporaryDirectory(prefix="vanthu-pages-", ignore_cleanup_errors=True) as folder:
        options = ["-r", str(_DOTS), "-gray", "-png", "-l", str(MOST_PAGES)]
        command = [program, *options, str(pdf), str(Path(folder) / "page")]
        try:
            run = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return ()
        if run.returncode:
            return ()
        return tuple(_sheet(file.read_bytes()) for file in sorted(Path(folder).glob("*.png")))


def _sheet(png: bytes) -> Sheet:
    width, height = struct.unpack(">II", png[16:24])
    return Sheet(png, width, height)


def spots_of(view: DocView, pages: Sequence[Page], findings: Sequence[Diagnostic]) -> tuple[Spot | None, ...]:
    """For each finding where its words are printed; None where it has no place, or none that was found."""
    on_paper = printed(view, tuple(pages))
    by_place: dict[tuple[str | None, int | None], Paragraph] = {}
    besides = (beside for section in view.sections for beside in (*section.headers.values(), *section.footers.values()))
    for paragraph in (*view.paragraphs, *(each for beside in besides for each in beside.paragraphs)):
        by_place.setdefault((paragraph.where.part, paragraph.where.paragraph), paragraph)
    return tuple(_spot(finding.where, by_place, on_paper) for finding in findings)


def _spot(
    where: Location, by_place: Mapping[tuple[str | None, int | None], Paragraph], on_paper: Printed
) -> Spot | None:
    paragraph = by_place.get((where.part, where.paragraph))
    if paragraph is None:
        return None
    excerpt = where.excerpt or ""
    at = paragraph.text.find(excerpt)
    lines = on_paper.lines(Span(paragraph, at, at + len(excerpt))) if excerpt and at >= 0 else ()
    return _around(lines or on_paper.lines(paragraph))


def _around(lines: Sequence[PrintedLine]) -> Spot | None:
    """As far as they stand on the first one's page."""
    if not lines:
        return None
    page = lines[0].page
    box = around(line.box for line in lines if line.page.number == page.number)
    return Spot(
        page.number,
        max(0.0, (box.left - _MARGIN) / page.width),
        max(0.0, (box.top - _MARGIN) / page.height),
        min(1.0, (box.right + _MARGIN) / page.width),
        min(1.0, (box.bottom + _MARGIN) / page.height),
    )
