"""A document's XML as text cut at its block tags: what stands between, which block stands in which.

Blocks can then be put into one another as Jinja would put them, with their tags still as Word shows them. It reads no
other tag, and resolves nothing: `flatten` does.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.templates.breaks import free_break
from generator.templates.marks import gather
from generator.templates.package import W
from generator.templates.places import own_text
from generator.templates.tags import too_complex

_DEEPEST = 40
PARAGRAPHS, ROWS, WORDS = "p", "tr", ""
_WHOLE = re.compile(r"\{%(?P<level>p|tr)\s+(?P<tag>block|endblock)\b\s*(?P<name>\w*)[^%]*%\}")
_SUPER = re.compile(r"\{\{(?P<level>p|tr)\s+super\(\)\s*\}\}")
_INLINE = re.compile(r"\{%-?\s*(?:block|endblock)\b[^%]*%\}|\{\{-?\s*super\(\)\s*-?\}\}")
_CUT = re.compile(rf"<\?vt-cut (?P<number>\d+)\?>|{_INLINE.pattern}")
_NAME = re.compile(r"block\s+(\w+)")


@dataclass(frozen=True, slots=True)
class Super:
    """Where the block that is replaced is printed."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it stands in one file: its tags as XML, and what is between them."""

    name: str
    level: str
    opening: str
    closing: str
    inside: tuple[str | Super | Block, ...]

    def blocks(self) -> Iterator[Block]:
        """Itself and all that stand in it."""
        yield self
        for one in self.inside:
            if isinstance(one, Block):
                yield from one.blocks()


@dataclass(frozen=True, slots=True)
class Segments:
    """A whole part."""

    pieces: tuple[str | Super | Block, ...]

    def blocks(self) -> Iterator[Block]:
        for one in self.pieces:
            if isinstance(one, Block):
                yield from one.blocks()


@dataclass(slots=True)
class _Open:
    tag: tuple[str, str, str] = ("", "", "")
    inside: list[str | Super | Block] = field(default_factory=list)


def cut(document: etree._Element, file: Path) -> Segments:
    """The document as segments; it is not changed. Faulty where block tags are not in pairs, or too deep."""
    root = copy.deepcopy(document)
    for paragraph in list(root.iter(f"{{{W}}}p")):
        free_break(paragraph)
    marks = _mark_whole(root)
    for paragraph in root.iter(f"{{{W}}}p"):
        if _INLINE.search(own_text(paragraph)):
            own = [one for one in paragraph.iter(f"{{{W}}}t") if next(one.iterancestors(f"{{{W}}}p")) is paragraph]
            gather(own, _INLINE)
    text = etree.tostring(root, encoding="unicode")
    levels = [_Open()]
    position = 0
    for found in _CUT.finditer(text):
        levels[-1].inside.append(text[position : found.start()])
        position = found.end()
        if not _take(levels, found, marks):
            raise _unpaired(file)
        if len(levels) > _DEEPEST:
            raise Faulty([too_complex(Location(file))])
    levels[-1].inside.append(text[position:])
    if len(levels) > 1:
        raise _unpaired(file)
    return Segments(tuple(levels[0].inside))


def _take(levels: list[_Open], found: re.Match[str], marks: list[tuple[str, str, str]]) -> bool:
    """Whether the tag fits: an end has a beginning."""
    kind, level, markup = marks[int(found["number"])] if found["number"] else (_kind(found[0]), WORDS, found[0])
    if kind == "super":
        levels[-1].inside.append(Super())
    elif kind == "endblock":
        if len(levels) == 1:
            return False
        done = levels.pop()
        name, opened, opening = done.tag
        levels[-1].inside.append(Block(name, opened, opening, markup, tuple(done.inside)))
    else:
        levels.append(_Open((kind, level, markup)))
    return True


def _kind(tag: str) -> str:
    """`super`, `endblock`, or the name of the block that opens."""
    if tag.startswith("{{"):
        return "super"
    named = _NAME.search(tag)
    return "endblock" if "endblock" in tag or named is None else named[1]


def _mark_whole(root: etree._Element) -> list[tuple[str, str, str]]:
    """Every paragraph or row that is only such a tag becomes a mark; what each was: kind, level, XML."""
    marks: list[tuple[str, str, str]] = []
    for paragraph in list(root.iter(f"{{{W}}}p")):
        text = own_text(paragraph).strip()
        found = _WHOLE.fullmatch(text) or _SUPER.fullmatch(text)
        if found is None:
            continue
        level = found["level"]
        element = paragraph if level == PARAGRAPHS else next(paragraph.iterancestors(f"{{{W}}}tr"), paragraph)
        parent = element.getparent()
        if parent is None:
            continue
        instruction = etree.ProcessingInstruction("vt-cut", str(len(marks)))
        tail, element.tail = element.tail, None
        marks.append((_kind(text), level, _alone(element)))
        instruction.tail = tail
        parent.replace(element, instruction)
    return marks


def _alone(element: etree._Element) -> str:
    """Its XML as it stands in the document, where the root declares the prefixes."""
    text = etree.tostring(element, encoding="unicode")
    for prefix, address in element.getroottree().getroot().nsmap.items():
        text = text.replace(f' xmlns{":" + prefix if prefix else ""}="{address}"', "", 1)
    return text


def _unpaired(file: Path) -> Faulty:
    message = _("thẻ mở và thẻ đóng khối không đủ cặp")
    hint = _("chạy `vanthu template lint` để biết chỗ")
    return Faulty([Diagnostic("template/syntax", message, Location(file), hint=hint)])
