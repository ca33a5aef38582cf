"""Fixed heights of lines where the regulation counts in lines. Multiples are another rule's."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.gathering import once
from generator.check.page.lines import as_multiple, spacing_text
from generator.check.page.prose import prose
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.looks import LineRule
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import Constraint, accepted_text
from generator.profile.values import written

_RULE, _SPACING = "body.line_rule", "body.line_spacing"
_TOLERANCE = Decimal("0.03")
"""The height of a single line is the font's, known to a few hundredths: at 13 pt it is 14.9 or 15 pt."""


@rule("page/fixed-line-spacing", title=mark("giãn dòng cố định"), enforces=(_RULE, _SPACING), severity=Severity.WARNING)
def fixed_line_spacing(subject: Subject) -> Iterator[Finding]:
    """What it checks: what “Exactly” and “At least” come to in lines, by the size of the text, where the regulation
    counts lines.

    Why: one line to one and a half can be set in points too; 13 pt of text then need some 15 to 22 pt.
    Example: “Exactly 14 pt” under text of 14 pt: letters with two marks are cut off.
    What to do: choose “Multiple” between 1 and 1.5, or a height between those that the finding names.
    """
    by_rule, by_measure = (subject.profile.constraint(path) for path in (_RULE, _SPACING))
    if isinstance(by_measure.default, Length):
        return
    yield from once(
        Finding(
            _("giãn dòng cố định quá hẹp hoặc quá rộng"),
            each.paragraph.where,
            expected=_("{range} dòng").format(range=accepted_text(by_measure)),
            actual=_("{height}, bằng {count} dòng").format(
                height=spacing_text(each.paragraph.look), count=written(count)
            ),
            path=_SPACING,
        )
        for each in prose(subject, (Part.BODY,))
        if each.paragraph.look.line_rule is not LineRule.AUTO
        and (count := as_multiple(each.paragraph, by_rule)) is not None
        and not _is_near(count, by_measure)
    )


def _is_near(count: Decimal, by_measure: Constraint) -> bool:
    return any(by_measure.accepts(count + play) for play in (-_TOLERANCE, Decimal(0), _TOLERANCE))
