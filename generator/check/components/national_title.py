"""The wording of the State's name. That it is there, and how it looks, are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.vietnamese.unicode import upper


@rule("components/national-title", title=mark("lời của Quốc hiệu"), enforces=["national_title.text"])
def national_title(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the name of the State is written letter by letter as the regulation has it.

    Why: it is a fixed text; HÒA and HOÀ are both printed in the regulation, nothing else is. Small letters are left to
    the rule on capitals.
    Example: “CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM”.
    What to do: write CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.
    """
    constraint = subject.profile.constraint("national_title.text")
    for component in subject.recognised.of(Part.NATIONAL_TITLE):
        if constraint.accepts(upper(component.text)) or folded(upper(component.text)) == folded(
            str(constraint.default)
        ):
            continue
        yield Finding(
            _("Quốc hiệu viết sai"),
            component.where,
            expected=accepted_text(constraint),
            actual=component.text,
            path="national_title.text",
        )
