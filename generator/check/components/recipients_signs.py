"""The signs before and after each recipient. Who should be on the list is no matter here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.signs import end_of, lead_of, shown
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text


@rule(
    "components/recipients-signs",
    title=mark("dấu câu ở nơi nhận"),
    enforces=["recipients.lead", "recipients.separator"],
)
def recipients_signs(subject: Subject) -> Iterator[Finding]:
    """What it checks: the dash before each line and the sign after it. The line of the archive has a rule of its own.

    Why: the regulations give the signs: a semicolon today, a comma in the Party's old guidance.
    Example: “+ Các chi bộ,”.
    What to do: write the signs as expected.
    """
    recipients = subject.recognised.recipients
    for item in recipients.items if recipients else ():
        for key, typed in (("lead", lead_of(item)), ("separator", end_of(item))):
            constraint = subject.profile.constraint(f"recipients.{key}")
            if not constraint.accepts(typed):
                yield Finding(
                    _("dấu đầu dòng sai") if key == "lead" else _("dấu cuối dòng sai"),
                    item.where,
                    expected=accepted_text(constraint),
                    actual=shown(typed),
                    path=f"recipients.{key}",
                )
