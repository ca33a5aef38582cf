"""What a template makes of values that are not known yet: expressions of plain data, worked out once the values are.

It traces nothing. An expression may come from the process of other people's templates, so it is checked as it is read,
and names nothing but the pure functions of the table here.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from jinja2.nodes import EvalContext
from jinja2.runtime import markup_join
from jinja2.utils import _PassArg
from markupsafe import Markup, escape

from generator.templates.environment import TemplateEnvironment, printed

Expression: TypeAlias = tuple[Any, ...]
"""`("leaf", 3)`, `("plain", "x")`, `("markup", "<w:r/>")`, `("list", …)`, `("dict", (name, …), …)`,
`("slice", 0, 3, None)`, `("call", "|upper", (arguments), ((name, argument), …))`, and captured text as
`("text", "its pieces", ("leaf", 0), …)`."""
Leaves: TypeAlias = Sequence[Any]
Function: TypeAlias = Callable[[Leaves], Any]

JINJA_FILTERS = frozenset(
    (
        *("abs", "capitalize", "count", "e", "escape", "float", "int", "join", "length", "lower", "replace"),
        *("round", "string", "title", "trim", "truncate", "upper"),
    )
)
"""Those that look at nothing but what they are given, and make a text or a number of it."""
IMPURE_FILTERS = frozenset(("picture",))
"""Of our own: it looks into folders."""
TESTS = frozenset(
    (
        *("boolean", "divisibleby", "even", "false", "float", "integer", "iterable", "lower", "mapping", "number"),
        *("odd", "sequence", "string", "true", "upper", "eq", "equalto", "==", "ne", "!=", "in"),
        *("ge", ">=", "gt", "greaterthan", ">", "le", "<=", "lt", "lessthan", "<"),
    )
)
MOST_STEPS = 100
"""Of one expression, every mention of a part counted: a sum of a sum of a sum doubles each time."""
_LONGEST = 10_000
"""Letters of what a function is given. The ordinary way has limits of its own; what is large is left to it."""
_NUMBER_FILTERS = frozenset(("|grouped", "|padded", "|roman", "|words"))
_NUMBER = re.compile(r"-?\d{1,6}(\.\d{1,6})?", re.ASCII)
"""What they are given here: some numbers of a few digits would be written in millions of letters."""
_PLAIN = (str, int, float, bool, type(None))


def _product(left: Any, right: Any) -> int:
    if type(left) is not int or type(right) is not int or left.bit_length() + right.bit_length() > 200:
        raise ValueError(left, right)
    return left * right


_OPERATORS: Mapping[str, Callable[..., Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": _product,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda one, whole: one in whole,
    "[]": operator.getitem,
    "~": lambda *values: markup_join(values),
    "truth": bool,
    "markup": Markup,
}


def printed_text(value: Any) -> str:
    """What a tag writes into the document for a value."""
    return str(escape(printed(value)))


class Reader:
    """Makes functions of expressions, with the filters of one environment."""

    def __init__(self, environment: TemplateEnvironment, count: int) -> None:
        """`count`: how many leaves there are."""
        self._environment = environment
        self._count = count
        self._left = MOST_STEPS
        self.used: set[int] = set()
        """The leaves of the expression that was read last."""

    def function(self, expression: Any) -> Function:
        """What works the expression out; ValueError where it is none."""
        self._left, self.used = MOST_STEPS, set()
        return self._read(expression)

    def _read(self, expression: Any) -> Function:
        self._left -= 1
        if self._left < 0 or type(expression) is not tuple or not expression:
            raise ValueError("no expression")
        match expression:
            case ("leaf", int(index)) if 0 <= index < self._count:
                self.used.add(index)
                return operator.itemgetter(index)
            case ("plain", value) if _is_plain(value):
                return _always(value)
            case ("markup", str(text)):
                return _always(Markup(text))
            case ("slice", start, stop, step) if all(type(one) in (int, type(None)) for one in expression[1:]):
                return lambda _leaves: slice(start, stop, step)
            case ("list", *items):
                each = [self._read(item) for item in items]
                return lambda leaves: [one(leaves) for one in each]
            case ("dict", *items):
                named = [(str(name), self._read(item)) for name, item in items]
                return lambda leaves: {name: one(leaves) for name, one in named}
            case ("text", *items):
                return self._text(items)
            case ("call", str(name), tuple(given), tuple(named)):
                return self._call(name, given, named)
        raise ValueError("no expression")

    def _text(self, items: Sequence[Any]) -> Function:
        pieces = [_always(Markup(item)) if isinstance(item, str) else self._read(item) for item in items]
        return lambda leaves: Markup("".join([printed_text(piece(leaves)) for piece in pieces]))

    def _call(self, name: str, given: Sequence[Any], named: Sequence[Any]) -> Function:
        function = self._named(name)
        first = [self._read(one) for one in given]
        rest = [(str(key), self._read(one)) for key, one in named]

        def call(leaves: Leaves) -> Any:
            values, others = [one(leaves) for one in first], {key: one(leaves) for key, one in rest}
            _weigh(name, (*values, *others.values()))
            return function(*values, **others)

        return call

    def _named(self, name: str) -> Callable[..., Any]:
        if name in _OPERATORS:
            return _OPERATORS[name]
        sort, bare = name[:1], name[1:]
        tests: Mapping[str, Any] = self._environment.tests
        if sort == "|" and is_pure(bare, self._environment):
            return _with_environment(self._environment.filters[bare], self._environment)
        if sort == "?" and bare in TESTS:
            found: Callable[..., Any] = tests[bare]
            return found
        raise ValueError(name)


def _weigh(name: str, values: Sequence[Any]) -> None:
    """ValueError where something small would become huge: nobody stops the clock here."""
    if any(len(one) > _LONGEST for one in values if isinstance(one, str | list | dict)):
        raise ValueError("too long")
    if name in _NUMBER_FILTERS and not all(one is None or _NUMBER.fullmatch(str(one)) for one in values):
        raise ValueError("no usual number")


def _always(value: Any) -> Function:
    return lambda _leaves: value


def is_pure(name: str, environment: TemplateEnvironment) -> bool:
    """Whether a filter depends on what it is given alone: Jinja's that are known to, and all of ours but one."""
    return name in JINJA_FILTERS or (name in environment.own_filters and name not in IMPURE_FILTERS)


def _with_environment(kept: Callable[..., Any], environment: TemplateEnvironment) -> Callable[..., Any]:
    """The filter with what Jinja hands to it in front of the value."""
    match _PassArg.from_obj(kept):
        case _PassArg.eval_context:
            around = EvalContext(environment)
            return lambda *given, **named: kept(around, *given, **named)
        case _PassArg.environment:
            return lambda *given, **named: kept(environment, *given, **named)
        case _PassArg.context:
            raise ValueError("not pure")
    return kept


def _is_plain(value: Any) -> bool:
    if type(value) is dict:
        return all(type(key) is str and _is_plain(inner) for key, inner in value.items())
    if type(value) in (list, tuple):
        return all(map(_is_plain, value))
    return type(value) in _PLAIN
