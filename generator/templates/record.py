"""What an ejected template remembers of its origin: custom properties of the file, which Word and LibreOffice keep.

They hold the template's name and, for each block, the lines that it was when it was ejected. They are anybody's to
change, so they are read under limits, and what makes no sense is as if it were not there.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.templates.package import CONTENT_TYPES, RELATIONSHIPS, TYPES, Package, R, parse, serialise

PART = "docProps/custom.xml"
_RELATIONSHIPS = "_rels/.rels"
_KIND = f"{R}/custom-properties"
_CONTENT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPED = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_OURS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format id of properties that a user defines."""
_NAME, _BLOCK = "vanthu-template", re.compile(r"vanthu-block-(\w+)-(\d{1,3})")
_CHUNK = 240
"""Word shows no more of a text than 255 characters, and may keep no more."""
_MOST_CHUNKS, _LONGEST = 200, 256 * 1024


@dataclass(frozen=True, slots=True)
class Record:
    """What was ejected, and what each block was then, line by line."""

    template: str
    blocks: Mapping[str, tuple[str, ...]]


def with_record(package: Package, record: Record) -> Package:
    """The package with a record of its own, and no other custom properties."""
    package = _without(package, lambda _name: True)
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _TYPED})  # type: ignore[dict-item]
    for number, (name, value) in enumerate(_properties(record), 2):
        made = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_OURS, pid=str(number), name=name)
        etree.SubElement(made, f"{{{_TYPED}}}lpwstr").text = value
    parts = dict(package.parts) | {PART: serialise(root)}
    types = parse(parts[TYPES], package.file, TYPES)
    etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override", {"PartName": f"/{PART}", "ContentType": _CONTENT})
    links = parse(parts[_RELATIONSHIPS], package.file, _RELATIONSHIPS)
    attributes = {"Id": "rIdVanthuRecord", "Type": _KIND, "Target": PART}
    etree.SubElement(links, f"{{{RELATIONSHIPS}}}Relationship", attributes)
    return Package(package.file, parts | {TYPES: serialise(types), _RELATIONSHIPS: serialise(links)})


def read_record(package: Package) -> Record | None:
    """The record of an ejected template; None where there is none that can be read."""
    values = _values(package)
    template = values.get(_NAME, "")
    chunks: dict[str, dict[int, str]] = {}
    for name, value in values.items():
        if found := _BLOCK.fullmatch(name):
            chunks.setdefault(found[1], {})[int(found[2])] = value
    blocks = {name: _unpacked("".join(one[number] for number in sorted(one))) for name, one in chunks.items()}
    read = {name: lines for name, lines in blocks.items() if lines is not None}
    return Record(template, read) if template and read else None


def without_record(package: Package) -> Package:
    """The package without our record: documents that are made of a template need not tell where it came from."""
    return _without(package, lambda name: name == _NAME or _BLOCK.fullmatch(name) is not None)


def _properties(record: Record) -> list[tuple[str, str]]:
    made = [(_NAME, record.template)]
    for name, lines in record.blocks.items():
        text = base64.b64encode(zlib.compress("".join(f"{line}\n" for line in lines).encode(), 9)).decode()
        chunks = [text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK)]
        if len(chunks) <= _MOST_CHUNKS:
            made += ((f"vanthu-block-{name}-{number}", chunk) for number, chunk in enumerate(chunks, 1))
    return made


def _unpacked(text: str) -> tuple[str, ...] | None:
    try:
        unpack = zlib.decompressobj()
        data = unpack.decompress(base64.b64decode(text, validate=True), _LONGEST)
        return tuple(data.decode().split("\n")[:-1]) if unpack.eof else None
    except (binascii.Error, zlib.error, ValueError):
        return None


def _values(package: Package) -> dict[str, str]:
    if PART not in package.parts:
        return {}
    found = {}
    for one in package.xml(PART).iter(f"{{{_CUSTOM}}}property"):
        found[one.get("name", "")] = "".join(text.text or "" for text in one.iter(f"{{{_TYPED}}}lpwstr"))
    return found


def _without(package: Package, is_gone: Callable[[str], bool]) -> Package:
    if PART not in package.parts:
        return package
    root = package.xml(PART)
    mine = [one for one in root if is_gone(one.get("name", ""))]
    if not mine:
        return package
    for one in mine:
        root.remove(one)
    parts = dict(package.parts)
    if len(root):
        return Package(package.file, parts | {PART: serialise(root)})
    del parts[PART]
    for name, attribute in ((TYPES, "PartName"), (_RELATIONSHIPS, "Target")):
        holder = package.xml(name)
        for line in list(holder):
            if line.get(attribute, "").lstrip("/") == PART:
                holder.remove(line)
        parts[name] = serialise(holder)
    return Package(package.file, parts)
