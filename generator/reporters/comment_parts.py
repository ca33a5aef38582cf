"""The parts of a package that hold its comments: the comments themselves, who points to them, what type they are.

It knows nothing of where comments are tied to the text: `comments` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.diagnostics import Diagnostic
from generator.docview.markup import R, W
from generator.messages import _
from generator.opc.package import RELATIONSHIPS, TYPES, Package, relationships_name
from generator.reporters.text import SEVERITIES, place

AUTHOR, INITIALS = "Vanthu", "VT"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML holds."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Book:
    """The comments of one document: those that it has already, and ours after them."""

    def __init__(self, package: Package, main: str, space: str) -> None:
        self._package, self._main, self._space = package, main, space
        links = package.relationships(main).values()
        named = (package.find(link.target) for link in links if link.kind == "comments" and not link.external)
        self._name = next((name for name in named if name), None)
        self._is_new = self._name is None
        if self._name is None:
            self._name = self._free_name()
            self._root = etree.Element(f"{{{space}}}comments", nsmap={"w": space})
        else:
            self._root = package.xml(self._name)
        numbers = (each.get(f"{{{space}}}id", "") for each in self._root)
        self._next = max((int(number) for number in numbers if number.isdecimal()), default=-1) + 1

    def add(self, finding: Diagnostic, *, is_own: bool) -> str:
        """A comment with the finding; its id. One that is not at its own place says where that is."""
        identifier = str(self._next)
        self._next += 1
        comment = self._element(self._root, "comment", id=identifier, author=AUTHOR, initials=INITIALS)
        for number, line in enumerate(_lines(finding, is_own)):
            self._paragraph(comment, line, is_first=number == 0)
        return identifier

    def parts(self) -> dict[str, bytes]:
        """All parts that are new or changed, by name."""
        assert self._name is not None
        made = {self._name: serialised(self._root)}
        return made | self._links() | self._types() if self._is_new else made

    def _free_name(self) -> str:
        folder = self._main.rpartition("/")[0]
        names = (f"{folder}/comments{number}.xml".lstrip("/") for number in ("", *map(str, range(1, 1000))))
        return next(name for name in names if self._package.find(name) is None)

    def _links(self) -> dict[str, bytes]:
        name = self._package.find(relationships_name(self._main)) or relationships_name(self._main)
        known = name in self._package.parts
        root = self._package.xml(name) if known else etree.Element(f"{{{RELATIONSHIPS}}}Relationships")
        taken = {each.get("Id") for each in root}
        kind = f"{R if self._space == W else _STRICT_R}/comments"
        identifier = next(each for number in range(len(taken) + 1) if (each := f"rIdVt{number}") not in taken)
        link = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship")
        link.attrib.update({"Id": identifier, "Type": kind, "Target": f"/{self._name}"})
        return {name: serialised(root)}

    def _types(self) -> dict[str, bytes]:
        name = self._package.find(TYPES) or TYPES
        root = self._package.xml(name)
        line = etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Override")
        line.attrib.update({"PartName": f"/{self._name}", "ContentType": _TYPE})
        return {name: serialised(root)}

    def _element(self, parent: etree._Element, name: str, **attributes: str) -> etree._Element:
        element = etree.SubElement(parent, f"{{{self._space}}}{name}")
        for key, value in attributes.items():
            element.set(f"{{{self._space}}}{key}", value)
        return element

    def _paragraph(self, comment: etree._Element, text: str, *, is_first: bool) -> None:
        # Its own look, for a document's plain style may have an indent and 14 points, and none for comments.
        paragraph = self._element(comment, "p")
        properties = self._element(paragraph, "pPr")
        self._element(properties, "spacing", before="0", after="0", line="240", lineRule="auto")
        self._element(properties, "ind", left="0", right="0", firstLine="0")
        self._element(properties, "jc", val="left")
        if is_first:
            self._element(self._element(paragraph, "r"), "annotationRef")
        run = self._element(paragraph, "r")
        look = self._element(run, "rPr")
        if is_first:
            self._element(look, "b")
        self._element(look, "sz", val="20")
        words = self._element(run, "t")
        words.set(_SPACE, "preserve")
        words.text = _FORBIDDEN.sub(" ", text)


def serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _lines(finding: Diagnostic, is_own: bool) -> Iterator[str]:
    yield f"{_(SEVERITIES[finding.severity]).capitalize()}: {finding.message}"
    if not is_own and (finding.where.part or finding.where.paragraph is not None):
        inside = place(finding.where).partition(": ")[2] if finding.where.file else place(finding.where)
        yield _("Ở: {place}").format(place=inside)
    if finding.actual is not None:
        yield _("Đang là: {actual}").format(actual=finding.actual)
    if finding.expected is not None:
        yield _("Cần là: {expected}").format(expected=finding.expected)
    if finding.basis is not None:
        yield _("Căn cứ: {basis}").format(basis=finding.basis)
    if finding.hint is not None:
        yield _("Gợi ý: {hint}").format(hint=finding.hint)
    yield _("Quy tắc: {rule}").format(rule=finding.code)
