"""What was typed to move words about: empty paragraphs in the text and at the end, spaces and tabs before a first line.

An empty paragraph that anything hangs on stays, and so do those of the letterhead and of the signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.check.page.empty_paragraphs import empty_paragraphs
from generator.check.page.prose import prose
from generator.check.page.trailing_blank import trailing_blank
from generator.docview.blocks import Paragraph, Table
from generator.docview.looks import LineRule
from generator.docview.markup import w
from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.fix.markup import local
from generator.fix.pieces import rewrite
from generator.messages import _

_LEAD = re.compile(r"[ \t\u00a0\u2000-\u200a]+")
_NAMES = (
    "p pPr r rPr t br lastRenderedPageBreak proofErr spacing ind jc rFonts sz szCs b bCs i iCs u color lang pStyle"
    " rStyle keepNext keepLines widowControl tabs tab contextualSpacing outlineLvl shd highlight noProof kern w"
    " autoSpaceDE autoSpaceDN adjustRightInd snapToGrid caps position textAlignment pageBreakBefore"
)
_BARE = frozenset(_NAMES.split())
"""What may stand in an empty paragraph that nothing is lost with."""
_THIN = 6


def typed_indents(desk: Desk) -> Iterator[Change]:
    """Spaces and tabs before the first word of a paragraph of text; the indent is then the paragraph's own."""
    for each in prose(desk.subject):
        paragraph = each.paragraph
        found = _LEAD.match(paragraph.text)
        element = desk.element(paragraph)
        if found is None or element is None or not desk.is_understood(paragraph):
            continue
        if rewrite(element, 0, found.end(), ""):
            path = f"{each.part}.first_line_indent"
            yield desk.change(_("thụt đầu dòng"), path, _("dấu cách, Tab"), _("thụt dòng"), paragraph.where)


def empty_lines(desk: Desk) -> Iterator[Change]:
    """Empty paragraphs between two paragraphs of text."""
    if not list(empty_paragraphs(desk.subject)):
        return
    of_text = {each.paragraph.index for each in prose(desk.subject)}
    paragraphs = desk.subject.view.paragraphs
    for each in paragraphs[min(of_text) : max(of_text)]:
        if _is_blank(each) and "\f" not in each.text and _stands_in(paragraphs, each.index, of_text):
            yield from _removed(desk, each, _("đoạn trống giữa nội dung"))


def _is_blank(paragraph: Paragraph) -> bool:
    look = paragraph.look
    is_thin = look.line_rule is LineRule.EXACT and look.line_height is not None and look.line_height.pt <= _THIN
    is_plain = paragraph.seat.depth == 0 and not paragraph.seat.is_boxed and not look.borders.drawn
    return paragraph.is_empty and is_plain and not is_thin and not paragraph.ends_section


def _stands_in(paragraphs: tuple[Paragraph, ...], index: int, of_text: set[int]) -> bool:
    above, below = index - 1, index + 1
    while above >= 0 and paragraphs[above].is_empty:
        above -= 1
    while below < len(paragraphs) and paragraphs[below].is_empty:
        below += 1
    return above in of_text and below in of_text


def blank_end(desk: Desk) -> Iterator[Change]:
    """Empty paragraphs and page breaks behind the last words; behind a table one stays, as Word wants it."""
    if not list(trailing_blank(desk.subject)):
        return
    tail: list[Paragraph] = []
    for block in reversed(desk.subject.view.blocks):
        if isinstance(block, Table) or not _is_blank(block):
            if isinstance(block, Table) and tail and not tail[-1].has_page_break:
                tail.pop()
            break
        tail.append(block)
    for paragraph in tail:
        yield from _removed(desk, paragraph, _("phần trống ở cuối"))


def _removed(desk: Desk, paragraph: Paragraph, message: str) -> Iterator[Change]:
    element = desk.element(paragraph)
    parent = None if element is None else element.getparent()
    if element is None or parent is None or not _is_bare(element) or paragraph.in_field:
        return
    parent.remove(element)
    yield desk.change(message, None, _("có"), _("đã bỏ"), paragraph.where)


def _is_bare(element: etree._Element) -> bool:
    return all(local(each) in _BARE and str(each.tag).startswith(w("")) for each in element.iter())
