"""The distance of lines within components. That of running text is another rule's."""

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
from generator.model.parts import Part
from generator.profile.constraint import accepted_text

_SPACED = (Part.NATIONAL_TITLE, Part.MOTTO, Part.PARENT_BODY, Part.ISSUER, Part.RECIPIENTS)


@rule(
    "components/line-spacing",
    title=mark("giãn dòng của thành phần"),
    enforces=(*paths_of("line_rule", _SPACED), *paths_of("line_spacing", _SPACED)),
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
