"""All that was recognised in one document.

It holds values only; `recognising` makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.docview.blocks import Paragraph, Table
from generator.docview.view import DocView
from generator.docview.words import Story
from generator.recognise.component import Component, Line
from generator.recognise.names import Name
from generator.recognise.pieces import (
    Addressee,
    Annex,
    Copy,
    Dateline,
    DocumentNumber,
    Encoding,
    Heading,
    PageNumber,
    Recipients,
    Signature,
)
from generator.vietnamese.dates import PartialDate


class LetterheadForm(StrEnum):
    """How the two sides of the letterhead were set beside each other."""

    TABLE = "table"
    TABS = "tabs"
    SPACES = "spaces"
    TEXT_BOXES = "text boxes"
    SEPARATE = "separate paragraphs"
    FRAMES = "frames"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A document with its components named. Nothing in it is judged."""

    view: DocView
    components: tuple[Component, ...]
    """In reading order."""
    side: str | None = None
    """`party` or `state`."""
    side_reason: str = ""
    """What it was known by: `letterhead`, `number`, `authority`, `given`; empty where it is not known."""
    kind: str | None = None
    """As in the regimes' `type_codes`: `plan`, `decision`, `dispatch` …"""
    regime: str | None = None
    """Id of the regime in force for its side on its date."""
    regime_reason: str = ""
    """A sentence for people: why this regime, or why none."""
    issued_on: date | PartialDate | None = None
    lines: tuple[Line, ...] = ()
    letterhead: LetterheadForm | None = None
    letterhead_table: Table | None = None
    number: DocumentNumber | None = None
    dateline: Dateline | None = None
    signatures: tuple[Signature, ...] = ()
    recipients: Recipients | None = None
    addressee: Addressee | None = None
    headings: tuple[Heading, ...] = ()
    """Of the main text and the annexes, items with dashes included."""
    tables: tuple[Table, ...] = ()
    """Those of data: neither letterhead nor signatures nor a frame of layout."""
    annexes: tuple[Annex, ...] = ()
    copy: Copy | None = None
    page_numbers: tuple[PageNumber, ...] = ()
    encoding: Encoding | None = None
    """Where the document is in a legacy encoding: its fonts say so."""
    unrecognised: tuple[Paragraph, ...] = ()
    """Not empty, and nothing explains them."""
    empty: tuple[Paragraph, ...] = ()
    by_paragraph: Mapping[int, tuple[Component, ...]] = field(default_factory=dict, repr=False)
    """The components of a body paragraph by its index; ask `at`."""

    def of(self, *parts: Name) -> tuple[Component, ...]:
        """All components of these parts, in reading order."""
        return tuple(component for component in self.components if component.part in parts)

    def first(self, part: Name) -> Component | None:
        return next((component for component in self.components if component.part == part), None)

    def line_of(self, *parts: Name) -> Line | None:
        """The rule that belongs to the first of these parts that has one."""
        return next((line for part in parts for line in self.lines if line.of == part), None)

    def at(self, paragraph: Paragraph) -> tuple[Component, ...]:
        """What stands in a paragraph of the body: none, one, or two in a letterhead made with tabs or spaces."""
        return self.by_paragraph.get(paragraph.index, ()) if paragraph.seat.story is Story.BODY else ()

    def is_in_annex(self, paragraph: Paragraph) -> bool:
        """A paragraph of the body that belongs to an annex."""
        return any(annex.start <= paragraph.index < annex.stop for annex in self.annexes)
