"""The theme of a document: its fonts and colours, by the names under which styles ask for them.

It reads no effects and no backgrounds.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from generator.docview.markup import A, attribute, w

_COLORS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_USUAL_MAPPING = {
    **{"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2"},
    **{"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2"},
    **{"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"},
    **{"hyperlink": "hlink", "followedHyperlink": "folHlink"},
}
_MAPPED = {"t1": ("text1", "tx1"), "bg1": ("background1", "bg1"), "t2": ("text2", "tx2"), "bg2": ("background2", "bg2")}
"""Names in settings, and those that they decide."""
_SCRIPTS = {"ja": "Jpan", "ko": "Hang", "zh": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "ar": "Arab", "he": "Hebr"}
_SCRIPTS["th"] = "Thai"


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts by `majorAscii`, `minorHAnsi` …, colours by `accent1`, `text1` …"""

    fonts: dict[str, str] = field(default_factory=dict)
    colors: dict[str, str] = field(default_factory=dict)

    def font(self, name: str | None) -> str | None:
        return self.fonts.get(name) or None if name else None

    def color(self, element: etree._Element, name: str = "themeColor", prefix: str = "theme") -> str | None:
        """The theme colour that an element asks for, made lighter or darker as it says; None where it asks for none."""
        color = self.colors.get(attribute(element, name) or "")
        if color is None:
            return None
        tint, shade = attribute(element, f"{prefix}Tint"), attribute(element, f"{prefix}Shade")
        if tint is not None:
            return _lightness(color, lambda light, share: light * share + 1 - share, tint)
        if shade is not None:
            return _lightness(color, lambda light, share: light * share, shade)
        return color


def _lightness(color: str, change: Callable[[float, float], float], share: str) -> str:
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    try:
        light = change(light, int(share, 16) / 255)
    except ValueError:
        return color
    mixed = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(part * 255):02X}" for part in mixed)


def read_theme(root: etree._Element | None, settings: etree._Element | None) -> Theme:
    """The theme's names resolved, by the languages and the mapping that the settings give."""
    if root is None:
        return Theme()
    found = {name: color for name in _COLORS if (color := _color(root, name))}
    mapping = dict(_USUAL_MAPPING)
    asked = None if settings is None else settings.find(w("clrSchemeMapping"))
    for short, names in _MAPPED.items():
        mapped = attribute(asked, short)
        if mapped is not None:
            mapping |= dict.fromkeys(names, _USUAL_MAPPING.get(mapped, mapped))
    colors = found | {name: found[base] for name, base in mapping.items() if base in found}
    languages = None if settings is None else settings.find(w("themeFontLang"))
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        scheme = root.find(f".//{{{A}}}{size}Font")
        if scheme is not None:
            fonts |= _fonts(scheme, size, languages)
    return Theme(fonts, colors)


def _color(root: etree._Element, name: str) -> str | None:
    element = root.find(f".//{{{A}}}clrScheme/{{{A}}}{name}")
    inner = element[0] if element is not None and len(element) else None
    if inner is None:
        return None
    color = (inner.get("lastClr") or inner.get("val") or "").upper()
    return color if len(color) == 6 and all(digit in "0123456789ABCDEF" for digit in color) else None


def _fonts(scheme: etree._Element, size: str, languages: etree._Element | None) -> dict[str, str]:
    faces = {kind: _typeface(scheme.find(f"{{{A}}}{kind}")) for kind in ("latin", "ea", "cs")}
    scripts = {font.get("script", ""): font.get("typeface", "") for font in scheme.iterchildren(f"{{{A}}}font")}
    for kind, name in (("ea", "eastAsia"), ("cs", "bidi")):
        language = attribute(languages, name) or ""
        script = _SCRIPTS.get(language) or _SCRIPTS.get(language[:2], "")
        faces[kind] = faces[kind] or scripts.get(script, "")
    names = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
    return {f"{size}{name}": faces[kind] for name, kind in names.items()}


def _typeface(element: etree._Element | None) -> str:
    return "" if element is None else element.get("typeface", "")
