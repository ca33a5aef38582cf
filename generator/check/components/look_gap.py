"""The room between the number of an official letter and its subject. Other room is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import constrained
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.profile.values import written

_TOLERANCE = Length.from_pt(1)
"""Between two paragraphs of a letterhead nobody sees a point more or less."""


@rule(
    "components/subject-gap",
    title=mark("khoảng cách trên trích yếu công văn"),
    enforces=(f"{Part.SUBJECT_DISPATCH}.gap",),
    severity=Severity.WARNING,
)
def subject_gap(subject: Subject) -> Iterator[Finding]:
    """What it checks: the room between the number of an official letter and the “V/v …” below it.

    Why: the State puts the subject 6 pt below the number.
    Example: “V/v” close below the number, or after a blank line.
    What to do: Paragraph → Spacing → Before: 6 pt for the subject, nothing after the number, no blank line.
    """
    for component, path, constraint in constrained(subject, "gap"):
        first = component.first
        if component.part is not Part.SUBJECT_DISPATCH or not component.spans[0].is_whole or not first.index:
            continue
        above = subject.view.paragraphs[first.index - 1]
        if above.is_empty or not any(each.part is Part.NUMBER for each in subject.recognised.at(above)):
            continue
        gap = Length(above.look.after + first.look.before)
        if not constraint.accepts(gap, tolerance=_TOLERANCE):
            yield Finding(
                _("khoảng cách giữa số, ký hiệu và trích yếu không đúng"),
                component.where,
                expected=accepted_text(constraint),
                actual=written(gap),
                path=path,
            )
