"""The vocabulary of WordprocessingML as far as it is read, and the values in its attributes.

It reads no part: a value that makes no sense is no value, and what stands below it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.measures import Length

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", MATH.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC.encode()),
)
"""The names of the strict vocabulary and the usual ones for the same things."""

VAL = f"{{{W}}}val"
_KNOWN_CHOICES = frozenset((WPS, WPG, WP, "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"))
_CHOICE, _FALLBACK = f"{{{MC}}}Choice", f"{{{MC}}}Fallback"
_OFF = frozenset(("0", "false", "off", "none"))
_NUMBER = re.compile(r"\s*([+-]?\d{1,12}(?:\.\d{0,6})?)\s*(pt|mm|cm|in|pc|pi|px)?\s*")
_UNITS = {"pt": 12_700.0, "mm": 36_000.0, "cm": 360_000.0, "in": 914_400.0, "pc": 152_400.0, "pi": 152_400.0}
_UNITS["px"] = 9_525.0
TWIP, HALF_POINT, EIGHTH, POINT, EMU = 635.0, 6_350.0, 1_587.5, 12_700.0, 1.0
_LARGEST = 10**11
"""EMU; some hundred kilometres of paper."""


def w(name: str) -> str:
    """A name of the main vocabulary as lxml writes it."""
    return f"{{{W}}}{name}"


def attribute(element: etree._Element | None, name: str) -> str | None:
    return None if element is None else element.get(f"{{{W}}}{name}")


def value(element: etree._Element | None) -> str | None:
    """Its `w:val`."""
    return None if element is None else element.get(VAL)


def is_on(element: etree._Element) -> bool:
    """A switch: on where it stands without a value."""
    return (element.get(VAL) or "1").lower() not in _OFF


def has(element: etree._Element | None, name: str) -> bool:
    """Whether a switch below an element is there and on."""
    found = None if element is None else element.find(w(name))
    return found is not None and is_on(found)


def length(text: str | None, unit: float = TWIP) -> Length | None:
    """A measure; a bare number is in `unit`, another brings its own."""
    match = None if text is None else _NUMBER.fullmatch(text)
    if match is None:
        return None
    measured = float(match[1]) * _UNITS.get(match[2], unit)
    return Length(round(measured)) if abs(measured) < _LARGEST else None


def whole(text: str | None, low: int = -(2**31), high: int = 2**31) -> int | None:
    """A whole number within bounds."""
    match = None if text is None else _NUMBER.fullmatch(text)
    if match is None or match[2]:
        return None
    number = int(float(match[1]))
    return number if low <= number <= high else None


def percent(text: str | None) -> float | None:
    """A share of a table's width: `50%`, or fiftieths of a percent."""
    if text is None:
        return None
    number = _NUMBER.fullmatch(text.rstrip("% \t"))
    if number is None:
        return None
    return float(number[1]) if text.rstrip().endswith("%") else float(number[1]) / 50


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """Of `mc:AlternateContent` what Word shows: the first choice that it knows, else the fallback."""
    for each in alternatives:
        if each.tag == _CHOICE:
            needed = (each.get("Requires") or "").split()
            names = [each.nsmap.get(prefix) or "" for prefix in needed]
            if all(name in _KNOWN_CHOICES or name.startswith("http://schemas.microsoft.com/") for name in names):
                return each
        elif each.tag == _FALLBACK:
            return each
    return None


def unwrapped(parent: etree._Element, wanted: str, *wrappers: str) -> Iterator[etree._Element]:
    """The children of one name, those in wrappers (content controls and the like) included, in order."""
    waiting = [parent.iterchildren()]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == wanted:
            yield child
        elif child.tag in wrappers:
            waiting.append(child.iterchildren())


Key = tuple[object, ...]


def key_of(element: etree._Element) -> Key:
    """What tells properties apart: equal keys, equal properties."""
    return tuple([(child.tag, *child.attrib.values(), *child.attrib.keys(), key_of(child)) for child in element])
