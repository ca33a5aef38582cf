"""Words that are not black. Components with a colour of their own (a stamp of urgency) are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import everywhere
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.check.words import colour_of, readable
from generator.docview.blocks import Paragraph
from generator.messages import _, mark
from generator.profile.constraint import accepted_text


@rule("page/text-colour", title=mark("màu chữ"), enforces=("page.colour", "body.colour"))
def text_colour(subject: Subject) -> Iterator[Finding]:
    """What it checks: the colour of every word, those of components with a colour of their own left aside.

    Why: documents are in black; blue and red are for signatures and seals.
    Example: a deadline in red, left over from the round of comments; a link in blue.
    What to do: mark the text and choose “Automatic” or black.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for paragraph in everywhere(subject):
        if _has_its_own(subject, paragraph):
            continue
        path = _path(subject, paragraph)
        constraint = subject.profile.constraint(path)
        for run in readable(paragraph.runs):
            if not constraint.accepts(colour_of(run)):
                yield Finding(
                    _("chữ có màu"),
                    paragraph.where,
                    expected=accepted_text(constraint),
                    actual=run.look.color,
                    path=path,
                )


def _has_its_own(subject: Subject, paragraph: Paragraph) -> bool:
    copied = subject.recognised.copy
    stamp = copied.table if copied else None
    if stamp and subject.profile.has("copy_stamp.colour") and paragraph.seat.table == stamp.number:
        return True
    return any(
        component.part != "body" and subject.profile.has(f"{component.part}.colour")
        for component in subject.recognised.at(paragraph)
    )


def _path(subject: Subject, paragraph: Paragraph) -> str:
    is_body = any(component.part == "body" for component in subject.recognised.at(paragraph))
    return "body.colour" if is_body and subject.profile.has("body.colour") else "page.colour"
