"""How long the lines under titles and names are beside the words over them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.drawn import ENFORCED, drawn
from generator.check.layout.lengths import bounds, millimetres
from generator.check.layout.tolerances import LENGTH, SHARE
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule("layout/line-length", title=mark("độ dài đường kẻ"), enforces=ENFORCED, needs_pages=True)
def line_length(subject: Subject) -> Iterator[Finding]:
    """What it checks: the printed length of the lines under the title, the motto, the issuer and the subject.

    Why: the regulations give them as shares of the words above: as long as these, or a third to a half.
    Example: a line of 40 mm under ĐẢNG CỘNG SẢN VIỆT NAM, which is 73 mm long.
    What to do: draw the line anew as long as the finding says; keep it a drawn line, not an underline.
    """
    for path, component, lines, stroke in drawn(subject):
        low, high = bounds(subject.profile.constraint(path))
        shortest, longest = (edge(line.box.width for line in lines) for edge in (min, max))
        allowed = LENGTH if low == high else SHARE
        if not shortest * low - allowed <= stroke.box.width <= longest * high + allowed:
            yield Finding(
                _("đường kẻ dài không đúng so với dòng chữ ở trên"),
                component.where,
                expected=millimetres(shortest * low, longest * high),
                actual=millimetres(stroke.box.width),
                path=path,
            )
