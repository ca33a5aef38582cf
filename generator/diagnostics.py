"""What every phase says about a fault: where, what, by which rule, and what to do.

It does not print: reporters do. It knows no phase: a bad YAML value, a bad tag and a wrong margin look alike here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How bad it is; the order of the members is from worst to mildest."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Location:
    """A place a person can go to. Lines, columns and paragraphs count from 1."""

    file: Path | None = None
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    """A spreadsheet cell, `sheet!B7`."""
    part: str | None = None
    """A place inside a DOCX in words: `thân văn bản, bảng 1, dòng 2, ô 1`."""
    paragraph: int | None = None
    excerpt: str | None = None
    """A few words of the text that stands there."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` is `family/name-of-the-fault`; `basis` is the clause where a rule stands behind it."""

    code: str
    message: str
    where: Location = Location()
    severity: Severity = Severity.ERROR
    expected: str | None = None
    actual: str | None = None
    basis: str | None = None
    hint: str | None = None

    def at(self, where: Location) -> Diagnostic:
        """The same finding at another place."""
        return replace(self, where=where)


class Faulty(Exception):
    """The user's data, template or document has faults; all that were found, in order of place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "; ".join(d.message for d in self.diagnostics)

    def __reduce__(self) -> tuple[type[Faulty], tuple[tuple[Diagnostic, ...]]]:
        return type(self), (self.diagnostics,)
