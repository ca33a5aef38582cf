"""Drawings of older Word (VML): lines, shapes, text boxes and pictures in `w:pict` and `w:object`.

It does not work out formulas of shapes, and does not read what is written in them (`boxed` does).
"""

from __future__ import annotations

import math
from dataclasses import replace

from lxml import etree

from generator.docview.drawing import Drawing, DrawingKind, Position
from generator.docview.drawings import Desk
from generator.docview.looks import ZERO
from generator.docview.markup import OFFICE, VML, R, length, w
from generator.measures import Length

_DRAWN = frozenset(
    f"{{{VML}}}{name}"
    for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve", "image", "group")
)
_PRESETS = {"t32": "straightConnector1", "t20": "line", "t202": "textBox", "t75": "pictureFrame", "t12": "star5"}
"""Shape types that matter, by the end of their id, and today's names for them."""
_PIXEL = 9_525.0
_USUAL_STROKE = Length.from_pt(0.75)
_COLORS = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF", "gray": "808080"}
_TRUE = ("t", "true", "1")
_FALSE = ("f", "false", "0")
_WRAP = "{urn:schemas-microsoft-com:office:word}wrap"
_Scale = tuple[float, float]


def read_vml(element: etree._Element, desk: Desk) -> tuple[Drawing, ...]:
    """What a `w:pict` or `w:object` shows."""
    is_object = element.tag == w("object")
    found = []
    for child in element:
        if child.tag in _DRAWN:
            drawing = _shape(child, desk, None)
            found.append(replace(drawing, kind=DrawingKind.OBJECT) if is_object else drawing)
    if is_object and not found:
        found.append(Drawing(DrawingKind.OBJECT, ZERO, ZERO, is_vml=True))
    return tuple(found)


def _shape(element: etree._Element, desk: Desk, scale: _Scale | None) -> Drawing:
    style = _style(element)
    preset = _preset(element)
    width, height = _size(element, style, scale)
    box = element.find(f"{{{VML}}}textbox/{w('txbxContent')}")
    picture = element.find(f"{{{VML}}}imagedata")
    if element.tag == f"{{{VML}}}group":
        kind = DrawingKind.GROUP
    elif preset in ("line", "straightConnector1") or element.get(f"{{{OFFICE}}}hr", "") in _TRUE:
        kind = DrawingKind.LINE
    elif box is not None:
        kind = DrawingKind.TEXT_BOX
    else:
        kind = DrawingKind.PICTURE if picture is not None else DrawingKind.SHAPE
    stroke = _stroke(element)
    drawing = Drawing(
        kind,
        width,
        height,
        is_inline=style.get("position", "static") == "static",
        is_vml=True,
        preset=preset,
        length=Length(round(math.hypot(width, height))) if kind is DrawingKind.LINE else None,
        stroke=stroke,
        stroke_color=_color(element.get("strokecolor", "black")) if stroke is not None else None,
        dash=_dash(element),
        fill=None if element.get("filled", "t") in _FALSE else _color(element.get("fillcolor", "")),
        rotation=_degrees(style.get("rotation", "")),
        name=element.get("id", ""),
        description=element.get("alt", ""),
        target=_target(picture, desk),
        blocks=desk.boxed(box) if box is not None else (),
        children=_children(element, desk, width, height) if kind is DrawingKind.GROUP else (),
    )
    return drawing if drawing.is_inline else _placed(drawing, element, style)


def _placed(drawing: Drawing, element: etree._Element, style: dict[str, str]) -> Drawing:
    wrap = element.find(_WRAP)
    return replace(
        drawing,
        horizontal=_position(style, "horizontal", "margin-left", "left", _start(element)[0]),
        vertical=_position(style, "vertical", "margin-top", "top", _start(element)[1]),
        wrap=wrap.get("type", "none") if wrap is not None else "none",
        is_behind=style.get("z-index", "0").startswith("-"),
    )


def _style(element: etree._Element) -> dict[str, str]:
    pairs = (each.partition(":") for each in element.get("style", "")[:5_000].split(";"))
    return {name.strip().lower(): said.strip() for name, _colon, said in pairs}


def _preset(element: etree._Element) -> str:
    name = str(element.tag).rpartition("}")[2]
    if name != "shape":
        return name
    return _PRESETS.get(element.get("type", "").rpartition("_x0000_")[2], "")


def _size(element: etree._Element, style: dict[str, str], scale: _Scale | None) -> tuple[Length, Length]:
    if element.tag == f"{{{VML}}}line":
        unit = scale or (_PIXEL, _PIXEL)
        start, end = _point(element.get("from", ""), unit), _point(element.get("to", ""), unit)
        return Length(abs(end[0] - start[0])), Length(abs(end[1] - start[1]))
    across, down = scale or (_PIXEL, _PIXEL)
    return length(style.get("width"), across) or ZERO, length(style.get("height"), down) or ZERO


def _start(element: etree._Element) -> tuple[Length | None, Length | None]:
    """Where a line begins; other shapes say it in their style."""
    if element.tag != f"{{{VML}}}line":
        return None, None
    start, end = (_point(element.get(name, ""), (_PIXEL, _PIXEL)) for name in ("from", "to"))
    return min(start[0], end[0]), min(start[1], end[1])


def _point(text: str, unit: _Scale) -> tuple[Length, Length]:
    across, _comma, down = text.partition(",")
    return length(across, unit[0]) or ZERO, length(down, unit[1]) or ZERO


def _position(style: dict[str, str], axis: str, margin: str, plain: str, start: Length | None) -> Position:
    align = style.get(f"mso-position-{axis}")
    relative = style.get(f"mso-position-{axis}-relative", "text").removesuffix("-area").removesuffix("-margin")
    relative = {"text": "column" if axis == "horizontal" else "paragraph", "char": "character"}.get(relative, relative)
    if align is not None and align != "absolute":
        return Position(relative, None, align)
    offset = length(style.get(margin), _PIXEL)
    return Position(relative, length(style.get(plain), _PIXEL) or start if offset is None else offset)


def _stroke(element: etree._Element) -> Length | None:
    if element.get("stroked", "t") in _FALSE:
        return None
    return length(element.get("strokeweight"), _PIXEL) or _USUAL_STROKE


def _dash(element: etree._Element) -> str:
    stroke = element.find(f"{{{VML}}}stroke")
    return stroke.get("dashstyle", "solid") if stroke is not None else "solid"


def _color(text: str) -> str | None:
    """Of `#ff0000 [3204]`, `#f00` or `red`."""
    name = text.split(" ")[0].lower()
    if name.startswith("#") and len(name) == 4:
        name = "#" + "".join(2 * digit for digit in name[1:])
    return name[1:7].upper() if name.startswith("#") else _COLORS.get(name)


def _degrees(text: str) -> float:
    turned = length(text.removesuffix("fd"), 1.0)
    if turned is None:
        return 0.0
    return turned / 65_536 if text.endswith("fd") else float(turned)


def _target(picture: etree._Element | None, desk: Desk) -> str:
    return "" if picture is None else desk.targets.get(picture.get(f"{{{R}}}id") or "", "")


def _children(element: etree._Element, desk: Desk, width: Length, height: Length) -> tuple[Drawing, ...]:
    """What a group holds, in measures of paper."""
    across, down = _point(element.get("coordsize", "1000,1000"), (1.0, 1.0))
    scale = (width / across if across else 1.0, height / down if down else 1.0)
    return tuple(_shape(child, desk, scale) for child in element if child.tag in _DRAWN)
