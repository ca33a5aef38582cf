"""A chain of templates as one document: every block in its place, as the innermost template has it.

It works on XML with the tags as Word shows them, so that the result is a template that a person can edit. What is not
printed but counts (a child's macros and names) goes to the top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.templates.joined import Joined, join_chain
from generator.templates.marks import marked_blocks
from generator.templates.package import DOCUMENT, MAX_XML, W, parse, read_package
from generator.templates.places import own_text
from generator.templates.segments import Block, Segments, Super, cut

_REQUIRED = re.compile(r"(\{%-?(?:p|tr)?\s*block\s[^%]*?)\s+required\b")
_SHORT = re.compile(r"\{%p\s+set\s[^%]*=")
_LONG = re.compile(r"\{%p\s+(?:macro\s|set\s+\w+\s*%\})")
_END = re.compile(r"\{%p\s+end(?:macro|set)\b")
_STATEMENT = re.compile(r"\{%-?\s*(?:set|macro)\s")
_LEFT_SUPER = re.compile(r"\{[{%][^{}]*\bsuper\s*\(")
Pieces = tuple[str | Super | Block, ...]


@dataclass(frozen=True)
class Flat:
    """A chain cut at its blocks, from the most special template to the base."""

    joined: Joined
    levels: tuple[Segments, ...]
    definitions: Mapping[str, tuple[Block, ...]]
    """For each block all that define it, the innermost first."""

    @property
    def names(self) -> tuple[str, ...]:
        """The blocks in the order of the base, then those that only children have."""
        return tuple(dict.fromkeys(block.name for level in reversed(self.levels) for block in level.blocks()))

    def content(self, name: str) -> str:
        """What a block holds, with all that it inherits, as XML; nested blocks keep their tags."""
        return "".join(self._inside(self.definitions[name], 0, (name,), set()))

    def body(self) -> str:
        """The whole document as XML."""
        seen: set[str] = set()
        text = "".join(self._pieces(self.levels[-1].pieces, (), 0, (), seen))
        return _bounded(text)

    def _pieces(
        self, pieces: Pieces, above: tuple[Block, ...], level: int, around: tuple[str, ...], seen: set[str]
    ) -> Iterator[str]:
        """`above`: the definitions of the block that the pieces are of, `level`: which of them they are."""
        for one in pieces:
            if isinstance(one, str):
                yield one
            elif isinstance(one, Super):
                if level + 1 < len(above):
                    yield from self._inside(above, level + 1, around, seen)
            else:
                yield from self._placed(one, around, seen)

    def _inside(self, blocks: tuple[Block, ...], level: int, around: tuple[str, ...], seen: set[str]) -> Iterator[str]:
        yield from self._pieces(blocks[level].inside, blocks, level, around, seen)

    def _placed(self, block: Block, around: tuple[str, ...], seen: set[str]) -> Iterator[str]:
        """A block where its tag stands: its tags the first time, for a template has each block once."""
        if block.name in around:
            raise _refused(_("khối “{name}” nằm trong chính nó").format(name=block.name))
        is_first = block.name not in seen
        seen.add(block.name)
        definitions = self.definitions[block.name]
        if is_first:
            marked = [one for one in definitions if any(marked_blocks(one.opening)) and one.level == block.level]
            yield _REQUIRED.sub(r"\1", (marked or [block])[0].opening)
        yield _bounded("".join(self._inside(definitions, 0, (*around, block.name), seen)))
        if is_first:
            yield block.closing


def flat(chain: Sequence[tuple[str, Path]]) -> Flat:
    """The chain ready to be put together; Faulty where a file must not be used or its blocks are broken."""
    joined = join_chain(chain)
    files = [file for _name, file in chain]
    levels = tuple(map(cut, joined.documents, files))
    definitions: dict[str, list[Block]] = {}
    for level in levels:
        for block in level.blocks():
            definitions.setdefault(block.name, []).append(block)
    return Flat(joined, levels, {name: tuple(found) for name, found in definitions.items()})


def flattened(found: Flat) -> etree._Element:
    """The document that the chain comes to; Faulty where one document cannot say the same."""
    text = found.body()
    if _LEFT_SUPER.search(text):
        raise _refused(_("super() ở đây đứng trong một phép tính, nên không gộp được"))
    file = found.joined.base.file
    root = parse(text.encode(), file, DOCUMENT)
    body = root.find(f"{{{W}}}body")
    assert body is not None
    for place, element in enumerate(one for level in found.levels[:-1] for one in _preamble(level, file)):
        body.insert(place, element)
    return root


def _preamble(level: Segments, file: Path) -> list[etree._Element]:
    """A child's names and macros outside of its blocks, which Jinja reads although it prints nothing there."""
    outside = "".join(piece for piece in level.pieces if isinstance(piece, str))
    kept: list[etree._Element] = []
    depth = 0
    for element in parse(outside.encode(), file, DOCUMENT)[0]:
        text = own_text(element) if element.tag == f"{{{W}}}p" else ""
        opens = len(_LONG.findall(text))
        if depth or opens or _SHORT.search(text):
            kept.append(element)
        elif _STATEMENT.search(text):
            raise _refused(_("thẻ set hay macro này nằm chung đoạn với thứ khác, nên không gộp được"))
        depth += opens - len(_END.findall(text))
    return kept


def _bounded(text: str) -> str:
    if len(text) > MAX_XML:
        raise _refused(_("mẫu gộp lại lớn quá {limit} MB").format(limit=MAX_XML >> 20))
    return text


def _refused(message: str) -> Faulty:
    hint = _("lấy riêng từng khối bằng --block")
    return Faulty([Diagnostic("template/cannot-flatten", message, Location(), hint=hint)])


def block_names(file: Path) -> list[str]:
    """The blocks that one file holds, in order. Reads: the file."""
    segments = cut(read_package(file).xml(DOCUMENT), file)
    return list(dict.fromkeys(block.name for block in segments.blocks()))
