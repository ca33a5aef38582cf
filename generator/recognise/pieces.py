"""What is read out of components: the number, the date, signatures, recipients, headings, annexes.

It holds values only, as typed and as understood; the finders make them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.docview.blocks import Paragraph, Table
from generator.docview.words import Field, Story
from generator.recognise.component import Component
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.numbering import MarkerStyle


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """`Số 05-KH/QU` taken apart, each piece as typed, stray spaces included."""

    component: Component
    word: str
    """`Số` as typed: `Số`, `SỐ`, `So`."""
    has_colon: bool
    digits: str
    """`05`, `5`; empty where room is left for it."""
    separators: tuple[str, ...]
    """As typed, one before each code: (`-`, `/`), (` - `, `/`)."""
    codes: tuple[str, ...]
    """(`KH`, `QU`), (`UBND`, `VX`): all after the digits, as typed."""
    type_code: str = ""
    """The code that is one of a kind of document (or, of a Party document, stands in its place)."""
    body_codes: tuple[str, ...] = ()
    """The other ones."""
    side: str | None = None
    """`party` (5-KH/QU) or `state` (5/KH-UBND) by the order of its separators."""
    year: str = ""
    """A year inside, as in `12/2026/QĐ-UBND`."""

    @property
    def value(self) -> int | None:
        return int(self.digits) if self.digits.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Dateline:
    """`Hà Nội, ngày 03 tháng 02 năm 2026` taken apart."""

    component: Component
    place: str
    """Without the comma."""
    day: str
    month: str
    year: str
    """As typed; empty where room is left."""
    when: date | PartialDate | None
    """None where the numbers are no date."""


class SignatureRole(StrEnum):
    SIGNER = "signer"
    WRITER = "writer"
    """Of minutes."""
    CHAIR = "chair"
    """Of minutes."""
    CONFIRMATION = "confirmation"
    """Confirms the signature above."""
    COPY = "copy"
    """Of the copier."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One block of signing."""

    role: SignatureRole
    authority: tuple[Component, ...]
    """`T/M BAN THƯỜNG VỤ`, `TM. …` then `KT. …`; of a head who signs directly the one line, his position."""
    position: tuple[Component, ...]
    """`PHÓ BÍ THƯ`; of `kiêm` and joint documents more than one."""
    name: Component | None
    concurrent: Component | None = None
    confirmation: Component | None = None
    """`Xác nhận chữ ký của đồng chí …`"""
    gap: tuple[Paragraph, ...] = ()
    """The empty paragraphs between the last line and the name."""
    other_office: Component | None = None
    """Another office of the signer, above his name and written like it (a SIGNER_NAME too)."""

    @property
    def components(self) -> tuple[Component, ...]:
        """All there is, in reading order of their kind."""
        single = (self.confirmation, self.concurrent, self.other_office, self.name)
        return (*self.authority, *self.position, *(each for each in single if each is not None))


@dataclass(frozen=True, slots=True)
class Recipients:
    """`Nơi nhận:` and what follows."""

    label: Component | None
    items: tuple[Component, ...]
    """Without the archive line."""
    archive: Component | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """`Kính gửi:` and whom. One name may stand on the label's line: it is a component of its own there."""

    label: Component
    names: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered thing of the body: a heading, an article, a clause, a point or an item with a dash."""

    component: Component
    marker: str
    """As typed, or the automatic number: `I-`, `1.1`, `Điều 3.`, `a)`, `-`."""
    style: MarkerStyle | None
    """None where the marker is no way of numbering that we know (`A.`, `I/`)."""
    numbers: tuple[int, ...]
    level: int
    """From 0 at the top of the document; of items deeper than what they belong to."""
    title: str
    """What follows the marker, composed."""
    is_automatic: bool = False
    """Numbered by Word: the marker is not in the text."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex (or a text promulgated with the document): its head, and what it covers."""

    label: Component | None
    title: Component | None
    reference: Component | None
    """`(Kèm theo …)`"""
    end: Component | None
    number: str
    """As typed: `1`, `II`; empty where it has none."""
    start: int
    stop: int
    """It covers `view.paragraphs[start:stop]`."""
    section: int | None
    """Index of the section where it begins."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A field that prints the number of the page."""

    paragraph: Paragraph
    field: Field
    story: Story
    """HEADER or FOOTER; BODY where somebody put it into the text."""
    kind: str
    """`default`, `first`, `even`; empty in the body."""
    sections: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """The stamp or block of a copy, below the document that was copied."""

    form: Component | None
    """`SAO Y`, `TRÍCH SAO` …"""
    issuer: Component | None
    number: Component | None
    dateline: Component | None
    recipients: tuple[Component, ...]
    stamp: Component | None = None
    """`BẢN SAO VĂN BẢN` and its rows."""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Encoding:
    """The document is written in an encoding from before Unicode: its letters are not what their codes say."""

    name: str
    """`TCVN3` or `VNI`."""
    fonts: tuple[str, ...]
    """Those that give it away."""
