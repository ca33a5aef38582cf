"""The lines over the contact and over a copy's block: across the whole width of the text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.lengths import millimetres
from generator.check.layout.sheet import box_of, line_over, text_areas
from generator.check.layout.tolerances import WIDTH
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component
from generator.recognise.pieces import Copy


@rule(
    "layout/full-width-line",
    title=mark("đường kẻ hết chiều ngang"),
    enforces=("contact_rule.ratio", "copy_rule.ratio"),
    needs_pages=True,
)
def full_width_line(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the line over the contact, and the one over the block of a copy, reach both margins.

    Why: they part what stands below from the document itself, and are to go across the whole width of the text.
    Example: a line of 60 mm over the address at the foot of the page.
    What to do: draw it from the left to the right margin, best as a border of the paragraph.
    """
    for name, component in _below(subject):
        lines = subject.printed.lines(component)
        stroke = line_over(lines[0].page, box_of(lines)) if lines else None
        if stroke is None or not subject.profile.has(f"{name}.ratio"):
            continue
        area = text_areas(subject, lines[0].page)[0]
        if abs(stroke.box.width - area.width) > WIDTH:
            yield Finding(
                _("đường kẻ không hết chiều ngang phần chữ"),
                component.where,
                expected=millimetres(area.width),
                actual=millimetres(stroke.box.width),
                path=f"{name}.ratio",
            )


def _below(subject: Subject) -> Iterator[tuple[str, Component]]:
    contact = subject.recognised.first(Part.CONTACT)
    if contact is not None:
        yield "contact_rule", contact
    copy = subject.recognised.copy
    if copy is not None and copy.stamp is None and (top := _top_of(copy)) is not None:
        yield "copy_rule", top


def _top_of(copy: Copy) -> Component | None:
    """What stands at the top of a copy's block, under the line."""
    return copy.issuer or copy.number or copy.form
