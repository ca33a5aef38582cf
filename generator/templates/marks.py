"""What a template says of its blocks beside their names: `fixed`, not to be replaced below; `optional`, may be empty.

Jinja does not know these words: they are taken out of the tags here. It does not judge: `fixed` does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from lxml import etree

from generator.templates.package import W
from generator.templates.places import own_text

FIXED, OPTIONAL = "fixed", "optional"
_BLOCK = re.compile(r"(\{%-?(?:p|tr)?\s*block\s+)(\w+)((?:\s+\w+)+)(\s*-?%\})")
_WORDS = (FIXED, OPTIONAL)


def marked_blocks(text: str) -> Iterator[tuple[str, str]]:
    """(block, mark) for every mark in the tags of a text."""
    for found in _BLOCK.finditer(text):
        yield from ((found[2], word) for word in found[3].split() if word in _WORDS)


def fixed_in(document: etree._Element) -> list[str]:
    """The blocks that a document marks fixed."""
    texts = map(own_text, document.iter(f"{{{W}}}p"))
    return [name for text in texts for name, mark in marked_blocks(text) if mark == FIXED]


def without_marks(text: str) -> str:
    """The tags as Jinja knows them."""

    def plain(found: re.Match[str]) -> str:
        kept = "".join(f" {word}" for word in found[3].split() if word not in _WORDS)
        return f"{found[1]}{found[2]}{kept}{found[4]}"

    return _BLOCK.sub(plain, text)


def take_marks(paragraph: etree._Element) -> list[tuple[str, str]]:
    """The marks of a paragraph's block tags, which it then has no longer."""
    text = own_text(paragraph)
    found = list(marked_blocks(text))
    if found:
        pieces = [piece for piece in paragraph.iter(f"{{{W}}}t") if next(piece.iterancestors(f"{{{W}}}p")) is paragraph]
        gather(pieces, _BLOCK)
        for piece in pieces:
            piece.text = without_marks(piece.text or "")
    return found


def gather(pieces: list[etree._Element], tag: re.Pattern[str]) -> None:
    """Every tag that Word has cut over runs stands whole in the piece that it begins in.

    What follows it in the piece where it ends comes along, as docxtpl has it.
    """
    whole = "".join(piece.text or "" for piece in pieces)
    ends = list(accumulate(len(piece.text or "") for piece in pieces))
    tags = [found.span() for found in tag.finditer(whole)]
    taken = number = 0
    for piece, end in zip(pieces, ends, strict=True):
        reach = max(end, taken)
        while number < len(tags) and tags[number][0] < reach:
            reach = max(reach, ends[bisect_left(ends, tags[number][1])])
            number += 1
        piece.text = whole[taken:reach]
        taken = reach
