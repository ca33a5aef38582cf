"""The signs before and after the bases. Whether they are the right bases only a person can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.signs import end_of, lead_of, shown
from generator.check.components.texts import main
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text

_SIGN = re.compile(r"(?:\./\.|[.,;:!?…])?$")
_LEAD = re.compile(r"[-–—+•*]\s*")


@rule(
    "components/bases-signs",
    title=mark("dấu câu của phần căn cứ"),
    enforces=["bases.lead", "bases.separator", "bases.last"],
)
def bases_signs(subject: Subject) -> Iterator[Finding]:
    """What it checks: the sign before each basis, that after it, and that after the last one.

    Why: each regulation says it: “- …;” and a full stop at the end now in the Party, “…;” and “.” in the State.
    Example: the last basis ending with a comma.
    What to do: write the signs as expected.
    """
    bases = main(subject, Part.BASES)
    for component in bases:
        path = "bases.last" if component is bases[-1] else "bases.separator"
        constraint = subject.profile.constraint(path)
        sign = end_of(component)
        if not constraint.accepts(sign):
            message = _("dấu cuối căn cứ sau cùng sai") if component is bases[-1] else _("dấu cuối căn cứ sai")
            yield Finding(
                message,
                component.where,
                expected=accepted_text(constraint),
                actual=shown(sign),
                path=path,
            )
        constraint = subject.profile.constraint("bases.lead")
        lead = lead_of(component)
        if not constraint.accepts(lead):
            yield Finding(
                _("dấu trước căn cứ sai"),
                component.where,
                expected=accepted_text(constraint),
                actual=shown(lead),
                path="bases.lead",
            )
