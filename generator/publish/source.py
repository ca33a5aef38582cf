"""A DOCX before LibreOffice sees it: whether it is one, what it would fetch from outside, and what it says.

How a package is read under limits is `opc`'s.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers.expat import ExpatError

from generator.diagnostics import Diagnostic, Faulty
from generator.opc.package import RELATIONSHIPS, Package, read_package
from generator.publish.findings import external_link, not_a_document
from generator.publish.reading import WORD, Text, read_text

_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOTS = tuple(f"{{{space}}}document" for space in WORD)
_STYLES = "word/styles.xml"
_STYLES_START = re.compile(rb"<((?:\w+:)?)styles\b[^>]*(?<!/)>")
_NEVER_FETCHED = ("hyperlink", "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData")
"""Links that making a PDF does not follow: tested with LibreOffice, and letters of offices often carry them."""


@dataclass(frozen=True, slots=True)
class Source:
    """A DOCX that may be given to LibreOffice, and what its PDF must say."""

    file: Path
    parts: Mapping[str, bytes]
    pieces: tuple[str, ...]
    """Its visible text in order, each piece unbroken in the PDF unless a page ends in it."""
    typefaces: frozenset[str]
    """Those that its text and styles name."""


def examine(file: Path) -> Source:
    """Read a DOCX. One that is none, or that fetches anything, is a `Faulty` with every reason."""
    package = read_package(file)
    main = next((found.target for found in package.relationships("").values() if found.kind == "officeDocument"), "")
    name = package.find(main)
    if name is None or package.content_types[name] != _MAIN_TYPE or package.xml(name).tag not in _ROOTS:
        raise Faulty([not_a_document(file)])
    links = [finding for part in package.parts if part.endswith(".rels") for finding in _links(package, part)]
    if links:
        raise Faulty(dict.fromkeys(links))
    texts = {part: _text(package, part) for part in package.parts if _is_of_word(package, part)}
    typefaces = frozenset(typeface for text in texts.values() for typeface in text.typefaces)
    return Source(file, package.parts, texts[name].pieces, typefaces)


def write_copy(source: Source, copy: Path) -> None:
    """Writes: `copy`, a package of the very parts that were examined, whatever happens to the file meanwhile."""
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as archive:
        for name, data in source.parts.items():
            archive.writestr(zipfile.ZipInfo(name), _with_defaults(data) if name == _STYLES else data)


def _with_defaults(styles: bytes) -> bytes:
    """Styles that name no defaults mean Times New Roman to Word; to LibreOffice only if an empty list is there."""
    if b"docDefaults" in styles:
        return styles
    return _STYLES_START.sub(rb"\g<0><\1docDefaults><\1rPrDefault><\1rPr/></\1rPrDefault></\1docDefaults>", styles, 1)


def _is_of_word(package: Package, part: str) -> bool:
    return "wordprocessingml" in package.content_types[part] and package.content_types[part].endswith("+xml")


def _text(package: Package, part: str) -> Text:
    package.xml(part)  # says what is wrong with it, if anything is
    try:
        return read_text(package.parts[part])
    except (ExpatError, ValueError) as error:
        raise Faulty([not_a_document(package.file, part, str(error))]) from error


def _links(package: Package, part: str) -> Iterator[Diagnostic]:
    """What a part would have fetched from elsewhere while its pages are drawn."""
    for one in package.xml(part).iter(f"{{{RELATIONSHIPS}}}Relationship"):
        kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")
        is_outside = one.get("TargetMode", "").casefold() == "external"
        # A target that is an address is fetched by some programs even where the mode does not say so.
        if (is_outside or ":" in target or target.startswith(("//", "\\"))) and kind not in _NEVER_FETCHED:
            yield external_link(package.file, part, kind)
