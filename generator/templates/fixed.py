"""What a higher template has fixed stays as it is below, and what it did not make optional is not left empty.

It looks at marks, which `marks` has read. A template that replaces another one whole is `catalog`'s matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import nodes

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.templates.dialect import Source
from generator.templates.layout import Layout
from generator.templates.marks import FIXED, OPTIONAL


def fixed_faults(
    chain: Sequence[Source], trees: Sequence[nodes.Template], layouts: Sequence[Layout]
) -> Iterator[Diagnostic]:
    """From the base down: what replaces, changes or empties a block against the marks above it."""
    fixed: dict[str, Source] = {}
    uses: dict[str, set[str]] = {}
    optional: set[str] = set()
    filled: dict[str, bool] = {}
    for source, tree, layout in reversed(list(zip(chain, trees, layouts, strict=True))):
        optional |= {name for name, mark in source.marks if mark == OPTIONAL}
        for stand in layout.blocks:
            if stand.name in fixed:
                yield _overridden(stand.name, fixed[stand.name], source, stand.line)
            elif filled.get(stand.name) and stand not in layout.filled and stand.name not in optional:
                yield _emptied(stand.name, source, stand.line)
        yield from _renamed(tree, source, {name: uses[name] for name in fixed if name in uses})
        filled |= {stand.name: stand in layout.filled for stand in layout.blocks}
        fixed |= {name: source for name, mark in source.marks if mark == FIXED and name not in fixed}
        for block in tree.find_all(nodes.Block):
            names = {name.name for name in block.find_all(nodes.Name) if name.ctx == "load"}
            uses[block.name] = uses.get(block.name, set()) | names


def bypassed(name: str, file: Path, above: Path, blocks: Sequence[str]) -> Diagnostic:
    """A template that takes the place of one with fixed blocks, and does not build on it."""
    message = _("{above} cố định khối {names}, mà mẫu này thay cả mẫu đó").format(
        above=shown(above), names=", ".join(f"“{block}”" for block in dict.fromkeys(blocks))
    )
    hint = _('bắt đầu bằng {{%p extends "{name}" %}} và chỉ giữ các khối được thay').format(name=name)
    return Diagnostic("template/fixed-block", message, Location(file), hint=hint)


def shown(file: Path) -> str:
    """The path as a person would type it from here."""
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)


def _overridden(name: str, by: Source, source: Source, line: int) -> Diagnostic:
    message = _("khối “{name}” không được thay: {file} đã cố định khối này").format(name=name, file=_file(by))
    hint = _("bỏ khối này khỏi mẫu; cần đổi thì hỏi nơi giữ mẫu đó")
    return Diagnostic("template/fixed-block", message, source.place(line), hint=hint)


def _renamed(tree: nodes.Template, source: Source, uses: Mapping[str, set[str]]) -> Iterator[Diagnostic]:
    """A name that a child sets outside of its blocks is seen in all of them, in the fixed ones too."""
    for name, line in _top_names(tree):
        for block in (block for block, names in uses.items() if name in names):
            message = _("“{name}” đặt lại ở đây làm đổi khối “{block}” đã được cố định").format(name=name, block=block)
            hint = _("dùng một tên khác, hoặc đặt trong khối của mình")
            yield Diagnostic("template/fixed-block", message, source.place(line), hint=hint)


def _top_names(node: nodes.Node) -> Iterator[tuple[str, int]]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Macro):
            yield child.name, child.lineno
        elif isinstance(child, nodes.Assign | nodes.AssignBlock):
            targets = [child.target, *child.target.find_all(nodes.Name)]
            yield from ((one.name, child.lineno) for one in targets if isinstance(one, nodes.Name))
        elif not isinstance(child, nodes.Block):
            yield from _top_names(child)


def _emptied(name: str, source: Source, line: int) -> Diagnostic:
    message = _("khối “{name}” để trống, nên phần này của văn bản không được in").format(name=name)
    hint = _("xóa khối để giữ như mẫu gốc, hoặc ghi optional sau tên khối nếu muốn bỏ trống")
    return Diagnostic("template/empty-block", message, source.place(line), severity=Severity.WARNING, hint=hint)


def _file(source: Source) -> str:
    file = source.place(None).file
    return shown(file) if file is not None else ""
