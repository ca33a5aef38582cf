"""What rules on page numbers share: which sections open an annex, where the line of a number stands.

It judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.subject import Subject
from generator.docview.blocks import Paragraph
from generator.docview.looks import Alignment, LineRule
from generator.docview.view import Section
from generator.docview.words import Run
from generator.measures import Length
from generator.recognise.pieces import Annex, PageNumber

SINGLE_LINE = 1.15
"""The height of a line of Times New Roman by its size, as the font itself asks for it."""
_DIGITS_CENTRE = 0.553
"""From the top of such a line down to the middle of its digits, by the size: the ascent is 0.891, digits are 0.676
high and stand on the base line."""
_OFF_CENTRE = Length.from_mm(2)
"""So much an indent moves a number before an eye sees that it is not in the middle."""


def in_headers(subject: Subject) -> Iterator[PageNumber]:
    """The numbers of pages that stand in headers."""
    return (number for number in subject.recognised.page_numbers if number.story == "header")


def digits(number: PageNumber) -> Run | None:
    """The run that prints the number; None where the field was never filled."""
    found = [run for run in number.paragraph.runs if run.field is not None and run.text.strip()]
    fields = number.paragraph.fields
    return next((run for run in found if run.field is not None and fields[run.field] == number.field), None)


def height_of(paragraph: Paragraph, size: Length) -> Length:
    """Of one line in it."""
    look = paragraph.look
    single = size * SINGLE_LINE
    if look.line_rule is LineRule.AUTO:
        return Length(round(single * float(look.line_multiple or 1)))
    fixed = look.line_height or Length(0)
    return fixed if look.line_rule is LineRule.EXACT else Length(max(fixed, round(single)))


def middle_of_digits(section: Section, number: PageNumber, size: Length) -> Length:
    """From the edge of the paper, where the number is the first line of its header."""
    line = height_of(number.paragraph, size)
    lead = line - size * SINGLE_LINE
    return Length(round(section.header + number.paragraph.look.before + lead + size * _DIGITS_CENTRE))


def is_centred(paragraph: Paragraph, section: Section) -> bool:
    """By its alignment, by a tab stop in the middle of the text, or by its frame."""
    look = paragraph.look
    if look.frame is not None and look.frame.horizontal_align:
        return look.frame.horizontal_align == "center"
    if look.alignment is Alignment.CENTER:
        return abs(look.left + look.first_line - look.right) <= 2 * _OFF_CENTRE
    middle = section.text_width // 2
    return paragraph.text.startswith("\t") and any(
        tab.kind == "center" and abs(tab.position - middle) <= _OFF_CENTRE for tab in look.tabs
    )


def opens(annex: Annex, subject: Subject) -> Section | None:
    """The section that begins with the annex; None where it begins within one."""
    if annex.section is None:
        return None
    section = subject.view.sections[annex.section]
    before = (
        paragraph
        for paragraph in subject.view.paragraphs[: annex.start]
        if paragraph.section == section.index and not paragraph.is_empty
    )
    return None if next(before, None) else section
