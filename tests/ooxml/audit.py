"""`openxml-audit` in this process: a port of Microsoft's Open XML SDK that knows the schemas of Word's parts.

It passes over what the schemas allow and Word refuses: `own` has rules for that.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

_NO_FAULTS = (
    # Small documents of tests have no settings, theme or typefaces; Word does not ask for them.
    "A required relationship type",
    # 0 takes a paragraph out of its style's list (ECMA-376, 17.9.18).
    "Numbering definition '0' referenced",
)


@cache
def _validator() -> Any:
    from openxml_audit import FileFormat, OpenXmlValidator

    return OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)


def faults(data: bytes) -> list[str]:
    """All that it has against a document. Writes: a file for a moment, for it reads nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.docx"
        file.write_bytes(data)
        result = _validator().validate(file)
    found = [f"{error.part_uri}: {error.description}" for error in result.errors]
    return [fault for fault in found if not any(words in fault for words in _NO_FAULTS)]
