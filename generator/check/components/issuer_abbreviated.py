"""That the body which issues is named in full. Whether the name is right cannot be seen from the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part

_SHORT = re.compile(r"(?<!\w)(?:UBND|HĐND|UBMTTQ|MTTQ|UBKT|BCH|BTV|BTC|BCĐ|TP|TX|TT|TU|ĐU|VP|TNCS|THCS|THPT)(?!\w)")


@rule(
    "components/issuer-abbreviated",
    title=mark("tên cơ quan ban hành viết tắt"),
    enforces=["issuer.position", "issuer_forms.*"],
    severity=Severity.WARNING,
)
def issuer_abbreviated(subject: Subject) -> Iterator[Finding]:
    """What it checks: that no short form (UBND, HĐND, BCH, TP …) stands in the name of the body that issues.

    Why: the official name is written in full there; only the body above it may be shortened, and only of the State.
    Example: “UBND PHƯỜNG BA ĐÌNH”.
    What to do: write ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH, in two lines if need be.
    """
    for component in subject.recognised.of(Part.ISSUER):
        if match := _SHORT.search(component.text):
            yield Finding(
                _("tên cơ quan ban hành viết tắt “{short}”").format(short=match[0]),
                component.where,
                expected=_("tên đầy đủ"),
                actual=component.text,
                path="issuer.position",
            )
