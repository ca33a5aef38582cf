"""A number on the first page. Numbers of other pages are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.view import DEFAULT, FIRST
from generator.docview.words import Story
from generator.messages import _, mark

_PATH = "page_number.first_page"


@rule("page/number-on-first-page", title=mark("số trang ở trang đầu"), enforces=(_PATH,))
def number_on_first_page(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the first page of the document shows no number.

    Why: numbers are shown from the second page on; the first one has the letterhead.
    Example: “Different First Page” is not chosen, so the 1 stands above the name of the body.
    What to do: in the header of the first page choose “Different First Page” and leave it empty.
    """
    if subject.profile.constraint(_PATH).accepts(True):
        return
    shown = FIRST if subject.view.sections[0].title_page else DEFAULT
    for number in subject.recognised.page_numbers:
        if number.story is not Story.BODY and number.kind == shown and 0 in number.sections:
            hint = _("chọn “Different First Page” và để trống đầu trang của trang đầu")
            yield Finding(_("trang đầu có số trang"), number.paragraph.where, hint=hint, path=_PATH)
            return
