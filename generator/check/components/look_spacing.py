"""Room above, below and between the lines of components. Running text is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import constrained, paths_of
from generator.check.gathering import once
from generator.check.page.lines import rule_of, spacing_of, spacing_text
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.looks import LineRule
from generator.measures import Length
from generator.messages import _, mark
from generator.profile.constraint import accepted_text
from generator.profile.values import written

_TOLERANCE = Length(635)
"""A twip: Word's own rounding."""
_SIDES = {
    "space_before": ("before", mark("khoảng cách trước thành phần không đúng")),
    "space_after": ("after", mark("khoảng cách sau thành phần không đúng")),
}


@rule(
    "components/spacing",
    title=mark("khoảng cách quanh thành phần"),
    enforces=tuple(path for key in _SIDES for path in paths_of(key)),
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


@rule(
    "components/line-spacing",
    title=mark("giãn dòng của thành phần"),
    enforces=(*paths_of("line_rule"), *paths_of("line_spacing")),
)
def line_spacing(subject: Subject) -> Iterator[Finding]:
    """What it checks: the distance of lines within components: the lines of a State letterhead are single.

    Why: the regulation has the State's name and motto, and the names of bodies, in single lines.
    Example: a letterhead in lines of 1.5, taken over from the text.
    What to do: Paragraph → Line spacing: Single.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for component, path, by_rule in constrained(subject, "line_rule"):
        measure = f"{component.part}.line_spacing"
        by_measure = subject.profile.constraint(measure) if subject.profile.has(measure) else None
        for paragraph in component.paragraphs:
            look = paragraph.look
            is_length = by_measure is not None and isinstance(by_measure.default, Length)
            if not by_rule.accepts(rule_of(look)):
                broken, expected = path, by_rule
            elif (
                by_measure
                and is_length == (look.line_rule is not LineRule.AUTO)
                and not by_measure.accepts(spacing_of(look))
            ):
                broken, expected = measure, by_measure
            else:
                continue
            yield Finding(
                _("giãn dòng của thành phần không đúng"),
                component.where,
                expected=accepted_text(expected),
                actual=spacing_text(look),
                path=broken,
            )
