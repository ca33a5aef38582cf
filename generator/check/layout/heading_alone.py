"""Headings that are the last thing on a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.names import Extra

_HEADINGS = (
    Part.HEADING_ROMAN,
    Part.HEADING_DECIMAL,
    Part.HEADING_NESTED,
    Extra.PART,
    Extra.PART_TITLE,
    Extra.SECTION,
    Extra.SECTION_TITLE,
    Extra.ARTICLE,
)
_TEXT_ENDS = (".", ";", ":", ",")


@rule("layout/heading-alone", title=mark("tiêu đề mục ở cuối trang"), severity=Severity.WARNING, needs_pages=True)
def heading_alone(subject: Subject) -> Iterator[Finding]:
    """What it checks: that no heading is the last thing on a page.

    Why: it belongs to what follows.
    Example: “II- NHIỆM VỤ” at the foot of page 1, its text on page 2.
    What to do: mark the heading “Keep with next”.
    """
    found = subject.printed.by_paragraph
    last = {page.number: max(subject.printed.paragraphs_on(page.number), default=-1) for page in subject.printed.pages}
    for component in subject.recognised.of(*_HEADINGS):
        index = component.paragraphs[-1].index
        if index not in found or component.text.endswith(_TEXT_ENDS):
            continue
        page = found[index][-1].page
        if last[page] == index and page < len(subject.printed.pages) and subject.printed.paragraphs_on(page + 1):
            yield Finding(_("tiêu đề mục đứng một mình ở cuối trang {page}").format(page=page), component.where)
