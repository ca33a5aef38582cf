"""What is on a page: words, drawn lines and frames, with their places in millimetres from the top left corner.

It holds values only, frozen; `reading` makes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle. Of words it is the ink's, not the font's: accents and descenders count where they are."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    def shares_width_with(self, other: Box) -> bool:
        """A perpendicular line goes through both."""
        return self.left < other.right and other.left < self.right


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all; at least one is given."""
    every = tuple(boxes)
    return Box(
        min(box.left for box in every),
        min(box.top for box in every),
        max(box.right for box in every),
        max(box.bottom for box in every),
    )


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without white space between them, on one height."""

    text: str
    box: Box
    baseline: float
    """The line that its letters stand on, from the upper edge."""
    font: str
    """As the PDF names it, without the mark of a subset: `TimesNewRomanPS-BoldMT`."""
    size: float
    """In points."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, upright or level. Its box is that of its middle line: a level one has no height."""

    box: Box
    weight: float
    """How thick it is, in points."""
    colour: str
    """`000000`."""

    @property
    def is_level(self) -> bool:
        return self.box.width > self.box.height


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of four strokes, or one drawn whole."""

    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class Font:
    """A typeface that letters of the page are set in."""

    name: str
    is_embedded: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    number: int
    """In the file, from 1; what is printed on it may be another."""
    width: float
    height: float
    words: tuple[Word, ...]
    """By height, then from left to right."""
    strokes: tuple[Stroke, ...]
    """From top to bottom."""
    frames: tuple[Frame, ...]
    fonts: tuple[Font, ...]
    pictures: int = 0
    """How many pictures are on it."""
