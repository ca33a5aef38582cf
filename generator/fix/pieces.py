"""The words of a paragraph in its XML: which letter of the text that is read stands in which element.

It reads as the picture of the document does, and where the two disagree it says so instead of guessing.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.docview.markup import MC, XML_SPACE, attribute, chosen, has, w
from generator.fix.markup import local

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_BREAKS = {"page": "\f", "column": "\v"}
_HOLDERS = frozenset(
    w(name)
    for name in ("smartTag", "customXml", "dir", "bdo", "sdtContent", "sdt", "hyperlink", "ins", "moveTo", "fldSimple")
)
_ALTERNATIVES = f"{{{MC}}}AlternateContent"


@dataclass(frozen=True, slots=True)
class Piece:
    """One element with text, and where its text begins in the paragraph's."""

    run: etree._Element
    node: etree._Element
    start: int
    text: str

    @property
    def stop(self) -> int:
        return self.start + len(self.text)


def pieces_of(paragraph: etree._Element) -> tuple[Piece, ...]:
    """All that is read of it, in order: hidden words, the codes of fields and deleted words left out."""
    found: list[Piece] = []
    codes: list[bool] = []
    start = 0
    for run, node in _nodes(paragraph):
        if local(node) == "fldChar":
            _follow(codes, attribute(node, "fldCharType"))
        elif not any(codes) and not has(run.find(w("rPr")), "vanish"):
            text = _text(node)
            if text:
                found.append(Piece(run, node, start, text))
                start += len(text)
    return tuple(found)


def text_of(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _follow(codes: list[bool], kind: str | None) -> None:
    """Fields may stand one in another; of each it is known whether its code still goes on."""
    if kind == "begin":
        codes.append(True)
    elif kind == "separate" and codes:
        codes[-1] = False
    elif kind == "end" and codes:
        codes.pop()


def _nodes(parent: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    for element in parent:
        if element.tag == w("r"):
            yield from ((element, node) for node in _inner(element))
        elif element.tag in _HOLDERS:
            yield from _nodes(element)
        elif element.tag == _ALTERNATIVES:
            shown = chosen(element)
            if shown is not None:
                yield from _nodes(shown)


def _inner(run: etree._Element) -> Iterator[etree._Element]:
    for node in run:
        if node.tag == _ALTERNATIVES:
            shown = chosen(node)
            if shown is not None:
                yield from shown
        else:
            yield node


def _text(node: etree._Element) -> str:
    name = local(node)
    if name == "t":
        text = node.text or ""
        text = text if node.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n")
        return text.replace("\n", " ")
    if name == "br":
        return _BREAKS.get(attribute(node, "type") or "", "\n")
    if name == "sym":
        code = attribute(node, "char") or ""
        return chr(int(code, 16)) if code and all(sign in "0123456789abcdefABCDEF" for sign in code) else ""
    return _SIGNS.get(name, "")


def runs_between(paragraph: etree._Element, start: int, stop: int) -> list[etree._Element]:
    """The runs with something to read between two offsets; one that reaches beyond is cut there."""
    for offset in (start, stop):
        _cut(paragraph, offset)
    found = (
        piece.run
        for piece in pieces_of(paragraph)
        if piece.start >= start and piece.stop <= stop and piece.text.strip()
    )
    return list(dict.fromkeys(found))


def _cut(paragraph: etree._Element, offset: int) -> None:
    """Make two runs of the one that holds the letters on both sides of an offset."""
    pieces = pieces_of(paragraph)
    behind = next((piece for piece in pieces if piece.stop > offset), None)
    if behind is None or behind.node.getparent() is not behind.run:
        return
    before = [piece for piece in pieces if piece.run is behind.run and piece.start < offset]
    if not before:
        return
    run, node = behind.run, behind.node
    second = copy.deepcopy(run)
    for each in list(second):
        second.remove(each)
    properties = run.find(w("rPr"))
    if properties is not None:
        second.append(copy.deepcopy(properties))
    following = [node, *node.itersiblings()]
    if behind.start < offset:
        rest = copy.deepcopy(node)
        _write(rest, behind.text[offset - behind.start :])
        _write(node, behind.text[: offset - behind.start])
        following = [rest, *node.itersiblings()]
    for each in following:
        second.append(each)
    run.addnext(second)


def rewrite(paragraph: etree._Element, start: int, stop: int, new: str) -> bool:
    """Write other letters in the place of some; whether it could be done: only plain text is written over."""
    pieces = pieces_of(paragraph)
    touched = [piece for piece in pieces if piece.start < stop and piece.stop > start]
    if start == stop:
        touched = [piece for piece in pieces if piece.start < start <= piece.stop][:1]
    if not touched or any(local(piece.node) != "t" for piece in touched if new):
        return False
    for piece in reversed(touched):
        low, high = max(start, piece.start) - piece.start, min(stop, piece.stop) - piece.start
        if local(piece.node) == "t":
            put_in = new if piece is touched[0] else ""
            _write(piece.node, piece.text[:low] + put_in + piece.text[high:])
        else:
            piece.run.remove(piece.node)
    return True


def _write(node: etree._Element, text: str) -> None:
    node.text = text
    node.set(XML_SPACE, "preserve")
