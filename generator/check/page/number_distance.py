"""How far page numbers stand from the edge of the paper. How they look is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.numbering import digits, in_headers, middle_of_digits
from generator.check.page.sheet import millimetres
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.view import Section
from generator.measures import Length
from generator.messages import _, mark
from generator.profile.constraint import accepted_text
from generator.recognise.pieces import PageNumber

_PATH, _MEASURED_TO = "page_number.distance", "page_number.measured_to"
_TOLERANCE = Length.from_mm(1)
"""No clause says to which point of the digits it is measured, and half a millimetre more or less nobody measures."""


@rule("page/number-distance", title=mark("khoảng cách của số trang"), enforces=(_PATH, _MEASURED_TO))
def number_distance(subject: Subject) -> Iterator[Finding]:
    """What it checks: how far from the upper edge of the paper the number stands, where it is alone in its header.

    Why: the number stands 10 mm from the edge, in the middle of the upper margin.
    Example: Word's own 12.7 mm from the edge to the header.
    What to do: Layout → Margins → Layout → “From edge: Header”: 10 mm.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for number in in_headers(subject):
        if number.paragraph.index or number.paragraph.look.frame:
            continue
        for index in number.sections:
            section = subject.view.sections[index]
            if section.is_landscape or _stands_right(subject, section, number):
                continue
            yield Finding(
                _("số trang cách mép trên không đúng"),
                number.paragraph.where,
                expected=accepted_text(subject.profile.constraint(_PATH)),
                actual=_("đầu trang cách mép {distance}").format(distance=millimetres(section.header)),
                path=_PATH,
            )


def _stands_right(subject: Subject, section: Section, number: PageNumber) -> bool:
    distance, measured_to = (subject.profile.constraint(path) for path in (_PATH, _MEASURED_TO))
    run = digits(number)
    size = run.look.size if run else number.paragraph.mark.size
    measured = {"centre": middle_of_digits(section, number, size), "top": section.header}
    return any(
        measured_to.accepts(point) and distance.accepts(length, tolerance=_TOLERANCE)
        for point, length in measured.items()
    )
