"""Automatic numbers: what the lists of a document are, and what number each paragraph of one is given.

It does not decide which paragraph is in a list: `cascade` does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from generator.docview.direct import Properties, paragraph_properties
from generator.docview.direct_words import run_properties
from generator.docview.markup import attribute, has, value, w, whole
from generator.docview.theme import Theme

LEVELS = 9
_MOST_LINKS = 10
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_ROMAN, _LARGEST_LETTER = 3_999, 780
_BULLETS = {0xF0B7: "•", 0xF02D: "-", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF0E0: "→", 0xF0A8: "◆"}
"""What the signs of Word's symbol fonts look like; the fonts give them private numbers."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written, and what it sets for its paragraphs."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Begin anew after this level (from 1); 0 never; None after any higher one."""
    suffix: str = "tab"
    is_legal: bool = False
    """All its numbers are Arabic."""
    style: str = ""
    """The paragraph style that is this level."""
    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as a paragraph names it. Lists of one `origin` count on together."""

    origin: str
    levels: dict[int, Level]
    starts: dict[int, int]
    """Levels that begin anew with a number of their own when this list is first used."""


class Lists:
    """All lists of a document, read when they are first asked for."""

    def __init__(self, root: etree._Element | None, theme: Theme, list_styles: dict[str, int] | None = None) -> None:
        self._theme = theme
        self._list_styles = list_styles or {}
        self._origins: dict[str, etree._Element] = {}
        self._numbers: dict[int, etree._Element] = {}
        self._read: dict[int, NumberedList | None] = {}
        for child in root if root is not None else ():
            if child.tag == w("abstractNum"):
                self._origins.setdefault(attribute(child, "abstractNumId") or "", child)
            elif child.tag == w("num") and (number := whole(attribute(child, "numId"))) is not None:
                self._numbers.setdefault(number, child)

    def of(self, number: int | None) -> NumberedList | None:
        """The list of a number; None where there is none: 0 means no list."""
        if not number:
            return None
        if number not in self._read:
            self._read[number] = self._list(number)
        return self._read[number]

    def level(self, number: int | None, level: int) -> Level | None:
        found = self.of(number)
        return None if found is None else found.levels.get(level)

    def level_of_style(self, number: int | None, style: str) -> int | None:
        """The level that a paragraph style stands for in a list."""
        found = self.of(number)
        levels = found.levels if found is not None else {}
        return next((place for place, level in levels.items() if level.style == style), None)

    def _list(self, number: int) -> NumberedList | None:
        element = self._numbers.get(number)
        if element is None:
            return None
        identifier, origin = self._origin(element)
        if origin is None:
            return None
        levels = self._levels(origin)
        starts: dict[int, int] = {}
        for override in element.iterchildren(w("lvlOverride")):
            place = whole(attribute(override, "ilvl"), 0, LEVELS - 1)
            if place is None:
                continue
            levels |= self._levels(override, place)
            start = whole(value(override.find(w("startOverride"))))
            if start is not None:
                starts[place] = start
        return NumberedList(identifier, levels, starts)

    def _origin(self, element: etree._Element) -> tuple[str, etree._Element | None]:
        """Its definition; a definition may send to that of a list style, and that again."""
        identifier = ""
        for _step in range(_MOST_LINKS):
            identifier = value(element.find(w("abstractNumId"))) or ""
            origin = self._origins.get(identifier)
            link = value(origin.find(w("numStyleLink"))) if origin is not None else None
            following = self._numbers.get(self._list_styles.get(link, 0)) if link else None
            if following is None:
                return identifier, origin
            element = following
        return identifier, None

    def _levels(self, parent: etree._Element, only: int | None = None) -> dict[int, Level]:
        levels = {}
        for element in parent.iterchildren(w("lvl")):
            place = whole(attribute(element, "ilvl"), 0, LEVELS - 1) if only is None else only
            if place is not None:
                levels[place] = self._level(element)
        return levels

    def _level(self, element: etree._Element) -> Level:
        text = value(element.find(w("lvlText"))) or ""
        restart = whole(value(element.find(w("lvlRestart"))), 0, LEVELS)
        return Level(
            start=_start(value(element.find(w("start")))),
            format=value(element.find(w("numFmt"))) or "decimal",
            text=text[:100],
            restart=restart,
            suffix=value(element.find(w("suff"))) or "tab",
            is_legal=has(element, "isLgl"),
            style=value(element.find(w("pStyle"))) or "",
            paragraph=paragraph_properties(element.find(w("pPr")), self._theme),
            run=run_properties(element.find(w("rPr")), self._theme),
        )


def _start(text: str | None) -> int:
    start = whole(text, 0)
    return 0 if text is None or start is None else start


class Counter:
    """Counts the paragraphs of lists through one story."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next(self, number: int, place: int) -> str:
        """The number of the next paragraph at a level of a list, as printed."""
        found = self._lists.of(number)
        level = found.levels.get(place) if found is not None else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.origin, [None] * LEVELS)
        before = counts[place]
        counts[place] = level.start if before is None else before + 1
        if place in found.starts and (number, place) not in self._begun:
            self._begun.add((number, place))
            counts[place] = found.starts[place]
        for lower in range(place + 1, LEVELS):
            restart = found.levels[lower].restart if lower in found.levels else None
            if restart is None or place < restart:
                counts[lower] = None
        return _written(found.levels, level, counts)


def _written(levels: dict[int, Level], level: Level, counts: list[int | None]) -> str:
    def count(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        of = levels.get(place, level)
        counted = counts[place]
        return numeral(of.start if counted is None else counted, "decimal" if level.is_legal else of.format)

    if level.format == "bullet":
        return level.text.translate(_BULLETS)
    return _PLACE.sub(count, level.text, count=LEVELS)


def numeral(number: int, format: str) -> str:
    """A count as Word writes it; in digits where it is beyond a system's reach, or the system is not known here."""
    if format == "none":
        return ""
    if format in ("upperRoman", "lowerRoman") and 0 < number <= _LARGEST_ROMAN:
        return _roman(number) if format == "upperRoman" else _roman(number).lower()
    if format in ("upperLetter", "lowerLetter") and 0 < number <= _LARGEST_LETTER:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if format == "upperLetter" else letter.lower()
    if format == "decimalZero":
        return f"{number:02d}"
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text
