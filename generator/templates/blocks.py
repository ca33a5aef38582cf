"""Inheritance as it stands in the tags: what a template extends, which blocks it fills, and whether it may.

It does not carry pictures or numbering: `inherit` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from jinja2 import Environment, nodes

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.templates.dialect import Source
from generator.templates.fixed import fixed_faults
from generator.templates.layout import LEVELS, Layout, Stand, read_layout
from generator.templates.package import DOCUMENT, Package, W
from generator.vietnamese.unicode import nearest

_EXTENDS_TEXT = re.compile(r"\{%p?\s*extends\s+[\"'“”‘’]([^\"'“”‘’]*)[\"'“”‘’]\s*%\}")
_EXTENDS = re.compile(r"\{%\s*extends\s+[^%]*%\}")


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
    return replace(source, text=text, lines=lines)


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
    return [*faults, *fixed_faults(chain, trees, layouts)]


def _misfits(layout: Layout, known: Mapping[str, Stand], source: Source) -> Iterator[Diagnostic]:
    """A block is replaced by what may stand where it stood: paragraphs for paragraphs, words for words."""
    own = {stand.name: stand for stand in layout.blocks}
    for stand in layout.blocks:
        theirs = known.get(stand.name)
        if theirs is not None and theirs.level != stand.level:
            message = _("khối “{name}” ở đây chứa {ours}, mà trong mẫu gốc chứa {theirs}").format(
                name=stand.name, ours=_(LEVELS[stand.level]), theirs=_(LEVELS[theirs.level])
            )
            hint = _("đặt thẻ mở và thẻ đóng khối ở chỗ giống như trong mẫu gốc")
            yield Diagnostic("template/block-level", message, source.place(stand.line), hint=hint)
    for stand in layout.supers:
        if stand.name not in known:
            message = _("mẫu gốc không có khối “{name}”, nên super() không có gì để in").format(name=stand.name)
            hint = _("bỏ thẻ super()")
            yield Diagnostic("template/no-parent-block", message, source.place(stand.line), hint=hint)
        elif stand.level != own[stand.name].level:
            message = _("super() ở đây in {what} vào chỗ không chứa được").format(what=_(LEVELS[own[stand.name].level]))
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
