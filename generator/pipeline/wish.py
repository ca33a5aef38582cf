"""What a person asks for on the command line, in the program's own terms.

It does not know whether there is such a thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model.kinds import Kind


@dataclass(frozen=True, slots=True)
class Wish:
    kinds: tuple[Kind, ...] = (Kind.PLAN,)
    unit: str | None = None
    phase: int | None = None
    regime: str | None = None
    draft: int | None = None
    output: Path | None = None
    """A `.docx` file for one document, or a folder; None is the workspace's `out`."""
    copy: int | None = None
    """The document as the copy of this number in its `copies`, counted from 1."""
    report: str | None = None
    """The report with this id, of several of a phase."""
    is_rehearsal: bool = False
    """Nothing is made now: what the units have still to answer does not stand in the way."""
