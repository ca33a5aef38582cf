"""What a child template's blocks bring with them: pictures, links, numbering and styles move into the base package.

It does not resolve blocks: Jinja does. The base's own parts always win over a child's of the same name.
"""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Iterator

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
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
_STYLE_USES = ("pStyle", "rStyle", "tblStyle")
_STYLE_LINKS = ("basedOn", "link", "next")
_NOT_INHERITED = {"footnoteReference", "endnoteReference", "commentReference"}
_IDS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
    f"{{{W}}}bookmarkStart",
)


class Joining:
    """The base package while children are joined to it; `package()` gives the result."""

    def __init__(self, base: Package) -> None:
        self._file = base.file
        self._parts = dict(base.parts)
        self._children = 0

    def package(self) -> Package:
        return Package(self._file, dict(self._parts))

    def join(self, child: Package) -> etree._Element:
        """Carry over what `child` refers to and return its document with every reference renamed."""
        self._children += 1
        document = child.xml(DOCUMENT)
        self._refuse_notes(document, child)
        self._carry_relationships(document, child)
        self._carry_styles(document, child)
        self._carry_numbering(document, child)
        self._renumber(document)
        return document

    def _refuse_notes(self, document: etree._Element, child: Package) -> None:
        for element in document.iter(*(f"{{{W}}}{name}" for name in _NOT_INHERITED)):
            name = etree.QName(element).localname
            message = _("Mẫu con không mang được chú thích hay nhận xét ({name}).").format(name=name)
            hint = _("Đặt chú thích trong mẫu gốc, hoặc bỏ nó khỏi mẫu này.")
            raise Faulty([Diagnostic("template/not-inherited", message, Location(child.file), hint=hint)])

    # Relationships: pictures, links, headers of sections

    def _carry_relationships(self, document: etree._Element, child: Package) -> None:
        known = child.relationships(DOCUMENT)
        renamed: dict[str, str] = {}
        for element in document.iter():
            for name, value in list(element.attrib.items()):
                if str(name).startswith(f"{{{R}}}") and str(value) in known:
                    identifier = str(value)
                    if identifier not in renamed:
                        renamed[identifier] = f"rIdVt{self._children}x{len(renamed) + 1}"
                        self._add_relationship(DOCUMENT, renamed[identifier], known[identifier], child)
                    element.set(name, renamed[identifier])

    def _add_relationship(self, owner: str, identifier: str, found: Relationship, child: Package) -> None:
        target = found.target
        if not found.external:
            target = posixpath.relpath(self._carry_part(found.target, child), posixpath.dirname(owner))
        name = relationships_name(owner)
        blank = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
        root = parse(self._parts.get(name, blank), self._file, name)
        attributes = {"Id": identifier, "Type": found.kind, "Target": target}
        attributes |= {"TargetMode": "External"} if found.external else {}
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", attributes)
        self._parts[name] = serialise(root)

    def _carry_part(self, part: str, child: Package) -> str:
        """Copy a part and what it points to under a name of its own; its new name."""
        folder, name = posixpath.split(part)
        new = posixpath.join(folder, f"child{self._children}-{name}")
        if new in self._parts:
            return new
        self._parts[new] = child.parts[part]
        self._carry_content_type(part, new, child)
        for identifier, found in child.relationships(part).items():
            self._add_relationship(new, identifier, found, child)
        return new

    def _carry_content_type(self, part: str, new: str, child: Package) -> None:
        kinds = child.xml(TYPES)
        override = next((e for e in kinds if e.get("PartName") == f"/{part}"), None)
        if override is not None:
            self._declare({"PartName": f"/{new}", "ContentType": override.get("ContentType", "")})
            return
        extension = posixpath.splitext(part)[1][1:].lower()
        default = next((e for e in kinds if e.get("Extension", "").lower() == extension), None)
        if default is not None:
            self._declare({"Extension": extension, "ContentType": default.get("ContentType", "")})

    def _declare(self, attributes: dict[str, str]) -> None:
        root = parse(self._parts[TYPES], self._file, TYPES)
        key = "PartName" if "PartName" in attributes else "Extension"
        if not any(element.get(key) == attributes[key] for element in root):
            tag = "Override" if key == "PartName" else "Default"
            element = etree.Element(f"{{{CONTENT_TYPES}}}{tag}", attributes)
            root.append(element) if tag == "Override" else root.insert(0, element)
            self._parts[TYPES] = serialise(root)

    # Styles that the base lacks

    def _carry_styles(self, document: etree._Element, child: Package) -> None:
        if STYLES not in child.parts or STYLES not in self._parts:
            return
        own = parse(self._parts[STYLES], self._file, STYLES)
        present = {style.get(f"{{{W}}}styleId") for style in own.iter(f"{{{W}}}style")}
        offered = {style.get(f"{{{W}}}styleId"): style for style in child.xml(STYLES).iter(f"{{{W}}}style")}
        wanted = [value for name in _STYLE_USES for value in _values(document, name)]
        while wanted:
            identifier = wanted.pop()
            style = offered.get(identifier)
            if identifier in present or style is None:
                continue
            present.add(identifier)
            own.append(copy.deepcopy(style))
            wanted += [value for name in _STYLE_LINKS for value in _values(style, name)]
        self._parts[STYLES] = serialise(own)

    # Numbering

    def _carry_numbering(self, document: etree._Element, child: Package) -> None:
        uses = list(document.iter(f"{{{W}}}numId"))
        if not uses or NUMBERING not in child.parts:
            return
        theirs, ours = child.xml(NUMBERING), self._own_numbering()
        renamed: dict[str, str] = {}
        for use in uses:
            identifier = use.get(f"{{{W}}}val", "")
            if identifier not in renamed:
                new = _copy_number(identifier, theirs, ours)
                if new is None:
                    continue
                renamed[identifier] = new
            use.set(f"{{{W}}}val", renamed[identifier])
        self._parts[NUMBERING] = serialise(ours)

    def _own_numbering(self) -> etree._Element:
        if NUMBERING not in self._parts:
            self._parts[NUMBERING] = f'<w:numbering xmlns:w="{W}"/>'.encode()
            self._declare({"PartName": f"/{NUMBERING}", "ContentType": _NUMBERING_TYPE})
            name = relationships_name(DOCUMENT)
            root = parse(self._parts[name], self._file, name)
            attributes = {"Id": "rIdVtNumbering", "Type": f"{R}/numbering", "Target": "numbering.xml"}
            etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", attributes)
            self._parts[name] = serialise(root)
        return parse(self._parts[NUMBERING], self._file, NUMBERING)

    def _renumber(self, document: etree._Element) -> None:
        """Drawings and bookmarks get ids that no other template of the chain uses."""
        for element in document.iter(*_IDS, f"{{{W}}}bookmarkEnd"):
            name = "id" if "id" in element.attrib else f"{{{W}}}id"
            element.set(name, str(int(element.get(name, "0")) + 10_000 * self._children))


