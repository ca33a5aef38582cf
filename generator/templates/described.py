"""What stands in a block, a line a paragraph, in words that a person compares: style, text, tables, pictures, fields.

It compares nothing: `differences` does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.messages import _
from generator.templates.flatten import Flat
from generator.templates.package import DOCUMENT, STYLES, Package, R, W, parse
from generator.templates.places import own_text
from generator.templates.segments import PARAGRAPHS, ROWS
from generator.templates.used_fields import fields_used

_WORD = f"{{{W}}}"
_USES = tuple(f"{_WORD}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_PICTURES = (f"{_WORD}drawing", f"{_WORD}pict")
_NOT_SEEN = {"lang", "noProof", "szCs", "bCs", "iCs", "proofErr", "rPrChange", "pPrChange", "pStyle", "sectPr"}


@dataclass(frozen=True, slots=True)
class Described:
    """One block."""

    lines: tuple[str, ...]
    """`VT Nội dung: …`, a paragraph a line."""
    styles: frozenset[str]
    tables: int
    pictures: int
    fields: frozenset[str]
    looks: tuple[str, ...]
    """Formatting beside styles, tables and pictures, to be compared and not to be read."""


def described(found: Flat, name: str) -> Described:
    """A block of a chain with all that it inherits."""
    root = _fragment(found, name)
    names = _style_names(found)
    paragraphs = list(root.iter(f"{_WORD}p"))
    uses = [use.get(f"{_WORD}val", "") for use in root.iter(*_USES)]
    text = "\n".join(own_text(one) for one in paragraphs)
    return Described(
        lines=tuple(_line(one, names) for one in paragraphs),
        styles=frozenset(names.get(use, use) for use in uses),
        tables=sum(1 for _table in root.iter(f"{_WORD}tbl")),
        pictures=sum(1 for _picture in root.iter(*_PICTURES)),
        fields=fields_used(text),
        looks=(*map(_look, paragraphs), *_tables(root), *_pictures(root, found.joined.base)),
    )


def _fragment(found: Flat, name: str) -> etree._Element:
    """The block's XML as a document of its own."""
    text, level = found.content(name), found.definitions[name][-1].level
    if level == ROWS:
        text = f"<w:tbl>{text}</w:tbl>"
    elif level != PARAGRAPHS:
        text = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    declared = "".join(
        f' xmlns{":" + prefix if prefix else ""}="{address}"'
        for prefix, address in found.joined.documents[-1].nsmap.items()
    )
    return parse(f"<w:body{declared}>{text}</w:body>".encode(), found.joined.base.file, name)


def _style_names(found: Flat) -> Mapping[str, str]:
    names = {}
    for style in found.joined.base.xml(STYLES).iter(f"{_WORD}style"):
        shown = style.find(f"{_WORD}name")
        identifier = style.get(f"{_WORD}styleId", "")
        names[identifier] = shown.get(f"{_WORD}val", identifier) if shown is not None else identifier
    return names


def _line(paragraph: etree._Element, names: Mapping[str, str]) -> str:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    identifier = style.get(f"{_WORD}val", "") if style is not None else ""
    text = " ".join(own_text(paragraph).split())
    if any(next(one.iterancestors(f"{_WORD}p")) is paragraph for one in paragraph.iter(*_PICTURES)):
        text = f"{text} {_('(hình)')}".strip()
    shown = names.get(identifier, identifier) or "Normal"
    where = _("(trong bảng) ") if next(paragraph.iterancestors(f"{_WORD}tc"), None) is not None else ""
    return f"{where}{shown}: {text}"


def _look(paragraph: etree._Element) -> str:
    """What Word writes anew at each saving (runs cut in two, languages, who changed what) does not count."""
    properties = paragraph.find(f"{_WORD}pPr")
    looks = [_said(properties)] if properties is not None else [""]
    for run in paragraph.iter(f"{_WORD}r"):
        own = run.find(f"{_WORD}rPr")
        text = "".join(piece.text or "" for piece in run.iterchildren(f"{_WORD}t"))
        said = _said(own) if own is not None else ""
        if text and looks[-1].endswith(f"\0{said}") and len(looks) > 1:
            looks[-1] = f"{looks[-1][: -len(said) - 1]}{text}\0{said}"
        elif text:
            looks.append(f"{text}\0{said}")
    return "\n".join(looks)


def _tables(root: etree._Element) -> Iterator[str]:
    for table in root.iter(*(f"{_WORD}{name}" for name in ("tblPr", "tblGrid", "trPr", "tcPr"))):
        yield _said(table) + "".join(map(_said, table))


def _pictures(root: etree._Element, package: Package) -> Iterator[str]:
    """How large each picture is, and what it is: its name in the file may be anything."""
    links = package.relationships(DOCUMENT)
    for element in root.iter("{*}extent", "{*}blip"):
        target = links.get(element.get(f"{{{R}}}embed", ""))
        data = package.parts.get(target.target, b"") if target is not None else b""
        yield f"{element.get('cx')} {element.get('cy')} {hashlib.sha256(data).hexdigest()}"


def _said(properties: etree._Element) -> str:
    said = []
    for one in properties:
        name = etree.QName(one).localname
        if name not in _NOT_SEEN and name != "rPr":
            values = sorted((etree.QName(key).localname, value) for key, value in one.attrib.items())
            said.append(f"{name}{values}")
    return " ".join(sorted(said))
