"""What a document says, apart from its form: words without spaces, zeros, dashes and colons that are no word.

It reads the XML by itself, and nothing of how we read or mend documents.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_KEPT = (
    *("ins", "del", "moveFrom", "moveTo", "commentReference", "footnoteReference", "endnoteReference", "drawing"),
    *("pict", "object", "hyperlink", "bookmarkStart", "sdt", "tbl", "sectPr", "sym", "instrText"),
)


def paragraphs_of(document: bytes) -> Counter[str]:
    """The texts of all paragraphs, in whatever order; those of nothing but digits (numbers of pages) left out."""
    found: Counter[str] = Counter()
    for root in _roots(document):
        for paragraph in root.iter(f"{_W}p"):
            text = bare("".join(each.text or "" for each in paragraph.iter(f"{_W}t", f"{_W}delText")))
            if text and not text.isdigit():
                found[text] += 1
    return found


def bare(text: str) -> str:
    """Without what is form: marks composed, no white space, one sort of dash, no zero before a number."""
    text = "".join(unicodedata.normalize("NFC", text).split())
    text = re.sub("[–—‐‑]", "-", text)
    return re.sub(r"(?<!\d)0+(?=\d)", "", text).replace("Số:", "Số")


def things_in(document: bytes) -> Counter[str]:
    """What stands in the text beside words, counted: changes, comments, notes, pictures, links, tables, sections.

    The field that prints the number of a page is form: it may move to another place.
    """
    return Counter(
        name
        for root in _roots(document)
        for name in _KEPT
        for each in root.iter(f"{_W}{name}")
        if not (each.text or "").strip().startswith("PAGE")
    )


def other_parts(document: bytes) -> dict[str, bytes]:
    """The parts that hold no text and no form: pictures, properties, whatever else."""
    formed = re.compile(r"word/(styles|numbering|settings|theme/.*)\.xml|\[Content_Types\]\.xml|.*\.rels")
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if not _STORIES.fullmatch(name) and not formed.fullmatch(name)
        }


def _roots(document: bytes) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return [etree.fromstring(archive.read(name)) for name in archive.namelist() if _STORIES.fullmatch(name)]
