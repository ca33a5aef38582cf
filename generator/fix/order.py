"""Marks of drafts and of urgency, each put below the component that the profile names.

It moves whole paragraphs within one cell or one stretch of the page, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.messages import _, mark
from generator.model.parts import Part

_ABOVE = (Part.PARENT_BODY, Part.ISSUER, Part.STAR, Part.NUMBER, Part.SUBJECT_DISPATCH)
"""All that stands above the marks."""
_MARKS = {Part.DRAFT: mark("chữ “Dự thảo”"), Part.URGENCY: mark("dấu chỉ độ khẩn")}


def marks(desk: Desk) -> Iterator[Change]:
    """A mark that stands above what it should follow goes behind it."""
    for part, label in _MARKS.items():
        component = desk.subject.recognised.first(part)
        if component is None or len(component.spans) > 1 or not component.spans[0].is_whole:
            continue
        if desk.subject.recognised.is_in_annex(component.first):
            continue
        above = [desk.subject.recognised.first(each) for each in (*_ABOVE, *_before(part))]
        last = max((each for each in above if each is not None), key=lambda each: each.first.index, default=None)
        if last is None or last.spans[-1].paragraph.index < component.first.index or not last.spans[-1].is_whole:
            continue
        moved, target = desk.element(component.first), desk.element(last.spans[-1].paragraph)
        if moved is None or target is None or moved.getparent() is not target.getparent():
            continue
        if component.first.ends_section or component.first.drawings:
            continue
        target.addnext(moved)
        path = f"{part}.below"
        after = _("dưới “{words}”").format(words=last.text)
        yield desk.change(_("thứ tự"), path, _(label), after, component.where)


def _before(part: Part) -> tuple[Part, ...]:
    return (Part.DRAFT,) if part is Part.URGENCY else ()
