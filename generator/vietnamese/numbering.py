"""Markers before headings and points: `I-`, `1.`, `1.1.`, `(1)`, `a)`, `-`, `+`, from numbers and back.

It does not decide which level bears which style: the Profile's level scheme does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from generator.vietnamese.numerals import parse_roman, roman

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Vietnamese letters in order, those with a hat, breve or horn left out.

The texts say only "theo thứ tự bảng chữ cái tiếng Việt" (HD05 I.6.2.4; NĐ30 A1 I.II.6đ); they themselves go
a, b, c, d, đ, e, g, h, i, k, l … and never use ă, â, ê, ô, ơ, ư.
"""


class MarkerStyle(StrEnum):
    """How a numbered thing is marked."""

    ROMAN_DASH = "roman-dash"
    ROMAN_DOT = "roman-dot"
    DECIMAL = "decimal"
    NESTED = "nested"
    PARENTHESISED = "parenthesised"
    LETTER = "letter"
    DASH = "dash"
    PLUS = "plus"
    NONE = "none"


def letter(number: int) -> str:
    """1 is `a`, 5 is `đ`, 23 is `y`, then `a1` … `y1`, `a2` …; below 1 is a ValueError.

    No text says what follows `y`. A digit keeps one letter a point, in order; `aa` is no Vietnamese way, and
    `z` is no Vietnamese letter.
    """
    if number < 1:
        raise ValueError(number)
    round_, place = divmod(number - 1, len(LETTERS))
    return LETTERS[place] + (str(round_) if round_ else "")


def parse_letter(text: str) -> int:
    """The number of a point's letter, `đ` or `a1`; anything else is a ValueError."""
    match = re.fullmatch(rf"([{LETTERS}])((?:[1-9][0-9]*)?)", text)
    if match is None:
        raise ValueError(text)
    return int(match[2] or 0) * len(LETTERS) + LETTERS.index(match[1]) + 1


_BULLETS = {MarkerStyle.DASH: "-", MarkerStyle.PLUS: "+", MarkerStyle.NONE: ""}
_ONE_NUMBER: dict[MarkerStyle, tuple[str, Callable[[int], str], Callable[[str], int]]] = {
    MarkerStyle.ROMAN_DASH: ("{}-", roman, parse_roman),
    MarkerStyle.ROMAN_DOT: ("{}.", roman, parse_roman),
    MarkerStyle.DECIMAL: ("{}.", str, int),
    MarkerStyle.PARENTHESISED: ("({})", str, int),
    MarkerStyle.LETTER: ("{})", letter, parse_letter),
}
_FORMS = (
    (MarkerStyle.ROMAN_DASH, re.compile(r"([IVXLCDM]+)-")),
    (MarkerStyle.ROMAN_DOT, re.compile(r"([IVXLCDM]+)\.")),
    (MarkerStyle.DECIMAL, re.compile(r"([1-9][0-9]*)\.")),
    (MarkerStyle.PARENTHESISED, re.compile(r"\(([1-9][0-9]*)\)")),
    (MarkerStyle.LETTER, re.compile(rf"([{LETTERS}](?:[1-9][0-9]*)?)\)")),
)
_NESTED = re.compile(r"(?:[1-9][0-9]*\.){2,}")


def marker(style: MarkerStyle, numbers: tuple[int, ...]) -> str:
    """The marker of the thing at `numbers`, outermost first, counting from 1.

    `nested` shows all the numbers and needs two or more; the other numbered styles show the last one; `dash`,
    `plus` and `none` need no number. A missing or impossible number is a ValueError.
    """
    if style in _BULLETS:
        return _BULLETS[style]
    if not numbers or min(numbers) < 1 or (style is MarkerStyle.NESTED and len(numbers) < 2):
        raise ValueError(style, numbers)
    if style is MarkerStyle.NESTED:
        return "".join(f"{number}." for number in numbers)
    form, write, _read = _ONE_NUMBER[style]
    return form.format(write(numbers[-1]))


def parse_marker(text: str) -> tuple[MarkerStyle, tuple[int, ...]] | None:
    """The style and the numbers that a marker shows, or None: `parse_marker(marker(s, n)) == (s, n)`.

    `C.`, `D.`, `M.` … are Roman here: capitals in alphabetical order are none of the styles.
    """
    for style, bullet in _BULLETS.items():
        if text == bullet:
            return style, ()
    if _NESTED.fullmatch(text):
        return MarkerStyle.NESTED, tuple(int(number) for number in text.split(".")[:-1])
    for style, form in _FORMS:
        if match := form.fullmatch(text):
            _form, _write, read = _ONE_NUMBER[style]
            try:
                return style, (read(match[1]),)
            except ValueError:
                return None
    return None
