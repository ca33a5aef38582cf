"""The copy that is worked on: the parts of a package as trees, and back into bytes, what nobody touched as it was.

It knows which part is what, and nothing of what is right.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from generator.diagnostics import Faulty
from generator.docview.markup import R, w
from generator.docview.parts import LIMITS, Parts
from generator.opc.package import RELATIONSHIPS, TYPES, read_package, relationships_name
from generator.opc.writing import packed

_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ALL = replace(LIMITS, kept=LIMITS.inflated)
"""Pictures and all: every part goes into the new document."""
_NO_LINKS = f'<Relationships xmlns="{RELATIONSHIPS}"/>'
_STRICT = b"http://purl.oclc.org/ooxml/"
_BESIDE = ("header", "footer")
_NOTES = ("footnotes", "endnotes")


class Copy:
    """One document in memory. Trees that are asked for may be changed; `saved` has what came of it."""

    def __init__(self, file: Path) -> None:
        package = read_package(file, _ALL)
        self._read = Parts(package)
        self._package = package
        self._parts = dict(package.parts)
        self._trees: dict[str, etree._Element] = {}
        self._as_read: dict[str, bytes] = {}
        self.main = self._read.main

    @property
    def is_strict(self) -> bool:
        """Written in the strict vocabulary, which is read and not written here."""
        return _STRICT in self._parts[self.main]

    @property
    def is_signed(self) -> bool:
        """It bears a signature that any change would break."""
        return any(name.casefold().startswith("_xmlsignatures/") for name in self._parts)

    def tree(self, name: str) -> etree._Element:
        if name not in self._trees:
            self._trees[name] = self._package.xml(name)
            self._as_read[name] = etree.tostring(self._trees[name])
        return self._trees[name]

    def linked(self, kind: str) -> etree._Element | None:
        """The tree of the part of a kind (`styles`, `settings` …), where there is one that can be read."""
        name = self._read.linked(kind)
        return None if name is None else self._readable(name)

    @property
    def body(self) -> etree._Element:
        found = self.tree(self.main).find(w("body"))
        assert found is not None
        return found

    @property
    def stories(self) -> Iterator[etree._Element]:
        """The trees that hold text which is printed: the body, headers, footers and notes."""
        yield self.tree(self.main)
        for link in self._read.links(self.main).values():
            if link.kind in (*_BESIDE, *_NOTES) and not link.external:
                name = self._read.package.find(link.target)
                root = None if name is None else self._readable(name)
                if root is not None:
                    yield root

    def _readable(self, name: str) -> etree._Element | None:
        try:
            return self.tree(name)
        except (Faulty, KeyError):
            return None

    def duplicate(self, name: str, story: str) -> str:
        """A second part like a header or footer, with all that it points to; the id under which it is linked."""
        tree = self._trees.get(name)
        data = self._parts[name] if tree is None else _bytes(tree)
        links = relationships_name(name)
        identifier, made = self._added(story, data)
        if links in self._parts:
            self._parts[relationships_name(made)] = self._parts[links]
        return identifier

    def add(self, story: str, root: etree._Element) -> str:
        """A new header or footer; the id under which the main part links it."""
        return self._added(story, _bytes(root))[0]

    def _added(self, story: str, data: bytes) -> tuple[str, str]:
        folder = posixpath.dirname(self.main)
        taken = {name.casefold() for name in self._parts}
        number = next(n for n in range(1, 10_000) if posixpath.join(folder, f"{story}{n}.xml").casefold() not in taken)
        name = posixpath.join(folder, f"{story}{number}.xml")
        self._parts[name] = data
        types = self.tree(next(each for each in self._parts if each.casefold() == TYPES.casefold()))
        override = etree.SubElement(types, f"{{{_CONTENT}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", f"application/vnd.openxmlformats-officedocument.wordprocessingml.{story}+xml")
        return self._link(story, posixpath.basename(name)), name

    def _link(self, kind: str, target: str) -> str:
        name = relationships_name(self.main)
        if name not in self._parts:
            self._trees[name] = etree.fromstring(_NO_LINKS)
            self._as_read[name] = b""
        root = self.tree(name)
        taken = {each.get("Id") for each in root}
        identifier = next(f"rId{n}" for n in range(1, 10_000) if f"rId{n}" not in taken)
        link = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship")
        for key, value in (("Id", identifier), ("Type", f"{_OFFICE}/{kind}"), ("Target", target)):
            link.set(key, value)
        return identifier

    def _changed(self) -> Iterator[str]:
        return (name for name, tree in self._trees.items() if etree.tostring(tree) != self._as_read[name])

    def saved(self) -> bytes:
        """The package as it now stands."""
        changed = {name: _bytes(self._trees[name]) for name in self._changed()}
        return packed(self._parts | changed)


def reference(story: str, kind: str, identifier: str) -> etree._Element:
    """The line by which a section shows a header or footer."""
    found = etree.Element(w(f"{story}Reference"), nsmap={"r": R})
    found.set(w("type"), kind)
    found.set(f"{{{R}}}id", identifier)
    return found


def _bytes(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
