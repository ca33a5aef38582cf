"""What must hold of the package: its parts, their types and relationships, and the core properties.

The inside of the parts with text is for the other rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tests.ooxml.wordfile import DOCUMENT, TYPES, R, WordFile

_CORE = "docProps/core.xml"
_LONGEST_PROPERTY = 255
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?Z)?")
_LEADS_OUTSIDE = ("hyperlink",)


def twice(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def sound_parts(file: WordFile) -> Iterator[str]:
    for name in twice(file.names):
        yield f"{name}: stands in the file twice"
    for name, found in file.parsed.items():
        if isinstance(found, str):
            yield f"{name}: no well-formed XML: {found}"
    for name in (TYPES, "_rels/.rels", DOCUMENT):
        if name not in file.parts:
            yield f"{name}: missing"


def content_types(file: WordFile) -> Iterator[str]:
    for name in file.parts:
        if name != TYPES and name not in file.types:
            yield f"{name}: no content type"
    root = file.roots.get(TYPES)
    named = [one.get("PartName", "") for one in root.iter("{*}Override")] if root is not None else []
    extensions = [one.get("Extension", "").lower() for one in root.iter("{*}Default")] if root is not None else []
    for name in twice(named + extensions):
        yield f"{TYPES}: {name} twice"
    for name in named:
        if name.lstrip("/") not in file.parts:
            yield f"{TYPES}: {name} is no part"


def relationships(file: WordFile) -> Iterator[str]:
    if "officeDocument" not in {link.kind for link in file.links("")}:
        yield "_rels/.rels: no document"
    for name in ("", *file.parts):
        links = file.links(name)
        for identifier in twice(link.id for link in links):
            yield f"{name}: relationship {identifier} twice"
        for link in links:
            if link.is_external and link.kind not in _LEADS_OUTSIDE:
                yield f"{name}: {link.id} leads outside: {link.target}"
            if not link.is_external and link.target not in file.parts:
                yield f"{name}: {link.id} leads to no part: {link.target}"
    for name in file.parts:
        folder, found, base = name.rpartition("_rels/")
        if found and base != ".rels" and f"{folder}{base.removesuffix('.rels')}" not in file.parts:
            yield f"{name}: relationships of no part"


def references(file: WordFile) -> Iterator[str]:
    """Every `r:id` and the like names a relationship, headers and footers one of their own kind."""
    for name, root in file.roots.items():
        kinds = {link.id: link.kind for link in file.links(name)}
        for element in root.iter("*"):
            for key, value in element.attrib.items():
                if str(key).startswith(f"{{{R}}}") and value not in kinds:
                    yield f"{name}: no relationship {value}"
            tag = element.tag.rpartition("}")[2]
            if tag in ("headerReference", "footerReference"):
                kind = kinds.get(element.get(f"{{{R}}}id", ""))
                if kind is not None and kind != tag.removesuffix("Reference"):
                    yield f"{name}: {tag} leads to a {kind}"


def core_properties(file: WordFile) -> Iterator[str]:
    root = file.roots.get(_CORE)
    if root is None:
        return
    for name in twice(str(one.tag) for one in root):
        yield f"{_CORE}: {name} twice"
    for one in root.iter("*"):
        tag, text = one.tag.rpartition("}")[2], one.text or ""
        if len(text) > _LONGEST_PROPERTY:
            yield f"{_CORE}: {tag} has {len(text)} characters"
        if tag in ("created", "modified", "lastPrinted") and not _DAY.fullmatch(text):
            yield f"{_CORE}: {tag} is no date: {text!r}"
        if tag == "revision" and not re.fullmatch(r"\d+", text):
            yield f"{_CORE}: revision {text!r}"


RULES = (sound_parts, content_types, relationships, references)
