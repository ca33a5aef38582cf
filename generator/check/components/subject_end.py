"""The five hyphens under the subject of a Party document. Their size is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import is_dispatch
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text


@rule("components/subject-end", title=mark("dòng “-----” dưới trích yếu"), enforces=["subject_end.text"])
def subject_end(subject: Subject) -> Iterator[Finding]:
    """What it checks: that five hyphens stand under the subject of a Party document with a title, and under no official
    letter's.

    Why: the Party's guidance separates the subject from the text so; it draws no line there.
    Example: a line drawn under the subject, or three hyphens.
    What to do: type ----- on a line of its own below the subject.
    """
    constraint = subject.profile.constraint("subject_end.text")
    component = subject.recognised.first(Part.SUBJECT_END)
    above = subject.recognised.first(Part.SUBJECT)
    if component is None and above is not None and not is_dispatch(subject):
        message, where, actual = _("thiếu dòng gạch nối dưới trích yếu"), above.where, None
    elif component is not None and not constraint.accepts("".join(component.text.split())):
        message, where, actual = _("dòng gạch nối dưới trích yếu viết sai"), component.where, component.text
    else:
        return
    yield Finding(message, where, expected=accepted_text(constraint), actual=actual, path="subject_end.text")
