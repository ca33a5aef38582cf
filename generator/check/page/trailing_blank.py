"""What stands empty behind the end of a document: page breaks, blank paragraphs, empty tables."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.blocks import Block, Paragraph, Table
from generator.messages import _, mark

_BLANK_LINES = 3
"""So many blank lines at the end may bring a page of their own."""


@rule("page/trailing-blank", title=mark("phần trống ở cuối"), severity=Severity.WARNING)
def trailing_blank(subject: Subject) -> Iterator[Finding]:
    """What it checks: behind the last words there is no page break, no empty table and no row of blank lines.

    Why: they print a page with nothing on it, or nothing but its number.
    Example: an empty table of two rows at the end, left over from the model of another document.
    What to do: delete everything behind the last words.
    """
    tail: list[Block] = []
    for block in reversed(subject.view.blocks):
        if not _is_blank(block):
            break
        tail.insert(0, block)
    for block in tail:
        if isinstance(block, Table):
            yield Finding(_("cuối văn bản có bảng trống"), block.where, hint=_("xóa bảng này"))
    paragraphs = [block for block in tail if isinstance(block, Paragraph)]
    broken = next((each for each in paragraphs if each.has_page_break or each.look.page_break_before), None)
    if broken is not None:
        yield Finding(_("cuối văn bản có trang trống"), broken.where, hint=_("xóa dấu ngắt trang ở cuối"))
    elif len(paragraphs) >= _BLANK_LINES:
        yield Finding(_("cuối văn bản có nhiều dòng trống"), paragraphs[0].where, hint=_("xóa các dòng trống"))


def _is_blank(block: Block) -> bool:
    if isinstance(block, Table):
        return all(paragraph.is_empty for paragraph in block.paragraphs)
    return block.is_empty and not block.ends_section
