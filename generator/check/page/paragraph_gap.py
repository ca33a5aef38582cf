"""The room between paragraphs of running text. The distance of lines is another rule's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.gathering import once
from generator.check.page.prose import HEADINGS, PROSE, prose
from generator.check.page.sheet import points
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.blocks import Paragraph
from generator.measures import Length
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_GAP = "body.paragraph_gap"
_SIDES = {"body.space_before": mark("khoảng cách trước đoạn"), "body.space_after": mark("khoảng cách sau đoạn")}
_TOLERANCE = Length(635)
"""A twip: Word's own rounding."""


@rule("page/paragraph-gap", title=mark("khoảng cách giữa các đoạn"), enforces=(_GAP, *_SIDES))
def paragraph_gap(subject: Subject) -> Iterator[Finding]:
    """What it checks: the room between each two paragraphs of the text that follow each other: after the upper one
    and before the lower one together; none where Word leaves it out between paragraphs of one style.

    Why: the regulation asks for 6 pt at least, and not on which side.
    Example: 0 pt before and after, and the text a single block.
    What to do: Paragraph → Spacing: before 6 pt; do not choose “Don't add space between paragraphs of the same style”.
    """
    yield from once(_between(subject))
    yield from once(_at_each(subject))


def _between(subject: Subject) -> Iterator[Finding]:
    constraint = subject.profile.constraint(_GAP)
    for upper, lower in pairwise(each.paragraph for each in prose(subject, PROSE)):
        if lower.index != upper.index + 1 or upper.ends_section or "\f" in (*upper.text[-1:], *lower.text[:1]):
            continue
        gap = Length(_after(upper, lower) + _before(upper, lower))
        if not constraint.accepts(gap, tolerance=_TOLERANCE):
            yield Finding(
                _("khoảng cách giữa hai đoạn không đúng"),
                lower.where,
                expected=accepted_text(constraint),
                actual=points(gap),
                path=_GAP,
            )


def _at_each(subject: Subject) -> Iterator[Finding]:
    for each in prose(subject, tuple(part for part in PROSE if part not in HEADINGS)):
        actual = {"body.space_before": each.paragraph.look.before, "body.space_after": each.paragraph.look.after}
        for path, length in actual.items():
            constraint = subject.profile.constraint(path)
            if not constraint.accepts(length, tolerance=_TOLERANCE):
                yield Finding(
                    _("{side} không đúng").format(side=_(_SIDES[path])),
                    each.paragraph.where,
                    expected=accepted_text(constraint),
                    actual=points(length),
                    path=path,
                )


def _before(upper: Paragraph, lower: Paragraph) -> Length:
    return Length(0) if lower.look.contextual_spacing and _are_alike(upper, lower) else lower.look.before


def _after(upper: Paragraph, lower: Paragraph) -> Length:
    return Length(0) if upper.look.contextual_spacing and _are_alike(upper, lower) else upper.look.after


def _are_alike(upper: Paragraph, lower: Paragraph) -> bool:
    return upper.style_id == lower.style_id
