"""The margins of turned pages. Those of upright ones are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.sheet import MARGINS, TOLERANCE, margins_of, millimetres
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.measures import Length
from generator.messages import _, mark

_TURNS = (
    ("top", "bottom", "left", "right"),
    ("left", "right", "bottom", "top"),
    ("right", "left", "top", "bottom"),
)
"""What the upper, lower, left and right margin of a turned page are on the upright sheet: not turned along with it,
turned clockwise, turned the other way."""


@rule(
    "page/landscape-margins",
    title=mark("lề của trang ngang"),
    enforces=tuple(f"page.{name}" for name in MARGINS),
    severity=Severity.WARNING,
)
def landscape_margins(subject: Subject) -> Iterator[Finding]:
    """What it checks: the margins of turned pages are those of upright ones, either as named or turned with the sheet.

    Why: the regulation says that they follow from those of upright pages and not how; a page that keeps neither way
    does not fit its file.
    Example: four margins of 25,4 mm on a landscape page.
    What to do: set the margins of the landscape section as on upright pages, or turned with the sheet.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for section in subject.view.sections:
        if not section.is_landscape:
            continue
        actual = margins_of(section, subject.view.settings.gutter_at_top)
        if not any(_fits(subject, actual, turn) for turn in _TURNS):
            yield Finding(
                _("lề của trang ngang không theo lề của trang dọc"),
                subject.start_of(section),
                actual=", ".join(f"{_(MARGINS[name])} {millimetres(length)}" for name, length in actual.items()),
                path="page.top",
            )


def _fits(subject: Subject, actual: dict[str, Length], turn: tuple[str, ...]) -> bool:
    return all(
        subject.profile.constraint(f"page.{upright}").accepts(length, tolerance=TOLERANCE)
        for length, upright in zip(actual.values(), turn, strict=True)
    )
