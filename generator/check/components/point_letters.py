"""The letters of points: those of the Vietnamese alphabet. Their order is another rule's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.vietnamese.numbering import LETTERS

_LETTERED = re.compile(r"([^\W\d_])\d*\)$")


@rule("components/point-letters", title=mark("chữ cái của điểm"), enforces=["point.letters"])
def point_letters(subject: Subject) -> Iterator[Finding]:
    """What it checks: that points are lettered with the letters which the regulations use: after d comes đ, after e
    comes g; no f, j, w, z, and no ă, â, ê, ô, ơ, ư.

    Why: the order is that of the Vietnamese alphabet, and Word's own lists do not know it.
    Example: “d)”, “e)”, “f)”.
    What to do: letter the points a, b, c, d, đ, e, g, h …
    """
    for heading in subject.recognised.headings:
        match = _LETTERED.match(heading.marker)
        if match and heading.style is None and match[1] not in LETTERS and match[1].islower():
            yield Finding(
                _("điểm không đánh bằng chữ “{letter}”").format(letter=match[1]),
                heading.component.where,
                expected=", ".join(subject.profile.texts("point.letters")),
                actual=heading.marker,
                path="point.letters",
            )
