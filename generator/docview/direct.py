"""The properties that one place sets (a style, a list level, a paragraph, a run), by the names of the looks' fields.

It knows of no other place: `cascade` lays one over another.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from lxml import etree

from generator.docview.looks import AUTO, Alignment, Border, Frame, LineRule, Tab
from generator.docview.markup import EIGHTH, POINT, attribute, is_on, length, value, whole
from generator.docview.theme import Theme
from generator.measures import Length

Properties = dict[str, Any]
"""Values by field name. What is not in it is not set; None is a value ("none")."""

TABS, BORDER = "tabs", "border_"
MOST_TABS = 64
"""Word's own limit for a paragraph."""
NUM_ID, LEVEL = "num_id", "num_level"
LINE, LINE_RULE = "line", "line_rule"
SIDES = ("top", "left", "bottom", "right", "between")
_START = {"start": "left", "end": "right"}
_ALIGNMENTS = {
    **{"left": Alignment.LEFT, "start": Alignment.LEFT, "center": Alignment.CENTER, "right": Alignment.RIGHT},
    **{"end": Alignment.RIGHT, "both": Alignment.BOTH, "distribute": Alignment.DISTRIBUTE},
    **{"lowKashida": Alignment.BOTH, "mediumKashida": Alignment.BOTH, "highKashida": Alignment.BOTH},
    **{"thaiDistribute": Alignment.DISTRIBUTE},
}
_SWITCHES = {
    **{"keepNext": "keep_next", "keepLines": "keep_lines", "pageBreakBefore": "page_break_before"},
    **{"widowControl": "widow_control", "contextualSpacing": "contextual_spacing", "bidi": "right_to_left"},
    **{"suppressAutoHyphens": "suppress_hyphens"},
}
_AUTO_SPACE = Length.from_pt(14)
_LINE_OF_TEXT = Length.from_pt(12)


def alignment(text: str | None) -> Alignment | None:
    return _ALIGNMENTS.get(text or "")


def color_of(element: etree._Element, theme: Theme, name: str = "color", prefix: str = "theme") -> str | None:
    """`RRGGBB`, `auto`, or None where it says nothing."""
    themed = theme.color(element, "themeColor" if prefix == "theme" else prefix, prefix)
    plain = themed or attribute(element, name)
    if plain is None:
        return None
    return AUTO if plain == AUTO else plain.upper()[:6]


def border(element: etree._Element, theme: Theme) -> Border:
    """One line of a paragraph, run, cell, table or page."""
    weight = length(attribute(element, "sz"), EIGHTH) or Length(0)
    space = length(attribute(element, "space"), POINT) or Length(0)
    return Border(value(element) or "none", weight, space, color_of(element, theme) or AUTO)


def shading(element: etree._Element, theme: Theme) -> str | None:
    """The colour behind something; None where it stays clear."""
    kind, fill = value(element), color_of(element, theme, "fill", "themeFill")
    if kind == "solid":
        return color_of(element, theme)
    return None if fill in (None, AUTO) or kind == "nil" else fill


def paragraph_properties(element: etree._Element | None, theme: Theme) -> Properties:
    """What a `w:pPr` sets."""
    found: Properties = {}
    for child in element if element is not None else ():
        name = _local(child)
        if name in _SWITCHES:
            found[_SWITCHES[name]] = is_on(child)
        elif name in _READERS:
            found.update(_READERS[name](child, theme))
    return found


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _alignment(element: etree._Element, _theme: Theme) -> Properties:
    found = alignment(value(element))
    return {} if found is None else {"alignment": found}


def _indent(element: etree._Element, _theme: Theme) -> Properties:
    found: Properties = {}
    for name in ("left", "start", "right", "end"):
        measured = length(attribute(element, name))
        if measured is not None:
            found[_START.get(name, name)] = measured
    first, hanging = length(attribute(element, "firstLine")), length(attribute(element, "hanging"))
    if hanging is not None and (hanging or first is None):  # of the two, hanging wins
        found["first_line"] = Length(-hanging)
    elif first is not None:
        found["first_line"] = first
    return found


def _spacing(element: etree._Element, _theme: Theme) -> Properties:
    found: Properties = {}
    for name in ("before", "after"):
        measured = length(attribute(element, name))
        lines = whole(attribute(element, f"{name}Lines"))
        if lines is not None:
            measured = Length(round(lines * _LINE_OF_TEXT / 100))
        if measured is not None:
            found[name] = measured
        automatic = attribute(element, f"{name}Autospacing")
        if automatic is not None:
            found[f"{name}_auto"] = automatic.lower() not in ("0", "false", "off")
            if found[f"{name}_auto"]:
                found[name] = _AUTO_SPACE
    line, rule = length(attribute(element, "line")), attribute(element, "lineRule")
    if line is not None:
        found[LINE] = line
    if rule in ("auto", "exact", "atLeast"):
        found[LINE_RULE] = LineRule(rule)
    return found


def _outline(element: etree._Element, _theme: Theme) -> Properties:
    level = whole(value(element), 0, 9)
    return {} if level is None else {"outline_level": None if level == 9 else level}


def _borders(element: etree._Element, theme: Theme) -> Properties:
    sides = {_START.get(_local(child), _local(child)): child for child in element}
    return {BORDER + side: border(child, theme) for side, child in sides.items() if side in SIDES}


def _tabs(element: etree._Element, _theme: Theme) -> Properties:
    stops: dict[Length, Tab | None] = {}
    for child in islice(element, MOST_TABS):
        position, kind = length(attribute(child, "pos")), value(child) or "left"
        if position is not None:
            cleared = kind == "clear"
            stops[position] = None if cleared else Tab(position, kind, attribute(child, "leader") or "none")
    return {TABS: stops}


def _numbers(element: etree._Element, _theme: Theme) -> Properties:
    found: Properties = {}
    for child in element:
        number = whole(value(child))
        if number is not None and _local(child) == "numId":
            found[NUM_ID] = number
        elif number is not None and _local(child) == "ilvl":
            found[LEVEL] = min(max(number, 0), 8)
    return found


def _frame(element: etree._Element, _theme: Theme) -> Properties:
    def measure(name: str) -> Length | None:
        return length(attribute(element, name))

    frame = Frame(
        width=measure("w"),
        height=measure("h"),
        x=measure("x"),
        y=measure("y"),
        horizontal_from=attribute(element, "hAnchor") or "text",
        vertical_from=attribute(element, "vAnchor") or "text",
        horizontal_align=attribute(element, "xAlign"),
        vertical_align=attribute(element, "yAlign"),
        wrap=attribute(element, "wrap") or "around",
        drop_cap=(attribute(element, "dropCap") or "none") != "none",
    )
    return {"frame": frame}


_READERS: dict[str, Callable[[etree._Element, Theme], Properties]] = {
    "jc": _alignment,
    "ind": _indent,
    "spacing": _spacing,
    "outlineLvl": _outline,
    "pBdr": _borders,
    "tabs": _tabs,
    "numPr": _numbers,
    "framePr": _frame,
    "shd": lambda element, theme: {"shading": shading(element, theme)},
    "textAlignment": lambda element, _theme: {"vertical_text": value(element)},
}