def _copy_number(identifier: str, theirs: etree._Element, ours: etree._Element) -> str | None:
    """Copy one list with its definition under new ids; None where the child does not define it (as id 0)."""
    number = next((e for e in theirs.iter(f"{{{W}}}num") if e.get(f"{{{W}}}numId") == identifier), None)
    if number is None:
        return None
    reference = number.find(f"{{{W}}}abstractNumId")
    wanted = reference.get(f"{{{W}}}val") if reference is not None else None
    abstract = next(e for e in theirs.iter(f"{{{W}}}abstractNum") if e.get(f"{{{W}}}abstractNumId") == wanted)
    definition, use = copy.deepcopy(abstract), copy.deepcopy(number)
    definition_id = str(_highest(ours, "abstractNum", "abstractNumId") + 1)
    use_id = str(_highest(ours, "num", "numId") + 1)
    definition.set(f"{{{W}}}abstractNumId", definition_id)
    use.set(f"{{{W}}}numId", use_id)
    use_reference = use.find(f"{{{W}}}abstractNumId")
    assert use_reference is not None
    use_reference.set(f"{{{W}}}val", definition_id)
    # The schema wants every definition before the first use.
    ours.insert(len(ours.findall(f"{{{W}}}abstractNum")), definition)
    ours.append(use)
    return use_id


def _highest(root: etree._Element, tag: str, attribute: str) -> int:
    return max((int(e.get(f"{{{W}}}{attribute}", "0")) for e in root.iter(f"{{{W}}}{tag}")), default=0)


def _values(root: etree._Element, name: str) -> Iterator[str]:
    for element in root.iter(f"{{{W}}}{name}"):
        yield element.get(f"{{{W}}}val", "")
