"""Where the contact line stands. What it says is no matter here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import main
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.view import FIRST
from generator.docview.words import Story
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component


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
    wants_first = subject.profile.text("contact.position") == "first_page_foot"
    for component in subject.recognised.of(Part.CONTACT):
        if component.first.seat.story is Story.FOOTER:
            is_right = wants_first is _is_of_first_page(subject, component) or not subject.view.sections[0].title_page
        else:
            is_right = not wants_first and _is_behind_the_text(subject, component)
        if not is_right:
            where = _("chân trang 1") if wants_first else _("cuối trang cuối")
            message, path = _("thông tin liên hệ đặt sai chỗ"), "contact.position"
            yield Finding(message, component.where, expected=where, path=path)


def _is_of_first_page(subject: Subject, component: Component) -> bool:
    beside = subject.view.sections[0].footers.get(FIRST)
    return beside is not None and component.first in beside.paragraphs


def _is_behind_the_text(subject: Subject, component: Component) -> bool:
    closing = main(subject, Part.AUTHORITY, Part.RECIPIENTS_LABEL)
    return all(each.first.index < component.first.index for each in closing)
