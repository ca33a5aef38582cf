"""Running text that is not justified. The alignment of other components is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import prose
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.check.words import aligned, alignment_fits
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text

_PATH = "body.alignment"


@rule("page/body-alignment", title=mark("căn lề nội dung"), enforces=(_PATH,))
def body_alignment(subject: Subject) -> Iterator[Finding]:
    """What it checks: the text is spread between both margins; of a single line only whether it begins at the left.

    Why: the regulation asks for text that is even at both margins.
    Example: paragraphs aligned to the left, as Word begins every new file.
    What to do: mark the text and press Ctrl+J.
    """
    constraint = subject.profile.constraint(_PATH)
    yield from once(
        Finding(
            _("nội dung không căn đều hai lề"),
            each.paragraph.where,
            expected=accepted_text(constraint),
            actual=aligned(each.paragraph.look.alignment),
            path=_PATH,
        )
        for each in prose(subject, (Part.BODY,))
        if not alignment_fits(constraint, each.paragraph)
    )
