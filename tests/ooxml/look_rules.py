"""What must hold of styles, numbering, sections and measures."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.ooxml.package_rules import twice
from tests.ooxml.story_rules import local
from tests.ooxml.wordfile import DOCUMENT, W, WordFile, w

_STYLE_OF = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_SECTION_ORDER = (
    *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"),
    *("pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection"),
    *("bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange"),
)
_PAGE = 31_680
"""Twips: the 22 inches that Word measures by."""
_LIMITS: dict[tuple[str, str], tuple[int, int]] = (
    {("ind", side): (-_PAGE, _PAGE) for side in ("left", "right", "start", "end", "firstLine", "hanging")}
    | {("spacing", side): (0, _PAGE) for side in ("before", "after", "line")}
    | {(size, "val"): (2, 3276) for size in ("sz", "szCs")}
    | {(side, "sz"): (0, 96) for side in ("top", "bottom", "left", "right", "insideH", "insideV", "between", "bar")}
    | {("gridCol", "w"): (0, _PAGE), ("tcW", "w"): (0, _PAGE), ("tblW", "w"): (0, _PAGE), ("ilvl", "val"): (0, 8)}
    | {("pgSz", "w"): (144, _PAGE), ("pgSz", "h"): (144, _PAGE), ("trHeight", "val"): (0, _PAGE)}
    | {("pgMar", side): (-_PAGE, _PAGE) for side in ("top", "bottom")}
    | {("pgMar", side): (0, _PAGE) for side in ("left", "right", "header", "footer", "gutter")}
    | {("outlineLvl", "val"): (0, 9), ("tab", "pos"): (-_PAGE, _PAGE), ("gridSpan", "val"): (1, 63)}
)


def styles(file: WordFile) -> Iterator[str]:
    root = file.of_type("styles")
    if root is None:
        yield "no styles"
        return
    kinds = {one.get(w("styleId"), ""): one.get(w("type"), "") for one in root.iter(w("style"))}
    for identifier in twice(one.get(w("styleId"), "") for one in root.iter(w("style"))):
        yield f"style {identifier} twice"
    names = [one.get(w("val"), "").lower() for one in root.iterfind("w:style/w:name", {"w": W})]
    for name in twice(names):
        yield f"style name {name} twice"
    for one in root.iter(w("basedOn"), w("next"), w("link")):
        if one.get(w("val")) not in kinds:
            yield f"{local(one)}: no style {one.get(w('val'))}"
    for name, story in file.stories.items():
        for one in story.iter(*(w(tag) for tag in _STYLE_OF)):
            if kinds.get(one.get(w("val"), "")) != _STYLE_OF[local(one)]:
                yield f"{name}: no {_STYLE_OF[local(one)]} style {one.get(w('val'))}"


def numbering(file: WordFile) -> Iterator[str]:
    root = file.of_type("numbering")
    lists = [] if root is None else [one.get(w("numId"), "") for one in root.iter(w("num"))]
    drawn = [] if root is None else [one.get(w("abstractNumId"), "") for one in root.iter(w("abstractNum"))]
    for identifier in twice(lists) + twice(drawn):
        yield f"numbering: {identifier} twice"
    if root is not None:
        for one in root.iterfind("w:num/w:abstractNumId", {"w": W}):
            if one.get(w("val")) not in drawn:
                yield f"numbering: no list {one.get(w('val'))}"
    places = dict(file.stories)
    if (found := file.of_type("styles")) is not None:
        places["styles"] = found
    for name, story in places.items():
        for one in story.iterfind(".//w:numPr/w:numId", {"w": W}):
            if one.get(w("val")) not in ("0", *lists):
                yield f"{name}: no numbering {one.get(w('val'))}"


def sections(file: WordFile) -> Iterator[str]:
    root = file.roots.get(DOCUMENT)
    body = root.find(w("body")) if root is not None else None
    if body is None:
        return
    if any(local(child) == "sectPr" for child in body[:-1]):
        yield "a section of the body that does not end it"
    for section in body.iter(w("sectPr")):
        names = [local(child) for child in section.iterchildren("*")]
        known = [_SECTION_ORDER.index(name) if name in _SECTION_ORDER else -1 for name in names]
        if any(place < 0 for place in known):
            yield f"a section with {', '.join(names)}"
        # Headers and footers stand in any order among themselves.
        if (places := [max(place, 1) for place in known]) != sorted(places):
            yield f"a section's parts out of order: {', '.join(names)}"
        kinds = [f"{local(one)} {one.get(w('type'))}" for one in section if local(one).endswith("Reference")]
        for kind in twice(kinds) + twice(name for name in names if not name.endswith("Reference")):
            yield f"a section with two of {kind}"
        yield from _room(section)


def _room(section: etree._Element) -> Iterator[str]:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return
    if int(size.get(w("w"), 0)) <= int(margins.get(w("left"), 0)) + int(margins.get(w("right"), 0)):
        yield "a section without room between its margins"
    if (int(size.get(w("w"), 0)) > int(size.get(w("h"), 0))) != (size.get(w("orient")) == "landscape"):
        yield "a section turned, or not, against its orientation"


def measures(file: WordFile) -> Iterator[str]:
    places = dict(file.stories)
    if (found := file.of_type("styles")) is not None:
        places["styles"] = found
    for name, root in places.items():
        for element in root.iter("*"):
            tag = local(element)
            for key, value in element.attrib.items():
                limits = _LIMITS.get((tag, str(key).rpartition("}")[2]))
                if limits and not _within(str(value), *limits):
                    yield f"{name}: {tag} {value}"


def _within(value: str, least: int, most: int) -> bool:
    if value.endswith("%"):
        return True
    try:
        return least <= int(value) <= most
    except ValueError:
        return False


RULES = (styles, numbering, sections, measures)
