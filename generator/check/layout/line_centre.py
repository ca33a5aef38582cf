"""Whether the lines under titles and names stand in the middle of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.drawn import ENFORCED, drawn
from generator.check.layout.lengths import millimetres
from generator.check.layout.sheet import box_of
from generator.check.layout.tolerances import CENTRE
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule("layout/line-centre", title=mark("đường kẻ cân đối dưới dòng chữ"), enforces=ENFORCED, needs_pages=True)
def line_centre(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the lines under title, motto, issuer and subject stand in the middle of them.

    Why: they are to stand balanced under the words that they belong to.
    Example: a line drawn by hand that begins where the words begin and ends half way.
    What to do: move the line until it stands in the middle below the words.
    """
    for path, component, lines, stroke in drawn(subject):
        off = stroke.box.centre - box_of(lines).centre
        if abs(off) > CENTRE:
            yield Finding(
                _("đường kẻ không nằm giữa, dưới dòng chữ"),
                component.where,
                expected=_("cân giữa dòng chữ"),
                actual=_("lệch {size}").format(size=millimetres(abs(off))),
                path=path,
            )
