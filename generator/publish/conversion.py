"""What is asked for and what came of it: one source, its PDF or none, and what there is to say of it.

Plain values; nothing here runs or reads anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic

SECONDS = 120.0
"""How long LibreOffice may stay with one file: hundreds of pages on a slow machine take less."""
CHUNK = 40
"""Files for one process: starting it costs as much as ten files, and one that has run for long grows and hangs."""


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How a PDF is made."""

    archival: bool = False
    """PDF/A-2b instead of a plain PDF."""
    seconds: float = SECONDS
    """The longest that one file may take."""


USUAL = PdfOptions()


@dataclass(frozen=True, slots=True)
class Order:
    """A DOCX, and the name that its PDF is to have."""

    source: Path
    target: Path


@dataclass(frozen=True, slots=True)
class Conversion:
    """One order as it came out."""

    order: Order
    pdf: Path | None
    """None: there is no PDF of this run; a file that had the name before is as it was."""
    findings: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0
    """Its share of LibreOffice's time, and its own of looking at the PDF."""
    office: str = ""
    """The version of LibreOffice: pages may break elsewhere in another."""
    pages: int = 0

    @property
    def source(self) -> Path:
        return self.order.source
