"""Drawn paths as straight lines and frames; what is curved or slanted is left aside.

It reads no file: `reading` brings the points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.paper.page import Box, Frame, Stroke, around

_STRAIGHT = 0.1
"""How far, in mm, the ends of a level line may differ in height."""
_SHORTEST = 2.0
"""Millimetres: what is shorter is the edge of a letter or of a picture, never a line that people see."""
_THICKEST = 1.5
"""Millimetres: a filled rectangle so low is a line."""
_SAME = 0.3
"""Millimetres between lines that are drawn over each other: a shape often comes twice."""
_CORNER = 1.0
"""Millimetres between the ends of lines that make a corner."""
_POINT = 25.4 / 72

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Path:
    """One path: its points in millimetres from the top left corner, piece by piece."""

    pieces: tuple[tuple[Point, ...], ...]
    is_stroked: bool
    is_filled: bool
    weight: float
    """Of the stroke, in points."""
    stroke_colour: str
    fill_colour: str


def strokes_of(paths: Sequence[Path]) -> tuple[Stroke, ...]:
    """Every line once and whole, from top to bottom."""
    kept: list[Stroke] = []
    for stroke in sorted(_all(paths), key=lambda each: (round(each.box.top, 1), each.box.left)):
        if any(_is_same(stroke, other) for other in kept):
            continue
        before = next((other for other in kept if _goes_on(other, stroke)), None)
        if before is None:
            kept.append(stroke)
        else:
            kept[kept.index(before)] = replace(before, box=around((before.box, stroke.box)))
    return tuple(kept)


def frames_of(strokes: Sequence[Stroke]) -> tuple[Frame, ...]:
    """The rectangles that lines make: two level ones of one width with two upright ones at their ends."""
    level = [each for each in strokes if each.is_level]
    upright = [each for each in strokes if not each.is_level]
    found = []
    for number, top in enumerate(level):
        for bottom in level[number + 1 :]:
            box = around((top.box, bottom.box))
            if _have_one_width(top.box, bottom.box) and _closed(box, upright):
                found.append(Frame(box, top.colour))
                break
    return tuple(found)


def _all(paths: Sequence[Path]) -> Iterator[Stroke]:
    for path in paths:
        for piece in path.pieces:
            if path.is_filled and (line := _as_line(piece)):
                box, thick = line
                yield Stroke(box, thick / _POINT, path.fill_colour)
            elif path.is_stroked:
                for start, stop in pairwise(piece):
                    box = around((Box(*start, *start), Box(*stop, *stop)))
                    if min(box.width, box.height) <= _STRAIGHT and max(box.width, box.height) >= _SHORTEST:
                        yield Stroke(box, path.weight, path.stroke_colour)


def _as_line(piece: Sequence[Point]) -> tuple[Box, float] | None:
    """A filled rectangle so thin that it is a line: its middle line, and how thick it is."""
    box = around(Box(x, y, x, y) for x, y in piece)
    short, long = sorted((box.width, box.height))
    if short > _THICKEST or long < _SHORTEST or len(piece) > 6:
        return None
    if box.width > box.height:
        return Box(box.left, box.middle, box.right, box.middle), short
    return Box(box.centre, box.top, box.centre, box.bottom), short


def _is_same(one: Stroke, other: Stroke) -> bool:
    first, second = one.box, other.box
    edges = zip(
        (first.left, first.top, first.right, first.bottom),
        (second.left, second.top, second.right, second.bottom),
        strict=True,
    )
    return all(abs(here - there) < _SAME for here, there in edges)


def _goes_on(first: Stroke, second: Stroke) -> bool:
    """The second is the next piece of the first: words that are underlined one by one, borders drawn cell by cell."""
    one, other = first.box, second.box
    return (
        first.is_level
        and second.is_level
        and abs(one.top - other.top) <= _STRAIGHT
        and -_SAME < other.left - one.right < _SAME
        and first.colour == second.colour
    )


def _have_one_width(top: Box, bottom: Box) -> bool:
    return abs(top.left - bottom.left) < _CORNER and abs(top.right - bottom.right) < _CORNER


def _closed(box: Box, upright: Sequence[Stroke]) -> bool:
    ends = [
        each.box.centre
        for each in upright
        if abs(each.box.top - box.top) < _CORNER and abs(each.box.bottom - box.bottom) < _CORNER
    ]
    return all(any(abs(end - edge) < _CORNER for end in ends) for edge in (box.left, box.right))
