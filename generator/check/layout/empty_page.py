"""Pages with nothing on them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.sheet import place_of, printed_number
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Location, Severity
from generator.messages import _, mark


@rule("layout/empty-page", title=mark("trang trống"), severity=Severity.WARNING, needs_pages=True)
def empty_page(subject: Subject) -> Iterator[Finding]:
    """What it checks: that no page is without words, pictures and lines.

    Why: it is printed, counted and filed.
    Example: an empty last page, made by paragraphs after the signature.
    What to do: delete the empty paragraphs and page breaks before it.
    """
    for page in subject.printed.pages:
        number = printed_number(subject, page)
        words = [word for word in page.words if number not in word.text or not number]
        if not words and not page.pictures and not page.strokes:
            where = place_of(subject, page) if page.number == 1 else _end_of(subject, page.number)
            yield Finding(_("trang {page} trống").format(page=page.number), where)


def _end_of(subject: Subject, page: int) -> Location:
    """The last paragraph before a page."""
    before = [index for index, spots in subject.printed.by_paragraph.items() if spots[-1].page < page]
    return subject.view.paragraphs[max(before)].where if before else Location(subject.view.file)
