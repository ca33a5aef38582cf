"""Breaking a name over lines so that the lines are about equally long.

It does not measure: whoever asks knows the room.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations


def balanced(text: str, fits: Callable[[str], bool]) -> list[str]:
    """The fewest lines that fit, and of those the most even; a word that is too long alone stays whole."""
    words = text.split()
    for count in range(1, len(words) + 1):
        options = [
            [" ".join(words[start:end]) for start, end in zip((0, *breaks), (*breaks, len(words)), strict=True)]
            for breaks in combinations(range(1, len(words)), count - 1)
        ]
        good = [option for option in options if all(fits(line) for line in option)]
        if good:
            return min(good, key=lambda option: max(map(len, option)) - min(map(len, option)))
        if count >= 4:
            break
    return words if len(words) <= 4 else [text]
