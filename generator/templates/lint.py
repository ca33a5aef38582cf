"""What is wrong with a template before any data: unknown names and filters, private attributes, tags that do harm.

It reads the same syntax tree that Jinja compiles, so what passes here cannot miss a field when it is filled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.diagnostics import Diagnostic, Location
from generator.messages import _
from generator.templates.dialect import Source
from generator.templates.fields import LEAF, OPEN, Field, Scope
from generator.templates.grammar import deep_faults, grammar_faults, syntax_fault
from generator.templates.tags import too_complex, unsupported
from generator.vietnamese.unicode import nearest

BlockScopes: TypeAlias = dict[str, Scope]
"""The names in force where an ancestor has a scoped block."""

_COUNTS = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0")
_CALLED = Field(is_open=True)
"""What may be called; told from other open fields by identity. Methods of values could make gigabytes of a word."""
_LOOP = dict.fromkeys(_COUNTS, LEAF) | dict.fromkeys(("cycle", "changed"), _CALLED)
_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Include: "{% include %}",
    nodes.Import: "{% import %}",
    nodes.FromImport: "{% from … import %}",
    nodes.CallBlock: "{% call %}",
    nodes.FilterBlock: "{% filter %}",
    nodes.ScopedEvalContextModifier: "{% autoescape %}",
}
_ATTRIBUTE_AT = {"selectattr": 0, "rejectattr": 0, "groupby": 0, "sum": 0, "unique": 1, "join": 1, "min": 1, "max": 1}
_ATTRIBUTE_AT |= {"sort": 2, "map": 99}
"""The filters that look at a field by its name, and which argument the name is; `map` has it by keyword only."""
_HINTS = 50  # looking for what was meant takes a while; whoever has made more faults begins with these
_SAME_ELEMENTS = ("sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr")


def lint_source(
    source: Source, environment: Environment, root: Field, ancestors: BlockScopes, parent: str | None = None
) -> list[Diagnostic]:
    """Every fault of one part's tags, each with its place; empty when the part may be compiled.

    `ancestors` gains the scopes of this part's scoped blocks; `parent` is the only template it may extend.
    """
    try:
        if deep := deep_faults(tree := environment.parse(source.lines), source.place):
            return deep
        names = dict(root.names or {}) | dict.fromkeys(environment.globals, _CALLED)
        walker = _Walker(environment, source.place, Scope(dict(names)), ancestors, parent)
        walker.visit(tree, walker.top)
        walker.faults += grammar_faults(tree, environment, source.place)
    except TemplateSyntaxError as error:
        return [syntax_fault(error, source.place)]
    except RecursionError:
        return [too_complex(source.place(None))]
    return walker.faults


class _Walker:
    """Walks one syntax tree with the names in force at each point."""

    def __init__(
        self,
        environment: Environment,
        place: Callable[[int | None], Location],
        top: Scope,
        ancestors: BlockScopes,
        parent: str | None,
    ) -> None:
        self.faults: list[Diagnostic] = []
        self.top = top
        self._filters = set(environment.filters)
        self._place = place
        self._ancestors = ancestors
        self._parent = parent

    def visit(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.For():
                self._for(node, scope)
            case nodes.Assign():
                self._bind(node.target, self.resolve(node.node, scope), scope)
            case nodes.AssignBlock():
                self._children(node.body, Scope({}, scope))
                self._bind(node.target, LEAF, scope)
            case nodes.With():
                inner = Scope({}, scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    self._bind(target, self.resolve(value, scope), inner)
                self._children(node.body, inner)
            case nodes.Macro():
                scope.known[node.name] = _CALLED
                given = {argument.name: OPEN for argument in node.args}
                self._children(node.body, Scope(given | {"varargs": OPEN, "kwargs": OPEN, "caller": _CALLED}, scope))
            case nodes.Block():
                self._block(node, scope)
            case nodes.Extends():
                self._extends(node)
            case nodes.Expr():
                self.resolve(node, scope)
            case _ if type(node) in _REFUSED:
                self.faults.append(unsupported(_REFUSED[type(node)], self._place(node.lineno)))
            case _:
                self._children(node.iter_child_nodes(), scope)

    def _children(self, children: Iterable[nodes.Node], scope: Scope) -> None:
        for child in children:
            self.visit(child, scope)

    def _block(self, node: nodes.Block, scope: Scope) -> None:
        """Jinja shows a block only the names of the whole template, unless it (or the one it replaces) is scoped."""
        if node.scoped:
            self._ancestors[node.name] = scope
        around = scope if node.scoped else self._ancestors.get(node.name, self.top)
        own = {name: found for name, found in self.top.known.items() if around.find(name) is None}
        self._children(node.body, Scope(own | {"super": _CALLED, "self": OPEN}, around))

    def _extends(self, node: nodes.Extends) -> None:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if name is None or name != self._parent:
            message = _("thẻ extends viết sai, viết hai lần, hoặc đứng ngoài thân văn bản")
            hint = _('viết một lần, ở đầu mẫu, trong một đoạn riêng: {%p extends "party/plan" %}')
            self.faults.append(Diagnostic("template/extends", message, self._place(node.lineno), hint=hint))

    def _for(self, node: nodes.For, scope: Scope) -> None:
        found = self.resolve(node.iter, scope)
        element = found.element if found.element is not None else (OPEN if found.is_open else LEAF)
        inner = Scope({"loop": Field(names=_LOOP | {"previtem": element, "nextitem": element})}, scope)
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
            case nodes.Call():
                self._call(node, scope)
                return OPEN
            case nodes.CondExpr():
                found = [self.resolve(part, scope) for part in (node.expr1, node.expr2) if part is not None]
                self.resolve(node.test, scope)
                return found[0]
            case nodes.And() | nodes.Or():
                return [self.resolve(part, scope) for part in (node.right, node.left)][1]
        for child in node.iter_child_nodes():
            self.resolve(child, scope)
        return OPEN if isinstance(node, nodes.List | nodes.Tuple | nodes.Dict) else LEAF

    def _call(self, node: nodes.Call, scope: Scope) -> None:
        count = len(self.faults)
        found = self.resolve(node.node, scope)
        for argument in node.iter_child_nodes(exclude=("node",)):
            self.resolve(argument, scope)
        if found is not _CALLED and len(self.faults) == count:
            message = _("mẫu không được gọi hàm này")
            hint = _("chỉ gọi được range, namespace, super, macro của mẫu, loop.cycle và loop.changed; dùng bộ lọc")
            self.faults.append(Diagnostic("template/unknown-call", message, self._place(node.lineno), hint=hint))

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
            message = _("mẫu không được với tới “{name}”").format(name=name)
            hint = _("mẫu chỉ in được dữ liệu của văn bản; bỏ thẻ này")
            self.faults.append(Diagnostic("template/private-attribute", message, self._place(node.lineno), hint=hint))
            return OPEN
        if found.is_open:
            return OPEN
        if found.names is None or name not in found.names:
            self._unknown(node, name, set(found.names or {}))
            return OPEN
        return found.names[name]

    def _filter(self, node: nodes.Filter, scope: Scope) -> Field:
        found = self.resolve(node.node, scope) if node.node is not None else LEAF
        for argument in (*node.args, *node.kwargs):
            self.resolve(argument, scope)
        if node.name not in self._filters:
            near = self._near(node.name, self._filters)
            message = _("không có bộ lọc “{name}”").format(name=node.name)
            other = _("xem bảng các bộ lọc dùng được trong docs/dialect.md")
            hint = _("có phải là “{near}”?").format(near=near) if near else other
            self.faults.append(Diagnostic("template/unknown-filter", message, self._place(node.lineno), hint=hint))
        self._attribute(node, found.element or (OPEN if found.is_open else LEAF))
        if node.name in _SAME_ELEMENTS:
            return found
        return found.element or OPEN if node.name in ("first", "last", "max", "min") else OPEN

    def _attribute(self, node: nodes.Filter, element: Field) -> None:
        """The field that a filter is told to look at by name: `map(attribute="text")`, `selectattr("keep")`."""
        if node.name not in _ATTRIBUTE_AT:
            return
        named = [keyword.value for keyword in node.kwargs if keyword.key == "attribute"]
        named += node.args[_ATTRIBUTE_AT[node.name] :][:1]
        for name in named:
            if not isinstance(name, nodes.Const):
                self._member(node, "_", element)  # a name that is computed could be any name
            elif isinstance(name.value, str):
                for path in name.value.split(","):
                    found = element
                    for step in path.strip().split("."):
                        found = (found.element or OPEN) if step.isdigit() else self._member(node, step, found)
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self._member(node, "_", element)

    def _near(self, name: str, known: set[str]) -> str | None:
        return nearest(name, known) if len(self.faults) < _HINTS else None

    def _unknown(self, node: nodes.Node, name: str, known: set[str]) -> None:
        near = self._near(name, known)
        listed = ", ".join(sorted(known - {"range", "namespace"}))
        hint = _("có phải là “{near}”?").format(near=near) if near else _("đang có: {names}").format(names=listed)
        message = _("không có trường “{name}”").format(name=name)
        hint = hint if known else _("giá trị này không có trường con")
        self.faults.append(Diagnostic("template/unknown-field", message, self._place(node.lineno), hint=hint))
