"""The two sides of the letterhead, and the room between them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.tolerances import GAP
from generator.check.printed import SAME_LINE, PrintedLine
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component

_LEFT = (Part.PARENT_BODY, Part.ISSUER, Part.STAR, Part.NUMBER, Part.SUBJECT_DISPATCH)
_RIGHT = (Part.PARTY_TITLE, Part.NATIONAL_TITLE, Part.MOTTO, Part.DATELINE)


@rule("layout/columns", title=mark("hai cột phần đầu"), severity=Severity.WARNING, needs_pages=True)
def columns(subject: Subject) -> Iterator[Finding]:
    """What it checks: that words of the two sides of the letterhead do not run into each other.

    Why: they are read as one line then.
    Example: a long name of a body set with spaces beside the title.
    What to do: put the two sides into a table of two columns; break the long name into two lines.
    """
    left = [(component, line) for component in _all(subject, _LEFT) for line in subject.printed.lines(component)]
    right = [line for component in _all(subject, _RIGHT) for line in subject.printed.lines(component)]
    for component, line in left:
        if any(_touch(line, other) for other in right):
            yield Finding(_("hai cột của phần đầu dính vào nhau"), component.where, actual=line.text)
            return


def _all(subject: Subject, parts: tuple[Part, ...]) -> Iterator[Component]:
    return (component for part in parts if (component := subject.recognised.first(part)) is not None)


def _touch(left: PrintedLine, right: PrintedLine) -> bool:
    is_level = left.page is right.page and abs(left.baseline - right.baseline) < SAME_LINE
    return is_level and left.box.right + GAP > right.box.left
