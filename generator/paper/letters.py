"""The letters of a page put together into words.

It does not know lines or columns: a word ends at white space, at a gap, or where the height changes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.paper.page import Box, Word, around

_GAP = 0.15
"""Of the size of the letters: a space is 0.25 wide, kerning moves 0.1 at most."""
_STEP = 0.2
"""Of the size: what stands so much higher or lower is a word of its own (a mark of a note)."""
_POINT = 25.4 / 72
_AT_LINE_END = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}
"""The library takes a hyphen that ends a line for one that only divides a word."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter with its ink."""

    text: str
    box: Box
    start: float
    stop: float
    """Where the pen was before and after it."""
    baseline: float
    font: str
    size: float


def words_of(letters: Iterable[Letter]) -> tuple[Word, ...]:
    """The words, by height, then from left to right."""
    found = (_word(run) for run in _runs(letters))
    return tuple(sorted(found, key=lambda word: (round(word.baseline, 1), word.box.left)))


def _runs(letters: Iterable[Letter]) -> Iterator[Sequence[Letter]]:
    run: list[Letter] = []
    for letter in letters:
        if run and (not letter.text.strip() or _is_apart(run[-1], letter)):
            yield run
            run = []
        if letter.text.strip():
            run.append(letter)
    if run:
        yield run


def _is_apart(before: Letter, after: Letter) -> bool:
    size = max(before.size, after.size) * _POINT
    gap = after.start - before.stop
    return abs(after.baseline - before.baseline) > _STEP * size or not -size < gap < _GAP * size


def _word(run: Sequence[Letter]) -> Word:
    text = "".join(_AT_LINE_END.get(letter.text, letter.text) for letter in run)
    widest = max(run, key=lambda letter: letter.stop - letter.start)
    return Word(
        unicodedata.normalize("NFC", text),
        around(letter.box for letter in run),
        run[0].baseline,
        widest.font,
        widest.size,
    )
