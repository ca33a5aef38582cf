"""The sections of the body: pages, margins, and which header and footer each really shows.

It reads no header itself: whoever gives `beside` does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lxml import etree

from generator.docview.direct import border
from generator.docview.looks import Borders
from generator.docview.markup import R, attribute, has, length, value, w, whole
from generator.docview.story import Break
from generator.docview.theme import Theme
from generator.docview.view import DEFAULT, EVEN, FIRST, Beside, Section
from generator.docview.words import Story

BesideOf = Callable[[Story, str, str], Beside | None]
"""From story, kind and relationship id to a header or footer."""
_MARGINS = ("top", "bottom", "left", "right", "header", "footer", "gutter")
_REFERENCES = ((Story.HEADER, w("headerReference")), (Story.FOOTER, w("footerReference")))


def read_sections(
    breaks: Sequence[Break], last: etree._Element | None, blocks: int, theme: Theme, beside: BesideOf
) -> tuple[Section, ...]:
    """All sections in order. What breaks off before the last one stands in `breaks`."""
    found: list[Section] = []
    elements = [*((each.stop, each.element) for each in breaks), (blocks, last)]
    shown: dict[Story, Mapping[str, Beside]] = {Story.HEADER: {}, Story.FOOTER: {}}
    start = 0
    for index, (stop, element) in enumerate(elements):
        for story, tag in _REFERENCES:
            own = _shown(element, story, tag, beside)
            # A section that brings none of a kind shows the one before's.
            shown[story] = {**shown[story], **own} if own else shown[story]
        both: dict[str, Any] = {"headers": shown[Story.HEADER], "footers": shown[Story.FOOTER]}
        found.append(Section(index=index, start=start, stop=stop, **_properties(element, theme), **both))
        start = stop
    return tuple(found)


def _shown(element: etree._Element | None, story: Story, tag: str, beside: BesideOf) -> dict[str, Beside]:
    found = {}
    for reference in element.iterchildren(tag) if element is not None else ():
        kind = attribute(reference, "type") or DEFAULT
        kind = kind if kind in (FIRST, EVEN) else DEFAULT
        read = beside(story, kind, reference.get(f"{{{R}}}id") or "")
        if read is not None:
            found[kind] = read
    return found


def _properties(element: etree._Element | None, theme: Theme) -> dict[str, Any]:
    if element is None:
        return {"is_set": False}
    numbers, columns = element.find(w("pgNumType")), element.find(w("cols"))
    found: dict[str, Any] = {
        "is_set": element.find(w("pgSz")) is not None or element.find(w("pgMar")) is not None,
        "title_page": has(element, "titlePg"),
        "page_start": whole(attribute(numbers, "start")),
        "page_format": attribute(numbers, "fmt") or "decimal",
        "break_kind": value(element.find(w("type"))) or "nextPage",
        "vertical_align": value(element.find(w("vAlign"))) or "top",
        "columns": _columns(columns),
        "column_space": length(attribute(columns, "space")),
        "borders": _borders(element.find(w("pgBorders")), theme),
        "line_numbers": element.find(w("lnNumType")) is not None,
        **_page(element.find(w("pgSz"))),
    }
    margins = element.find(w("pgMar"))
    found |= {name: length(attribute(margins, name)) for name in _MARGINS}
    return {name: each for name, each in found.items() if each is not None}


def _page(size: etree._Element | None) -> dict[str, Any]:
    width, height = length(attribute(size, "w")), length(attribute(size, "h"))
    orientation = attribute(size, "orient")
    is_wide = width is not None and height is not None and width > height
    return {"page_width": width, "page_height": height, "is_landscape": is_wide or orientation == "landscape"}


def _columns(element: etree._Element | None) -> int:
    if element is None:
        return 1
    return whole(attribute(element, "num"), 1, 100) or max(len(element.findall(w("col"))), 1)


def _borders(element: etree._Element | None, theme: Theme) -> Borders | None:
    if element is None:
        return None
    lines = {str(child.tag).rpartition("}")[2]: border(child, theme) for child in element}
    return Borders(lines.get("top"), lines.get("left"), lines.get("bottom"), lines.get("right"))
