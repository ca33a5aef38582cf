"""Jinja made to meet holes: the environment in which a template is filled once for many units.

What a template prints is the same as in the ordinary environment; what cannot be known yet is asked of the `holes`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from jinja2 import FunctionLoader, nodes, pass_context
from jinja2.runtime import Context, markup_join
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from generator.templates.bounded import BoundedEnvironment
from generator.templates.environment import Filters, TemplateEnvironment
from generator.templates.expressions import TESTS, is_pure
from generator.templates.holes import Held, holds
from generator.templates.tracing import Trace

_Node = TypeVar("_Node", bound=nodes.Node)
_CAPTURED, _JOINED, _AS_MARKUP = "vt captured", "vt joined", "vt markup"
"""Filters that no template can name: a name has no space."""
_AS_THEY_ARE = frozenset(("d", "default", _CAPTURED, _JOINED, _AS_MARKUP))
_OF_LISTS = frozenset(
    (
        *("batch", "dictsort", "first", "groupby", "items", "last", "list", "map", "max", "min", "reject"),
        *("rejectattr", "reverse", "select", "selectattr", "slice", "sort", "sum", "unique", "count", "length"),
    )
)
"""They only move or compare what a list holds, and a hole guards itself."""
_KNOWN_TESTS = {"defined": True, "undefined": False, "none": False}


class _Weaving:
    """What both environments are given; it stands in front of theirs."""

    trace: Trace | None = None
    """Of the filling that goes on."""

    def __init__(self, filters: Filters, loader: FunctionLoader) -> None:
        super().__init__(filters, loader)  # type: ignore[call-arg]
        own: Any = self
        own.filters = {name: self._watched(name, kept) for name, kept in own.filters.items()} | {
            _CAPTURED: self._captured,
            _JOINED: self._joined,
            _AS_MARKUP: self._as_markup,
        }
        own.tests = {name: self._tested(name, kept) for name, kept in own.tests.items()}
        own.finalize = self._finalizing(own.finalize)

    def _generate(self, source: nodes.Template, *given: Any, **named: Any) -> str:
        made: str = super()._generate(_Capturing().visit(source), *given, **named)  # type: ignore[misc]
        return made

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Held):
            self._trace.refuse(f".{attribute}")
        return super().getattr(obj, attribute)  # type: ignore[misc]

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Held):
            return obj[argument]
        if isinstance(argument, Held):
            self._trace.refuse("[]")
        return super().getitem(obj, argument)  # type: ignore[misc]

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, Held) or isinstance(right, Held):
            if operator not in "+*":
                self._trace.refuse(operator)
            return self._trace.derived(operator, [left, right])
        if holds(left) or holds(right):
            self._trace.refuse(operator)
        return super().call_binop(context, operator, left, right)  # type: ignore[misc]

    @property
    def _trace(self) -> Trace:
        assert self.trace is not None
        return self.trace

    def _finalizing(self, kept: Callable[..., Any]) -> Callable[..., Any]:
        """How a value is printed: a hole as its token, all else as before."""
        with_context = kept if hasattr(kept, "jinja_pass_arg") else _without_context(kept)

        @pass_context
        def finalize(context: Context, value: Any) -> Any:
            if isinstance(value, Held):
                return self._trace.token(value)
            if holds(value):
                self._trace.refuse("print")
            return with_context(context, value)

        return finalize

    def _watched(self, name: str, kept: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that meets holes: put off where it is pure, refused where it may look at them by stealth."""
        first = 1 if hasattr(kept, "jinja_pass_arg") else 0

        @functools.wraps(kept)
        def watched(*given: Any, **named: Any) -> Any:
            before, rest = given[:first], list(map(self._seen, given[first:]))
            named = {key: self._captured(value) for key, value in named.items()}
            if not any(map(holds, (*rest, *named.values()))):
                return kept(*before, *map(_again, rest), **named)
            if is_pure(name, self) and (name not in _OF_LISTS or isinstance(rest[0], Held)):  # type: ignore[arg-type]
                return self._trace.derived(f"|{name}", [list(one) if _is_read(one) else one for one in rest], named)
            if name in _AS_THEY_ARE or name in _OF_LISTS or " " in name:
                return kept(*before, *map(_again, rest), **named)
            self._trace.refuse(f"|{name}")

        return watched

    def _seen(self, value: Any) -> Any:
        """An argument that can be looked at without being used up."""
        if isinstance(value, Iterator) and not isinstance(value, Held):
            return _Read(value)
        return self._captured(value)

    def _tested(self, name: str, kept: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(kept)
        def tested(*given: Any, **named: Any) -> Any:
            if not holds(given) and not holds(named):
                return kept(*given, **named)
            if name in _KNOWN_TESTS and len(given) == 1:
                return _KNOWN_TESTS[name]
            if name not in TESTS or named:
                self._trace.refuse(name)
            return self._trace.ask(f"?{name}", *given)

        return tested

    def _captured(self, value: Any) -> Any:
        return value if self.trace is None else self.trace.woven(value)

    def _joined(self, values: Sequence[Any]) -> Any:
        values = list(map(self._captured, values))
        if holds(values):
            return self._trace.derived("~", values)
        counted = getattr(self, "_concat", markup_join)
        return counted(values)

    def _as_markup(self, value: Any) -> Any:
        return self._trace.derived("markup", [value]) if holds(value) else Markup(value)


def _without_context(kept: Callable[..., Any]) -> Callable[..., Any]:
    return lambda _context, value: kept(value)


class _Read(list[Any]):
    """What an iterator gives, read ahead."""


def _is_read(value: Any) -> bool:
    return isinstance(value, _Read)


def _again(value: Any) -> Any:
    return iter(value) if isinstance(value, _Read) else value


class WeavingEnvironment(_Weaving, TemplateEnvironment):
    """For templates that came with the program."""


class BoundedWeavingEnvironment(_Weaving, BoundedEnvironment):
    """For those of others: all that they do is counted."""


Weaving: TypeAlias = WeavingEnvironment | BoundedWeavingEnvironment


def weaving_environment(texts: Mapping[str, str], filters: Filters, *, is_bounded: bool) -> Weaving:
    """An environment that knows these sources by name."""

    def load(name: str) -> tuple[str, str, None] | None:
        return (texts[name], name, None) if name in texts else None

    return (BoundedWeavingEnvironment if is_bounded else WeavingEnvironment)(filters, FunctionLoader(load))


class _Capturing(NodeTransformer):
    """What macros, blocks and `{% set %}…{% endset %}` have gathered is looked at before anything is done to it."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        return _through(_CAPTURED, node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _through(_JOINED, _at(nodes.List(node.nodes), node))

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> list[nodes.Node]:
        self.generic_visit(node)
        gathered = _through(_CAPTURED, _read(node.target))
        if node.filter is not None:
            _innermost(node.filter).node = gathered
            gathered, node.filter = _through(_AS_MARKUP, node.filter), None
        return [node, _at(nodes.Assign(_copied(node.target), gathered), node)]


def _innermost(step: nodes.Filter) -> nodes.Filter:
    while isinstance(step.node, nodes.Filter):
        step = step.node
    return step


def _copied(target: nodes.Expr) -> nodes.Expr:
    if isinstance(target, nodes.NSRef):
        return _at(nodes.NSRef(target.name, target.attr), target)
    assert isinstance(target, nodes.Name)
    return _at(nodes.Name(target.name, "store"), target)


def _read(target: nodes.Expr) -> nodes.Expr:
    """The value of what has just been set."""
    if isinstance(target, nodes.NSRef):
        return _at(nodes.Getattr(_at(nodes.Name(target.name, "load"), target), target.attr, "load"), target)
    assert isinstance(target, nodes.Name)
    return _at(nodes.Name(target.name, "load"), target)


def _through(name: str, node: nodes.Expr) -> nodes.Filter:
    return _at(nodes.Filter(node, name, [], [], None, None), node)


def _at(made: _Node, place: nodes.Node) -> _Node:
    made.lineno, made.environment = place.lineno, place.environment
    return made
