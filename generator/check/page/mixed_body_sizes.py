"""Running text in two sizes, both of them lawful. Sizes that are not are another rule's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import prose
from generator.check.page.sheet import points
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.check.words import readable
from generator.diagnostics import Severity
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part

_PATH = "body.size"


@rule("page/mixed-body-sizes", title=mark("nội dung lẫn cỡ chữ"), enforces=(_PATH,), severity=Severity.WARNING)
def mixed_body_sizes(subject: Subject) -> Iterator[Finding]:
    """What it checks: the whole text is of one size, where each of its sizes by itself would be accepted.

    Why: the choice between 14 and 15 pt is one for the whole document.
    Example: 14 pt, and 15 pt from the second section on, which another office wrote.
    What to do: set the whole text to the size that most of it has.
    """
    constraint = subject.profile.constraint(_PATH)
    used = [
        (run.look.size, each.paragraph, len(run.text))
        for each in prose(subject, (Part.BODY,))
        for run in readable(each.paragraph.runs)
        if constraint.accepts(run.look.size)
    ]
    letters: Counter[Length] = Counter()
    for size, _paragraph, length in used:
        letters[size] += length
    if len(letters) < 2:
        return
    usual = letters.most_common(1)[0][0]
    yield from once(
        Finding(
            _("nội dung lẫn nhiều cỡ chữ"),
            paragraph.where,
            expected=points(usual),
            actual=points(size),
            hint=_("dùng một cỡ chữ cho cả nội dung"),
        )
        for size, paragraph, _length in used
        if size != usual
    )
