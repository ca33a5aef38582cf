"""Room above and below components. Between their lines, and in running text, it is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import constrained, paths_of
from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.profile.values import written

_TOLERANCE = Length(635)
"""A twip: Word's own rounding."""
_SIDES = {
    "space_before": ("before", mark("khoảng cách trước thành phần không đúng")),
    "space_after": ("after", mark("khoảng cách sau thành phần không đúng")),
}

_ENFORCED = (
    *paths_of("space_before", (Part.KIND_TITLE,)),
    *paths_of("space_after", (Part.SUBJECT_END, Part.ANNEX_REFERENCE)),
)


@rule(
    "components/spacing",
    title=mark("khoảng cách quanh thành phần"),
    enforces=_ENFORCED,
)
def spacing(subject: Subject) -> Iterator[Finding]:
    """What it checks: the room before and after components, where the profile has a word on it.

    Why: regulations leave it free; what is told here is the unit's own form.
    Example: a unit that wants 18 pt above the title, and a document with 6 pt.
    What to do: Paragraph → Spacing, as the finding says.
    """
    yield from once(
        Finding(
            _(message),
            component.where,
            expected=accepted_text(constraint),
            actual=written(actual),
            path=path,
        )
        for key, (side, message) in _SIDES.items()
        for component, path, constraint in constrained(subject, key)
        for paragraph in (component.paragraphs[0 if side == "before" else -1],)
        for actual in (getattr(paragraph.look, side),)
        if not constraint.accepts(actual, tolerance=_TOLERANCE)
    )
