"""The environment of templates that did not come with the program: as the other one, and all that they do is counted.

The syntax tree gets tags of its own before it is compiled, so that loops, sums and macros ask the `budget` first and a
refusal stands where the template stands. It changes nothing of what a template prints.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence, Sized
from typing import Any, TypeVar

from jinja2 import BaseLoader, nodes, pass_context
from jinja2.runtime import Context, markup_join
from jinja2.visitor import NodeTransformer

from generator.messages import _
from generator.templates.budget import CALL, MAX_TEXT, Budget, refuse_text
from generator.templates.environment import Filters, TemplateEnvironment, printed
from generator.templates.grammar import Refused

_Node = TypeVar("_Node", bound=nodes.Node)
_LOOP, _MADE, _CONCAT, _ROUND, _WRITTEN = "vt loop", "vt made", "vt concat", "vt round", "vt written"
"""Filters that no template can name: a name has no space."""
_SPELLING = frozenset(
    ("capitalize", "e", "escape", "join", "lower", "replace", "string", "title", "trim", "truncate", "upper")
)
"""The filters that make a text of whatever they are given."""


class BoundedEnvironment(TemplateEnvironment):
    """Templates as before, with a budget for each part."""

    intercepted_binops = TemplateEnvironment.intercepted_binops | {"+"}

    def __init__(self, filters: Filters, loader: BaseLoader | None = None) -> None:
        super().__init__(filters, loader)
        self.budget = Budget()
        self.optimized = False  # nothing is computed while compiling, where nobody counts
        self.filters = {name: self._counted(name, kept) for name, kept in self.filters.items()} | {
            _LOOP: self._loop,
            _MADE: self._made,
            _CONCAT: self._concat,
            _ROUND: self.budget.rounds,
            _WRITTEN: self.budget.write,
        }
        self.finalize = self._print

    def _generate(self, source: nodes.Template, *given: Any, **named: Any) -> str:
        return super()._generate(_Counting().visit(source), *given, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+":
            self.budget.add(left, right)
        elif operator == "*":
            self.budget.multiply(left, right)
        made = super().call_binop(context, operator, left, right)
        return self._made(made) if operator == "*" else made

    @pass_context
    def _print(self, _context: Context, value: Any) -> Any:
        self.budget.write(self.budget.weigh(value))
        return printed(value)

    def _made(self, value: Any) -> Any:
        self.budget.weigh(value)
        return value

    def _loop(self, values: Any) -> Any:
        """What a loop goes over; its rounds are counted before the first, for none can be left early."""
        if not isinstance(values, Sized) and hasattr(values, "__iter__"):
            values = self.budget.listed(values)
        self.budget.rounds(len(values) if isinstance(values, Sized) else 0)
        return values

    def _concat(self, values: Sequence[Any]) -> str:
        for value in values:
            self.budget.gone_through(value)
        self.budget.weigh(values)
        return markup_join(values)

    def _counted(self, name: str, kept: Callable[..., Any]) -> Callable[..., Any]:
        """The filter, with its input and output looked at."""
        first = 1 if hasattr(kept, "jinja_pass_arg") else 0

        @functools.wraps(kept)
        def counted(*given: Any, **named: Any) -> Any:
            before, value, rest = given[:first], given[first], given[first + 1 :]
            self.budget.gone_through(value)
            if name in _SPELLING:
                if not isinstance(value, Sized) and isinstance(value, Iterator):
                    value = self.budget.listed(value)
                _foresee(name, value, self.budget.weigh(value), *rest, **named)
            elif name == "sum" and not isinstance(named.get("start", rest[1] if len(rest) > 1 else 0), int | float):
                raise Refused(_("bộ lọc “{name}” chỉ cộng số").format(name=name))
            return self._looked_at(kept(*before, value, *rest, **named))

        return counted

    def _looked_at(self, made: Any) -> Any:
        """What a filter made; what it would make bit by bit is made, and still given bit by bit."""
        if isinstance(made, Iterator):
            values = self.budget.listed(made)
            self.budget.gone_through(values)
            self.budget.weigh(values)
            return iter(values)
        if not isinstance(made, dict):  # of a mapping nothing but its own values comes back
            self.budget.weigh(made)
        return made


def _foresee(name: str, value: Any, letters: int, *rest: Any, **named: Any) -> None:
    """`join` and `replace` can make a long text of short ones: how long is known before."""
    if name == "join":
        between = rest[0] if rest else named.get("d", "")
        added = len(value) * len(str(between)) if isinstance(value, Sized) else 0
    elif name == "replace" and len(rest) > 1:
        added = str(value).count(str(rest[0])) * len(str(rest[1]))
    else:
        return
    if letters + added > MAX_TEXT:
        refuse_text()


class _Counting(NodeTransformer):
    """Puts the counting tags into a syntax tree."""

    def __init__(self) -> None:
        self._gathering = 0
        """How many macros and `{% set %}` blocks are around: what stands there is not seen as it is printed."""

    def visit_For(self, node: nodes.For) -> nodes.Node:
        self.generic_visit(node)
        node.iter = _through(_LOOP, node.iter)  # type: ignore[arg-type]  # it is one
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _through(_CONCAT, _at(nodes.List(node.nodes), node))

    def visit_List(self, node: nodes.List) -> nodes.Node:
        return self._literal(node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        return self._literal(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        return self._literal(node) if node.ctx == "load" else node

    def _literal(self, node: Any) -> nodes.Node:
        self.generic_visit(node)
        return _through(_MADE, node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        self._gather(node)
        node.body.insert(0, _statement(_ROUND, CALL, node))
        return node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:
        self._gather(node)
        return node

    def _gather(self, node: nodes.Node) -> None:
        self._gathering += 1
        self.generic_visit(node)
        self._gathering -= 1

    def visit_Output(self, node: nodes.Output) -> nodes.Node | list[nodes.Node]:
        self.generic_visit(node)
        letters = sum(len(one.data) for one in node.nodes if isinstance(one, nodes.TemplateData))
        return [_statement(_WRITTEN, letters, node), node] if self._gathering and letters else node


def _through(name: str, node: nodes.Expr) -> nodes.Filter:
    return _at(nodes.Filter(node, name, [], [], None, None), node)


def _statement(name: str, count: int, node: nodes.Node) -> nodes.Node:
    return _at(nodes.ExprStmt(_through(name, _at(nodes.Const(count), node))), node)


def _at(made: _Node, place: nodes.Node) -> _Node:
    made.lineno, made.environment = place.lineno, place.environment
    return made
