"""One font for all that is printed: in the theme, the styles, the lists and the words themselves.

Letters in an encoding from before Unicode keep their font, without which they are other letters; so do symbols.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from generator.check.page.fonts import is_legacy, letters_of
from generator.docview.markup import A, w
from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.fix.markup import put, take
from generator.messages import _

_PATH = "page.font"
_SLOTS = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_SYMBOLS = re.compile(
    r"symbol|wingdings|webdings|marlett|mt extra|cambria math|zapf ?dingbats|opensymbol", re.IGNORECASE
)


def fonts(desk: Desk) -> Iterator[Change]:
    """The profile's font wherever another one is named, once letters are printed in another one."""
    constraint = desk.profile.constraint(_PATH)
    wrong = [
        used for used in letters_of(desk.subject) if not constraint.accepts(used.font) and not is_legacy(used.font)
    ]
    if not wrong:
        return
    font = desk.profile.text(_PATH)
    _set_theme(desk.copy.linked("theme"), font)
    roots = [*desk.copy.stories, *(desk.copy.linked(kind) for kind in ("styles", "numbering"))]
    for root in roots:
        for element in root.iter(w("rFonts")) if root is not None else ():
            _set_fonts(desk, element, font)
    _name_in_defaults(desk, font)
    counted = Counter(used.font for used in wrong)
    for name, count in counted.items():
        first = next(used.where for used in wrong if used.font == name)
        before = _("{font} ({count} đoạn)").format(font=name, count=count)
        yield desk.change(_("phông chữ"), _PATH, before, font, first)


def _set_theme(theme: etree._Element | None, font: str) -> None:
    """The fonts that `+Headings` and `+Body` stand for."""
    for kind in ("majorFont", "minorFont"):
        for element in theme.iter(f"{{{A}}}{kind}") if theme is not None else ():
            latin = element.find(f"{{{A}}}latin")
            if latin is not None and not _is_kept(latin.get("typeface") or ""):
                latin.set("typeface", font)
                take(latin, "panose")


def _set_fonts(desk: Desk, element: etree._Element, font: str) -> None:
    constraint = desk.profile.constraint(_PATH)
    named = [element.get(w(slot)) or "" for slot in _SLOTS]
    if any(_is_kept(name) for name in named):
        return
    for (slot, themed), name in zip(_SLOTS.items(), named, strict=True):
        if take(element, w(themed)) or (name and not constraint.accepts(name)):
            element.set(w(slot), font)


def _name_in_defaults(desk: Desk, font: str) -> None:
    """Where nothing names a font, Word takes one by itself; the defaults shall name it."""
    styles = desk.copy.linked("styles")
    for defaults in styles.iter(w("rPrDefault")) if styles is not None else ():
        look = _default_look(defaults)
        if look.find(w("rFonts")) is None:
            put(look, "rFonts", ascii=font, hAnsi=font, cs=font, eastAsia=font)


def _default_look(defaults: etree._Element) -> etree._Element:
    found = defaults.find(w("rPr"))
    return etree.SubElement(defaults, w("rPr")) if found is None else found


def _is_kept(name: str) -> bool:
    return is_legacy(name) or _SYMBOLS.match(name) is not None
