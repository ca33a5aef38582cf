"""Where on the page its number is printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.lengths import bounds, millimetres
from generator.check.layout.sheet import head_number, is_of_section, place_of, text_areas
from generator.check.layout.tolerances import CENTRE, DISTANCE
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.measures import Length
from generator.messages import _, mark
from generator.paper.page import Page, Word
from generator.profile.constraint import accepted_text

_MM = Length.from_mm(1)


@rule(
    "layout/page-number-place",
    title=mark("vị trí số trang"),
    enforces=("page_number.distance", "page_number.alignment", "page_number.position"),
    needs_pages=True,
)
def page_number_place(subject: Subject) -> Iterator[Finding]:
    """What it checks: the height of the printed page number, and that it stands in the middle of the text.

    Why: the Party's guidance puts it 10 mm from the upper edge, the decree into the upper margin, both in the middle.
    Example: a number 12,7 mm from the edge, where Word puts a header by itself.
    What to do: Layout → Page Setup → Header: set the distance that brings the digits there; centre the paragraph.
    """
    for page in subject.printed.pages:
        word = head_number(subject, page)
        if word is None or not is_of_section(page, subject.printed.section_of(page)):
            continue
        findings = [*_height(subject, page, word), *_middle(subject, page, word)]
        yield from findings
        if findings:
            return  # one header makes all pages alike


def _height(subject: Subject, page: Page, word: Word) -> Iterator[Finding]:
    path = "page_number.distance"
    if not subject.profile.has(path):
        return
    constraint = subject.profile.constraint(path)
    low, high = (edge / _MM for edge in bounds(constraint))
    # Where no text says to what of the digits is measured, their top and their middle both count.
    if not any(low - DISTANCE <= height <= high + DISTANCE for height in (word.box.top, word.box.middle)):
        yield Finding(
            _("số trang in không đúng độ cao"),
            place_of(subject, page),
            expected=accepted_text(constraint),
            actual=_("cách mép trên {size}").format(size=millimetres(word.box.top, word.box.bottom)),
            path=path,
        )


def _middle(subject: Subject, page: Page, word: Word) -> Iterator[Finding]:
    areas = text_areas(subject, page)
    off = min(abs(word.box.centre - area.centre) for area in areas)
    if off > CENTRE:
        yield Finding(
            _("số trang không nằm giữa chiều ngang phần chữ"),
            place_of(subject, page),
            expected=_("giữa hai lề"),
            actual=_("lệch {size}").format(size=millimetres(off)),
            path="page_number.alignment",
        )
