"""Inheritance as it stands in the tags: what a template extends, which blocks it fills, and whether it may.

It does not carry pictures or numbering: `inherit` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, nodes

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _, mark
from generator.templates.dialect import Source
from generator.templates.package import DOCUMENT, Package, W
from generator.vietnamese.unicode import nearest

_EXTENDS_TEXT = re.compile(r"\{%p?\s*extends\s+[\"'“”‘’]([^\"'“”‘’]*)[\"'“”‘’]\s*%\}")
_EXTENDS = re.compile(r"\{%\s*extends\s+[^%]*%\}")
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
_LEVELS = {
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
        return self.holder if self.holder in _LEVELS else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a reading of one source finds: its blocks, and what is wrong with their places."""

    blocks: tuple[Stand, ...]
    supers: tuple[Stand, ...]
    split: tuple[Stand, ...]
    """Blocks and conditions that open and close inside different elements."""
    outside: tuple[Stand, ...]
    """Words (`name`) and pictures outside every block and macro."""


def extends(package: Package) -> str | None:
    """The name of the template that this one extends, or None for a base."""
    for paragraph in package.xml(DOCUMENT).iter(f"{{{W}}}p"):
        found = _EXTENDS_TEXT.search("".join(piece.text or "" for piece in paragraph.iter(f"{{{W}}}t")))
        if found:
            return found[1]
    return None


def child_source(source: Source, parent: str) -> Source:
    """The `extends` tag stands first, wherever it was typed, and names the chain's own next template."""
    head = f'{{% extends "{parent}" %}}'
    # No line is added or taken away, so that every line keeps its place.
    text, lines = (head + _EXTENDS.sub("", one, count=1) for one in (source.text, source.lines))
    return Source(text, lines, source.places)


def check_blocks(chain: Sequence[Source], environment: Environment) -> list[Diagnostic]:
    """Blocks that no ancestor has, that stand where theirs does not fit, that a condition cannot reach; lost words.

    Conditions that begin and end at different depths are found on the way.
    """
    faults: list[Diagnostic] = []
    trees = [environment.parse(source.lines) for source in chain]
    layouts = [read_layout(source) for source in chain]
    for number, (source, tree, layout) in enumerate(zip(chain, trees, layouts, strict=True)):
        known = {stand.name: stand for ancestor in reversed(layouts[number + 1 :]) for stand in ancestor.blocks}
        faults += (_split(stand, source) for stand in layout.split)
        faults += _twice(layout, source)
        faults += _misfits(layout, known, source)
        if number < len(chain) - 1:
            faults += _unreachable(tree, known, source)
            faults += (_lost(stand, source) for stand in layout.outside)
    return faults


def read_layout(source: Source) -> Layout:
    """One pass over the XML with its open elements and open tags."""
    reader = _Reader()
    xml = _TAG.sub(_kept, source.lines)
    line, position = 1, 0
    for token in _TOKEN.finditer(xml):
        line += xml.count("\n", position, token.start())
        position = token.start()
        reader.read(token, line)
    return Layout(*map(tuple, (reader.blocks, reader.supers, reader.split, reader.outside)))


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Stand] = []
        self.supers: list[Stand] = []
        self.split: list[Stand] = []
        self.outside: list[Stand] = []
        self._elements: list[tuple[str, int]] = []
        """The open elements, each with its position, so that two of one name are two."""
        self._blocks: list[tuple[Stand, list[tuple[str, int]]]] = []
        self._conditions: list[tuple[Stand, list[str]]] = []

    def read(self, token: re.Match[str], line: int) -> None:
        holder = self._elements[-1][0] if self._elements else ""
        stand = Stand(token["name"] or "", line, holder)
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


def _misfits(layout: Layout, known: Mapping[str, Stand], source: Source) -> Iterator[Diagnostic]:
    """A block is replaced by what may stand where it stood: paragraphs for paragraphs, words for words."""
    own = {stand.name: stand for stand in layout.blocks}
    for stand in layout.blocks:
        theirs = known.get(stand.name)
        if theirs is not None and theirs.level != stand.level:
            message = _("khối “{name}” ở đây chứa {ours}, mà trong mẫu gốc chứa {theirs}").format(
                name=stand.name, ours=_(_LEVELS[stand.level]), theirs=_(_LEVELS[theirs.level])
            )
            hint = _("đặt thẻ mở và thẻ đóng khối ở chỗ giống như trong mẫu gốc")
            yield Diagnostic("template/block-level", message, source.place(stand.line), hint=hint)
    for stand in layout.supers:
        if stand.name not in known:
            message = _("mẫu gốc không có khối “{name}”, nên super() không có gì để in").format(name=stand.name)
            hint = _("bỏ thẻ super()")
            yield Diagnostic("template/no-parent-block", message, source.place(stand.line), hint=hint)
        elif stand.level != own[stand.name].level:
            message = _("super() ở đây in {what} vào chỗ không chứa được").format(
                what=_(_LEVELS[own[stand.name].level])
            )
            hint = _("viết {{p super() }} trong một đoạn riêng")
            yield Diagnostic("template/block-level", message, source.place(stand.line), hint=hint)


def _unreachable(tree: nodes.Template, known: Mapping[str, Stand], source: Source) -> Iterator[Diagnostic]:
    """A child's blocks that no ancestor prints, and those under a condition, which Jinja fills all the same."""
    for block, is_conditional in _outermost(tree):
        if block.name not in known:
            near, listed = nearest(block.name, known), ", ".join(sorted(known))
            hint = _("các khối đang có: {names}").format(names=listed)
            hint = _("có phải là “{near}”?").format(near=near) if near else hint
            message = _("mẫu gốc không có khối “{name}”, nên khối này sẽ không được in").format(name=block.name)
            yield Diagnostic("template/unknown-block", message, source.place(block.lineno), hint=hint)
        elif is_conditional:
            message = _("khối “{name}” nằm trong if hay for; trong mẫu con, khối luôn được in").format(name=block.name)
            hint = _("đưa điều kiện vào trong khối; muốn giữ nội dung gốc thì thêm {%p else %} và {{p super() }}")
            yield Diagnostic("template/block-in-condition", message, source.place(block.lineno), hint=hint)


def _outermost(node: nodes.Node, is_conditional: bool = False) -> Iterator[tuple[nodes.Block, bool]]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child, is_conditional
        else:
            yield from _outermost(child, is_conditional or isinstance(child, nodes.If | nodes.For))


def _twice(layout: Layout, source: Source) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for stand in layout.blocks:
        if stand.name in seen:
            message = _("khối “{name}” có hai lần trong một mẫu").format(name=stand.name)
            hint = _("gộp hai khối làm một, hoặc bỏ một khối")
            yield Diagnostic("template/block-twice", message, source.place(stand.line), hint=hint)
        seen.add(stand.name)


def _split(stand: Stand, source: Source) -> Diagnostic:
    message = _("“{name}” mở và đóng ở hai chỗ khác cấp (như trong và ngoài ô bảng)").format(name=stand.name)
    hint = _("đặt thẻ mở và thẻ đóng cùng ngoài bảng, cùng trong một ô, hoặc cùng trong một đoạn")
    return Diagnostic("template/split-block", message, source.place(stand.line), hint=hint)


def _lost(stand: Stand, source: Source) -> Diagnostic:
    message = _("chữ này đứng ngoài mọi khối nên không được in: “{words}”").format(words=stand.name[:60])
    hint = _("đưa vào một khối, hoặc xóa đi")
    return Diagnostic(
        "template/outside-blocks", message, source.place(stand.line), severity=Severity.WARNING, hint=hint
    )
