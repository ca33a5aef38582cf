"""Inheritance as it stands in the tags: what a template extends, which blocks it fills, and whether it may.

It does not carry pictures or numbering: `inherit` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import Environment, nodes

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.templates.dialect import Source
from generator.templates.package import DOCUMENT, Package, W
from generator.vietnamese.unicode import nearest

_EXTENDS_TEXT = re.compile(r"\{%p?\s*extends\s+[\"'“”]([a-z0-9_/-]+)[\"'“”]\s*%\}")
_EXTENDS = re.compile(r"\{%\s*extends\s+[^%]*%\}")
_BLOCK_TAG = re.compile(r"\{%-?\s*(block\s+\w+[^%]*|endblock[^%]*)-?%\}")
_ANY_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ELEMENT = re.compile(r"<(/?)([A-Za-z_][\w:.-]*)[^>]*?(/?)>")


def extends(package: Package) -> str | None:
    """The name of the template that this one extends, or None for a base."""
    for paragraph in package.xml(DOCUMENT).iter(f"{{{W}}}p"):
        found = _EXTENDS_TEXT.search("".join(piece.text or "" for piece in paragraph.iter(f"{{{W}}}t")))
        if found:
            return found[1]
    return None


def child_source(source: Source, parent: str) -> Source:
    """Only what follows the `extends` tag counts; the name that was typed becomes the chain's own."""
    head = f'{{% extends "{parent}" %}}'
    text = _EXTENDS.split(source.text, maxsplit=1)[-1]
    before, _separator, lines = source.lines.partition(_EXTENDS.search(source.lines)[0])  # type: ignore[index]
    # The lines before the tag stay as empty ones, so that every later line keeps its place.
    return Source(head + text, "\n" * before.count("\n") + head + lines, source.places)


def check_blocks(chain: Sequence[Source], environment: Environment) -> list[Diagnostic]:
    """Blocks that no ancestor has (their text would vanish), and blocks that open and close at different depths."""
    faults: list[Diagnostic] = []
    trees = [environment.parse(source.lines) for source in chain]
    names = [{block.name for block in tree.find_all(nodes.Block)} for tree in trees]
    for number, (source, tree) in enumerate(zip(chain, trees, strict=True)):
        inherited = set().union(*names[number + 1 :])
        is_base = number == len(chain) - 1
        for block in () if is_base else _outermost(tree):
            if block.name not in inherited:
                near = nearest(block.name, inherited)
                known = ", ".join(sorted(inherited))
                faults.append(
                    Diagnostic(
                        "template/unknown-block",
                        _("Mẫu gốc không có khối “{name}”, nên khối này sẽ không được in.").format(name=block.name),
                        source.place(block.lineno),
                        hint=_("Có phải là “{near}”?").format(near=near)
                        if near
                        else _("Các khối đang có: {names}.").format(names=known),
                    )
                )
        faults += _unbalanced(source)
        faults += () if is_base else _outside(source)
    return faults


def _outermost(tree: nodes.Template) -> Iterator[nodes.Block]:
    for node in tree.body:
        if isinstance(node, nodes.Block):
            yield node


def _unbalanced(source: Source) -> Iterator[Diagnostic]:
    """A block must begin and end in the same cell (or both outside tables)."""
    opened: list[tuple[int, str, int]] = []
    for found in _BLOCK_TAG.finditer(source.lines):
        line = source.lines.count("\n", 0, found.start()) + 1
        if found[1].startswith("block"):
            opened.append((found.end(), found[1], line))
            continue
        if not opened:
            return
        start, tag, first = opened.pop()
        if not _is_balanced(source.lines[start : found.start()]):
            yield Diagnostic(
                "template/split-block",
                _("Khối “{name}” mở và đóng ở hai chỗ khác cấp (trong và ngoài ô bảng).").format(name=tag.split()[1]),
                source.place(first),
                hint=_("Đặt thẻ mở và thẻ đóng khối cùng ngoài bảng, hoặc cùng trong một ô."),
            )


def _is_balanced(xml: str) -> bool:
    depth: list[str] = []
    for closing, name, empty in _ELEMENT.findall(_ANY_TAG.sub("", xml)):
        if empty:
            continue
        if not closing:
            depth.append(name)
        elif not depth or depth.pop() != name:
            return False
    return not depth


def _outside(source: Source) -> Iterator[Diagnostic]:
    """Words outside every block of a child are never printed; say so, for the writer thinks they are."""
    pieces = _BLOCK_TAG.split(source.lines)
    depth = 0
    for number, piece in enumerate(pieces):
        if number % 2:
            depth += 1 if piece.startswith("block") else -1
            continue
        words = " ".join(re.sub(r"<[^>]*>", "", _ANY_TAG.sub("", piece)).split())
        if depth == 0 and words:
            line = source.lines.count("\n", 0, source.lines.find(piece)) + 1
            yield Diagnostic(
                "template/outside-blocks",
                _("Chữ này đứng ngoài mọi khối nên không được in: “{words}”.").format(words=words[:60]),
                source.place(line),
                severity=Severity.WARNING,
                hint=_("Đưa vào một khối, hoặc xóa đi."),
            )
