"""Whether a PDF says what its DOCX says: the pieces of its text are looked for in the text of the pages.

It compares letters and digits only; spaces, marks and the order of pieces it leaves to LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.publish.findings import lost_text
from generator.publish.reading import letters
from generator.publish.source import Source

if TYPE_CHECKING:
    from pypdf import PageObject

_EACH_END = 2
"""Pages read from either end of a long PDF; reading takes longer than LibreOffice took to draw them."""
_FIRST, _LAST = 12, 6
"""Pieces that must be there, from the beginning and the end: letterhead, number, title; signature, recipients."""
_LONGEST = 60
"""Letters of a piece that are looked for: what is longer goes over the end of a page too often."""
_SHORTEST_PART = 8
"""Letters that a piece must have on either page, when a page ends inside it."""
_LOST_AT_MOST = 0.1


def text_faults(pages: Sequence[PageObject], source: Source) -> list[Diagnostic]:
    """What the pages do not say: a fault where the PDF is of another document or lacks much, else a warning."""
    pieces = source.pieces
    beginning, end = pieces[:_FIRST], pieces[-_LAST:]
    if len(pages) > 2 * _EACH_END and _begins(pages, beginning) and _ends(pages, end):
        return []
    lost = _lost(pieces, _text(pages))
    if not lost:
        return []
    is_other = not {*lost}.isdisjoint((*beginning, *end)) or len(lost) > _LOST_AT_MOST * len(pieces)
    return [lost_text(source.file, lost, is_other=is_other)]


def _begins(pages: Sequence[PageObject], pieces: Sequence[str]) -> bool:
    return any(not _lost(pieces, _text(pages[:count])) for count in range(1, _EACH_END + 1))


def _ends(pages: Sequence[PageObject], pieces: Sequence[str]) -> bool:
    return any(not _lost(pieces, _text(pages[-count:])) for count in range(1, _EACH_END + 1))


def _text(pages: Iterable[PageObject]) -> str:
    return letters("\n".join(page.extract_text() for page in pages))


def _lost(pieces: Iterable[str], text: str) -> list[str]:
    return [piece for piece in dict.fromkeys(pieces) if not _is_said(letters(piece)[:_LONGEST], text)]


def _is_said(wanted: str, text: str) -> bool:
    if wanted in text:
        return True
    breaks = range(_SHORTEST_PART, len(wanted) - _SHORTEST_PART + 1)
    return any(wanted[:end] in text and wanted[end:] in text for end in breaks)
