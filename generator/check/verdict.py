"""What is said of one file, in plain values and small enough to go from process to process.

It judges nothing and shows nothing. The picture of the document, which is large, stays where it was made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from generator.check.runner import CheckResult
from generator.diagnostics import Diagnostic, Location
from generator.docview.blocks import Block, Paragraph
from generator.docview.view import DocView
from generator.model.parts import Part


@dataclass(frozen=True, slots=True)
class Understood:
    """As what a document was recognised."""

    kind: str | None
    kind_name: str
    """As the profile prints it; empty where it is not known."""
    side: str | None
    regime: str | None
    """Of which regime or profile the values were asked."""
    reason: str
    """Why that one."""
    number: str
    components: tuple[tuple[str, Location], ...]
    """Name and place, in reading order."""
    unrecognised: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, as much of it as a report shows."""

    text: str
    part: str | None
    number: int | None
    alignment: str = "left"
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells of what stands in them."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


Piece: TypeAlias = Words | Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed page as a picture."""

    png: bytes
    width: int
    height: int
    """In pixels."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a finding stands on the printed pages; the edges as shares of the page."""

    page: int
    """From 1."""
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that there is to say of one file."""

    file: Path
    diagnostics: tuple[Diagnostic, ...]
    understood: Understood | None = None
    """None where the file could not be opened."""
    ran: tuple[str, ...] = ()
    """Ids of the rules that ran."""
    pieces: tuple[Piece, ...] = ()
    """Its text, where it was asked for."""
    sheets: tuple[Sheet, ...] = ()
    """Its pages, where they were asked for."""
    spots: tuple[Spot | None, ...] = ()
    """One a diagnostic, or none at all where no pages were made."""
    page_count: int | None = None

    def spot(self, index: int) -> Spot | None:
        """Where the diagnostic of this index stands on the pages, as far as that is known."""
        return self.spots[index] if index < len(self.spots) else None


def understood(result: CheckResult) -> Understood:
    """The small picture of what was recognised."""
    recognised, profile = result.recognised, result.profile
    path = f"type_names.{recognised.kind}"
    name = profile.text(path) if profile is not None and profile.has(path) else ""
    number = recognised.first(Part.NUMBER)
    return Understood(
        kind=recognised.kind,
        kind_name=name,
        side=profile.side if profile is not None else recognised.side,
        regime=profile.id if profile is not None else recognised.regime,
        reason=recognised.regime_reason,
        number=number.text if number is not None else "",
        components=tuple((str(component.part), component.where) for component in recognised.components),
        unrecognised=tuple(paragraph.where for paragraph in recognised.unrecognised),
    )


def pieces_of(view: DocView) -> tuple[Piece, ...]:
    """The text of a document in reading order: headers first, then the body, then footers and notes."""
    sections = view.sections
    above = dict.fromkeys(beside.part for section in sections for beside in section.headers.values())
    below = dict.fromkeys(beside.part for section in sections for beside in section.footers.values())
    besides = {
        beside.part: beside.blocks
        for section in sections
        for beside in (*section.headers.values(), *section.footers.values())
    }
    notes = [note.blocks for note in (*view.footnotes, *view.endnotes)]
    return (
        *(piece for part in above for piece in _pieces(besides[part], ())),
        *_pieces(view.blocks, view.paragraphs),
        *(piece for part in below for piece in _pieces(besides[part], ())),
        *(piece for blocks in notes for piece in _pieces(blocks, ())),
    )


def _pieces(blocks: tuple[Block, ...], story: tuple[Paragraph, ...]) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _words(block)
            yield from _boxed(block, story)
        else:
            cells = [tuple(tuple(_pieces(cell.blocks, story)) for cell in row.cells) for row in block.rows]
            yield Grid(tuple(cells))


def _boxed(anchor: Paragraph, story: tuple[Paragraph, ...]) -> Iterator[Words]:
    """The paragraphs of its text boxes: they follow it in the story, and are no blocks of their own."""
    if not anchor.drawings or anchor.seat.is_boxed:
        return
    for paragraph in story[anchor.index + 1 :]:
        if not paragraph.seat.is_boxed:
            return
        yield _words(paragraph)


def _words(paragraph: Paragraph) -> Words:
    looks = [run.look for run in paragraph.words]
    where = paragraph.where
    return Words(
        paragraph.full_text,
        where.part,
        where.paragraph,
        str(paragraph.look.alignment),
        bool(looks) and all(look.bold for look in looks),
        bool(looks) and all(look.italic for look in looks),
    )
