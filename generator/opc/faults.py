"""The faults of a file as a file, each with a code `file/…`, a message and what to do about it.

It finds none.
"""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _, mark

SAVE_ANEW = mark("mở tệp bằng Word, lưu lại dạng .docx rồi thử lại")


def fault(file: Path, code: str, message: str, part: str | None = None, hint: str = "") -> Faulty:
    """A file that cannot be read as it is; `hint` is a message in the spoken language."""
    where = Location(file=file, part=part)
    return Faulty([Diagnostic(f"file/{code}", message, where, hint=hint or _(SAVE_ANEW))])
