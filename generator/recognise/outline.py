"""The numbered things of the text with their markers and levels.

A level is how deep a marker stands among the kinds of markers around it, not what it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.component import Component
from generator.recognise.names import Extra
from generator.recognise.pieces import Heading
from generator.recognise.plain import plain
from generator.recognise.reading import text_of
from generator.vietnamese.numbering import MarkerStyle, parse_marker

_NUMBERED = (
    *(Part.HEADING_ROMAN, Part.HEADING_DECIMAL, Part.HEADING_NESTED, Part.CLAUSE, Part.POINT),
    *(Extra.PART, Extra.SECTION, Extra.ARTICLE),
)
_MARKER = re.compile(
    r"[IVXLCDM]+\s*[-–—./)]+(?=\s|\w|$)|\d{1,2}(?:\.\d{1,2})+\s*[-–.:/)]?(?!\d)|\d{1,2}\s*[-–./)](?!\d|[^\W\d]{1,4}/)|\(\w{1,4}\)"
    r"|[^\W\d_]\d?\s*[.)/](?!\w)|[-–—+•*●○▪](?=\s|\w)"
)
_LABELS = {Extra.PART: wordings.PART_LABEL, Extra.SECTION: wordings.SECTION_LABEL, Extra.ARTICLE: wordings.ARTICLE}


def headings_of(components: Iterable[Component]) -> Iterator[Heading]:
    """In reading order; an annex begins anew at the top."""
    kinds: list[str] = []
    for component in components:
        if component.part in (Part.ANNEX_LABEL, Part.ANNEX_TITLE):
            kinds = []
        if component.part not in _NUMBERED and component.part != Part.BODY:
            continue
        number = component.first.number
        text = text_of(component)
        marker = number or marker_of(component, text)
        if not marker:
            continue
        style, numbers = _parsed(component, marker)
        kind = _kind(component, marker, style, numbers)
        kinds = [*kinds[: kinds.index(kind)], kind] if kind in kinds else [*kinds, kind]
        title = text if number else text[len(marker) :]
        yield Heading(
            component, marker, style, numbers, len(kinds) - 1, " ".join(title.split()), is_automatic=bool(number)
        )


def marker_of(component: Component, text: str) -> str:
    """What stands before the words: `I-`, `1.1.`, `Điều 3.`, `-`; empty where nothing does."""
    label = _LABELS.get(component.part)  # type: ignore[arg-type]  # most parts are no label
    found = label.match(plain(text)) if label else _MARKER.match(text)
    return text[: found.end()].rstrip() if found else ""


def _parsed(component: Component, marker: str) -> tuple[MarkerStyle | None, tuple[int, ...]]:
    if component.part == Extra.ARTICLE:
        found = wordings.ARTICLE.match(plain(marker))
        return None, (int(found["number"]),) if found else ()
    known = parse_marker(re.sub(r"[–—]", "-", marker))
    if known is not None:
        return known
    # `1.1` and `I -` are slips of forms that we know: what they count is clear, how they are written is not.
    digits = tuple(int(number) for number in re.findall(r"\d+", marker))
    return None, digits


def _kind(component: Component, marker: str, style: MarkerStyle | None, numbers: tuple[int, ...]) -> str:
    if component.part in _LABELS:
        return str(component.part)
    if style is MarkerStyle.NESTED or (style is None and len(numbers) > 1):
        return f"nested {len(numbers)}"
    if style in (MarkerStyle.ROMAN_DASH, MarkerStyle.ROMAN_DOT):
        return "roman"
    if style is not None:
        return style.value
    return re.sub(r"\d+|[^\W\d_]+", "x", marker)
