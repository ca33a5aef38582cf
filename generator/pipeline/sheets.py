"""Printed pages for a report: their pictures, and where on them the words of a finding stand. By poppler's programs.

It makes no PDF and judges nothing. Where a program is missing there are no pictures, or no places.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from generator.check.verdict import Sheet, Spot
from generator.diagnostics import Diagnostic

MOST_PAGES = 60
"""Pictures of one document; what comes after is in its text only."""
_DOTS = 80
"""An inch: readable on a screen, some 60 KB a page."""
_SECONDS = 120
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)"')
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
_MARGIN = 0.004
"""Around the words of a finding, as a share of the page."""


@dataclass(frozen=True, slots=True)
class _Word:
    letters: str
    spot: Spot


def sheets_of(pdf: Path) -> tuple[Sheet, ...]:
    """A grey picture of each page, the first ones of a very long document. Writes: a folder for temporary files."""
    with tempfile.TemporaryDirectory(prefix="vanthu-pages-", ignore_cleanup_errors=True) as folder:
        options = ["-r", str(_DOTS), "-gray", "-png", "-l", str(MOST_PAGES)]
        if _said("pdftoppm", *options, str(pdf), str(Path(folder) / "page")) is None:
            return ()
        return tuple(_sheet(file.read_bytes()) for file in sorted(Path(folder).glob("*.png")))


def page_count(pdf: Path) -> int | None:
    said = _said("pdfinfo", str(pdf)) or ""
    found = re.search(r"^Pages:\s+(\d+)", said, re.MULTILINE)
    return int(found[1]) if found else None


def spots_of(pdf: Path, findings: Sequence[Diagnostic]) -> tuple[Spot | None, ...]:
    """For each finding where its excerpt is printed; None where it has none, or where it is not found.

    The findings come in the order of the document, so that of words printed twice the next one counts.
    """
    words = list(_words(_said("pdftotext", "-bbox", str(pdf), "-") or ""))
    # All letters in one string: where a word begins in it tells which word it is.
    starts: list[int] = []
    length = 0
    for word in words:
        starts.append(length)
        length += len(word.letters)
    text = "".join(word.letters for word in words)
    spots: list[Spot | None] = []
    last = 0
    for finding in findings:
        wanted = _letters(finding.where.excerpt or "")
        at = text.find(wanted, last) if wanted else -1
        at = text.find(wanted) if wanted and at < 0 else at
        spots.append(_joined(words, starts, at, at + len(wanted)) if at >= 0 else None)
        last = at if at >= 0 else last
    return tuple(spots)


def _joined(words: Sequence[_Word], starts: Sequence[int], begin: int, end: int) -> Spot | None:
    """Around all words that hold these letters, as far as they stand on the first one's page."""
    inside = [
        word.spot
        for word, start in zip(words, starts, strict=True)
        if start < end and start + len(word.letters) > begin
    ]
    inside = [spot for spot in inside if spot.page == inside[0].page]
    if not inside:
        return None
    return Spot(
        inside[0].page,
        max(0.0, min(spot.left for spot in inside) - _MARGIN),
        max(0.0, min(spot.top for spot in inside) - _MARGIN),
        min(1.0, max(spot.right for spot in inside) + _MARGIN),
        min(1.0, max(spot.bottom for spot in inside) + _MARGIN),
    )


def _words(xml: str) -> Iterator[_Word]:
    page, width, height = 0, 1.0, 1.0
    for line in xml.splitlines():
        if sheet := _PAGE.search(line):
            page, width, height = page + 1, float(sheet[1]), float(sheet[2])
        elif word := _WORD.search(line):
            left, top, right, bottom = (float(number) for number in word.groups()[:4])
            letters = _letters(unescape(word[5]))
            if letters:
                yield _Word(letters, Spot(page, left / width, top / height, right / width, bottom / height))


def _letters(text: str) -> str:
    """Only what counts when words are compared: composed letters and digits."""
    return "".join(each for each in unicodedata.normalize("NFC", text).casefold() if each.isalnum())


def _sheet(png: bytes) -> Sheet:
    width, height = struct.unpack(">II", png[16:24])
    return Sheet(png, width, height)


def _said(program: str, *arguments: str) -> str | None:
    """What a program prints; None where it is not there, fails, or takes too long."""
    found = shutil.which(program)
    if found is None:
        return None
    try:
        run = subprocess.run([found, *arguments], capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else None
