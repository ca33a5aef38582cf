"""What our own paragraph styles say: the surest sign there is.

It reads a style's id and, where one style serves two components, the words.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.docview.blocks import Paragraph
from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.component import By
from generator.recognise.label import Label
from generator.recognise.names import Extra, Name
from generator.recognise.segments import Place, Segment, whole

_PARTS = {part.style_id: part for part in Part}


def has_style(paragraph: Paragraph) -> bool:
    return paragraph.style_id in _PARTS


def styled(paragraph: Paragraph, place: Place) -> Iterator[Label]:
    """The labels of a paragraph in one of our styles; none of an empty one."""
    part = _PARTS[paragraph.style_id]
    for segment in whole(paragraph, place):
        yield from _labels(segment, part)


def _labels(segment: Segment, part: Part) -> Iterator[Label]:
    text = segment.plain
    if part in (Part.ADDRESSEE_NAMES, Part.ADDRESSEE) and (found := wordings.ADDRESSEE.match(text)):
        rest = segment.text[found.end() :].strip()
        yield Label(segment.cut(0, found.end()) if rest else segment, Part.ADDRESSEE, By.STYLE)
        if rest:
            yield Label(segment.cut(found.end()), Part.ADDRESSEE_NAMES, By.STYLE)
        return
    finer: Name = part
    if part in (Part.RECIPIENTS, Part.COPY_RECIPIENTS) and wordings.ARCHIVE.match(text):
        finer = Extra.RECIPIENTS_ARCHIVE if part is Part.RECIPIENTS else part
    elif part is Part.BODY and (found := wordings.ARTICLE.match(text)) and found[0].rstrip().endswith("."):
        finer = Extra.ARTICLE
    elif part is Part.BODY and segment.is_upper and wordings.ENACTING.fullmatch(text) and text.endswith(":"):
        finer = Extra.ENACTING
    elif part is Part.URGENCY and wordings.mark_of(text) is Extra.SECRECY:
        finer = Extra.SECRECY
    yield Label(segment, finer, By.STYLE)
