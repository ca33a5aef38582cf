"""Where the contact line stands. What it says is no matter here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.view import FIRST
from generator.docview.words import Story
from generator.messages import _, mark
from generator.model.parts import Part


@rule(
    "components/contact-place",
    title=mark("chỗ của thông tin liên hệ"),
    enforces=["contact.position"],
    severity=Severity.WARNING,
)
def contact_place(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the contact line stands at the foot of the first page in the State and of the last page in
    the Party, as far as the file without its pages shows: in the footer of the first page, or behind the text.

    Why: the regulations say so, each otherwise.
    Example: the address in the footer of the first page of a Party document of several pages.
    What to do: move the line.
    """
    for component in subject.recognised.of(Part.CONTACT):
        story = component.first.seat.story
        is_first_foot = story is Story.FOOTER and _is_of_first_page(subject, component.first.where.part)
        wants_first = subject.profile.text("contact.position") == "first_page_foot"
        if wants_first is not is_first_foot and not (
            story is Story.FOOTER and not wants_first and not _has_title_page(subject)
        ):
            where = _("chân trang 1") if wants_first else _("cuối trang cuối")
            yield Finding(_("thông tin liên hệ đặt sai chỗ"), component.where, expected=where, path="contact.position")


def _is_of_first_page(subject: Subject, part: str | None) -> bool:
    first = subject.view.sections[0]
    beside = first.footers.get(FIRST if first.title_page else "default")
    return beside is not None and any(each.where.part == part for each in beside.paragraphs)


def _has_title_page(subject: Subject) -> bool:
    return any(each.title_page for each in subject.view.sections)
