"""What every document has: subject, number, day, bases, recipients, signer, annexes.

The fields of one kind stand in that kind's module.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import Day, Identifier, Optional, Record, Text, Whole
from generator.model.content import Passage
from generator.model.copies import Copy
from generator.model.marks import Marks
from generator.model.organization import Recipient, Signatory
from generator.model.reference import Reference


class Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Appendix(Record):
    """A phụ lục: it gets its number, reference line and page numbers by itself."""

    title: Text
    orientation: Orientation = Orientation.PORTRAIT
    content: tuple[Passage, ...]


class JointIssuer(Record):
    """A body that issues the document together with the lead one (văn bản liên tịch), and who signs for it."""

    name: Text
    """As it stands in the letterhead, in any case: it is printed in capitals."""
    symbol: Text = Field(max_length=20)
    signer: Signatory


class Confirmation(Record):
    """`Xác nhận chữ ký của đồng chí …`: the signature of a body without a seal is confirmed by one that has it."""

    signed_by: Text
    """The person whose signature is confirmed."""
    signer: Signatory


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
    addressees: tuple[Text, ...] = ()
    """Whom it addresses (Kính gửi); a dispatch has at least one."""
    author: Optional = ""
    """`của Ban Thường vụ Quận ủy`, between the kind's name and the subject (Party)."""
    marks: Marks = Marks()
    joint_issuers: tuple[JointIssuer, ...] = ()
    confirmation: Confirmation | None = None
    copies: tuple[Copy, ...] = ()
    keywords: Optional = ""
