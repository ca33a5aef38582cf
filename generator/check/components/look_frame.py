"""The frames around stamps. Their sizes and their words are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import constrained, paths_of
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.blocks import Block, Cell, Paragraph, Table
from generator.docview.looks import Borders
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.profile.values import written

_FRAMED = (Part.URGENCY, Part.CIRCULATION, Part.COPY_STAMP)
_ROUND = frozenset(("top", "left", "bottom", "right"))


@rule("components/frame", title=mark("khung của dấu"), enforces=paths_of("framed", _FRAMED), severity=Severity.WARNING)
def frame(subject: Subject) -> Iterator[Finding]:
    """What it checks: stamps of urgency and circulation have a frame around them where the regulation wants one: a
    text box, the borders of a cell or of the paragraph.

    Why: the State's stamps are rectangles of a given size.
    Example: “HOẢ TỐC” in red and bold, without its rectangle.
    What to do: put the words into a cell with borders, or into a text box.
    """
    for component, path, constraint in constrained(subject, "framed"):
        is_framed = _is_framed(subject, component.first)
        if not constraint.accepts(is_framed):
            yield Finding(
                _("khung của dấu không đúng"),
                component.where,
                expected=accepted_text(constraint),
                actual=written(is_framed),
                path=path,
            )


def _is_framed(subject: Subject, paragraph: Paragraph) -> bool:
    if paragraph.seat.is_boxed or _is_round(paragraph.look.borders):
        return True
    return any(_is_round(cell.borders) for cell in _cells_around(subject, paragraph))


def _is_round(borders: Borders) -> bool:
    return borders.drawn.keys() >= _ROUND


def _cells_around(subject: Subject, paragraph: Paragraph) -> Iterator[Cell]:
    beside = (
        each for section in subject.view.sections for each in (*section.headers.values(), *section.footers.values())
    )
    for blocks in (subject.view.blocks, *(each.blocks for each in beside)):
        yield from _holding(blocks, paragraph)


def _holding(blocks: tuple[Block, ...], paragraph: Paragraph) -> Iterator[Cell]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                if any(each is paragraph for inner in cell.blocks for each in inner.paragraphs):
                    yield cell
                    yield from _holding(cell.blocks, paragraph)
