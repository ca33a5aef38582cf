"""The distance of lines in running text. The gap between paragraphs is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.lines import as_multiple, rule_of, spacing_of, spacing_text
from generator.check.page.prose import prose
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.looks import LineRule
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.profile.values import written

_RULE, _SPACING = "body.line_rule", "body.line_spacing"


@rule("page/line-spacing", title=mark("giãn dòng"), enforces=(_RULE, _SPACING))
def line_spacing(subject: Subject) -> Iterator[Finding]:
    """What it checks: how lines are spaced (Exactly, or by a multiple), and by how much. Fixed heights, where the
    regulation counts lines, are another rule's.

    Why: the Party gives points and “Exactly”; the State gives one line to one and a half.
    Example: “Multiple 1.15”, Word's own choice; “Exactly 17 pt” to gain a line.
    What to do: Paragraph → Line spacing, as the finding says.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    by_rule, by_measure = (subject.profile.constraint(path) for path in (_RULE, _SPACING))
    for each in prose(subject, (Part.BODY,)):
        look = each.paragraph.look
        if not by_rule.accepts(rule_of(look)) and as_multiple(each.paragraph, by_rule) is None:
            yield Finding(
                _("cách giãn dòng không đúng"),
                each.paragraph.where,
                expected=f"{written(by_rule.default)} {accepted_text(by_measure)}",
                actual=spacing_text(look),
                path=_RULE,
            )
        elif isinstance(by_measure.default, Length) == (look.line_rule is not LineRule.AUTO) and not by_measure.accepts(
            spacing_of(look)
        ):
            yield Finding(
                _("giãn dòng không đúng"),
                each.paragraph.where,
                expected=accepted_text(by_measure),
                actual=spacing_text(look),
                path=_SPACING,
            )
