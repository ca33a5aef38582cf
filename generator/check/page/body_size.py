"""The size of the running text. Sizes of other components are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import prose
from generator.check.page.sheet import points
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.check.words import readable
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text

_PATH = "body.size"


@rule("page/body-size", title=mark("cỡ chữ nội dung"), enforces=(_PATH,))
def body_size(subject: Subject) -> Iterator[Finding]:
    """What it checks: the size of every word of the text; raised numbers of notes are left aside.

    Why: the regulation gives the size of the text.
    Example: a paragraph of 12 pt, pasted from another file.
    What to do: mark the text and set the size that the finding names.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    constraint = subject.profile.constraint(_PATH)
    for each in prose(subject, (Part.BODY,)):
        sizes = dict.fromkeys(run.look.size for run in readable(each.paragraph.runs))
        for size in sizes:
            if not constraint.accepts(size):
                yield Finding(
                    _("cỡ chữ nội dung không đúng"),
                    each.paragraph.where,
                    expected=accepted_text(constraint),
                    actual=points(size),
                    path=_PATH,
                )
