"""A DOCX that can be changed: its parts as trees, its paragraphs by what they say, its properties by their names.

It knows no operation; `operations` does.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from generator.measures import Length

Element = Any
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
MAIN = "word/document.xml"
HEADER = "word/header1.xml"
"""Of our documents: the one with the number of the page."""
_ALIGNMENTS = {"justified": "both"}
_RULES = {"exactly": "exact", "at least": "atLeast"}


def w(name: str) -> str:
    return f"{{{NAMES['w']}}}{name}"


def element(tag: str, **attributes: object) -> Element:
    """`element("sz", val=28)` is `<w:sz w:val="28"/>`."""
    made = etree.Element(w(tag))
    for name, value in attributes.items():
        made.set(w(name), str(value))
    return made


class Package:
    """The parts of one DOCX; a part that was asked for is parsed and written back."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self._trees: dict[str, Element] = {}

    def tree(self, part: str = MAIN) -> Element:
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self.parts[part])
        return self._trees[part]

    def replace_part(self, part: str, text: str) -> None:
        self._trees.pop(part, None)
        self.parts[part] = text.encode()

    def text_of(self, part: str) -> str:
        """The XML as it now stands."""
        return etree.tostring(self.tree(part), encoding="unicode")

    def saved(self) -> bytes:
        for name, tree in self._trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), data)
        return buffer.getvalue()

    def paragraph(self, text: str = "", in_style: str = "", nth: int = 1, part: str = MAIN) -> Element:
        """The nth paragraph that holds the text, or that has the style."""
        found = [
            each
            for each in self.tree(part).iter(w("p"))
            if text in text_of(each) and in_style in ("", style_of(each)) and (text or in_style)
        ]
        if len(found) < nth:
            raise LookupError(f"no paragraph {nth} with text “{text}” or style “{in_style}” in {part}")
        return found[nth - 1]

    def style(self, style_id: str) -> Element:
        for each in self.tree("word/styles.xml").iter(w("style")):
            if each.get(w("styleId")) == style_id:
                return each
        raise LookupError(style_id)

    @property
    def sections(self) -> list[Element]:
        return list(self.tree().iter(w("sectPr")))

    @property
    def body(self) -> Element:
        return self.tree().find(w("body"))


def text_of(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(w("t")))


def style_of(paragraph: Element) -> str:
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if found is None else found.get(w("val"))


def child(parent: Element, name: str, *, first: bool = False) -> Element:
    """The child of this name, made where there is none."""
    found = parent.find(w(name))
    if found is None:
        found = element(name)
        parent.insert(0, found) if first else parent.append(found)
    return found


def put(properties: Element, name: str, **attributes: object) -> None:
    """Set attributes of a property; an attribute of None is taken away."""
    target = child(properties, name)
    for key, value in attributes.items():
        if value is None:
            target.attrib.pop(w(key), None)
        else:
            target.set(w(key), str(value))


def drop(properties: Element, name: str) -> None:
    for each in properties.findall(w(name)):
        properties.remove(each)


def twips(value: object) -> int:
    return Length.parse(str(value)).twips


def _switch(name: str) -> Callable[[Element, object], None]:
    return lambda properties, value: put(properties, name, val=1 if value else 0)


def _worded(name: str) -> Callable[[Element, object], None]:
    return lambda properties, value: put(properties, name, val=value)


def _fonts(properties: Element, value: object) -> None:
    put(properties, "rFonts", ascii=value, hAnsi=value, cs=value, eastAsia=value)
    for key in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        properties.find(w("rFonts")).attrib.pop(w(key), None)


def _size(properties: Element, value: object) -> None:
    half_points = Length.parse(str(value)).half_points
    put(properties, "sz", val=half_points)
    put(properties, "szCs", val=half_points)


