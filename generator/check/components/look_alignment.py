"""How components are aligned. Running text and page numbers are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import constrained, paths_of
from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.check.words import aligned, alignment_fits
from generator.docview.blocks import Paragraph
from generator.docview.looks import Alignment
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.recognise.component import Component

_AS_A_BLOCK = Length.from_mm(5)
"""“Kính gửi” over a list of names is centred as a block with them: label and names are indented, both at the left, by
less the longer the names are. Without any indent the block is not in the middle of anything."""


@rule("components/alignment", title=mark("căn lề của thành phần"), enforces=paths_of("alignment"))
def alignment(subject: Subject) -> Iterator[Finding]:
    """What it checks: each component is centred, at the left, at the right or justified as it should be, within its
    column. Components that share a paragraph with others, moved by tabs and spaces, are left aside.

    Why: names and titles are centred above and below each other, lists begin at the left.
    Example: the name of the body at the left edge, not centred above the number.
    What to do: mark the paragraph and choose the alignment that the finding names.
    """
    yield from once(
        Finding(
            _("căn lề không đúng"),
            component.where,
            expected=accepted_text(constraint),
            actual=aligned(paragraph.look.alignment),
            path=path,
        )
        for component, path, constraint in constrained(subject, "alignment")
        for paragraph in _own(component)
        if not alignment_fits(constraint, paragraph) and not _is_block(component, paragraph)
    )


def _own(component: Component) -> tuple[Paragraph, ...]:
    """Its paragraphs, where it has them for itself and nothing but their alignment places it."""
    if not all(span.is_whole for span in component.spans):
        return ()
    return tuple(each for each in component.paragraphs if "\t" not in each.text.strip(" ") and not each.look.frame)


def _is_block(component: Component, paragraph: Paragraph) -> bool:
    is_left = paragraph.look.alignment in (Alignment.LEFT, Alignment.BOTH)
    return component.part is Part.ADDRESSEE and is_left and paragraph.look.left >= _AS_A_BLOCK
