"""What is wrong with a template before any data: unknown names and filters, private attributes, misplaced blocks.

It reads the same syntax tree that Jinja compiles, so what passes here cannot miss a field when it is filled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.diagnostics import Diagnostic, Location
from generator.messages import _
from generator.templates.dialect import Source
from generator.templates.fields import LEAF, OPEN, Field, Scope
from generator.vietnamese.unicode import nearest

_LOOP = Field(
    names=dict.fromkeys(
        (
            "index",
            "index0",
            "revindex",
            "revindex0",
            "first",
            "last",
            "length",
            "depth",
            "depth0",
            "cycle",
            "changed",
        ),
        LEAF,
    )
)


def lint_source(source: Source, environment: Environment, root: Field) -> list[Diagnostic]:
    """Every fault of one part's tags, each with its place; empty when the part may be compiled."""
    try:
        tree = environment.parse(source.lines)
    except TemplateSyntaxError as error:
        message = _("Cú pháp thẻ sai: {why}").format(why=error.message)
        hint = _("Mỗi {% if %} cần {% endif %}, mỗi {% for %} cần {% endfor %}, mỗi {% block %} cần {% endblock %}.")
        return [Diagnostic("template/syntax", message, source.place(error.lineno), hint=hint)]
    walker = _Walker(environment, source.place)
    names = dict(root.names or {}) | dict.fromkeys(environment.globals, LEAF)
    walker.visit(tree, Scope(dict(names)))
    return walker.faults


class _Walker:
    """Walks one syntax tree with the names in force at each point."""

    def __init__(self, environment: Environment, place: Callable[[int | None], Location]) -> None:
        self.faults: list[Diagnostic] = []
        self._filters = set(environment.filters)
        self._place = place

    def visit(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.For():
                self._for(node, scope)
            case nodes.If() | nodes.With() | nodes.CallBlock() | nodes.FilterBlock() | nodes.AssignBlock():
                self._children(node.iter_child_nodes(), scope)
            case nodes.Assign():
                self._bind(node.target, self.resolve(node.node, scope), scope)
            case nodes.Macro():
                inner = Scope({argument.name: OPEN for argument in node.args}, scope)
                self._children(node.body, inner)
                scope.known[node.name] = OPEN
            case nodes.Block():
                self._children(node.body, Scope({"super": OPEN, "self": OPEN}, scope))
            case nodes.Expr():
                self.resolve(node, scope)
            case _:
                self._children(node.iter_child_nodes(), scope)

    def _children(self, children: Iterable[nodes.Node], scope: Scope) -> None:
        for child in children:
            self.visit(child, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        found = self.resolve(node.iter, scope)
        element = found.element if found.element is not None else (OPEN if found.is_open else LEAF)
        loop = dict(_LOOP.names or {}) | {"previtem": element, "nextitem": element}
        inner = Scope({"loop": Field(names=loop)}, scope)
        self._bind(node.target, element, inner)
        if node.test is not None:
            self.resolve(node.test, inner)
        self._children(node.body, inner)
        self._children(node.else_, scope)

    def _bind(self, target: nodes.Node, found: Field, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope.known[target.name] = found
        else:
            for name in target.find_all(nodes.Name):
                scope.known[name.name] = OPEN

    def resolve(self, node: nodes.Node, scope: Scope) -> Field:
        """What an expression is, as far as the names tell; its faults are noted on the way."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr():
                return self._member(node, node.attr, self.resolve(node.node, scope))
            case nodes.Getitem():
                return self._item(node, scope)
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.CondExpr():
                found = [self.resolve(part, scope) for part in (node.expr1, node.expr2) if part is not None]
                self.resolve(node.test, scope)
                return found[0]
            case nodes.Call() if isinstance(node.node, nodes.Name) and node.node.name in (
                "range",
                "namespace",
            ):
                self._resolve_all(node.iter_child_nodes(exclude=["node"]), scope)
                return OPEN
        self._resolve_all(node.iter_child_nodes(), scope)
        return OPEN if isinstance(node, nodes.Call) else LEAF

    def _resolve_all(self, children: Iterable[nodes.Node], scope: Scope) -> None:
        for child in children:
            self.resolve(child, scope)

    def _name(self, node: nodes.Name, scope: Scope) -> Field:
        found = scope.find(node.name)
        if found is None:
            self._unknown(node, node.name, scope.names())
        return found or OPEN

    def _item(self, node: nodes.Getitem, scope: Scope) -> Field:
        found = self.resolve(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(node, node.arg.value, found)
        self.resolve(node.arg, scope)
        if isinstance(node.arg, nodes.Slice):
            return found
        return found.element or (OPEN if found.is_open else LEAF)

    def _member(self, node: nodes.Node, name: str, found: Field) -> Field:
        if name.startswith("_"):
            self.faults.append(
                Diagnostic(
                    "template/private-attribute",
                    _("Mẫu không được với tới “{name}”.").format(name=name),
                    self._place(node.lineno),
                    hint=_("Mẫu chỉ in được dữ liệu của văn bản; bỏ thẻ này."),
                )
            )
            return OPEN
        if found.is_open:
            return OPEN
        if found.names is None or name not in found.names:
            self._unknown(node, name, set(found.names or {}))
            return OPEN
        return found.names[name]

    def _filter(self, node: nodes.Filter, scope: Scope) -> Field:
        found = self.resolve(node.node, scope) if node.node is not None else LEAF
        self._resolve_all(node.args, scope)
        if node.name not in self._filters:
            near = nearest(node.name, self._filters)
            self.faults.append(
                Diagnostic(
                    "template/unknown-filter",
                    _("Không có bộ lọc “{name}”.").format(name=node.name),
                    self._place(node.lineno),
                    hint=_("Có phải là “{near}”?").format(near=near) if near else None,
                )
            )
        keeps = ("sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr")
        if node.name in keeps:
            return found
        return found.element or OPEN if node.name in ("first", "last", "max", "min") else OPEN

    def _unknown(self, node: nodes.Node, name: str, known: set[str]) -> None:
        near = nearest(name, known)
        listed = ", ".join(sorted(known - {"range", "namespace"}))
        hint = _("Có phải là “{near}”?").format(near=near) if near else _("Đang có: {names}.").format(names=listed)
        self.faults.append(
            Diagnostic(
                "template/unknown-field",
                _("Không có trường “{name}”.").format(name=name),
                self._place(node.lineno),
                hint=hint if known else _("Giá trị này không có trường con."),
            )
        )


def blocks(tree: nodes.Template) -> Iterator[nodes.Block]:
    """Every block that a template defines."""
    yield from tree.find_all(nodes.Block)
