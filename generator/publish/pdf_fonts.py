"""The typefaces of a PDF: whether it carries them, and whether each letter stands in the one that was meant.

Symbols may come from anywhere; letters may not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic
from generator.publish.findings import loose_font, other_typeface
from generator.publish.fonts import WITH_TIMES_METRICS
from generator.publish.source import Source

if TYPE_CHECKING:
    from pypdf import PageObject

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SUBSET = re.compile(r"^/?[A-Z]{6}\+")
_BY_CHARACTER = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_BY_RANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_CODES = re.compile(rb"<([0-9A-Fa-f]+)>")
_WIDEST_RANGE = 1 << 12
_TIMES = ("times new roman", "tinos", "times")
_SYMBOLS = ("symbol", "wingdings", "webdings", "opensymbol", "zapf dingbats", "marlett")
_DEEPEST = 8


def font_faults(pages: Sequence[PageObject], source: Source) -> list[Diagnostic]:
    """What is wrong with the fonts of the pages."""
    fonts = {id(font): font for page in pages for font in _fonts(page.get("/Resources"), 0)}
    loose = [_name(font) for font in fonts.values() if not _is_carried(font)]
    faults = [loose_font(source.file, sorted(set(loose)))] if loose else []
    strangers: dict[str, str] = {}
    for font in fonts.values():
        name = _family(font)
        if not _is_meant(name, source.typefaces):
            strangers[name] = strangers.get(name, "") + _letters(font)
    is_fault = all(_is_times_or_symbols(name) for name in source.typefaces)
    for name, shown in strangers.items():
        if shown:
            some = "".join(dict.fromkeys(shown))[:12]
            faults.append(other_typeface(source.file, name, some, is_fault=is_fault))
    return faults


def _fonts(resources: Any, depth: int) -> Iterator[Any]:
    """The fonts of a page and of what is drawn on it."""
    if resources is None or depth > _DEEPEST:
        return
    held = resources.get_object()
    for font in (held.get("/Font") or {}).values():
        yield font.get_object()
    for drawn in (held.get("/XObject") or {}).values():
        yield from _fonts(drawn.get_object().get("/Resources"), depth + 1)


def _name(font: Any) -> str:
    return _SUBSET.sub("", str(font.get("/BaseFont", "?"))).lstrip("/")


def _family(font: Any) -> str:
    return re.split(r"[-,]", _name(font))[0]


def _is_carried(font: Any) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    return descriptor is not None and any(name in descriptor.get_object() for name in _FILES)


def _is_meant(family: str, named: frozenset[str]) -> bool:
    """Whether a font of the PDF is of a typeface that the document names; Tinos is Times New Roman."""
    if family.startswith(WITH_TIMES_METRICS):
        return True
    plain = [name.replace(" ", "").casefold() for name in named]
    return any(name and family.casefold().startswith(name) for name in plain)


def _is_times_or_symbols(name: str) -> bool:
    return name.casefold() in _TIMES or name.casefold().startswith(_SYMBOLS)


def _letters(font: Any) -> str:
    """The Latin letters that a font shows, by its table of characters: LibreOffice lists those that are used."""
    if "/ToUnicode" not in font:
        return ""
    table = font["/ToUnicode"].get_object().get_data()
    return "".join(one for one in dict.fromkeys(_characters(table)) if _is_latin(one))


def _characters(table: bytes) -> Iterator[str]:
    for block in _BY_CHARACTER.findall(table):
        for code in _CODES.findall(block)[1::2]:
            yield from bytes.fromhex(code.decode()).decode("utf-16-be", "ignore")
    for block in _BY_RANGE.findall(table):
        codes = [int(code, 16) for code in _CODES.findall(block)]
        for first, last, start in zip(codes[::3], codes[1::3], codes[2::3], strict=False):
            yield from (chr(start + more) for more in range(min(last - first + 1, _WIDEST_RANGE)) if start < 0x10000)


def _is_latin(character: str) -> bool:
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN")
