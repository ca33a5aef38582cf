"""A PDF before it gets its name: whole, with pages, saying what its DOCX says, in a typeface that it carries.

It judges what LibreOffice can get wrong, not how the pages look.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic
from generator.publish.findings import broken_pdf, not_archival
from generator.publish.pdf_fonts import font_faults
from generator.publish.pdf_text import text_faults
from generator.publish.source import Source

if TYPE_CHECKING:
    from pypdf import PdfReader

_START, _END = b"%PDF-", b"%%EOF"
_TAIL = 1024
_PART = re.compile(rb"""pdfaid:part(?:>|=["'])2\b""")
_CONFORMANCE = re.compile(rb"""pdfaid:conformance(?:>|=["'])B\b""")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a PDF is."""

    findings: tuple[Diagnostic, ...]
    pages: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it could be read to its end; what it says may still be wrong."""
        return bool(self.pages)


def verify(pdf: Path, source: Source, *, archival: bool) -> Verdict:
    """Look at a PDF that was made of a source; without an error among the findings it may be handed out."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it says on standard error what is said here anyway
    file = source.file
    try:
        if why := _is_cut(pdf):
            return Verdict((broken_pdf(file, why),))
        # Strict: otherwise it mends what no other program would open.
        with PdfReader(pdf, strict=True) as reader:
            pages = len(reader.pages)
            if reader.is_encrypted or not pages:
                return Verdict((broken_pdf(file, "0 pages" if not pages else "encrypted"),))
            findings = [*text_faults(reader.pages, source), *font_faults(reader.pages, source)]
            if archival and not _is_archival(reader):
                findings.append(not_archival(file))
    except Exception as error:  # damaged files make it raise anything, and none of that is a fault of ours
        return Verdict((broken_pdf(file, f"{type(error).__name__}: {error}"[:200]),))
    return Verdict(tuple(findings), pages)


def _is_cut(pdf: Path) -> str:
    """Why a file is no whole PDF, by its ends."""
    with pdf.open("rb") as stream:
        start = stream.read(len(_START))
        size = stream.seek(0, 2)
        stream.seek(max(0, size - _TAIL))
        end = stream.read()
    if start != _START:
        return "no %PDF"
    return "" if end.rstrip(b"\r\n\0 ").endswith(_END) else "no %%EOF"


def _is_archival(reader: PdfReader) -> bool:
    """Whether it says of itself that it is PDF/A-2b; that LibreOffice is right in that is not proved here."""
    root: Any = reader.trailer["/Root"].get_object()
    said = root["/Metadata"].get_object().get_data() if "/Metadata" in root else b""
    return bool(_PART.search(said) and _CONFORMANCE.search(said))
