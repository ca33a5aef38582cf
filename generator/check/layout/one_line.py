"""What of the letterhead stands on one line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part

_ONE_LINE = {
    Part.NATIONAL_TITLE: mark("Quốc hiệu"),
    Part.MOTTO: mark("Tiêu ngữ"),
    Part.PARTY_TITLE: mark("Tiêu đề"),
    Part.NUMBER: mark("số và ký hiệu"),
    Part.DATELINE: mark("địa danh và ngày tháng năm"),
}


@rule(
    "layout/one-line",
    title=mark("phần đầu nằm trên một dòng"),
    enforces=tuple(f"{part}.position" for part in _ONE_LINE),
    severity=Severity.WARNING,
    needs_pages=True,
)
def one_line(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the titles, the number and the date are not broken over two lines of print.

    Why: each is one line in the regulations; broken, the line drawn below fits it no more.
    Example: NAM of the national title alone on a second line, for the column is 2 mm too narrow.
    What to do: widen the column (its padding included), or take the smaller size that the regulation allows.
    """
    for part, label in _ONE_LINE.items():
        component = subject.recognised.first(part)
        lines = subject.printed.lines(component) if component else ()
        if component is not None and len(lines) > 1:
            yield Finding(
                _("{component} bị xuống dòng").format(component=_(label)),
                component.where,
                expected=_("một dòng"),
                actual=" / ".join(line.text for line in lines),
                path=f"{part}.position",
            )
