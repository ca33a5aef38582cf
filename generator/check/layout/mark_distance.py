"""Marks of circulation, and how far they stand from the edge of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.lengths import bounds, millimetres
from generator.check.layout.sheet import frame_around
from generator.check.layout.tolerances import DISTANCE
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text

_MM = Length.from_mm(1)


@rule(
    "layout/mark-distance",
    title=mark("khoảng cách từ mép giấy"),
    enforces=("circulation.distance", "circulation_foot.distance"),
    needs_pages=True,
)
def mark_distance(subject: Subject) -> Iterator[Finding]:
    """What it checks: how far the marks of circulation stand from the edge of the paper.

    Why: the guidance puts them 10 mm from the upper edge of the first, from the lower edge of the last page.
    Example: LƯU HÀNH NỘI BỘ in the first line of the text, 20 mm from the edge.
    What to do: put the mark into the header (the footer), and set its distance from the edge.
    """
    for part in (Part.CIRCULATION, Part.CIRCULATION_FOOT):
        path = f"{part}.distance"
        component = subject.recognised.first(part)
        lines = subject.printed.lines(component) if component else ()
        if component is None or not lines or not subject.profile.has(path):
            continue
        at_foot = part is Part.CIRCULATION_FOOT
        frame = frame_around(lines[0])
        boxes = [line.box for line in lines] + ([frame.box] if frame else [])
        low, high = (edge / _MM for edge in bounds(subject.profile.constraint(path)))
        page = lines[0].page
        away = [page.height - box.bottom if at_foot else box.top for box in boxes]
        if not any(low - DISTANCE <= each <= high + DISTANCE for each in away):
            yield Finding(
                _("chỉ dẫn phạm vi lưu hành in không đúng khoảng cách từ mép giấy"),
                component.where,
                expected=accepted_text(subject.profile.constraint(path)),
                actual=millimetres(min(away)),
                path=path,
            )
