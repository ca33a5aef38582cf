"""Distances of lines in the words of the profile, and how fixed heights and multiples compare.

It judges nothing.
"""

from __future__ import annotations

from decimal import Decimal

from generator.check.page.numbering import SINGLE_LINE
from generator.check.page.sheet import points
from generator.check.words import readable
from generator.docview.blocks import Paragraph
from generator.docview.looks import LineRule, ParagraphLook
from generator.messages import _
from generator.profile.constraint import Constraint
from generator.profile.values import Value, written

_RULES = {LineRule.AUTO: "multiple", LineRule.EXACT: "exactly", LineRule.AT_LEAST: "at_least"}
_HUNDREDTHS = Decimal("0.01")


def rule_of(look: ParagraphLook) -> str:
    """In the words of the profile, which has none for “At least”."""
    return _RULES[look.line_rule]


def spacing_of(look: ParagraphLook) -> Value:
    """A number of lines, rounded as Word shows it, or a height."""
    if look.line_rule is LineRule.AUTO:
        return (look.line_multiple or Decimal(1)).quantize(_HUNDREDTHS)
    return look.line_height


def spacing_text(look: ParagraphLook) -> str:
    """For people."""
    if look.line_rule is LineRule.AUTO:
        return _("{count} dòng (Multiple)").format(count=written(spacing_of(look)))
    name = "Exactly" if look.line_rule is LineRule.EXACT else "At least"
    return f"{name} {points(look.line_height)}" if look.line_height is not None else name


def as_multiple(paragraph: Paragraph, by_rule: Constraint) -> Decimal | None:
    """The number of lines that a fixed height comes to, where the regulation counts lines; else None."""
    height = paragraph.look.line_height
    largest = max((run.look.size for run in readable(paragraph.runs)), default=None)
    if height is None or largest is None or not by_rule.accepts("multiple"):
        return None
    return Decimal(round(height / (largest * SINGLE_LINE), 2)).quantize(_HUNDREDTHS)
