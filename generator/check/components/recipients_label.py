"""The words “Nơi nhận:”. What follows is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text


@rule("components/recipients-label", title=mark("chữ “Nơi nhận”"), enforces=["recipients_label.text"])
def recipients_label(subject: Subject) -> Iterator[Finding]:
    """What it checks: “Nơi nhận:” with its colon and in small letters.

    Why: the regulations show the words.
    Example: “Nơi nhận”, “NƠI NHẬN:”.
    What to do: write Nơi nhận:
    """
    recipients = subject.recognised.recipients
    constraint = subject.profile.constraint("recipients_label.text")
    if recipients is not None and recipients.label is not None and not constraint.accepts(recipients.label.text):
        yield Finding(
            _("chữ “Nơi nhận” viết sai"),
            recipients.label.where,
            expected=accepted_text(constraint),
            actual=recipients.label.text,
            path="recipients_label.text",
        )
