"""The line “Như trên” at the head of the recipients. The other lines are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import folded, is_dispatch
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_DASHED = re.compile(r"[-–—+•*]")


@rule(
    "components/recipients-as-above",
    title=mark("dòng “Như trên”"),
    enforces=["recipients.first_dispatch"],
    severity=Severity.WARNING,
)
def recipients_as_above(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the list begins with “Như trên” where “Kính gửi” names somebody, and nowhere else.

    Why: the regulations ask for the line instead of naming the addressees twice.
    Example: a letter whose list begins with “Các chi bộ”.
    What to do: begin the list with “- Như trên;”.
    """
    recipients, path = subject.recognised.recipients, "recipients.first_dispatch"
    if recipients is None or not recipients.items:
        return
    kind = subject.recognised.kind
    # Where nobody may be addressed, that is the fault, and not this.
    if not is_dispatch(subject) and kind is not None and kind not in subject.profile.texts("addressee.kinds"):
        is_addressed = False
    else:
        is_addressed = subject.recognised.addressee is not None
    words = subject.profile.text(path)
    first = recipients.items[0]
    is_above = folded(_DASHED.sub("", first.text, count=1)).strip(" .,;:").casefold() == folded(words).casefold()
    if is_addressed is not is_above:
        message = _("thừa dòng “{words}”") if is_above else _("thiếu dòng “{words}”")
        yield Finding(message.format(words=words), first.where, actual=first.text, path=path)
