"""The weight and the sort of the rules on the page. That they are there and how long they are is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.profile.values import written
from generator.recognise.component import Line

_OWNERS = {
    Part.PARTY_TITLE: "party_title_rule",
    Part.MOTTO: "motto_rule",
    Part.ISSUER: "issuer_rule",
    Part.SUBJECT: "subject_rule",
    Part.CONTACT: "contact_rule",
    Part.COPY_STAMP: "copy_rule",
    Part.COPY_FORM: "copy_rule",
    Part.COPY_ISSUER: "copy_rule",
}
_SOLID = frozenset(("single", "thick", "solid"))
_TOLERANCE = Length(635 * 5)
"""A quarter of a point: Word knows eighths, drawings know thousandths."""


@rule("components/line-weight", title=mark("nét đường kẻ"), enforces=("*_rule.line", "*_rule.weight"))
def line_weight(subject: Subject) -> Iterator[Finding]:
    """What it checks: drawn lines are single solid strokes, and neither too thin nor too thick.

    Why: the regulation says “nét liền”; how thick it does not say, and a bar of 3 pt is no line.
    Example: a double line under the motto; a dotted one under the title.
    What to do: draw the line anew as one solid stroke of 0.75 pt.
    """
    yield from once(finding for line in subject.recognised.lines for finding in _wrong(subject, line))


def _wrong(subject: Subject, line: Line) -> Iterator[Finding]:
    section = next((name for part, name in _OWNERS.items() if part == line.of), None)
    if section is None or not subject.profile.has(f"{section}.line"):
        return
    sort = line.border.style if line.border else line.drawing.dash if line.drawing else None
    if sort is not None and sort not in _SOLID:
        expected = accepted_text(subject.profile.constraint(f"{section}.line"))
        yield Finding(_("đường kẻ không phải một nét liền"), line.where, expected, sort, path=f"{section}.line")
    path = f"{section}.weight"
    if line.weight is not None and subject.profile.has(path):
        constraint = subject.profile.constraint(path)
        if not constraint.accepts(line.weight, tolerance=_TOLERANCE):
            yield Finding(
                _("đường kẻ quá mảnh hoặc quá dày"),
                line.where,
                accepted_text(constraint),
                written(line.weight),
                path=path,
            )
