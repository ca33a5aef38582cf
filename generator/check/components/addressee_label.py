"""The words before the addressees. Who should be addressed is no matter here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_PETITION = "submission"


@rule(
    "components/addressee-label", title=mark("chữ “Kính gửi”"), enforces=["addressee.text", "addressee.petition_text"]
)
def addressee_label(subject: Subject) -> Iterator[Finding]:
    """What it checks: “Kính gửi:” with its colon; in a submission of the Party under today's guidance “Kính trình:”.

    Why: the regulations show the words.
    Example: “Kính gửi” without a colon; “Kính gửi:” in a “TỜ TRÌNH” of 2026.
    What to do: write the words as expected.
    """
    addressee = subject.recognised.addressee
    if addressee is None:
        return
    path = "addressee.petition_text" if subject.recognised.kind == _PETITION else "addressee.text"
    constraint = subject.profile.constraint(path)
    if not constraint.accepts(addressee.label.text):
        yield Finding(
            _("chữ đầu phần nơi gửi viết sai"),
            addressee.label.where,
            expected=accepted_text(constraint),
            actual=addressee.label.text,
            path=path,
        )
