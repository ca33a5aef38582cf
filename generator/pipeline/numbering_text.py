"""What a document says, without its number and day: whether two are the same, and if not, where they differ.

It looks at words only; how they are set is no matter.
"""

from __future__ import annotations

import difflib
import hashlib
import html
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, Location
from generator.messages import _
from generator.vietnamese.written_numbers import DATELINE, DAY

_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
_PIECES = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(tab|br|cr)(?: [^>]*)?/>")
_MOST_TOLD = 5
_AROUND = 4
"""Words that are shown before and after those that differ."""


def paragraphs(document: bytes) -> tuple[str, ...]:
    """What is printed, paragraph by paragraph; ValueError where it is no DOCX."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            parts = [
                archive.read(name).decode("utf-8") for name in sorted(archive.namelist()) if _PARTS.fullmatch(name)
            ]
    except (zipfile.BadZipFile, UnicodeDecodeError, EOFError) as error:
        raise ValueError(str(error)) from error
    found = (_text(piece) for part in parts for piece in part.split("</w:p>"))
    return tuple(text for text in found if text)


def _text(piece: str) -> str:
    words = (html.unescape(found[1]) if found[1] is not None else " " for found in _PIECES.finditer(piece))
    return " ".join("".join(words).replace("\u00a0", " ").split())


def without_number(texts: Sequence[str], code: str) -> tuple[str, ...]:
    """The same without the document's own number, the days beside it, and the line of place and day."""
    shown = " ".join(code.split())
    return tuple(text for each in texts if (text := _bare(each, shown)))


def _bare(text: str, code: str) -> str:
    if DATELINE.fullmatch(text):
        return text.partition(",")[0]
    if code and code in text:
        return DAY.sub("", text.replace(code, ""))
    return text


def text_sha256(document: bytes, code: str) -> str:
    """Of what it says; empty where that cannot be read."""
    try:
        said = without_number(paragraphs(document), code)
    except ValueError:
        return ""
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def bears(document: bytes, code: str) -> bool:
    """Whether the number stands in the document."""
    try:
        return any(" ".join(code.split()) in text for text in paragraphs(document))
    except ValueError:
        return False


def differences(issued: bytes, now: bytes, code: str, where: Path) -> tuple[Diagnostic, ...]:
    """Where the words of an issued document and of the one made now differ: the first few places."""
    before, after = (without_number(paragraphs(each), code) for each in (issued, now))
    found: list[Diagnostic] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            found += _told(before[i1:i2], after[j1:j2], where, j1)
    more = len(found) - _MOST_TOLD
    told = tuple(found[:_MOST_TOLD])
    if more > 0:
        message = _("và {count} chỗ khác nữa").format(count=more)
        told += (Diagnostic("register/text-differs", message, Location(where)),)
    return told


def _told(before: Sequence[str], after: Sequence[str], where: Path, start: int) -> Iterator[Diagnostic]:
    for place in range(max(len(before), len(after))):
        was = before[place] if place < len(before) else ""
        now = after[place] if place < len(after) else ""
        old, new = _words(was, now)
        yield Diagnostic(
            "register/text-differs",
            _("lời văn khác bản đã phát hành"),
            Location(where, paragraph=start + place + 1),
            expected=old or _("(không có đoạn này)"),
            actual=new or _("(không có đoạn này)"),
        )


def _words(was: str, now: str) -> tuple[str, str]:
    """The words of both that differ, with a few around them."""
    old, new = was.split(), now.split()
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    same = 0
    while same < min(len(old), len(new)) - first and old[-1 - same] == new[-1 - same]:
        same += 1
    return tuple(_cut(words, first, len(words) - same) for words in (old, new))  # type: ignore[return-value]


def _cut(words: Sequence[str], first: int, last: int) -> str:
    start, stop = max(0, first - _AROUND), min(len(words), last + _AROUND)
    shown = " ".join(words[start:stop])
    shown = shown if len(shown) <= 300 else f"{shown[:299]}…"
    return f"{'… ' if start else ''}{shown}{' …' if stop < len(words) else ''}" if words else ""
