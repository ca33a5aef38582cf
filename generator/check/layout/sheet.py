"""What rules ask of a printed page: its text area, its number, the lines drawn under or over words.

It judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.printed import PrintedLine
from generator.check.subject import Subject
from generator.diagnostics import Location
from generator.docview.view import Section
from generator.paper.page import Box, Frame, Page, Stroke, Word, around

_REACH = 6.0
"""Millimetres from the foot of words down to the line that belongs to them; the next words stand lower."""
_ABOVE = 10.0
"""Millimetres from the top of words up to the line over them."""
_LONG_ENOUGH = 20.0
"""Millimetres: a line over a block goes across it; shorter ones underline words."""
_CORNER = 1.0
"""Millimetres between lines that meet."""
_TYPED = re.compile(r"_{3,}|—{2,}|⎯{2,}")
_NUMBER = re.compile(r"\W{0,2}(\d{1,4})\W{0,2}")


def text_areas(subject: Subject, page: Page) -> tuple[Box, ...]:
    """Where text may stand: one box, or for sheets printed on both sides that of the front and that of the back."""
    section = subject.printed.section_of(page)
    left, right = section.left.mm + section.gutter.mm, section.right.mm
    top, bottom = section.top.mm, page.height - section.bottom.mm
    front = Box(left, top, page.width - right, bottom)
    if not subject.view.settings.mirror_margins:
        return (front,)
    back = Box(right, top, page.width - left, bottom)
    return (front, back) if page.number % 2 else (back, front)


def is_of_section(page: Page, section: Section) -> bool:
    """The page lies as its section says; otherwise nothing is known of its margins."""
    return abs(page.width - section.page_width.mm) < 1 and abs(page.height - section.page_height.mm) < 1


def head_number(subject: Subject, page: Page) -> Word | None:
    """The number in the upper margin."""
    return next(_numbers(page, 0, subject.printed.section_of(page).top.mm), None)


def printed_number(subject: Subject, page: Page) -> str:
    """The number in the upper or, where there is none, the lower margin; empty without one."""
    foot = page.height - subject.printed.section_of(page).bottom.mm
    word = head_number(subject, page) or next(_numbers(page, foot, page.height), None)
    found = _NUMBER.fullmatch(word.text) if word else None
    return found[1] if found else ""


def place_of(subject: Subject, page: Page) -> Location:
    """Where in the document a page begins, for faults of the page itself."""
    found = subject.printed.paragraphs_on(page.number)
    return subject.view.paragraphs[found[0]].where if found else Location(subject.view.file)


def line_under(line: PrintedLine, words: Box) -> Stroke | None:
    """The level line next below a line of words, drawn or typed; borders of tables are none."""
    found = [
        stroke
        for stroke in _level(line.page)
        if -0.2 <= stroke.box.top - line.baseline <= _REACH and stroke.box.shares_width_with(words)
    ]
    return min(found, key=lambda stroke: stroke.box.top, default=None)


def line_over(page: Page, words: Box) -> Stroke | None:
    """The long level line next above words."""
    found = [
        stroke
        for stroke in _level(page)
        if 0 <= words.top - stroke.box.top <= _ABOVE
        and stroke.box.shares_width_with(words)
        and stroke.box.width >= _LONG_ENOUGH
    ]
    return max(found, key=lambda stroke: stroke.box.top, default=None)


def frame_around(line: PrintedLine) -> Frame | None:
    """The smallest frame that holds a line of words."""
    held = [frame for frame in line.page.frames if _holds(frame.box, line.box)]
    return min(held, key=lambda frame: frame.box.width * frame.box.height, default=None)


def box_of(lines: tuple[PrintedLine, ...]) -> Box:
    """The box around lines of one page."""
    return around(line.box for line in lines)


def _level(page: Page) -> Iterator[Stroke]:
    upright = [stroke.box for stroke in page.strokes if not stroke.is_level]
    yield from (stroke for stroke in page.strokes if stroke.is_level and not _meets(stroke.box, upright))
    for word in page.words:
        if _TYPED.fullmatch(word.text):
            box = Box(word.box.left, word.box.bottom, word.box.right, word.box.bottom)
            yield Stroke(box, 0.5, "000000")


def _meets(level: Box, upright: Sequence[Box]) -> bool:
    """An upright line begins, ends or goes through where this one is: they are borders of a table."""
    return any(
        box.top - _CORNER <= level.middle <= box.bottom + _CORNER
        and level.left - _CORNER <= box.centre <= level.right + _CORNER
        for box in upright
    )


def _numbers(page: Page, top: float, bottom: float) -> Iterator[Word]:
    return (
        word
        for word in page.words
        if top <= word.box.middle <= bottom and word.baseline <= bottom and _NUMBER.fullmatch(word.text)
    )


def _holds(frame: Box, box: Box) -> bool:
    return frame.left <= box.centre <= frame.right and frame.top <= box.middle <= frame.bottom
