"""From labels to components: the lines of a long name or title are one, everything else is one a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model.parts import Part
from generator.recognise.component import By, Component
from generator.recognise.label import Label
from generator.recognise.names import Name
from generator.recognise.segments import Column

_MANY_LINES = frozenset(
    (
        *(Part.PARTY_TITLE, Part.NATIONAL_TITLE, Part.PARENT_BODY, Part.ISSUER, Part.SUBJECT, Part.SUBJECT_DISPATCH),
        *(Part.KIND_TITLE, Part.AUTHOR, Part.ANNEX_TITLE, Part.ANNEX_REFERENCE, Part.COPY_ISSUER, Part.CONTACT),
    )
)
_SURE = (By.STYLE, By.WORDING, By.POSITION)


def components_of(labels: Iterable[Label]) -> tuple[Component, ...]:
    """In reading order of their first lines."""
    groups: list[list[Label]] = []
    last: dict[tuple[int | None, Column], list[Label]] = {}
    for label in labels:
        segment = label.segment
        middle = segment.column in (Column.CENTRE, Column.FULL)
        key = (segment.place.table, Column.CENTRE if middle else segment.column)
        group = last.get(key)
        if group is not None and label.part in _MANY_LINES and group[-1].part == label.part:
            group.append(label)
            continue
        last[key] = [label]
        if label.part is not None:
            groups.append(last[key])
    return tuple(_component(group) for group in groups)


def _component(group: Sequence[Label]) -> Component:
    part = group[0].part
    assert part is not None
    by = max((label.by for label in group), key=_SURE.index)
    return Component(part, tuple(label.segment.span for label in group), by)


def by_paragraph(components: Iterable[Component]) -> Mapping[int, tuple[Component, ...]]:
    """The components of each paragraph of the body."""
    found: dict[int, tuple[Component, ...]] = {}
    for component in components:
        for paragraph in dict.fromkeys(span.paragraph.index for span in component.spans):
            found[paragraph] = (*found.get(paragraph, ()), component)
    return found


def named(components: Iterable[Component], part: Name) -> Component | None:
    return next((component for component in components if component.part == part), None)
