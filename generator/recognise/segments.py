"""Paragraphs cut where a layout by tabs, spaces or line breaks puts several things into one; and their columns.

It knows no component: only where on the sheet something stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.docview.blocks import Paragraph
from generator.recognise.component import Span
from generator.recognise.plain import composed, plain, raw_offset, readable

_GAP = re.compile(r"\t[\t ]*|[ \u00a0]{4,}|[\n\v\f]+")
_OPEN_END = re.compile(r"\b(?:so|ngay|thang|nam)\s*[:.]?$")
_OPEN_START = re.compile(r"[-/\\]\s*[a-zA-Z]{1,6}\b|thang\b|nam\b|ngay\b")
_MARKER = re.compile(r"(?:[-+•]|\(?\w{1,4}[.)]|[ivx]+[-./)])$")
_LONG = 240
"""A plain form is made of so many letters; wordings are at the beginning of paragraphs."""


class Column(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands, tables looked through."""

    column: Column = Column.FULL
    table: int | None = None
    """Number of the outermost table."""
    grid: int = 1
    """How many columns that table has."""
    cell: tuple[int, int] | None = None
    """Row and cell of that table, from 1."""
    is_boxed: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph without white space at its ends."""

    paragraph: Paragraph
    start: int
    stop: int
    text: str
    """Composed, in Unicode."""
    plain: str
    """Small, without marks; of the same length, or cut."""
    place: Place
    is_upper: bool
    gap: str = ""
    """What parts it from the segment before: `tab`, `spaces`, `break`, or nothing."""

    @property
    def column(self) -> Column:
        return self.place.column

    @property
    def index(self) -> int:
        return self.paragraph.index

    @property
    def span(self) -> Span:
        return Span(self.paragraph, self.start, self.stop)

    @property
    def is_bold(self) -> bool:
        words = self.span.words
        return bool(words) and all(run.look.bold for run in words)

    @property
    def is_italic(self) -> bool:
        words = self.span.words
        return bool(words) and all(run.look.italic for run in words)

    def cut(self, start: int, stop: int | None = None) -> Segment:
        """The part between two offsets of `text`, trimmed."""
        text = self.text[start:stop]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        raw = self.paragraph.text[self.start : self.stop]
        first = self.start + raw_offset(raw, start)
        last = self.start + raw_offset(raw, start + len(text))
        return replace(self, start=first, stop=last, text=text, plain=self.plain[start : start + len(text)])


def split(paragraph: Paragraph, place: Place) -> tuple[Segment, ...]:
    """The pieces of a paragraph, left and right told apart; nothing for an empty one."""
    text = readable(paragraph)
    pieces = list(_pieces(text))
    if len(pieces) > 1:
        pieces = _joined(pieces, text)
    if not pieces:
        return ()
    made = [_segment(paragraph, text, start, stop, place, gap) for start, stop, gap in pieces]
    by_gap = [each for each in made if each.gap in ("tab", "spaces")]
    if not by_gap or place.cell or place.is_boxed:
        return tuple(made)
    return tuple(_columns(made, place))


def whole(paragraph: Paragraph, place: Place) -> tuple[Segment, ...]:
    """The paragraph as one piece; nothing for an empty one."""
    text = readable(paragraph)
    bare = text.strip()
    if not bare:
        return ()
    start = len(text) - len(text.lstrip())
    return (_segment(paragraph, text, start, start + len(bare), place, ""),)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    at, gap = 0, ""
    for match in (*_GAP.finditer(text), None):
        stop = match.start() if match else len(text)
        bare = text[at:stop].strip()
        if bare:
            start = at + len(text[at:stop]) - len(text[at:stop].lstrip())
            yield start, start + len(bare), gap
        if match is None:
            return
        kind = "break" if match[0][0] in "\n\v\f" else "tab" if "\t" in match[0] else "spaces"
        # What stands behind an indent of tabs or spaces is as far right as they push it.
        gap = kind if bare or at or kind != "spaces" or len(match[0]) > 20 else ""
        at = match.end()


def _joined(pieces: list[tuple[int, int, str]], text: str) -> list[tuple[int, int, str]]:
    """Room left for a number or a day is no gap between columns; nor is a tab behind a marker."""
    joined = [pieces[0]]
    for start, stop, gap in pieces[1:]:
        first, last, before = joined[-1]
        left, right = plain(composed(text[first:last])), plain(composed(text[start:stop]))
        is_room = _OPEN_END.search(left) or _OPEN_START.match(right) or _MARKER.fullmatch(left)
        if gap != "break" and is_room:
            joined[-1] = (first, stop, before)
        else:
            joined.append((start, stop, gap))
    return joined


def _columns(segments: list[Segment], place: Place) -> Iterator[Segment]:
    """Line by line: of two the second stands at the right, and so does a single one behind a wide gap."""
    line: list[Segment] = []
    for segment in segments:
        if segment.gap == "break" and line:
            yield from _line(line, place)
            line = []
        line.append(segment)
    yield from _line(line, place)


def _line(line: list[Segment], place: Place) -> Iterator[Segment]:
    if len(line) == 1:
        pushed = line[0].gap in ("tab", "spaces")
        yield replace(line[0], place=replace(place, column=_pushed(line[0]))) if pushed else line[0]
        return
    for at, segment in enumerate(line):
        yield replace(segment, place=replace(place, column=Column.LEFT if at == 0 else Column.RIGHT))


def _pushed(segment: Segment) -> Column:
    lead = segment.paragraph.text[: segment.start].rsplit("\n", 1)[-1]
    stops = segment.paragraph.look.tabs
    if "\t" in lead and any(stop.position.mm > 60 for stop in stops):
        return Column.RIGHT
    steps = lead.count("\t") * 12.7 + lead.count(" ") * 1.2
    return Column.RIGHT if steps > 55 else segment.column


def _segment(paragraph: Paragraph, text: str, start: int, stop: int, place: Place, gap: str) -> Segment:
    letters = composed(text[start:stop])
    return Segment(paragraph, start, stop, letters, plain(letters[:_LONG]), place, _is_upper(paragraph, letters), gap)


def _is_upper(paragraph: Paragraph, text: str) -> bool:
    if text.isupper():
        return True
    words = paragraph.words
    return bool(words) and all(run.look.caps or run.text.isupper() for run in words) and any(map(str.isalpha, text))


def segments_of(paragraphs: tuple[Paragraph, ...], places: Mapping[int, Place], *, cut: bool) -> tuple[Segment, ...]:
    """All pieces of these paragraphs in reading order."""
    way = split if cut else whole
    return tuple(each for paragraph in paragraphs for each in way(paragraph, places.get(paragraph.index, Place())))
