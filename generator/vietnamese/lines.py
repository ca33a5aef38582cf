"""Breaking a name or a title over lines so that they are about equally long and break where the sense does.

It does not measure: whoever asks brings the measure.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

_MAX_LINES = 4
_SENSE = 0.12
"""How much of the longest line's width a break in front of a capital is worth."""


def balanced(text: str, width_of: Callable[[str], float], room: float) -> list[str]:
    """The fewest lines that fit the room, and of those the most even; text that never fits is one line.

    A break in front of a name (`… tiến tới` / `Đại hội …`) is preferred to one that is only a little more even.
    """
    words = text.split()
    widths = [width_of(word) for word in words]
    space = width_of(" ")

    def width(start: int, end: int) -> float:
        return sum(widths[start:end]) + space * (end - start - 1)

    for count in range(1, min(_MAX_LINES, len(words)) + 1):
        splits = [(0, *inner, len(words)) for inner in combinations(range(1, len(words)), count - 1)]
        options = [split for split in splits if all(width(start, end) <= room for start, end in pairwise(split))]
        if options:
            best = min(options, key=lambda breaks: _cost(breaks, words, width))
            return [" ".join(words[start:end]) for start, end in pairwise(best)]
    return [text]


def _cost(breaks: tuple[int, ...], words: list[str], width: Callable[[int, int], float]) -> float:
    longest = max(width(start, end) for start, end in pairwise(breaks))
    sensible = sum(words[at][:1].isupper() and words[at - 1][:1].islower() for at in breaks[1:-1])
    return longest * (1 - _SENSE * sensible)
