"""What a document is made of: paragraphs, and tables with their cells.

It holds values only, frozen; the readers make them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.diagnostics import Location
from generator.docview.drawing import Drawing, Position
from generator.docview.looks import NO_BORDERS, ZERO, Alignment, Borders, ParagraphLook, RunLook
from generator.docview.words import Field, Numbering, Run, Seat
from generator.measures import Length


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `text` is what a reader reads, without its automatic number (`number`)."""

    index: int
    """Place in its story: in the body `view.paragraphs[index]`."""
    text: str
    runs: tuple[Run, ...]
    look: ParagraphLook
    mark: RunLook
    """Look of the paragraph mark: it makes the height of an empty paragraph."""
    where: Location
    seat: Seat
    style_id: str = ""
    style: str = ""
    """The style's name as Word's list shows it (`Normal`, `heading 1`)."""
    numbering: Numbering | None = None
    drawings: tuple[Drawing, ...] = ()
    fields: tuple[Field, ...] = ()
    in_field: str = ""
    """Kind of the field that began in an earlier paragraph and still goes on (`TOC`)."""
    bookmarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Ids of the footnotes and endnotes that it refers to."""
    section: int | None = None
    """Index into `view.sections`; None outside the body."""
    direct: frozenset[str] = frozenset()
    """Fields of `ParagraphLook` that are set on the paragraph itself, against its style."""
    ends_section: bool = False
    """A section break follows it."""

    @property
    def number(self) -> str:
        """Its automatic number as printed, or nothing."""
        return self.numbering.text if self.numbering else ""

    @property
    def full_text(self) -> str:
        """Number and text as read: `1. Mục đích`."""
        return f"{self.number} {self.text}" if self.number else self.text

    @property
    def has_page_break(self) -> bool:
        """A page break stands in it."""
        return "\f" in self.text

    @property
    def is_empty(self) -> bool:
        """Nothing to read and nothing to see but, it may be, a line of its borders."""
        return not self.text.strip() and not self.number and not self.drawings

    @property
    def words(self) -> tuple[Run, ...]:
        """The runs with something to read, white space left aside: those whose look matters."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Itself: what it has in common with a table."""
        yield self


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. Lengths inside of it are effective."""

    blocks: tuple[Block, ...]
    number: int
    """In its row, from 1."""
    column: int = 0
    """Grid column where it begins, from 0."""
    span: int = 1
    merge: str | None = None
    """`restart` where cells are merged downwards from here, `continue` where it is swallowed by the one above."""
    width: Length = ZERO
    """As set, else by the grid; 0 where neither is known."""
    borders: Borders = NO_BORDERS
    """Its own, the table's or the style's; what neighbours do at the same edge is not weighed."""
    top: Length = ZERO
    left: Length = ZERO
    bottom: Length = ZERO
    right: Length = ZERO
    """Inner margins."""
    vertical_align: str = "top"
    shading: str | None = None
    text_direction: str | None = None
    no_wrap: bool = False

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in paragraphs_of(self.blocks))


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    number: int
    """In its table, from 1."""
    is_header: bool = False
    """Repeated on each page."""
    cant_split: bool = False
    height: Length | None = None
    height_rule: str = "auto"
    before: int = 0
    """Grid columns left free before the first cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Blocks of cells may hold tables again."""

    rows: tuple[Row, ...]
    number: int
    """In its part, from 1, counted as `Seat.table`."""
    where: Location
    grid: tuple[Length, ...] = ()
    width: Length | None = None
    """None where Word chooses, or where it is a share (`percent`)."""
    percent: float | None = None
    alignment: Alignment = Alignment.LEFT
    indent: Length = ZERO
    style_id: str = ""
    style: str = ""
    is_fixed: bool = False
    """Columns keep their widths whatever is in them."""
    horizontal: Position | None = None
    vertical: Position | None = None
    """Of a floating table; else None."""
    description: str = ""
    """Alternative text: its title, or its description."""
    borders: Borders = NO_BORDERS
    """Around the whole table."""
    section: int | None = None

    @property
    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row.cells

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in it, nested tables included, text boxes not."""
        for cell in self.cells:
            yield from paragraphs_of(cell.blocks)


Block: TypeAlias = Paragraph | Table


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """The paragraphs of blocks in order, those of tables included, those of text boxes not."""
    for block in blocks:
        yield from block.paragraphs
