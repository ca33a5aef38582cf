"""How paragraphs stand: alignment, first lines, the spacing of lines and the gaps between the paragraphs of the text.

It moves nothing to another place, and looks at no word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from generator.check.page.fixed_line_spacing import fixed_line_spacing
from generator.check.page.lines import as_multiple, rule_of, spacing_of, spacing_text
from generator.check.page.prose import HEADINGS, PROSE, prose
from generator.check.page.sheet import TOLERANCE, millimetres, points
from generator.check.words import aligned, alignment_fits
from generator.docview.blocks import Paragraph
from generator.docview.looks import Alignment, LineRule
from generator.docview.markup import w
from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.fix.markup import put
from generator.measures import Length
from generator.messages import _
from generator.model.parts import Part
from generator.profile.constraint import Constraint
from generator.profile.values import Value, written

WORD_FOR = {"justified": "both", "left": "left", "center": "center", "right": "right"}
_A_TWIP = Length(635)
_RULES = {"exactly": "exact", "multiple": "auto"}
_ONE_LINE = 240


def text_alignment(desk: Desk) -> Iterator[Change]:
    """The text even at both margins."""
    for each in prose(desk.subject):
        path = f"{each.part}.alignment"
        if not desk.profile.has(path):
            continue
        constraint, paragraph = desk.profile.constraint(path), each.paragraph
        properties = None if alignment_fits(constraint, paragraph) else desk.properties(paragraph)
        if properties is not None:
            put(properties, "jc", val=WORD_FOR.get(str(constraint.default), "both"))
            yield desk.change(
                _("căn lề"), path, aligned(paragraph.look.alignment), written(constraint.default), paragraph.where
            )


def first_lines(desk: Desk) -> Iterator[Change]:
    """Where the first line of every paragraph begins; the other lines begin at the margin."""
    for each in prose(desk.subject):
        path, look = f"{each.part}.first_line_indent", each.paragraph.look
        if not desk.profile.has(path) or look.alignment in (Alignment.CENTER, Alignment.RIGHT):
            continue
        begins = Length(look.left + look.first_line)
        constraint = desk.profile.constraint(path)
        fits = constraint.accepts(begins, tolerance=TOLERANCE)
        if (fits and abs(look.left) <= TOLERANCE) or each.paragraph.text[:1].isspace():
            continue
        properties = desk.properties(each.paragraph)
        if properties is None:
            continue
        wanted = begins if fits else desk.profile.length(path)
        put(properties, "ind", left=0, firstLine=wanted.twips, hanging=None, start=None)
        for name in ("leftChars", "startChars", "firstLineChars", "hangingChars"):
            put(properties, "ind", **{name: None})
        before = millimetres(begins) if not fits else _("cả đoạn thụt {left}").format(left=millimetres(look.left))
        yield desk.change(_("thụt đầu dòng"), path, before, millimetres(wanted), each.paragraph.where)


def line_spacing(desk: Desk) -> Iterator[Change]:
    """How lines are spaced, and by how much."""
    by_rule, by_measure = (desk.profile.constraint(f"body.{name}") for name in ("line_rule", "line_spacing"))
    is_too_fixed = bool(list(fixed_line_spacing(desk.subject)))
    for each in prose(desk.subject, (Part.BODY,)):
        look = each.paragraph.look
        if _is_spaced_well(each.paragraph, by_rule, by_measure, is_too_fixed):
            continue
        properties = desk.properties(each.paragraph)
        wanted = by_measure.default
        if properties is None:
            continue
        set_lines(properties, str(by_rule.default), wanted)
        after = f"{written(by_rule.default)} {written(wanted)}"
        yield desk.change(_("giãn dòng"), "body.line_spacing", spacing_text(look), after, each.paragraph.where)


def _is_spaced_well(paragraph: Paragraph, by_rule: Constraint, by_measure: Constraint, is_too_fixed: bool) -> bool:
    look = paragraph.look
    lines = as_multiple(paragraph, by_rule)
    if not by_rule.accepts(rule_of(look)) and lines is None:
        return False
    is_fixed = look.line_rule is not LineRule.AUTO
    if isinstance(by_measure.default, Length) == is_fixed:
        return by_measure.accepts(spacing_of(look))
    return not (is_too_fixed and lines is not None and not by_measure.accepts(lines))


def gaps(desk: Desk) -> Iterator[Change]:
    """The room between each two paragraphs of the text."""
    constraint, path = desk.profile.constraint("body.paragraph_gap"), "body.paragraph_gap"
    for upper, lower in pairwise(each.paragraph for each in prose(desk.subject, PROSE)):
        if lower.index != upper.index + 1 or upper.ends_section or "\f" in (*upper.text[-1:], *lower.text[:1]):
            continue
        alike = upper.style_id == lower.style_id
        after = Length(0) if upper.look.contextual_spacing and alike else upper.look.after
        before = Length(0) if lower.look.contextual_spacing and alike else lower.look.before
        gap = Length(after + before)
        above, below = desk.properties(upper), desk.properties(lower)
        if constraint.accepts(gap, tolerance=_A_TWIP) or above is None or below is None:
            continue
        wanted = desk.profile.length(path)
        kept = after if after <= wanted else Length(0)
        set_space(above, "after", kept)
        set_space(below, "before", Length(wanted - kept))
        yield desk.change(_("khoảng cách giữa hai đoạn"), path, points(gap), points(wanted), lower.where)


def spaces(desk: Desk) -> Iterator[Change]:
    """The room before and after each paragraph, where the profile is so exact."""
    for each in prose(desk.subject, tuple(part for part in PROSE if part not in HEADINGS)):
        for side in ("before", "after"):
            path, actual = f"body.space_{side}", Length(getattr(each.paragraph.look, side))
            if not desk.profile.has(path) or desk.profile.constraint(path).accepts(actual, tolerance=_A_TWIP):
                continue
            properties, wanted = desk.properties(each.paragraph), desk.profile.length(path)
            if properties is not None:
                set_space(properties, side, wanted)
                yield desk.change(_("khoảng cách đoạn"), path, points(actual), points(wanted), each.paragraph.where)


def set_space(properties: etree._Element, side: str, length: Length) -> None:
    """The room before or after a paragraph, whatever its style says of neighbours."""
    put(properties, "spacing", **{side: length.twips, f"{side}Lines": None, f"{side}Autospacing": None})
    if properties.find(w("contextualSpacing")) is not None or length:
        put(properties, "contextualSpacing", val=0)


def set_lines(properties: etree._Element, rule: str, wanted: Value) -> None:
    """The spacing of lines: a height, or a number of lines."""
    line = wanted.twips if isinstance(wanted, Length) else round(float(str(wanted)) * _ONE_LINE)
    put(properties, "spacing", line=line, lineRule=_RULES[rule])
