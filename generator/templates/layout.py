"""Where the block tags of a source stand among the elements of its XML: one reading from the first to the last.

It judges nothing: `blocks` and `fixed` do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.messages import _, mark
from generator.templates.dialect import Source

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_NOT_WORDS = re.compile(r"[<>{}\"]")
_NAMES = "block|endblock|macro|endmacro|if|elif|else|endif|for|endfor"
_KEPT_TAG = re.compile(rf"\{{%-?\s*(?:{_NAMES})\b|\{{\{{\s*super\(\)")
_TOKEN = re.compile(
    rf"\{{%-?\s*(?P<tag>{_NAMES})\b\s*(?P<name>\w*).*?%\}}"
    r"|(?P<super>\{\{\s*super\(\))"
    r"|<(?P<closing>/?)(?P<element>[A-Za-z_][\w:.-]*)[^>]*?(?P<empty>/?)>"
    r"|(?P<words>(?<=[>}])[^<{]+)"
)
_SEEN = ("w:drawing", "w:pict", "w:tbl")
LEVELS = {
    "w:t": mark("chữ trong một đoạn"),
    "w:p": mark("một phần của đoạn"),
    "w:tr": mark("ô bảng"),
    "w:tbl": mark("dòng bảng"),
    "": mark("đoạn văn"),
}


@dataclass(frozen=True, slots=True)
class Stand:
    """A block tag as it stands in the XML."""

    name: str
    line: int
    holder: str
    """The element around it."""

    @property
    def level(self) -> str:
        """What its content is made of: the element around such content, or nothing for paragraphs."""
        return self.holder if self.holder in LEVELS else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a reading of one source finds: its blocks, and what is wrong with their places."""

    blocks: tuple[Stand, ...]
    supers: tuple[Stand, ...]
    split: tuple[Stand, ...]
    """Blocks and conditions that open and close inside different elements."""
    outside: tuple[Stand, ...]
    """Words (`name`) and pictures outside every block and macro."""
    filled: tuple[Stand, ...]
    """The blocks that print anything: words, a value, a picture, a table, what they replace."""


def read_layout(source: Source) -> Layout:
    """One pass over the XML with its open elements and open tags."""
    reader = _Reader()
    xml = _TAG.sub(_kept, source.lines)
    line, position = 1, 0
    for token in _TOKEN.finditer(xml):
        line += xml.count("\n", position, token.start())
        position = token.start()
        reader.read(token, line)
    return Layout(*map(tuple, (reader.blocks, reader.supers, reader.split, reader.outside, reader.filled)))


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Stand] = []
        self.supers: list[Stand] = []
        self.split: list[Stand] = []
        self.outside: list[Stand] = []
        self.filled: set[Stand] = set()
        self._elements: list[tuple[str, int]] = []
        """The open elements, each with its position, so that two of one name are two."""
        self._blocks: list[tuple[Stand, list[tuple[str, int]]]] = []
        self._conditions: list[tuple[Stand, list[str]]] = []

    def read(self, token: re.Match[str], line: int) -> None:
        holder = self._elements[-1][0] if self._elements else ""
        stand = Stand(token["name"] or "", line, holder)
        if token["super"] or (token["words"] or "").strip() or token["element"] in _SEEN:
            self.filled.update(opened for opened, _around in self._blocks)
        if token["tag"]:
            self._tag(token["tag"], stand)
        elif token["super"] and self._blocks:
            self.supers.append(Stand(self._blocks[-1][0].name, line, holder))
        elif token["words"] and not self._blocks and holder == "w:t" and token["words"].strip():
            self.outside.append(Stand(token["words"].strip(), line, holder))
        elif token["closing"]:
            del self._elements[-1:]
        elif token["element"]:
            if token["element"] == "w:drawing" and not self._blocks:
                self.outside.append(Stand(_("(hình)"), line, holder))
            self._elements += [] if token["empty"] else [(token["element"], token.start())]

    def _tag(self, tag: str, stand: Stand) -> None:
        names = [name for name, _position in self._elements]
        if tag in ("block", "macro"):
            self._blocks.append((stand, list(self._elements)))
            self.blocks += [stand] if tag == "block" else []
        elif tag in ("endblock", "endmacro") and self._blocks:
            opened, around = self._blocks.pop()
            self.split += [opened] if around != self._elements else []
        elif tag in ("if", "for"):
            self._conditions.append((Stand(tag, stand.line, stand.holder), names))
        elif self._conditions:
            # Not the same elements but such of the same kind: what is left out then begins and ends alike.
            opened, around_names = self._conditions[-1]
            if around_names != names and opened not in self.split:
                self.split.append(opened)
            if tag.startswith("end"):
                self._conditions.pop()


def _kept(tag: re.Match[str]) -> str:
    """Only what opens, closes or repeats blocks stays a tag; what prints becomes words."""
    if _KEPT_TAG.match(tag[0]):
        return tag[0]
    return f"[{_NOT_WORDS.sub('', tag[0]).strip()}]" if tag[0].startswith("{{") else ""
