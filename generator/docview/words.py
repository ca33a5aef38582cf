"""The small things of a paragraph: its runs and fields, its number, and where it sits.

It holds values only, frozen; the readers make them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.docview.looks import PLAIN, RunLook


class Story(StrEnum):
    """The strands of text in a document; each is read by itself."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"


class RunKind(StrEnum):
    TEXT = "text"
    TAB = "tab"
    """Its text is `\\t`."""
    LINE_BREAK = "line break"
    """Its text is `\\n`."""
    PAGE_BREAK = "page break"
    """Its text is `\\f`."""
    COLUMN_BREAK = "column break"
    """Its text is `\\v`."""
    NOTE = "note"
    """The mark of a footnote or endnote; no text."""
    DRAWING = "drawing"
    """No text; `drawing` says which of the paragraph's."""
    SYMBOL = "symbol"
    """One character of a symbol font (`w:sym`); its text is that character, often a private one (U+F0xx)."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph of one look and kind. The texts of all runs make the paragraph's text."""

    text: str
    look: RunLook
    start: int
    """Where it begins in the paragraph's text."""
    kind: RunKind = RunKind.TEXT
    field: int | None = None
    """Part of the result of this field (index into `Paragraph.fields`)."""
    drawing: int | None = None
    """Index into `Paragraph.drawings`."""
    hidden: str = ""
    """Hidden words that stand here and that no reader reads: not in `text`."""
    link: str | None = None
    """The address or `#bookmark` where a click on it leads."""
    style: str | None = None
    """Id of its character style."""
    is_inserted: bool = False
    """A tracked insertion, not yet accepted."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def fonts(self) -> tuple[str, ...]:
        """The fonts that its text really uses."""
        return self.look.fonts_of(self.text)


@dataclass(frozen=True, slots=True)
class Field:
    """A field such as PAGE. `result` is what was printed at the last update; nothing is computed anew."""

    code: str
    """The whole instruction: `PAGE \\* MERGEFORMAT`."""
    result: str
    start: int
    """Where its result begins in the paragraph's text."""
    is_open: bool = False
    """It goes on in later paragraphs, as tables of contents do; `result` is then only this paragraph's part."""

    @property
    def kind(self) -> str:
        """The first word of the code, in capitals: PAGE, NUMPAGES, TOC, REF, HYPERLINK …"""
        return self.code.split(maxsplit=1)[0].upper() if self.code.strip() else ""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a paragraph sits. Tables are counted through the part, rows in the table, cells in the row, from 1."""

    story: Story = Story.BODY
    table: int | None = None
    """Number of the innermost table: in the body `view.tables[table - 1]`."""
    row: int | None = None
    cell: int | None = None
    depth: int = 0
    """In how many tables, one in another."""
    is_boxed: bool = False
    """In a text box."""
    control: str | None = None
    """Title or tag of the content control around it; empty where it has neither."""
    column: int | None = None
    """Grid column where its cell begins, from 0."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """What list a paragraph is in."""

    list_id: int
    level: int
    """From 0."""
    format: str
    """Word's word: decimal, upperRoman, lowerLetter, bullet, none …"""
    text: str
    """As printed: `1.`, `II-`, `a)`, `•`; empty where nothing is printed."""
    suffix: str = "tab"
    """Between number and text: tab, space or nothing."""
    look: RunLook = PLAIN
    """Of the number itself."""
