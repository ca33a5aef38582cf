"""The form of the draft mark and of the drafter's code. Their looks are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import Exactly


@rule(
    "components/mark-form",
    title=mark("chữ dự thảo, ký hiệu người soạn thảo"),
    enforces=["draft.pattern", "draft.template", "drafter_code.pattern", "drafter_code.template"],
)
def mark_form(subject: Subject) -> Iterator[Finding]:
    """What it checks: “Dự thảo lần 2” with its count in the Party, and the form of the code of the drafter:
    “NguyenVanAn-26” in the Party, “PL.(300)” in the State.

    Why: the regulations show both.
    Example: “DỰ THẢO 2”, “NVA/26”.
    What to do: write the mark as expected.
    """
    for part, message in (
        (Part.DRAFT, _("chữ dự thảo viết sai")),
        (Part.DRAFTER_CODE, _("ký hiệu người soạn thảo viết sai")),
    ):
        path, template = f"{part}.pattern", f"{part}.template"
        constraint = subject.profile.constraint(path)
        if not isinstance(constraint, Exactly):
            continue
        for component in subject.recognised.of(part):
            if not re.fullmatch(str(constraint.value), component.text, re.IGNORECASE if part is Part.DRAFT else 0):
                expected = subject.profile.text(template)
                yield Finding(message, component.where, expected=expected, actual=component.text, path=template)
