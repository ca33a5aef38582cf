"""The lines under titles and names, each with the words over it.

It judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.sheet import box_of, line_under
from generator.check.printed import PrintedLine
from generator.check.subject import Subject
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
ENFORCED = tuple(f"{name}.ratio" for name in _OVER)


def drawn(subject: Subject) -> Iterator[tuple[str, Component, tuple[PrintedLine, ...], Stroke]]:
    """The path of each line's length, what it stands under, and the line; that one is missing other rules say."""
    for name, parts in _OVER.items():
        if not subject.profile.has(f"{name}.ratio"):
            continue
        of = next((found for part in parts if (found := subject.recognised.first(part))), None)
        lines = subject.printed.lines(of) if of else ()
        stroke = line_under(lines[-1], box_of(lines)) if lines else None
        if of is not None and stroke is not None:
            yield f"{name}.ratio", of, lines, stroke
