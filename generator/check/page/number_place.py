"""Page numbers outside the header. A missing one is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.words import Story
from generator.messages import _, mark

_PLACES = {
    Story.HEADER: mark("đầu trang"),
    Story.FOOTER: mark("chân trang"),
    Story.BODY: mark("trong nội dung"),
}


@rule(
    "page/number-place",
    title=mark("chỗ ghi số trang"),
    enforces=("page_number.in_header", "page_number.position"),
)
def number_place(subject: Subject) -> Iterator[Finding]:
    """What it checks: that page numbers stand in the header, and nowhere else.

    Why: the regulation puts the number into the middle of the upper margin.
    Example: the number at the bottom right, as many companies have it.
    What to do: take it out of the footer, and insert it at the top of the page.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    constraint = subject.profile.constraint("page_number.in_header")
    for number in subject.recognised.page_numbers:
        wanted, found = _PLACES[Story.HEADER], _PLACES.get(number.story, _PLACES[Story.BODY])
        if not constraint.accepts(number.story is Story.HEADER):
            yield Finding(
                _("số trang không ở đầu trang"),
                number.paragraph.where,
                expected=_(wanted),
                actual=_(found),
                path="page_number.in_header",
            )
