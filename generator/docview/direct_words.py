"""The properties of words that one place sets (a style, a list level, a run), by the names of `RunLook`'s fields.

It knows of no other place: `cascade` lays one over another.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from generator.docview.direct import Properties, border, color_of, shading
from generator.docview.markup import HALF_POINT, attribute, is_on, length, value, whole
from generator.docview.theme import Theme

TOGGLES = frozenset(
    (
        *("bold", "bold_cs", "italic", "italic_cs", "caps", "small_caps", "strike"),
        *("hidden", "outline", "shadow", "emboss", "imprint"),
    )
)
"""Switches that a style turns over instead of setting: bold in a bold paragraph is plain again."""
SIZE_CS = "size_cs"
_SWITCHES = {
    **{"b": "bold", "bCs": "bold_cs", "i": "italic", "iCs": "italic_cs", "caps": "caps", "smallCaps": "small_caps"},
    **{"strike": "strike", "dstrike": "double_strike", "vanish": "hidden", "outline": "outline", "shadow": "shadow"},
    **{"emboss": "emboss", "imprint": "imprint", "cs": "complex", "rtl": "complex"},
}
_FONTS = (
    ("ascii", "ascii", "asciiTheme"),
    ("hansi", "hAnsi", "hAnsiTheme"),
    ("east_asia", "eastAsia", "eastAsiaTheme"),
    ("complex_script", "cs", "cstheme"),
)
"""The field, the attribute, and the one that names a font of the theme and wins."""


def run_properties(element: etree._Element | None, theme: Theme) -> Properties:
    """What a `w:rPr` sets."""
    found: Properties = {}
    for child in element if element is not None else ():
        name = str(child.tag).rpartition("}")[2]
        if name in _SWITCHES:
            found[_SWITCHES[name]] = is_on(child)
        elif name in _READERS:
            found.update(_READERS[name](child, theme))
    return found


def _fonts(element: etree._Element, theme: Theme) -> Properties:
    found: Properties = {}
    for field, plain, themed in _FONTS:
        name = theme.font(attribute(element, themed)) or attribute(element, plain)
        if name:
            found[field] = name
    hint = attribute(element, "hint")
    return found | ({} if hint is None else {"hint": None if hint == "default" else hint})


def _size(field: str) -> Callable[[etree._Element, Theme], Properties]:
    def read(element: etree._Element, _theme: Theme) -> Properties:
        size = length(value(element), HALF_POINT)
        return {field: size} if size is not None and size > 0 else {}

    return read


def _length(field: str, unit: float) -> Callable[[etree._Element, Theme], Properties]:
    def read(element: etree._Element, _theme: Theme) -> Properties:
        measured = length(value(element), unit)
        return {} if measured is None else {field: measured}

    return read


def _word(field: str, nothing: str) -> Callable[[etree._Element, Theme], Properties]:
    def read(element: etree._Element, _theme: Theme) -> Properties:
        said = value(element)
        return {} if said is None else {field: None if said == nothing else said}

    return read


def _color(element: etree._Element, theme: Theme) -> Properties:
    color = color_of(element, theme, "val")
    return {} if color is None else {"color": color}


def _scale(element: etree._Element, _theme: Theme) -> Properties:
    scale = whole((value(element) or "").rstrip("%"), 1, 600)
    return {} if scale is None else {"scale": scale}


_READERS: dict[str, Callable[[etree._Element, Theme], Properties]] = {
    "rFonts": _fonts,
    "sz": _size("size"),
    "szCs": _size(SIZE_CS),
    "spacing": _length("spacing", 635.0),
    "position": _length("position", HALF_POINT),
    "u": _word("underline", "none"),
    "highlight": _word("highlight", "none"),
    "vertAlign": _word("vertical", "baseline"),
    "lang": _word("language", ""),
    "color": _color,
    "w": _scale,
    "kern": lambda element, _theme: {"kerning": bool(whole(value(element)))},
    "shd": lambda element, theme: {"shading": shading(element, theme)},
    "bdr": lambda element, theme: {"border": border(element, theme)},
}
