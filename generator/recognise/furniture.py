"""What stands in headers and footers: numbers of pages, and marks that are printed in the margins.

The body is others'.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.docview.blocks import Paragraph
from generator.docview.view import Beside, DocView
from generator.docview.words import Story
from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.component import By
from generator.recognise.label import Label
from generator.recognise.names import Name
from generator.recognise.pieces import PageNumber
from generator.recognise.segments import Column, Place, Segment, whole
from generator.recognise.styled import has_style, styled

_PAGE = "PAGE"


def besides(view: DocView) -> dict[int, tuple[Beside, list[int]]]:
    """Every header and footer once, with the sections that show it."""
    found: dict[int, tuple[Beside, list[int]]] = {}
    for section in view.sections:
        for beside in (*section.headers.values(), *section.footers.values()):
            found.setdefault(id(beside), (beside, []))[1].append(section.index)
    return found


def page_numbers(view: DocView) -> tuple[PageNumber, ...]:
    found = [
        PageNumber(paragraph, each, beside.story, beside.kind, tuple(sections))
        for beside, sections in besides(view).values()
        for paragraph in beside.paragraphs
        for each in paragraph.fields
        if each.kind == _PAGE
    ]
    in_text = [
        PageNumber(paragraph, each, Story.BODY, "", (paragraph.section or 0,))
        for paragraph, each in view.fields
        if each.kind == _PAGE
    ]
    return (*found, *in_text)


def labels_of(view: DocView, story: Story) -> tuple[list[Label], list[Paragraph]]:
    """The labels of all headers, or of all footers; and what nothing explains."""
    labels: list[Label] = []
    unknown: list[Paragraph] = []
    for beside, _sections in besides(view).values():
        if beside.story is not story:
            continue
        for paragraph in beside.paragraphs:
            found = list(_labels(paragraph))
            labels += found
            if not found and paragraph.text.strip():
                unknown.append(paragraph)
    return labels, unknown


def _labels(paragraph: Paragraph) -> Iterator[Label]:
    place = Place(Column.FULL)
    if has_style(paragraph):
        yield from styled(paragraph, place)
        return
    for segment in whole(paragraph, place):
        part = _part(segment, paragraph)
        if part is not None:
            yield Label(segment, part, By.WORDING)


def _part(segment: Segment, paragraph: Paragraph) -> Name | None:
    text = segment.plain
    if any(each.kind == _PAGE for each in paragraph.fields):
        return Part.PAGE_NUMBER
    if (mark := wordings.mark_of(text)) is not None:
        return mark
    if wordings.NOT_FOR_MEDIA.match(text):
        return Part.CIRCULATION_FOOT
    if wordings.DRAFT.fullmatch(text):
        return Part.DRAFT
    return Part.CONTACT if wordings.CONTACT.search(text) else None
