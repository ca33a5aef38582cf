"""The wording of the Party's name and of the star below its body. How they look is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.vietnamese.unicode import upper


@rule("components/party-title", title=mark("lời của tiêu đề và dấu sao"), enforces=["party_title.text", "star.text"])
def party_title(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the title of a Party document and the star are written as the regulation has them.

    Why: both are fixed texts: one line of four words, and one star, not three.
    Example: “***” under the name of the body.
    What to do: write ĐẢNG CỘNG SẢN VIỆT NAM, and one “*” on a line of its own.
    """
    for part, message in ((Part.PARTY_TITLE, _("tiêu đề viết sai")), (Part.STAR, _("dấu sao viết sai"))):
        path = f"{part}.text"
        if not subject.profile.has(path):
            continue
        constraint = subject.profile.constraint(path)
        for component in subject.recognised.of(part):
            if not constraint.accepts(upper(component.text)):
                yield Finding(
                    message, component.where, expected=accepted_text(constraint), actual=component.text, path=path
                )
