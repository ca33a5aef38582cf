"""The whole picture of one document: its stories, sections, settings, and what in it is active or comes from outside.

It holds values only; `opening` makes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.docview.blocks import Block, Paragraph, Table
from generator.docview.drawing import Drawing
from generator.docview.looks import ZERO, Borders
from generator.docview.words import Field, Story
from generator.measures import Length

DEFAULT, FIRST, EVEN = "default", "first", "even"
"""The kinds of headers and footers."""
INCH, HALF_INCH = Length.parse("1in"), Length.parse("0.5in")
LETTER_WIDTH, LETTER_HEIGHT = Length.parse("8.5in"), Length.parse("11in")
"""Word's own measures, where a document says nothing."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A header or footer. Several sections may show the same one: it is read once."""

    story: Story
    kind: str
    """`default`, `first` or `even`."""
    part: str
    blocks: tuple[Block, ...]
    paragraphs: tuple[Paragraph, ...]
    """All, in reading order, those of tables and text boxes included."""

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(each for paragraph in self.paragraphs for each in paragraph.fields)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the body on pages of one kind."""

    index: int
    start: int
    stop: int
    """It covers `view.blocks[start:stop]`."""
    page_width: Length = LETTER_WIDTH
    page_height: Length = LETTER_HEIGHT
    """As the page is looked at: of a landscape page the width is the longer one."""
    is_landscape: bool = False
    top: Length = INCH
    bottom: Length = INCH
    left: Length = INCH
    right: Length = INCH
    header: Length = HALF_INCH
    """From the edge of the page to the header."""
    footer: Length = HALF_INCH
    gutter: Length = ZERO
    title_page: bool = False
    """Its first page has a header and footer of its own."""
    page_start: int | None = None
    """Page numbers begin anew with this; None: they go on."""
    page_format: str = "decimal"
    break_kind: str = "nextPage"
    """How it begins: nextPage, continuous, oddPage, evenPage, nextColumn."""
    vertical_align: str = "top"
    columns: int = 1
    column_space: Length = HALF_INCH
    headers: Mapping[str, Beside] = field(default_factory=dict)
    """By kind, those that earlier sections hand on included. What is not there is blank on paper."""
    footers: Mapping[str, Beside] = field(default_factory=dict)
    borders: Borders | None = None
    """Around the page."""
    line_numbers: bool = False
    is_set: bool = True
    """False where the document says nothing of its pages, and Word's own measures hold."""

    @property
    def text_width(self) -> Length:
        """Between the margins."""
        return Length(self.page_width - self.left - self.right - self.gutter)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, endnote or comment."""

    id: str
    story: Story
    blocks: tuple[Block, ...]
    paragraphs: tuple[Paragraph, ...]
    author: str = ""

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str = ""
    subject: str = ""
    creator: str = ""
    keywords: str = ""
    description: str = ""
    last_modified_by: str = ""
    created: str = ""
    """As it stands: `2024-11-25T02:00:00Z`."""
    modified: str = ""
    language: str = ""
    application: str = ""
    company: str = ""
    template: str = ""
    pages: int | None = None
    """As counted when it was last saved; may be wrong."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for the whole document."""

    mirror_margins: bool = False
    even_and_odd_headers: bool = False
    gutter_at_top: bool = False
    default_tab: Length = HALF_INCH
    compatibility: int = 12
    """Of which Word it keeps the layout: 11, 12, 14, 15."""
    track_changes: bool = False
    """Changes made from now on are tracked."""
    protection: str = ""
    """readOnly, comments, trackedChanges, forms; empty where it is not protected."""
    auto_hyphenation: bool = False
    update_fields: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class DocView:
    """A document, read."""

    file: Path
    blocks: tuple[Block, ...]
    """The body in order; content controls are looked through."""
    paragraphs: tuple[Paragraph, ...]
    """All of the body in reading order: those of tables where they stand, those of text boxes after their anchor."""
    tables: tuple[Table, ...]
    """All of the body, nested ones included: `tables[n - 1]` has the number n."""
    sections: tuple[Section, ...]
    """At least one."""
    footnotes: tuple[Note, ...] = ()
    endnotes: tuple[Note, ...] = ()
    comments: tuple[Note, ...] = ()
    properties: Properties = Properties()
    settings: Settings = Settings()
    fonts: tuple[str, ...] = ()
    """Names in its font table."""
    major_font: str = ""
    minor_font: str = ""
    """Of its theme: what `+Headings` and `+Body` stand for."""
    tracked_changes: int = 0
    """Insertions, deletions, moves and changes of format that nobody has accepted yet."""
    findings: tuple[Diagnostic, ...] = ()
    """What is active, comes from outside, or could not be read; none of it stops the view."""
    generator: str = ""
    """What saved it last, by its own words."""

    @property
    def drawings(self) -> Iterator[tuple[Paragraph, Drawing]]:
        """Every drawing of the body with the paragraph that it is anchored in; of groups, the group."""
        for paragraph in self.paragraphs:
            for drawing in paragraph.drawings:
                yield paragraph, drawing

    @property
    def fields(self) -> Iterator[tuple[Paragraph, Field]]:
        for paragraph in self.paragraphs:
            for each in paragraph.fields:
                yield paragraph, each

    @property
    def text(self) -> str:
        """The body, a paragraph a line, with automatic numbers."""
        return "\n".join(paragraph.full_text for paragraph in self.paragraphs)

    def section_of(self, paragraph: Paragraph) -> Section | None:
        return None if paragraph.section is None else self.sections[paragraph.section]

    def cell_of(self, paragraph: Paragraph) -> tuple[Table, int, int] | None:
        """The innermost table of a body paragraph, with the indexes of row and cell from 0."""
        seat = paragraph.seat
        if seat.story is not Story.BODY or seat.table is None or seat.row is None or seat.cell is None:
            return None
        return self.tables[seat.table - 1], seat.row - 1, seat.cell - 1
