"""Pictures, shapes, lines and text boxes: how large they are, where they stand, and what is written in them.

It holds values only, frozen; the readers make them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.measures import Length

if TYPE_CHECKING:
    from generator.docview.blocks import Block, Paragraph


class DrawingKind(StrEnum):
    PICTURE = "picture"
    LINE = "line"
    """A straight line or connector."""
    TEXT_BOX = "text box"
    """A shape with text in it."""
    SHAPE = "shape"
    GROUP = "group"
    OBJECT = "object"
    """An embedded object (OLE, chart, SmartArt, control)."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a drawing stands along one axis."""

    relative: str
    """From what: page, margin, column, character, paragraph, line, leftMargin, insideMargin …"""
    offset: Length | None = None
    align: str | None = None
    """left, center, right, inside, outside; top, bottom: instead of an offset."""
    percent: float | None = None
    """Of the width or height of `relative`: instead of an offset."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, shape, line, text box or group."""

    kind: DrawingKind
    width: Length
    height: Length
    """Of the box around it; of a horizontal line 0 or next to it."""
    is_inline: bool = True
    """It stands in the line like a letter; else it is anchored and floats."""
    horizontal: Position | None = None
    vertical: Position | None = None
    """None where it stands in the line."""
    wrap: str | None = None
    """none, square, tight, through, topAndBottom; None where it stands in the line."""
    is_behind: bool = False
    """Behind the text."""
    is_vml: bool = False
    """Drawn in the old way (`w:pict`)."""
    preset: str = ""
    """The shape's name: rect, line, straightConnector1, star5, ellipse …"""
    length: Length | None = None
    """Of a line, from end to end; else None."""
    stroke: Length | None = None
    """Weight of its outline; None where it has none (or, for a line of a theme, where it is not said)."""
    stroke_color: str | None = None
    dash: str = "solid"
    fill: str | None = None
    rotation: float = 0
    """Degrees, clockwise."""
    name: str = ""
    description: str = ""
    """Alternative text."""
    target: str = ""
    """Of a picture: its part's name, or an address where it is linked."""
    blocks: tuple[Block, ...] = ()
    """What is written in it."""
    children: tuple[Drawing, ...] = ()
    """Of a group."""

    @property
    def is_horizontal_line(self) -> bool:
        return self.kind is DrawingKind.LINE and self.height * 10 <= self.width

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in it, and in what it groups."""
        for block in self.blocks:
            yield from block.paragraphs
        for child in self.children:
            yield from child.paragraphs
