"""What numbered heading stands below what. Gaps in the numbers are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.recognise.names import Extra
from generator.vietnamese.numbering import MarkerStyle

_TITLED = {Extra.PART: Extra.PART_TITLE, Extra.SECTION: Extra.SECTION_TITLE}


@rule(
    "components/heading-level",
    title=mark("cấp của đề mục"),
    enforces=["heading_nested.marker"],
    severity=Severity.WARNING,
)
def heading_level(subject: Subject) -> Iterator[Finding]:
    """What it checks: that “2.1.” stands below “2.”, and “2.1.1.” below “2.1.”.

    Why: the number says what the heading belongs to; below another one it is wrong or has lost its own.
    Example: “1.1.” right after “II-”, “2.1.” below “1.”.
    What to do: put the heading in between, or number anew.
    """
    path: dict[int, int] = {}
    for heading in subject.recognised.headings:
        if heading.style in (MarkerStyle.ROMAN_DASH, MarkerStyle.ROMAN_DOT) or heading.component.part in _TITLED:
            path = {}
        elif heading.style in (MarkerStyle.DECIMAL, MarkerStyle.NESTED):
            above = tuple(path.get(level) for level in range(1, len(heading.numbers)))
            if heading.style is MarkerStyle.NESTED and above != heading.numbers[:-1]:
                parent = ".".join(str(each) for each in heading.numbers[:-1])
                yield Finding(
                    _("trên “{marker}” không có “{parent}.”").format(marker=heading.marker, parent=parent),
                    heading.component.where,
                    actual=heading.marker,
                    path="heading_nested.marker",
                )
            path = dict(enumerate(heading.numbers, 1))
