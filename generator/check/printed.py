"""The words of a document found again on its printed pages: which lines of which pages a paragraph has become.

It goes by the letters alone, in the order of reading, and judges nothing. What it cannot find it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.check.placing import Finder, Found, Place, Spot, letters
from generator.docview.blocks import Paragraph
from generator.docview.view import DocView, Section
from generator.docview.words import Story
from generator.paper.page import Box, Page, Word, around
from generator.recognise.component import Component, Span

SAME_LINE = 2.0
"""Millimetres: a raised mark of a note stands less above its line, the next line of the smallest print stands lower."""
_BELOW = 1.0
"""Millimetres below a line where the next paragraph may begin, whatever its size."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words of one paragraph on one line of a page."""

    page: Page
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        return around(word.box for word in self.words)

    @property
    def baseline(self) -> float:
        return max(word.baseline for word in self.words)


@dataclass(frozen=True, slots=True)
class Printed:
    """The pages, and what of the document stands where."""

    pages: tuple[Page, ...]
    view: DocView
    by_paragraph: Mapping[int, Found]
    """By the index of body paragraphs; those that were not found are not in it."""
    sections: tuple[Section, ...]
    """Of each page."""
    finder: Finder = field(repr=False, compare=False)

    def lines(self, *of: Component | Span | Paragraph) -> tuple[PrintedLine, ...]:
        """The lines of components, from first to last; none where any piece of them was not found."""
        spots: list[Spot] = []
        for piece in _pieces(of):
            found = self._spots(piece)
            if not found:
                return ()
            spots += found
        return tuple(_lines(spots, self.pages))

    def section_of(self, page: Page) -> Section:
        return self.sections[page.number - 1]

    def paragraphs_on(self, page: int) -> tuple[int, ...]:
        """The indexes of the paragraphs of which something is on a page, in the order of reading."""
        return tuple(index for index, spots in self.by_paragraph.items() if any(spot.page == page for spot in spots))

    def _spots(self, piece: Span | Paragraph) -> Sequence[Spot]:
        if isinstance(piece, Paragraph):
            return self._of(piece)
        spots = self._of(piece.paragraph)
        text = piece.paragraph.text
        start, stop = len(letters(text[: piece.start])), len(letters(text[: piece.stop]))
        return [spot for spot in spots if spot.start < stop and spot.stop > start]

    def _of(self, paragraph: Paragraph) -> Found:
        """Of a paragraph of the body; a header's on the first page that shows it, a footer's on the last."""
        match paragraph.seat.story:
            case Story.BODY:
                return self.by_paragraph.get(paragraph.index, ())
            case Story.HEADER:
                return self.finder.find(paragraph.text, (1, 0.0))
            case Story.FOOTER:
                found = (
                    self.finder.find(paragraph.text, (page.number, page.height / 2)) for page in reversed(self.pages)
                )
                return next((spots for spots in found if spots), ())
        return ()


def printed(view: DocView, pages: tuple[Page, ...]) -> Printed:
    """Look for every paragraph of the body."""
    finder = Finder(pages)
    found = dict(_found(view, finder))
    return Printed(pages, view, found, tuple(_sections(view, pages, found)), finder)


def _found(view: DocView, finder: Finder) -> Iterator[tuple[int, Found]]:
    """Each paragraph begins below the one before it, in its cell or in the text; every cell below the row before."""
    bound: Place = (1, 0.0)
    row: tuple[int, int | None] | None = None
    ends: dict[int | None, Place] = {}
    for paragraph in view.paragraphs:
        if paragraph.seat.story is not Story.BODY or not letters(paragraph.text):
            continue
        seat = paragraph.seat
        # What floats, and tables in tables, stand beside their neighbours.
        is_loose = seat.is_boxed or paragraph.look.frame is not None or seat.depth > 1
        here = row if is_loose else None if seat.table is None else (seat.table, seat.row)
        if here != row:
            bound = min(ends.values(), default=bound)
            row, ends = here, {}
        start = (bound[0], 0.0) if is_loose else ends.get(seat.cell, bound)
        spots = finder.find(paragraph.text, start)
        if not spots:
            continue
        yield paragraph.index, spots
        if is_loose:
            continue
        last = max(spot.place for spot in spots)
        end = (last[0], last[1] + _BELOW)
        if here is None:
            bound = end
        else:
            ends[seat.cell] = end


def _sections(view: DocView, pages: Sequence[Page], found: Mapping[int, Found]) -> Iterator[Section]:
    """Of each page, the section of the first paragraph on it; of a page without any, that of the page before."""
    by_page: dict[int, Section] = {}
    for index, spots in found.items():
        section = view.section_of(view.paragraphs[index])
        for spot in spots:
            if section is not None:
                by_page.setdefault(spot.page, section)
    last = view.sections[0]
    for page in pages:
        last = by_page.get(page.number, last)
        yield last


def _pieces(of: Iterable[Component | Span | Paragraph]) -> Iterator[Span | Paragraph]:
    for each in of:
        if isinstance(each, Component):
            yield from (span for span in each.spans if letters(span.text))
        else:
            yield each


def _lines(spots: Sequence[Spot], pages: Sequence[Page]) -> Iterator[PrintedLine]:
    number = 0
    keyed = []
    for at, spot in enumerate(spots):
        before = spots[at - 1] if at else spot
        if spot.page != before.page or abs(spot.word.baseline - before.word.baseline) > SAME_LINE:
            number += 1
        keyed.append((number, spot))
    for _number, group in groupby(keyed, key=lambda each: each[0]):
        line = [spot for _at, spot in group]
        yield PrintedLine(pages[line[0].page - 1], tuple(spot.word for spot in line))
