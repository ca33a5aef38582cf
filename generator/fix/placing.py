"""How the components of the form stand: alignment, indents and the room around them, within the places they have.

What stands beside something else by tabs or spaces is left there: moved, it would leave its column.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import constrained
from generator.check.page.lines import rule_of, spacing_of, spacing_text
from generator.check.page.prose import PROSE
from generator.check.page.sheet import millimetres, points
from generator.check.words import aligned, alignment_fits
from generator.docview.blocks import Paragraph
from generator.docview.looks import Alignment, LineRule
from generator.docview.words import Story
from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.fix.markup import put
from generator.fix.paragraphs import WORD_FOR, set_lines, set_space
from generator.measures import Length
from generator.messages import _
from generator.model.parts import Part
from generator.profile.values import written
from generator.recognise.component import Component

_IN_COLUMNS = ("header_left", "header_right", "foot_left", "foot_right")
"""Places beside each other: a paragraph that stands alone would be moved out of its column."""
_A_TWIP = Length(635)
_OFF_CENTRE = Length.from_mm(4)
_AS_A_BLOCK = Length.from_mm(20)
_HALF_A_MILLIMETRE = Length.from_mm(0.5)


def alignment(desk: Desk) -> Iterator[Change]:
    """Centred, at the left, at the right or justified, in a cell or box of their own or on the page."""
    for component, path, asked in constrained(desk.subject, "alignment"):
        for paragraph in _own(desk, component):
            properties = None if alignment_fits(asked, paragraph) else desk.properties(paragraph)
            wanted, look = WORD_FOR.get(str(asked.default)), paragraph.look
            is_block = component.part is Part.ADDRESSEE and look.left >= _AS_A_BLOCK
            if properties is None or wanted is None or (is_block and look.alignment is not Alignment.CENTER):
                continue
            put(properties, "jc", val=wanted)
            if wanted == "center":
                put(properties, "ind", left=0, right=0, firstLine=0, hanging=None, start=None, end=None)
            yield desk.change(_("căn lề"), path, aligned(look.alignment), written(asked.default), paragraph.where)


def indents(desk: Desk) -> Iterator[Change]:
    """Centred lines without the indent of a first line."""
    for component, path, asked in constrained(desk.subject, "alignment"):
        for paragraph in _own(desk, component):
            look = paragraph.look
            moved = Length(look.left + max(look.first_line, 0) - look.right)
            if not asked.accepts("center") or look.alignment is not Alignment.CENTER or abs(moved) <= _OFF_CENTRE:
                continue
            properties = desk.properties(paragraph)
            if properties is not None:
                put(properties, "ind", left=0, right=0, firstLine=0, hanging=None, start=None, end=None)
                yield desk.change(_("thụt lề của dòng căn giữa"), path, millimetres(moved), "0 mm", paragraph.where)


def list_indents(desk: Desk) -> Iterator[Change]:
    """The indents of addressees and recipients, where the profile names them."""
    for key, name in (("left_indent", "left"), ("hanging", "hanging")):
        for component, path, asked in constrained(desk.subject, key):
            for paragraph in _own(desk, component):
                look = paragraph.look
                left, hanging = Length(look.left + min(look.first_line, 0)), Length(max(-look.first_line, 0))
                actual, wanted = (left if name == "left" else hanging), desk.profile.length(path)
                properties = desk.properties(paragraph)
                if asked.accepts(actual, tolerance=_HALF_A_MILLIMETRE) or properties is None:
                    continue
                kept = (wanted, hanging) if name == "left" else (left, wanted)
                put(properties, "ind", left=Length(sum(kept)).twips, hanging=kept[1].twips, firstLine=None, start=None)
                yield desk.change(_("thụt lề"), path, millimetres(actual), millimetres(wanted), paragraph.where)


def room(desk: Desk) -> Iterator[Change]:
    """The room before and after, and the spacing of lines, where the profile names them."""
    for side in ("before", "after"):
        for component, path, asked in constrained(desk.subject, f"space_{side}"):
            paragraph = component.paragraphs[0 if side == "before" else -1]
            actual = Length(getattr(paragraph.look, side))
            properties = None if asked.accepts(actual, tolerance=_A_TWIP) else desk.properties(paragraph)
            if properties is not None:
                set_space(properties, side, desk.profile.length(path))
                after = points(desk.profile.length(path))
                yield desk.change(_("khoảng cách quanh thành phần"), path, points(actual), after, paragraph.where)
    for component, path, _asked in constrained(desk.subject, "line_rule"):
        if component.part not in PROSE:
            for paragraph in component.paragraphs:
                yield from _lines(desk, component, paragraph, path)


def _lines(desk: Desk, component: Component, paragraph: Paragraph, path: str) -> Iterator[Change]:
    look, measure = paragraph.look, f"{component.part}.line_spacing"
    by_rule = desk.profile.constraint(path)
    by_measure = desk.profile.constraint(measure) if desk.profile.has(measure) else None
    is_judged = by_measure is not None and isinstance(by_measure.default, Length) == (
        look.line_rule is not LineRule.AUTO
    )
    fits = by_measure is None or not is_judged or by_measure.accepts(spacing_of(look))
    properties = None if by_rule.accepts(rule_of(look)) and fits else desk.properties(paragraph)
    if properties is not None and by_measure is not None:
        set_lines(properties, str(by_rule.default), by_measure.default)
        after = f"{written(by_rule.default)} {written(by_measure.default)}"
        yield desk.change(_("giãn dòng của thành phần"), measure, spacing_text(look), after, paragraph.where)


def _own(desk: Desk, component: Component) -> tuple[Paragraph, ...]:
    """Its paragraphs, where it has them for itself and may be moved within its place."""
    if component.part in PROSE or not all(span.is_whole for span in component.spans):
        return ()
    place = f"{component.part}.position"
    position = desk.profile.text(place) if desk.profile.has(place) else ""
    return tuple(
        each
        for each in component.paragraphs
        if each.seat.story is Story.BODY
        and each.look.frame is None
        and not each.text[:1].isspace()
        and "\t" not in each.text.strip(" ")
        and (each.seat.depth > 0 or each.seat.is_boxed or position not in _IN_COLUMNS)
    )
