"""What a child template's blocks bring with them: pictures, links, numbering and styles move into the base package.

It does not resolve blocks: Jinja does. The base's own parts always win over a child's of the same name.
"""

from __future__ import annotations

import posixpath
from pathlib import Path

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.templates.carried_lists import Lists
from generator.templates.carried_styles import Styles
from generator.templates.package import (
    CONTENT_TYPES,
    DOCUMENT,
    NUMBERING,
    RELATIONSHIPS,
    STYLES,
    TYPES,
    Package,
    R,
    Relationship,
    W,
    parse,
    relationships_name,
    serialise,
)

_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_WITH_STYLES = ("header+xml", "footer+xml")
_NOT_INHERITED = {"footnoteReference", "endnoteReference", "commentReference"}
_IDS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
    f"{{{W}}}bookmarkStart",
    f"{{{W}}}bookmarkEnd",
)
_APART = 10_000
"""Between the ids of drawings and bookmarks of one template and those of the next."""
_HIGHEST = 2**31 - 1


class Joining:
    """The base package while children are joined to it; `package()` gives the result."""

    def __init__(self, base: Package) -> None:
        self._file = base.file
        self._parts = dict(base.parts)
        self._children = 0
        self._carried: dict[str, str] = {}
        """The new names of the parts of the child that is being joined."""
        self.origins: dict[str, Path] = {}
        """The files that carried parts came from."""

    def package(self) -> Package:
        return Package(self._file, dict(self._parts))

    def join(self, child: Package) -> etree._Element:
        """Carry over what `child` refers to and return its document with every reference renamed."""
        self._children += 1
        self._carried = {}
        document = child.xml(DOCUMENT)
        for body in document.iterchildren(f"{{{W}}}body"):
            for last in body.findall(f"{{{W}}}sectPr"):
                body.remove(last)  # the base's last section counts
        self._refuse_notes(document, child)
        ours = parse(self._parts[STYLES], self._file, STYLES)
        styles = Styles(ours, child.xml(STYLES), f"Child{self._children}")
        styles.rename_uses(document)
        self._carry_relationships(document, child, styles)
        self._carry_numbering([document, *styles.copied], child)
        self._parts[STYLES] = serialise(ours)
        self._renumber(document)
        return document

    def _refuse_notes(self, document: etree._Element, child: Package) -> None:
        for element in document.iter(*(f"{{{W}}}{name}" for name in _NOT_INHERITED)):
            name = etree.QName(element).localname
            message = _("mẫu con không mang được chú thích hay nhận xét ({name})").format(name=name)
            hint = _("đặt chú thích trong mẫu gốc, hoặc bỏ nó khỏi mẫu này")
            raise Faulty([Diagnostic("template/not-inherited", message, Location(child.file), hint=hint)])

    # Relationships: pictures, links, headers of sections

    def _carry_relationships(self, document: etree._Element, child: Package, styles: Styles) -> None:
        known = child.relationships(DOCUMENT)
        renamed: dict[str, str] = {}
        for element in document.iter():
            for name, value in list(element.attrib.items()):
                identifier = str(value)
                if str(name).startswith(f"{{{R}}}") and identifier in known:
                    if identifier not in renamed:
                        renamed[identifier] = self._add_relationship(DOCUMENT, known[identifier], child)
                    element.set(name, renamed[identifier])
        kinds = child.content_types()
        for part, new in self._carried.items():
            if kinds[part].endswith(_WITH_STYLES):
                root = child.xml(part)
                styles.rename_uses(root)
                self._parts[new] = serialise(root)

    def _add_relationship(self, owner: str, found: Relationship, child: Package, wanted: str | None = None) -> str:
        """Point from a part of the base to what the child's points to; the id, which no other has."""
        target = found.target
        if not found.external:
            target = posixpath.relpath(self._carry_part(found.target, child), posixpath.dirname(owner))
        name = relationships_name(owner)
        blank = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
        root = parse(self._parts.get(name, blank), self._file, name)
        used = {element.get("Id") for element in root}
        numbers = range(1, len(used) + 2)
        identifier = wanted or next(i for n in numbers if (i := f"rIdVt{self._children}x{n}") not in used)
        attributes = {"Id": identifier, "Type": found.kind, "Target": target}
        attributes |= {"TargetMode": "External"} if found.external else {}
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", attributes)
        self._parts[name] = serialise(root)
        return identifier

    def _carry_part(self, part: str, child: Package) -> str:
        """Copy a part and what it points to under a name of its own; its new name."""
        if part in self._carried:
            return self._carried[part]
        if part not in child.parts:
            message = _("mẫu trỏ tới một phần không có trong tệp ({part})").format(part=part)
            hint = _("xóa ảnh hay liên kết hỏng trong mẫu rồi lưu lại")
            raise Faulty([Diagnostic("template/missing-part", message, Location(child.file), hint=hint)])
        folder, name = posixpath.split(part)
        new, number = posixpath.join(folder, f"child{self._children}-{name}"), 0
        while new in self._parts:
            number += 1
            new = posixpath.join(folder, f"child{self._children}-{number}-{name}")
        self._carried[part] = new
        self._parts[new] = child.parts[part]
        self.origins[new] = child.file
        self._declare(new, child.content_types()[part])
        for identifier, found in child.relationships(part).items():
            self._add_relationship(new, found, child, identifier)
        return new

    def _declare(self, part: str, kind: str) -> None:
        """Say what kind of content a part has: by its extension where that is free, else by its name."""
        root = parse(self._parts[TYPES], self._file, TYPES)
        extension = posixpath.splitext(part)[1][1:].lower()
        usual = {e.get("Extension", "").lower(): e.get("ContentType") for e in root if "Extension" in e.attrib}
        if usual.get(extension) == kind:
            return
        if extension in usual or extension == "xml":
            attributes = {"PartName": f"/{part}", "ContentType": kind}
            root.append(etree.Element(f"{{{CONTENT_TYPES}}}Override", attributes))
        else:
            attributes = {"Extension": extension, "ContentType": kind}
            root.insert(0, etree.Element(f"{{{CONTENT_TYPES}}}Default", attributes))
        self._parts[TYPES] = serialise(root)

    # Numbering

    def _carry_numbering(self, roots: list[etree._Element], child: Package) -> None:
        if NUMBERING not in child.parts or not any(True for root in roots for _use in root.iter(f"{{{W}}}numId")):
            return
        ours = self._own_numbering()
        Lists(ours, child.xml(NUMBERING), f"child{self._children}").rename_uses(roots)
        self._parts[NUMBERING] = serialise(ours)

    def _own_numbering(self) -> etree._Element:
        if NUMBERING not in self._parts:
            self._parts[NUMBERING] = f'<w:numbering xmlns:w="{W}"/>'.encode()
            self._declare(NUMBERING, _NUMBERING_TYPE)
            name = relationships_name(DOCUMENT)
            root = parse(self._parts[name], self._file, name)
            attributes = {"Id": "rIdVtNumbering", "Type": f"{R}/numbering", "Target": "numbering.xml"}
            etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", attributes)
            self._parts[name] = serialise(root)
        return parse(self._parts[NUMBERING], self._file, NUMBERING)

    def _renumber(self, document: etree._Element) -> None:
        """Drawings and bookmarks get ids that no other template of the chain uses."""
        for element in document.iter(*_IDS):
            name = "id" if "id" in element.attrib else f"{{{W}}}id"
            number = element.get(name, "")
            if number.isdigit():
                element.set(name, str((int(number) + _APART * self._children) % _HIGHEST))
