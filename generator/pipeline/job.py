"""One document to be made, complete in itself, and what became of it.

Both cross process boundaries; neither knows a workspace.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.profile.profile import Profile
from generator.render.request import Request


@dataclass(frozen=True)
class Job:
    id: str
    """The file's name without its suffix: `report-dot-1`."""
    request: Request
    profile: Profile
    chain: tuple[tuple[str, Path], ...]
    """The templates, from the most special to the base."""
    output: Path
    """The folder of its file, or the file itself where its name was asked for."""
    pictures: tuple[Path, ...] = ()
    """The only folders that pictures in templates come from."""
    warnings: tuple[Diagnostic, ...] = ()
    """What was found in the data while it was prepared, and did not stop it."""

    @property
    def target(self) -> Path:
        """Not kept: a batch makes hundreds of thousands of jobs and asks for none."""
        return self.output if is_file_name(self.output) else self.output / f"{self.id}.docx"


def is_file_name(output: Path) -> bool:
    """Whether one document's file is meant, and no folder."""
    return output.suffix.lower() == ".docx"


class Status(StrEnum):
    MADE = "made"
    FAULTY = "faulty"
    """The template or the data could not give this document."""


@dataclass(frozen=True)
class JobResult:
    id: str
    status: Status
    target: Path
    document: bytes
    """Empty where there are faults."""
    diagnostics: tuple[Diagnostic, ...]
    seconds: float
