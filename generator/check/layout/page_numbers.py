"""Page numbers as printed: where the digits stand, and which number each page has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.layout.lengths import bounds, millimetres
from generator.check.layout.sheet import head_number, is_of_section, place_of, printed_number, text_areas
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
    What to do: Layout → Page Setup → Header, set the distance that brings the digits to the height; centre the paragraph.
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


@rule(
    "layout/page-number-order",
    title=mark("số in trên từng trang"),
    enforces=("page_number.start", "page_number.first_page", "page_number.restart_in_annex"),
    needs_pages=True,
)
def page_number_order(subject: Subject) -> Iterator[Finding]:
    """What it checks: that every page shows its number: none on the first, 2 on the second; an annex counts its own.

    Why: what a header says in the file is not yet what each page shows.
    Example: an annex whose first page goes on with 5.
    What to do: Insert → Page Number → Format: start at 1 in the section of an annex; “Different First Page” for page 1.
    """
    for number, block in enumerate(_blocks(subject)):
        wrong = [
            (page, shown, wanted)
            for at, page in enumerate(block, 1)
            if (shown := printed_number(subject, page)) not in (wanted := _wanted(subject, page, at, is_annex=number > 0))
        ]
        if wrong:
            page, shown, wanted = wrong[0]
            restart = number > 0 and subject.profile.has("page_number.restart_in_annex")
            yield Finding(
                _("trang {page} của tệp in không đúng số trang").format(page=page.number),
                place_of(subject, page),
                expected=_(" hoặc ").join(each or _("không in số") for each in wanted),
                actual=shown or _("không có số"),
                path="page_number.restart_in_annex" if restart else f"page_number.{'first_page' if page is block[0] else 'start'}",
            )


def _wanted(subject: Subject, page: Page, at: int, *, is_annex: bool) -> Sequence[str]:
    if at == 1 and not is_annex:
        return ("",)
    own = [str(at)] if at > 1 else ["", "1"]
    if is_annex and not subject.profile.has("page_number.restart_in_annex"):
        own.append(str(page.number))
    return own


def _blocks(subject: Subject) -> Iterator[Sequence[Page]]:
    """The pages of the main text, then those of each annex."""
    pages = subject.printed.pages
    starts = [1]
    for annex in subject.recognised.annexes:
        found = (subject.printed.by_paragraph.get(index) for index in range(annex.start, annex.stop))
        first = next((spots[0].page for spots in found if spots), None)
        if first is not None and first > starts[-1]:
            starts.append(first)
    for start, stop in zip(starts, [*starts[1:], len(pages) + 1], strict=True):
        yield pages[start - 1 : stop - 1]
