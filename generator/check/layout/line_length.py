"""The lines under titles and names: how long they are beside the words over them, and whether they stand under them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.lengths import bounds, millimetres
from generator.check.layout.sheet import box_of, line_under
from generator.check.layout.tolerances import CENTRE, LENGTH, SHARE
from generator.check.printed import PrintedLine
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.paper.page import Stroke
from generator.recognise.component import Component

_OVER = {
    "party_title_rule": (Part.PARTY_TITLE,),
    "motto_rule": (Part.MOTTO,),
    "issuer_rule": (Part.ISSUER,),
    "subject_rule": (Part.SUBJECT, Part.KIND_TITLE),
}
"""What each line stands under; the first that the document has."""
_ENFORCED = tuple(f"{name}.ratio" for name in _OVER)


@rule("layout/line-length", title=mark("độ dài đường kẻ"), enforces=_ENFORCED, needs_pages=True)
def line_length(subject: Subject) -> Iterator[Finding]:
    """What it checks: the printed length of the lines under the title, the motto, the issuer and the subject.

    Why: the regulations give them as shares of the words above: as long as these, or a third to a half.
    Example: a line of 40 mm under ĐẢNG CỘNG SẢN VIỆT NAM, which is 73 mm long.
    What to do: draw the line anew as long as the finding says; keep it a drawn line, not an underline.
    """
    for path, component, lines, stroke in _drawn(subject):
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


@rule("layout/line-centre", title=mark("đường kẻ cân đối dưới dòng chữ"), enforces=_ENFORCED, needs_pages=True)
def line_centre(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the lines under the title, the motto, the issuer and the subject stand in the middle of them.

    Why: they are to stand balanced under the words that they belong to.
    Example: a line drawn by hand that begins where the words begin and ends half way.
    What to do: move the line until it stands in the middle below the words.
    """
    for path, component, lines, stroke in _drawn(subject):
        off = stroke.box.centre - box_of(lines).centre
        if abs(off) > CENTRE:
            yield Finding(
                _("đường kẻ không nằm giữa, dưới dòng chữ"),
                component.where,
                expected=_("cân giữa dòng chữ"),
                actual=_("lệch {size}").format(size=millimetres(abs(off))),
                path=path,
            )


def _drawn(subject: Subject) -> Iterator[tuple[str, Component, tuple[PrintedLine, ...], Stroke]]:
    """The path of each line's length, what it stands under, and the line; that one is missing other rules say."""
    for name, parts in _OVER.items():
        if not subject.profile.has(f"{name}.ratio"):
            continue
        of = next((found for part in parts if (found := subject.recognised.first(part))), None)
        lines = subject.printed.lines(of) if of else ()
        stroke = line_under(lines[-1], box_of(lines)) if lines else None
        if of is not None and stroke is not None:
            yield f"{name}.ratio", of, lines, stroke
