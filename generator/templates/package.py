"""A DOCX as its parts: read under limits, relationships resolved, nothing unpacked to disk.

It knows nothing of templates; `compiled` and `inherit` do.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _

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
MAX_PART = 30 * 1024 * 1024
MAX_PARTS = 500

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, OSError)


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
    # Our own marks are processing instructions, so no file may bring any.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _fault(file, "template/broken-xml", _("XML hỏng: {why}").format(why=error.msg), part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _fault(file, "template/document-type", _("phần này khai báo DOCTYPE"), part)
    return root


def serialise(root: etree._Element) -> bytes:
    """A part's XML as Word writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_package(file: Path) -> Package:
    """The parts of a DOCX file; a file that is not one, is damaged, or is over the limits is a `Faulty`."""
    if not file.is_file():
        raise _fault(file, "template/not-a-file", _("không phải là một tệp"))
    if file.stat().st_size > MAX_PACKAGE:
        raise _fault(file, "template/too-large", _("tệp mẫu lớn hơn {limit} MB").format(limit=MAX_PACKAGE >> 20))
    try:
        parts = read_parts(file.read_bytes(), file)
    except _BROKEN as error:
        message = _("không mở được: đây không phải tệp Word (.docx), hoặc tệp đã hỏng")
        raise _fault(file, "template/not-a-docx", message) from error
    if DOCUMENT not in parts or TYPES not in parts:
        raise _fault(file, "template/not-a-docx", _("tệp zip này không chứa văn bản Word"))
    return Package(file, parts)


def read_parts(data: bytes, file: Path = Path()) -> dict[str, bytes]:
    """The parts of a zip file in memory, in their order, under the limits."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _members(archive, file)


def _members(archive: zipfile.ZipFile, file: Path) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MAX_PARTS:
        raise _fault(file, "template/too-large", _("tệp có quá {limit} phần").format(limit=MAX_PARTS))
    names = [info.filename for info in infos]
    # To Word, names that differ only in case or in the slash are one part; which of the two it reads is not told.
    plain = [name.replace("\\", "/").lstrip("/").lower() for name in names]
    twice = [name for number, name in enumerate(names) if plain[number] in plain[:number]]
    if twice:
        raise _fault(file, "template/duplicate-part", _("phần này có hai lần trong tệp zip"), twice[0])
    if sum(info.file_size for info in infos) > MAX_PART:
        raise _fault(file, "template/too-large", _("tệp bung ra lớn hơn {limit} MB").format(limit=MAX_PART >> 20))
    return {info.filename: archive.read(info) for info in infos if not info.is_dir()}


def _fault(file: Path, code: str, message: str, part: str | None = None) -> Faulty:
    hint = _("mở tệp bằng Word, lưu lại dạng .docx rồi thử lại")
    return Faulty([Diagnostic(code, message, Location(file=file, part=part), hint=hint)])
