"""What was put right, and what came of a whole document.

It holds values only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Location

_NOWHERE = Location()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing put right. `message` is Vietnamese through `_()`; the texts are for people."""

    message: str
    before: str = ""
    after: str = ""
    where: Location = field(default=_NOWHERE)
    basis: str | None = None
    """The clause behind it, where there is one."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document put right as far as can be told from its form."""

    document: bytes
    """The bytes as they were, where nothing was changed."""
    changes: tuple[Change, ...]
    findings: tuple[Diagnostic, ...]
    """What `check` says of the document now."""
