"""The margins of every upright section. What stands in the margins (page numbers, marks) are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.sheet import MARGINS, TOLERANCE, margins_of, millimetres
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_ENFORCED = tuple(f"page.{name}" for name in MARGINS)


@rule("page/margins", title=mark("lề trang"), enforces=_ENFORCED)
def margins(subject: Subject) -> Iterator[Finding]:
    """What it checks: the four margins of every upright section, as the front of a sheet has them; a gutter
    for binding counts to the margin it widens.

    Why: the regulation gives them in millimetres, of the Party without any play.
    Example: a left margin of 25,4 mm, which Word chooses by itself.
    What to do: set the margins that the finding names, for the whole document.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for section in subject.view.sections:
        if section.is_landscape:
            continue
        for name, actual in margins_of(section, subject.view.settings.gutter_at_top).items():
            path = f"page.{name}"
            constraint = subject.profile.constraint(path)
            if not constraint.accepts(actual, tolerance=TOLERANCE):
                yield Finding(
                    _("{margin} không đúng").format(margin=_(MARGINS[name])),
                    subject.start_of(section),
                    expected=accepted_text(constraint),
                    actual=millimetres(actual),
                    path=path,
                )
