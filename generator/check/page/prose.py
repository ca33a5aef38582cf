"""The running text of a document for rules on paragraphs: which paragraphs are prose, and which are printed at all.

It judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.subject import Subject
from generator.docview.blocks import Paragraph
from generator.model.parts import Part
from generator.recognise.names import Extra, Name

PROSE: tuple[Name, ...] = (
    *(Part.BODY, Part.BASES, Part.CLAUSE, Part.POINT),
    *(Part.HEADING_ROMAN, Part.HEADING_DECIMAL, Part.HEADING_NESTED, Extra.ARTICLE),
)
"""What runs from margin to margin with its first line indented."""
HEADINGS = (Part.HEADING_ROMAN, Part.HEADING_DECIMAL, Part.HEADING_NESTED, Extra.ARTICLE)
_A_FORM_LINE = 80
"""Lines of an annex that are shorter are as often lines of a form as prose; they are not judged as prose."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of running text and what it is: `f"{part}.size"` is the path of its size."""

    part: Name
    paragraph: Paragraph


def prose(subject: Subject, parts: tuple[Name, ...] = PROSE) -> Iterator[Prose]:
    """The paragraphs of these parts that stand on the page itself, in tables and boxes not; in reading order."""
    seen: set[int] = set()
    for component in subject.recognised.of(*parts):
        for span in component.spans:
            paragraph = span.paragraph
            if paragraph.index in seen or not span.is_whole or not _is_on_page(paragraph):
                continue
            if len(paragraph.text) < _A_FORM_LINE and subject.recognised.is_in_annex(paragraph):
                continue
            seen.add(paragraph.index)
            yield Prose(component.part, paragraph)


def _is_on_page(paragraph: Paragraph) -> bool:
    return paragraph.seat.depth == 0 and not paragraph.seat.is_boxed and paragraph.look.frame is None


def everywhere(subject: Subject) -> Iterator[Paragraph]:
    """Every paragraph that is printed: the body, headers and footers, footnotes and endnotes."""
    view = subject.view
    yield from view.paragraphs
    seen: set[str] = set()
    for section in view.sections:
        for beside in (*section.headers.values(), *section.footers.values()):
            if beside.part not in seen:
                seen.add(beside.part)
                yield from beside.paragraphs
    for note in (*view.footnotes, *view.endnotes):
        yield from note.paragraphs