RUN: Mapping[str, Callable[[Element, object], None]] = {
    "font": _fonts,
    "ascii_font": lambda properties, value: put(properties, "rFonts", ascii=value),
    "vietnamese_font": lambda properties, value: put(properties, "rFonts", hAnsi=value),
    "theme_font": lambda properties, value: put(properties, "rFonts", asciiTheme=value, hAnsiTheme=value),
    "size": _size,
    "bold": _switch("b"),
    "italic": _switch("i"),
    "underline": _worded("u"),
    "colour": _worded("color"),
    "highlight": _worded("highlight"),
    "shading": lambda properties, value: put(properties, "shd", val="clear", color="auto", fill=value),
    "hidden": _switch("vanish"),
    "caps": _switch("caps"),
    "small_caps": _switch("smallCaps"),
    "strike": _switch("strike"),
    "vertical": _worded("vertAlign"),
    "spacing": lambda properties, value: put(properties, "spacing", val=twips(value)),
    "scale": _worded("w"),
    "outline": _switch("outline"),
    "shadow": _switch("shadow"),
}
"""What `run` and `style` can set of words."""


def _line(properties: Element, value: object) -> None:
    words = str(value)
    for word, rule in _RULES.items():
        if words.startswith(word):
            put(properties, "spacing", line=twips(words.removeprefix(word).strip()), lineRule=rule)
            return
    put(properties, "spacing", line=round(float(words) * 240), lineRule="auto")


def _indent(name: str) -> Callable[[Element, object], None]:
    def set_it(properties: Element, value: object) -> None:
        opposite = {"firstLine": "hanging", "hanging": "firstLine"}.get(name)
        put(properties, "ind", **{name: twips(value)}, **({opposite: None} if opposite else {}))

    return set_it


def _border(properties: Element, value: object) -> None:
    drop(properties, "pBdr")
    if value:
        side, style, weight = str(value).split()
        lines = child(properties, "pBdr")
        eighths = round(Length.parse(weight).pt * 8)
        lines.append(element(side, val=style, sz=eighths, space=0, color="auto"))


PARAGRAPH: Mapping[str, Callable[[Element, object], None]] = {
    "alignment": lambda properties, value: put(properties, "jc", val=_ALIGNMENTS.get(str(value), value)),
    "before": lambda properties, value: put(properties, "spacing", before=twips(value)),
    "after": lambda properties, value: put(properties, "spacing", after=twips(value)),
    "line": _line,
    "left": _indent("left"),
    "right": _indent("right"),
    "first_line": _indent("firstLine"),
    "hanging": _indent("hanging"),
    "contextual": _switch("contextualSpacing"),
    "page_break_before": _switch("pageBreakBefore"),
    "keep_next": _switch("keepNext"),
    "fill": lambda properties, value: put(properties, "shd", val="clear", color="auto", fill=value),
    "border": _border,
    "in_style": _worded("pStyle"),
    "outline_level": _worded("outlineLvl"),
}
"""What `paragraph`, `insert` and `style` can set of paragraphs."""


def runs(paragraph: Element) -> Iterator[Element]:
    """Those with words in them, deleted ones left out."""
    return (each for each in paragraph.iter(w("r")) if each.find(w("t")) is not None)


def properties_of(holder: Element) -> Element:
    """The properties of a run or a paragraph, made where there are none."""
    return child(holder, "rPr" if holder.tag == w("r") else "pPr", first=True)


def set_all(
    properties: Element, table: Mapping[str, Callable[[Element, object], None]], wanted: Mapping[str, object]
) -> None:
    for name, value in wanted.items():
        table[name](properties, value)


def write(run: Element, text: str) -> None:
    """The text of a run; a line break and a tab become Word's."""
    for name in ("t", "br", "tab"):
        drop(run, name)
    for piece in re.findall(r"[^\n\t]+|\n|\t", text):
        if piece in "\n\t":
            run.append(element("br" if piece == "\n" else "tab"))
        else:
            made = element("t")
            made.text = piece
            made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(made)
