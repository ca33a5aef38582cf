"""LibreOffice for tests: documents become PDFs by the program's own way, and what is missing is told.

Nothing here knows what a page should look like: `tests/pdf` does.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from generator import machine
from generator.publish import pdf


@cache
def missing() -> str:
    """Why no PDF can be made and measured here; empty where all is there."""
    programs = [each for each in ("pdftotext", "pdftoppm", "pdffonts") if not shutil.which(each)]
    programs += [] if machine.office() else ["soffice"]
    if programs:
        return f"not installed: {', '.join(programs)} (libreoffice-writer-nogui, poppler-utils)"
    if not machine.typefaces():
        return "no typeface with all Vietnamese letters: Tinos (fonts-croscore) or Times New Roman"
    return ""


def convert(documents: Sequence[Path], folder: Path) -> list[Path]:
    """One PDF a document, in the same order, each found right. Writes: `folder`."""
    made = pdf.convert(documents, folder, jobs=min(2, os.cpu_count() or 1))
    assert not [found for conversion in made for found in conversion.findings]
    return [conversion.pdf for conversion in made if conversion.pdf is not None]
