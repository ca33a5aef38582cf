"""The sign at the end of the subject, and a colon in it. How it begins is another rule's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part

_COLON = re.compile(r"(?:về việc|về|v/v)\s*:", re.IGNORECASE)


@rule(
    "components/subject-end-stop",
    title=mark("dấu câu của trích yếu"),
    enforces=["subject.end", "subject_dispatch.case"],
)
def subject_end_stop(subject: Subject) -> Iterator[Finding]:
    """What it checks: that no stop or colon ends the subject, and no colon stands after “Về việc” or “V/v”.

    Why: the subject is a phrase, no sentence.
    Example: “Về việc: khen thưởng cán bộ.”
    What to do: take the sign away.
    """
    for component in subject.recognised.of(Part.SUBJECT, Part.SUBJECT_DISPATCH):
        text = component.text
        start = _COLON.match(text)
        if start or (text.endswith((".", ":", ";", ",")) and not text.endswith(("...", "v.v."))):
            yield Finding(
                _("trích yếu thừa dấu câu"),
                component.where,
                expected=_("không có dấu “{sign}”").format(sign=":" if start else text[-1]),
                actual=start[0] if start else text[-30:],
                path="subject.end",
            )
