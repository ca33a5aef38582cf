"""In which kinds of document somebody is addressed. How that is written is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import is_dispatch
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule("components/addressee-kind", title=mark("loại văn bản có “Kính gửi”"), enforces=["addressee.kinds"])
def addressee_kind(subject: Subject) -> Iterator[Finding]:
    """What it checks: that “Kính gửi” stands in official letters and submissions (of the State in reports, too) alone.

    Why: all other kinds name those who get them under “Nơi nhận”.
    Example: “Kính gửi:” in a plan.
    What to do: move the names to “Nơi nhận”.
    """
    addressee, kind = subject.recognised.addressee, subject.recognised.kind
    if addressee is None or kind is None or is_dispatch(subject):
        return
    if kind not in subject.profile.texts("addressee.kinds"):
        message = _("loại văn bản này không có “Kính gửi”")
        yield Finding(message, addressee.label.where, actual=addressee.label.text, path="addressee.kinds")
