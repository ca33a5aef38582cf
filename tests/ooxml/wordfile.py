"""A DOCX for rules to look at: its parts, parsed once each, with their content types and relationships.

It judges nothing; what cannot be read is simply not there.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STORIES = ("document.main", "header", "footer", "footnotes", "endnotes", "comments")


def w(name: str) -> str:
    return f"{{{W}}}{name}"


class Link(NamedTuple):
    id: str
    kind: str
    """The last word of its type."""
    target: str
    """The name of the part; as it is written, where it leads outside."""
    is_external: bool


@dataclass(frozen=True)
class WordFile:
    names: tuple[str, ...]
    """As they stand in the file; a name may stand there twice."""
    parts: dict[str, bytes]

    @classmethod
    def of(cls, data: bytes) -> WordFile:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = tuple(archive.namelist())
            return cls(names, {name: archive.read(name) for name in names})

    @cached_property
    def parsed(self) -> dict[str, etree._Element | str]:
        """The root of every XML part, or what the parser says against it."""
        return {name: _parsed(text) for name, text in self.parts.items() if name.endswith((".xml", ".rels"))}

    @cached_property
    def roots(self) -> dict[str, etree._Element]:
        return {name: found for name, found in self.parsed.items() if not isinstance(found, str)}

    @cached_property
    def types(self) -> dict[str, str]:
        """The content type of every part that has one."""
        if TYPES not in self.roots:
            return {}
        default = {
            e.get("Extension", "").lower(): e.get("ContentType", "") for e in self.roots[TYPES].iter("{*}Default")
        }
        named = {
            e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in self.roots[TYPES].iter("{*}Override")
        }
        extensions = {name: name.rpartition(".")[2].lower() for name in self.parts}
        return {name: default[extensions[name]] for name in self.parts if extensions[name] in default} | named

    @cached_property
    def stories(self) -> dict[str, etree._Element]:
        """The parts with text that a reader sees."""
        kinds = tuple(f"{_WORD}{kind}+xml" for kind in _STORIES)
        return {name: root for name, root in self.roots.items() if self.types.get(name) in kinds}

    def of_type(self, word: str) -> etree._Element | None:
        """The part of a Word type: `styles`, `numbering`."""
        found = (root for name, root in self.roots.items() if self.types.get(name) == f"{_WORD}{word}+xml")
        return next(found, None)

    def links(self, name: str) -> tuple[Link, ...]:
        """The relationships of a part; of the package, for an empty name."""
        folder, _, base = name.rpartition("/")
        root = self.roots.get(posixpath.join(folder, "_rels", f"{base}.rels"))
        return tuple(_links(root, folder)) if root is not None else ()


def _parsed(text: bytes) -> etree._Element | str:
    try:
        return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        return str(error)


def _links(root: etree._Element, folder: str) -> Iterator[Link]:
    for one in root.iter("{*}Relationship"):
        outside = one.get("TargetMode") == "External"
        target = one.get("Target", "")
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Link(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target, outside)
