"""Capitals of the few places that a closed rule names. Other places need a gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import STATE, decree_annex, found, spot
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_PLACES = (
    (re.compile(r"(?<!\w)thủ đô(?= Hà Nội\b)"), "Thủ đô"),
    (re.compile(r"(?<!\w)thành phố(?= Hồ Chí Minh\b)"), "Thành phố"),
)
_NUMBERED = re.compile(r"(?<!\w)(?P<word>quận|phường)(?= \d{1,2}\b(?!\s*(?:phường|quận|xã)))")


@rule("components/capitals-places", title=mark("viết hoa tên địa lý đặc biệt"), severity=Severity.WARNING)
def capitals_places(subject: Subject) -> Iterator[Finding]:
    """What it checks: “Thủ đô Hà Nội”, “Thành phố Hồ Chí Minh”, “Quận 1”, “Phường 7”. State only.

    Why: Decree 30, Annex II, III.1b and III.1c.
    Example: “tại thành phố Hồ Chí Minh”.
    What to do: write “tại Thành phố Hồ Chí Minh”.
    """
    if subject.profile.side != STATE:
        return
    for pattern, expected in _PLACES:
        for paragraph, match in found(subject, pattern):
            message = _("tên địa lý viết hoa sai")
            yield Finding(
                message, spot(paragraph, *match.span()), expected=expected, actual=match[0], hint=decree_annex("III.1")
            )
    for paragraph, match in found(subject, _NUMBERED):
        if not re.search(r"\d\s*$", paragraph.text[: match.start()]):
            message = _("tên địa lý viết hoa sai")
            yield Finding(
                message,
                spot(paragraph, *match.span()),
                expected=match[0].capitalize(),
                actual=match[0],
                hint=decree_annex("III.1"),
            )
