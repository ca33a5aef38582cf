"""What every document has: subject, number, day, bases, recipients, signer, annexes.

The fields of one kind stand in that kind's module.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import Day, Identifier, Optional, Record, Text, Whole
from generator.model.content import Passage
from generator.model.organization import Recipient
from generator.model.reference import Reference


class Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Appendix(Record):
    """A phụ lục: it gets its number, reference line and page numbers by itself."""

    title: Text
    orientation: Orientation = Orientation.PORTRAIT
    content: tuple[Passage, ...]


class Document(Record):
    """The parts that do not depend on the kind."""

    subject: Text
    """The trích yếu: a phrase in lower case without a final stop."""
    number: Whole | None = Field(default=None, ge=1)
    """Blank until the clerk issues the document."""
    issued_on: Day | None = None
    references: tuple[Reference, ...] = ()
    recipients: tuple[Recipient, ...] | None = None
    """Left out: the issuer's usual recipients of this kind."""
    signer: Identifier | None = None
    """Left out: the issuer's first signer."""
    appendices: tuple[Appendix, ...] = ()
    keywords: Optional = ""
