"""What comes after the signatures: annexes, texts promulgated with the document, and the block of a copy.

It finds where each begins and labels its head; its text is like any text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.docview.blocks import Paragraph
from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.beginning import is_rule
from generator.recognise.closing import is_authority, is_person, is_position
from generator.recognise.component import By
from generator.recognise.label import Label
from generator.recognise.letterhead import is_dateline, is_kind_title, is_number
from generator.recognise.names import Extra, Name
from generator.recognise.segments import Column, Segment

_MOST_LINES = 12
"""Of the head of an annex."""


def is_annex_label(segment: Segment) -> bool:
    """`Phụ lục`, `PHỤ LỤC SỐ 2: …` on a line of its own; not a sentence that speaks of one."""
    found = wordings.ANNEX_LABEL.match(segment.plain)
    if found is None or segment.place.grid > 2 or segment.text[:1] not in "P":
        return False
    rest = segment.text[found.end() :].strip()
    if not rest:
        return segment.column is not Column.LEFT or segment.is_bold
    on_own = segment.column in (Column.CENTRE, Column.RIGHT)
    return on_own and (segment.is_upper or segment.is_bold) and not rest[:1].islower()


def is_copy_start(segment: Segment) -> bool:
    text = segment.plain
    if len(text) > 60:
        return False
    return (segment.is_upper and wordings.mark_of(text) is Part.COPY_FORM) or bool(wordings.COPY_STAMP.fullmatch(text))


def next_annex(segments: Sequence[Segment], breaks: frozenset[int], start: int, *, is_signed: bool) -> int:
    """Where the next annex begins; behind the signatures also what begins on a new page with a title of its own."""
    for at in range(start, len(segments)):
        segment = segments[at]
        if is_annex_label(segment):
            return at
        if is_signed and segment.index in breaks and at > start and _opens_page(segments[at : at + 6]):
            return at
    return len(segments)


def _opens_page(segments: Sequence[Segment]) -> bool:
    first = segments[0]
    if is_authority(first) or is_position(first) or wordings.RECIPIENTS_LABEL.match(first.plain):
        return False
    is_title = first.is_upper and first.column in (Column.CENTRE, Column.FULL)
    return is_title or is_kind_title(first) or any(wordings.REFERENCE.match(each.plain) for each in segments)


def page_starts(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Indexes of the paragraphs that begin a page: empty ones in between do not count."""
    found: set[int] = set()
    pending = False
    for paragraph in paragraphs:
        if pending or paragraph.look.page_break_before or paragraph.text.startswith("\f"):
            if paragraph.text.strip():
                found.add(paragraph.index)
                pending = False
            else:
                pending = True
        pending = pending or paragraph.ends_section or paragraph.text.rstrip(" ").endswith("\f")
    return frozenset(found)


def annex_head(segments: Sequence[Segment]) -> list[Label]:
    """Label, title, reference and the rule under them."""
    labels: list[Label] = []
    for at, segment in enumerate(segments[:_MOST_LINES]):
        label = _head_line(segment, labels, segments[at + 1 : at + 4])
        if label is None:
            break
        labels.append(label)
        if label.part is Part.ANNEX_END:
            break
    return labels


def _head_line(segment: Segment, before: Sequence[Label], after: Sequence[Segment]) -> Label | None:
    text = segment.plain
    parts = {label.part for label in before}
    if not before and is_annex_label(segment):
        return Label(segment, Part.ANNEX_LABEL)
    if is_rule(segment):
        return Label(segment, Part.ANNEX_END)
    if wordings.REFERENCE.match(text):
        return Label(segment, Part.ANNEX_REFERENCE)
    if Part.ANNEX_REFERENCE in parts:
        goes_on = before[-1].segment.text.startswith("(") and ")" not in before[-1].segment.text
        return Label(segment, Part.ANNEX_REFERENCE, By.POSITION) if goes_on else None
    if (title := wordings.title_of(text)) is not None:
        return Label(segment, title)
    if is_number(segment):
        return Label(segment, Part.NUMBER)
    refers = any(wordings.REFERENCE.match(each.plain) for each in after)
    in_middle = segment.column in (Column.CENTRE, Column.FULL) and segment.place.grid == 1
    if in_middle and (segment.is_upper or segment.is_bold or refers) and not is_authority(segment):
        return Label(segment, Part.ANNEX_TITLE, By.POSITION)
    if segment.is_upper and segment.column is Column.LEFT and not any(part is Part.ANNEX_TITLE for part in parts):
        return Label(segment, Part.ISSUER, By.POSITION)
    return None


def first_copy(segments: Sequence[Segment], start: int) -> int:
    """Where the block of a copy begins: its table, or the issuer's lines beside the form."""
    for at in range(start, len(segments)):
        if is_copy_start(segments[at]):
            table = segments[at].place.table
            while at > start and table is not None and segments[at - 1].place.table == table:
                at -= 1
            while at > start and segments[at - 1].index == segments[at].index:
                at -= 1
            return at
    return len(segments)


def copy_of(segments: Sequence[Segment]) -> Iterator[Label]:
    """Every line of the block that is understood."""
    seen: set[Name | None] = set()
    for segment in segments:
        part = _copy_line(segment, seen)
        if part is None and not is_rule(segment):
            continue
        seen.add(part)
        yield Label(segment, part)


def _copy_line(segment: Segment, seen: set[Name | None]) -> Name | None:
    text = segment.plain
    if wordings.COPY_STAMP.fullmatch(text):
        return Part.COPY_STAMP
    if wordings.COPY_ROW.match(text) or is_copy_start(segment):
        return Part.COPY_FORM
    if wordings.RECIPIENTS_LABEL.match(text):
        return Part.RECIPIENTS_LABEL
    if is_number(segment):
        return Part.COPY_NUMBER
    if is_dateline(segment):
        return Part.COPY_DATELINE
    if is_authority(segment):
        return Part.COPY_POSITION
    if segment.is_upper and segment.column is not Column.RIGHT and Part.COPY_POSITION not in seen:
        return Part.POSITION if Part.COPY_NUMBER in seen and is_position(segment) else Part.COPY_ISSUER
    if segment.is_upper and (is_position(segment) or Part.COPY_POSITION in seen):
        return Part.POSITION if Part.COPY_POSITION in seen else Part.COPY_POSITION
    if is_person(segment) and Part.COPY_POSITION in seen and segment.column is not Column.LEFT:
        return Part.SIGNER_NAME
    if segment.column is not Column.RIGHT and Part.RECIPIENTS_LABEL in seen:
        return Part.COPY_RECIPIENTS
    return Extra.COPY_SIGNATURE if ";" in text and "sao" in text else None
