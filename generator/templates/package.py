"""A DOCX as its parts: read under limits, relationships resolved, nothing unpacked to disk.

It knows nothing of templates; `compiled` and `inherit` do.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from generator.messages import _
from generator.templates.zipped import fault
from generator.templates.zipped import read_parts as read_parts

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
NUMBERING = "word/numbering.xml"
CORE_PROPERTIES = "docProps/core.xml"
TYPES = "[Content_Types].xml"
APP_PROPERTIES = "docProps/app.xml"
SIGNATURE = b"<Application>Vanthu</Application>"
SIGNED = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    + SIGNATURE
    + b"</Properties>"
)
"""What every document says of the program that saved it last, so that one changed by hand is known."""

MAX_PACKAGE = 20 * 1024 * 1024
MAX_XML = 8 * 1024 * 1024
MAX_TAGS = 200_000
"""The tags of one part: some three hundred full pages. Two hundred bytes of memory for each, and time in Word."""
_MAX_ATTRIBUTES = 5 * MAX_TAGS
_FOREIGN = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*[\"'](?!utf-?8[\"']|us-ascii[\"'])", re.IGNORECASE
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of one DOCX by name, in their order, and the file they came from."""

    file: Path
    parts: Mapping[str, bytes]

    def xml(self, name: str) -> etree._Element:
        """A part parsed anew, without entities or network; ill-formed XML is a fault of the file."""
        return parse(self.parts[name], self.file, name)

    def content_types(self) -> dict[str, str]:
        """The content type of every part, by its own line or by its extension's."""
        lines = list(self.xml(TYPES))
        own = {line.get("PartName", "").lstrip("/"): line.get("ContentType", "") for line in lines}
        usual = {line.get("Extension", "").lower(): line.get("ContentType", "") for line in lines}
        return {name: own.get(name) or usual.get(name.rpartition(".")[2].lower(), "") for name in self.parts}

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What a part points to, by relationship id."""
        name = relationships_name(part)
        if name not in self.parts:
            return {}
        base = posixpath.dirname(part)
        found = {}
        for element in self.xml(name).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join(base, target)) if target[:1] != "/" else target[1:]
            found[element.get("Id", "")] = Relationship(element.get("Type", ""), target, external)
        return found


@dataclass(frozen=True, slots=True)
class Relationship:
    kind: str
    target: str
    """A part's name, or an address where `external`."""
    external: bool


def relationships_name(part: str) -> str:
    """`word/document.xml` keeps its relationships in `word/_rels/document.xml.rels`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def parse(data: bytes, file: Path, part: str) -> etree._Element:
    """XML without DTD, entities or network access; anything else is a `Faulty` that names file and part."""
    _refuse_what_is_too_much(data, file, part)
    # Our own marks are processing instructions, so no file may bring any.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise fault(file, "template/broken-xml", _("XML hỏng: {why}").format(why=error.msg), part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise fault(file, "template/document-type", _("phần này khai báo DOCTYPE"), part)
    return root


def _refuse_what_is_too_much(data: bytes, file: Path, part: str) -> None:
    """Counted before it is parsed: a few bytes of a zip file can be millions of elements.

    Counting needs an encoding in which a bracket is a bracket, and the format knows no others.
    """
    if len(data) > MAX_XML:
        raise fault(file, "template/too-large", _("phần này lớn hơn {limit} MB").format(limit=MAX_XML >> 20), part)
    if data.count(b"<") > MAX_TAGS or data.count(b"=") > _MAX_ATTRIBUTES:
        raise fault(file, "template/too-large", _("phần này có quá nhiều thành phần XML"), part)
    if not data.startswith(_WIDE) and (_FOREIGN.match(data) or not _begins_plainly(data)):
        raise fault(file, "template/broken-xml", _("phần này không viết bằng UTF-8 hay UTF-16"), part)


def _begins_plainly(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"<", b"") and b"\0" not in data[:4]


def serialise(root: etree._Element) -> bytes:
    """A part's XML as Word writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_package(file: Path) -> Package:
    """The parts of a DOCX file; a file that is not one, is damaged, or is over the limits is a `Faulty`."""
    if not file.is_file():
        raise fault(file, "template/not-a-file", _("không phải là một tệp"))
    try:
        if file.stat().st_size > MAX_PACKAGE:
            raise fault(file, "template/too-large", _("tệp mẫu lớn hơn {limit} MB").format(limit=MAX_PACKAGE >> 20))
        data = file.read_bytes()
    except OSError as error:
        raise fault(file, "template/not-a-file", _("không đọc được tệp này")) from error
    parts = read_parts(data, file)
    if DOCUMENT not in parts or TYPES not in parts:
        raise fault(file, "template/not-a-docx", _("tệp zip này không chứa văn bản Word"))
    return Package(file, parts)
