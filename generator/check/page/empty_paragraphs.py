"""Empty paragraphs within the text. Those behind its end are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import PROSE, prose
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.blocks import Paragraph
from generator.docview.looks import LineRule
from generator.measures import Length
from generator.messages import _, mark

_THIN = Length.from_pt(6)
"""Word wants a paragraph behind a table; one that is made so thin is there for this."""


@rule("page/empty-paragraphs", title=mark("đoạn trống"), severity=Severity.WARNING)
def empty_paragraphs(subject: Subject) -> Iterator[Finding]:
    """What it checks: between two paragraphs of the text there is no empty one.

    Why: the gap between paragraphs is a measure, 6 pt at least; a blank line makes it 19 pt and more, and at the top
    of a page it is a hole.
    Example: Enter pressed twice after every paragraph.
    What to do: delete the empty paragraphs and set “Spacing: before 6 pt”.
    """
    runs = list(prose(subject, PROSE))
    if not runs:
        return
    of_text = {each.paragraph.index for each in runs}
    empty = (each for each in subject.view.paragraphs[min(of_text) : max(of_text)] if _is_blank(each))
    yield from once(
        Finding(_("đoạn trống giữa nội dung"), each.where, hint=_("xóa đoạn trống, đặt Spacing Before 6 pt"))
        for each in empty
        if _stands_in(subject, each, of_text)
    )


def _is_blank(paragraph: Paragraph) -> bool:
    look = paragraph.look
    is_thin = look.line_rule is LineRule.EXACT and (look.line_height or 0) <= _THIN
    is_plain = paragraph.seat.depth == 0 and not paragraph.seat.is_boxed and not look.borders.drawn
    return paragraph.is_empty and is_plain and not is_thin and not paragraph.ends_section and "\f" not in paragraph.text


def _stands_in(subject: Subject, paragraph: Paragraph, of_text: set[int]) -> bool:
    """What is nearest above and below, blank ones left aside, is text."""
    paragraphs = subject.view.paragraphs
    above, below = paragraph.index - 1, paragraph.index + 1
    while above >= 0 and paragraphs[above].is_empty:
        above -= 1
    while below < len(paragraphs) and paragraphs[below].is_empty:
        below += 1
    return above in of_text and below in of_text
