"""Drawings of today's Word (DrawingML): pictures, shapes, lines, text boxes and groups.

It does not read the old ones (`vml` does) nor what is written in them (`boxed` does).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from generator.docview.blocks import Block
from generator.docview.drawing import Drawing, DrawingKind, Position
from generator.docview.looks import ZERO
from generator.docview.markup import EMU, PIC, WP, WPG, WPS, A, R, length, w, whole
from generator.docview.theme import Theme
from generator.measures import Length

_TURN = 60_000
_WRAPS = {"wrapNone": "none", "wrapSquare": "square", "wrapTight": "tight", "wrapThrough": "through"}
_WRAPS["wrapTopAndBottom"] = "topAndBottom"
_LINES = ("line", "lineInv")
_CONNECTOR = "straightConnector"
_SHAPE, _GROUP, _INNER_GROUP = f"{{{WPS}}}wsp", f"{{{WPG}}}wgp", f"{{{WPG}}}grpSp"
_PICTURE, _BOX = f"{{{PIC}}}pic", w("txbxContent")

Boxed = Callable[[etree._Element], tuple[Block, ...]]
"""From a `w:txbxContent` to what is written in it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed to read the drawings of one part."""

    boxed: Boxed
    targets: Mapping[str, str]
    """What its relationships point to."""
    theme: Theme


def read_drawing(element: etree._Element, desk: Desk) -> tuple[Drawing, ...]:
    """What a `w:drawing` shows."""
    found = []
    for frame in element:
        if frame.tag in (f"{{{WP}}}inline", f"{{{WP}}}anchor"):
            data = frame.find(f"{{{A}}}graphic/{{{A}}}graphicData")
            content = data[0] if data is not None and len(data) else None
            extent = frame.find(f"{{{WP}}}extent")
            size = (_emu(extent, "cx"), _emu(extent, "cy"))
            drawn = _object(content, desk, (1.0, 1.0))
            about = frame.find(f"{{{WP}}}docPr")
            found.append(_placed(frame, about, drawn, size))
    return tuple(found)


def _placed(
    frame: etree._Element, about: etree._Element | None, drawn: Drawing, size: tuple[Length, Length]
) -> Drawing:
    placed = replace(
        drawn,
        width=size[0],
        height=size[1],
        name=about.get("name", "") if about is not None else "",
        description=(about.get("descr") or about.get("title") or "") if about is not None else "",
    )
    if frame.tag == f"{{{WP}}}inline":
        return placed
    wraps = [_WRAPS[name] for child in frame if (name := etree.QName(child).localname) in _WRAPS]
    return replace(
        placed,
        is_inline=False,
        horizontal=_position(frame.find(f"{{{WP}}}positionH")),
        vertical=_position(frame.find(f"{{{WP}}}positionV")),
        wrap=wraps[0] if wraps else "none",
        is_behind=frame.get("behindDoc", "0") in ("1", "true"),
    )


def _position(element: etree._Element | None) -> Position | None:
    if element is None:
        return None
    offset: Length | None = None
    align: str | None = None
    share: float | None = None
    for child in element.iter():
        name = etree.QName(child).localname
        if name == "posOffset":
            offset = length(child.text, EMU)
        elif name == "align":
            align = (child.text or "").strip() or None
        elif name in ("pctPosHOffset", "pctPosVOffset"):
            thousandths = whole(child.text)
            share = None if thousandths is None else thousandths / 1000
    return Position(element.get("relativeFrom", "page"), offset, align, share)


def _object(element: etree._Element | None, desk: Desk, scale: tuple[float, float]) -> Drawing:
    """A picture, shape or group, in its own measures times `scale`."""
    if element is None:
        return Drawing(DrawingKind.OBJECT, ZERO, ZERO)
    if element.tag == _PICTURE:
        return _picture(element, desk, scale)
    if element.tag == _SHAPE:
        return _shape(element, desk, scale)
    if element.tag in (_GROUP, _INNER_GROUP) or etree.QName(element).localname in ("wpc", "lockedCanvas"):
        return _group(element, desk, scale)
    return Drawing(DrawingKind.OBJECT, ZERO, ZERO, preset=etree.QName(element).localname)


def _picture(element: etree._Element, desk: Desk, scale: tuple[float, float]) -> Drawing:
    properties = element.find(f"{{{PIC}}}spPr")
    width, height, rotation = _frame(properties, scale)
    blip = element.find(f"{{{PIC}}}blipFill/{{{A}}}blip")
    identifier = "" if blip is None else blip.get(f"{{{R}}}embed") or blip.get(f"{{{R}}}link") or ""
    target = desk.targets.get(identifier, "")
    return Drawing(DrawingKind.PICTURE, width, height, rotation=rotation, target=target, preset="rect")


def _shape(element: etree._Element, desk: Desk, scale: tuple[float, float]) -> Drawing:
    properties = element.find(f"{{{WPS}}}spPr")
    width, height, rotation = _frame(properties, scale)
    geometry = properties.find(f"{{{A}}}prstGeom") if properties is not None else None
    preset = geometry.get("prst", "") if geometry is not None else ""
    box = element.find(f"{{{WPS}}}txbx/{_BOX}")
    is_line = preset in _LINES or preset.startswith(_CONNECTOR)
    kind = DrawingKind.LINE if is_line else DrawingKind.SHAPE if box is None else DrawingKind.TEXT_BOX
    stroke, color, dash = _stroke(properties, desk.theme)
    if stroke is None and _has_styled_line(element, properties):
        color = color or _styled_color(element, desk.theme)
    return Drawing(
        kind,
        width,
        height,
        preset=preset,
        length=Length(round(math.hypot(width, height))) if is_line else None,
        stroke=stroke,
        stroke_color=color,
        dash=dash,
        fill=_color(properties.find(f"{{{A}}}solidFill"), desk.theme) if properties is not None else None,
        rotation=rotation,
        blocks=desk.boxed(box) if box is not None else (),
    )


def _group(element: etree._Element, desk: Desk, scale: tuple[float, float]) -> Drawing:
    properties = element.find(f"{{{WPG}}}grpSpPr")
    width, height, rotation = _frame(properties, scale)
    frame = properties.find(f"{{{A}}}xfrm") if properties is not None else None
    inner = frame.find(f"{{{A}}}chExt") if frame is not None else None
    across, down = _emu(inner, "cx"), _emu(inner, "cy")
    within = (width / across if across else scale[0], height / down if down else scale[1])
    names = (_SHAPE, _PICTURE, _GROUP, _INNER_GROUP)
    children = tuple(_object(child, desk, within) for child in element if child.tag in names)
    return Drawing(DrawingKind.GROUP, width, height, rotation=rotation, children=children)


def _frame(properties: etree._Element | None, scale: tuple[float, float]) -> tuple[Length, Length, float]:
    """Width, height and turn."""
    frame = properties.find(f"{{{A}}}xfrm") if properties is not None else None
    if frame is None:
        return ZERO, ZERO, 0.0
    extent = frame.find(f"{{{A}}}ext")
    size = (_emu(extent, "cx") * scale[0], _emu(extent, "cy") * scale[1])
    rotation = whole(frame.get("rot")) or 0
    return Length(round(min(size[0], 1e12))), Length(round(min(size[1], 1e12))), rotation / _TURN % 360


def _emu(element: etree._Element | None, name: str) -> Length:
    return (length(element.get(name), EMU) if element is not None else None) or ZERO


def _stroke(properties: etree._Element | None, theme: Theme) -> tuple[Length | None, str | None, str]:
    """Weight, colour and dash of an outline, as far as it is said here."""
    line = properties.find(f"{{{A}}}ln") if properties is not None else None
    if line is None or line.find(f"{{{A}}}noFill") is not None:
        return None, None, "solid"
    dash = line.find(f"{{{A}}}prstDash")
    color = _color(line.find(f"{{{A}}}solidFill"), theme)
    return length(line.get("w"), EMU), color, dash.get("val", "solid") if dash is not None else "solid"


def _has_styled_line(element: etree._Element, properties: etree._Element | None) -> bool:
    line = properties.find(f"{{{A}}}ln") if properties is not None else None
    is_bare = line is None or line.find(f"{{{A}}}noFill") is None
    return is_bare and element.find(f"{{{WPS}}}style/{{{A}}}lnRef") is not None


def _styled_color(element: etree._Element, theme: Theme) -> str | None:
    return _color(element.find(f"{{{WPS}}}style/{{{A}}}lnRef"), theme)


def _color(element: etree._Element | None, theme: Theme) -> str | None:
    """`RRGGBB` of a fill; shades of theme colours are not worked out."""
    for child in element if element is not None else ():
        name = etree.QName(child).localname
        if name == "srgbClr":
            return child.get("val", "").upper()
        if name == "sysClr":
            return child.get("lastClr", "").upper() or None
        if name == "schemeClr":
            return theme.colors.get(child.get("val", ""))
    return None
