"""Which number each page shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.layout.sheet import place_of, printed_number
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.paper.page import Page


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
            if (shown := printed_number(subject, page))
            not in (wanted := _wanted(subject, page, at, is_annex=number > 0))
        ]
        if wrong:
            page, shown, wanted = wrong[0]
            restart = number > 0 and subject.profile.has("page_number.restart_in_annex")
            yield Finding(
                _("trang {page} của tệp in không đúng số trang").format(page=page.number),
                place_of(subject, page),
                expected=_(" hoặc ").join(each or _("không in số") for each in wanted),
                actual=shown or _("không có số"),
                path="page_number.restart_in_annex"
                if restart
                else f"page_number.{'first_page' if page is block[0] else 'start'}",
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
