"""A text looked for among the words of pages, word by word: to the right, on the next line, or on the next page.

It knows no document: `printed` says what is looked for, and from where on.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.paper.page import Page, Word

_LEVEL = 2.0
"""Millimetres between the heights of words on one line: a raised mark stands less above it."""
_APART = 3.0
"""Millimetres to the left of a word that is the first of something: two spaces of the largest print are less."""
_FURTHEST = 30.0
"""Millimetres down to the next line of the same paragraph: past a picture's corner, a line of notes."""
_HEAD = 60.0
"""Millimetres from the upper edge within which a paragraph of the page before goes on: past a table's head."""
_LAST_PART = 0.6
"""Of the height of a page: what goes on overleaf has come so far down; below it there is room for notes only."""
_STEPS = 20_000
"""After so many words tried, a paragraph counts as not found: the same few words over and over."""

Place: TypeAlias = tuple[int, float]
"""A page and a height on it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of a paragraph where it is printed, and which of the paragraph's letters it holds."""

    page: int
    """Number of the page."""
    word: Word
    start: int
    stop: int

    @property
    def place(self) -> Place:
        return self.page, self.word.baseline


Found: TypeAlias = tuple[Spot, ...]


def letters(text: str) -> str:
    """What is compared: composed, without case, white space and marks that nobody sees."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return "".join(letter for letter in folded if not letter.isspace() and unicodedata.category(letter) != "Cf")


@dataclass(frozen=True, slots=True)
class _Step:
    """A word that was taken, and the one before it."""

    before: _Step | None
    spot: Spot


class Finder:
    """The words of all pages, ready to be looked through; made once for a document."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = [[(word, letters(word.text)) for word in page.words if letters(word.text)] for page in pages]
        self._tall = [page.height for page in pages]
        self._heights = [[round(word.baseline, 1) for word, _text in page] for page in self._pages]
        self._first = [{id(word) for word in _first_words([word for word, _text in page])} for page in self._pages]

    def find(self, text: str, bound: Place) -> Found:
        """The words of this text that begin first at or below a place; nothing where they are not there."""
        wanted = letters(text)
        steps = [0]
        for page, word, seen in self._begins(wanted, bound):
            if found := self._follow(_Step(None, Spot(page, word, 0, len(seen))), wanted, steps):
                return found
            if steps[0] > _STEPS:
                return ()
        return ()

    def _begins(self, wanted: str, bound: Place) -> Iterator[tuple[int, Word, str]]:
        """Words that a text can begin with: on this page and the next those that are all of it, before those that are
        its beginning; with nothing before them, then any (after a number, say); then on the pages that follow."""
        start = max(bound[0], 1)
        near, far = range(start, start + 2), range(start + 2, len(self._pages) + 1)
        for pages in (near, far):
            # A number in a cell stands there whole: a row's ordinal and the next page's number could seem to make it.
            for is_whole, is_first in ((True, True), (True, False), (False, True), (False, False)):
                for page in pages:
                    for word, seen in self._from(page, bound[1] if page == bound[0] else 0.0):
                        is_begun = seen == wanted if is_whole else seen != wanted and wanted.startswith(seen)
                        if is_begun and (id(word) in self._first[page - 1]) is is_first:
                            yield page, word, seen

    def _follow(self, first: _Step, wanted: str, steps: list[int]) -> Found:
        waiting = [first]
        while waiting and steps[0] <= _STEPS:
            steps[0] += 1
            step = waiting.pop()
            if step.spot.stop == len(wanted):
                return _path(step)
            rest = wanted[step.spot.stop :]
            nexts = [
                _Step(step, Spot(page, word, step.spot.stop, step.spot.stop + len(seen)))
                for page, word, seen in self._after(step.spot)
                if rest.startswith(seen)
            ]
            waiting += reversed(nexts)
        return ()

    def _after(self, spot: Spot) -> Iterator[tuple[int, Word, str]]:
        """The words that can come next, the likeliest first: none is jumped over but the mark of a note."""
        here = spot.word
        near = self._from(spot.page, here.baseline - _LEVEL, here.baseline + _FURTHEST)
        level = [each for each in near if abs(each[0].baseline - here.baseline) <= _LEVEL]
        right = sorted(
            (each for each in level if each[0].box.left > here.box.centre and each[0] is not here), key=_left
        )
        yield from (
            (spot.page, word, seen) for word, seen in right[: 2 if right and _is_raised(right[0][0], here) else 1]
        )
        for word, seen in near:
            if word.baseline > here.baseline + _LEVEL and self._begins_below(spot.page, word, here):
                yield spot.page, word, seen
        if spot.page < len(self._pages) and here.baseline > _LAST_PART * self._tall[spot.page - 1]:
            for word, seen in self._from(spot.page + 1, 0.0, _HEAD):
                if id(word) in self._first[spot.page]:
                    yield spot.page + 1, word, seen

    def _begins_below(self, page: int, word: Word, here: Word) -> bool:
        """It is the first of its line, and this begins no farther to the right than the line before ended."""
        return id(word) in self._first[page - 1] and word.box.left < here.box.right

    def _from(self, page: int, top: float, bottom: float | None = None) -> Sequence[tuple[Word, str]]:
        if page > len(self._pages):
            return ()
        heights = self._heights[page - 1]
        stop = len(heights) if bottom is None else bisect_left(heights, bottom)
        return self._pages[page - 1][bisect_left(heights, top) : stop]


def _first_words(words: Sequence[Word]) -> Iterator[Word]:
    """Of words by height, those with nothing near to their left."""
    before: Word | None = None
    for word in words:
        is_level = before is not None and abs(before.baseline - word.baseline) < _LEVEL
        if before is None or not is_level or not 0 <= word.box.left - before.box.right + _APART <= 2 * _APART:
            yield word
        before = word


def _left(each: tuple[Word, str]) -> float:
    return each[0].box.left


def _is_raised(mark: Word, beside: Word) -> bool:
    return mark.size < beside.size and mark.baseline < beside.baseline


def _path(step: _Step | None) -> Found:
    spots: list[Spot] = []
    while step is not None:
        spots.append(step.spot)
        step = step.before
    return tuple(reversed(spots))
