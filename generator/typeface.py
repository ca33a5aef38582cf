"""How wide a text is in Times New Roman, and where its lines break.

It does not lay out pages: Word and LibreOffice do, and may still break a line elsewhere.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from generator import resources
from generator.measures import Length

UNITS_PER_EM = 2048
# A character that is not in the table counts as a full em: better a line too early than one too long.
_UNKNOWN = UNITS_PER_EM
_BREAK = re.compile(r"(?<= )|(?<=\w-)(?=\w)")


def text_width(text: str, size: Length, *, bold: bool = False, italic: bool = False) -> Length:
    """The width of one line of text, without kerning: neither Word nor our documents turn it on."""
    return measure(size, bold, italic)(text)


@cache
def measure(size: Length, bold: bool, italic: bool) -> Callable[[str], Length]:
    """The width of texts of one size and face: what is asked for thousands of words is found by the word alone."""
    advances = _advances(bold, italic)

    @lru_cache(maxsize=2048)
    def width(text: str) -> Length:
        composed = unicodedata.normalize("NFC", text)
        try:
            units = sum(map(advances.__getitem__, composed))
        except KeyError:
            units = sum(_advance(advances, character) for character in composed)
        return Length(round(units * size / UNITS_PER_EM))

    return width


def wrap(text: str, size: Length, width: Length, *, bold: bool = False, italic: bool = False) -> list[str]:
    """The lines of a paragraph, each as full as it can be, broken at spaces and after hyphens inside words.

    A piece wider than `width` stands alone on its line; no-break spaces hold; no text is no line.
    """
    lines: list[str] = []
    line = ""
    for piece in _BREAK.split(text):
        longer = line + piece
        # A space at the end of a line hangs into the margin.
        if line.strip(" ") and text_width(longer.strip(" "), size, bold=bold, italic=italic) > width:
            lines.append(line.strip(" "))
            longer = piece
        line = longer
    return [*lines, line.strip(" ")] if line.strip(" ") else lines


def _advance(advances: Mapping[str, int], character: str) -> int:
    return advances.get(character, 0 if unicodedata.combining(character) else _UNKNOWN)


@cache
def _advances(bold: bool, italic: bool) -> Mapping[str, int]:
    """Character → advance width in units of 1/2048 em."""
    face = ("bold" if bold else "") + ("-" if bold and italic else "") + ("italic" if italic else "")
    runs: dict[str, list[int]] = _table()[face or "regular"]
    each = (
        (chr(int(start, 16) + offset), advance) for start, run in runs.items() for offset, advance in enumerate(run)
    )
    return {character: 0 if unicodedata.combining(character) else advance for character, advance in each}


@cache
def _table() -> dict[str, dict[str, list[int]]]:
    text = resources.data("metrics", "times-new-roman.json").read_text(encoding="utf-8")
    faces: dict[str, dict[str, list[int]]] = json.loads(text)["faces"]
    return faces
