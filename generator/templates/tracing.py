"""One filling of a template with holes: what is printed of them, and what was asked on the way, as expressions.

It answers questions by the values at hand and puts all else off. What a hole lets be done to itself is `holes`'.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NoReturn

from markupsafe import Markup

from generator.templates.expressions import MOST_STEPS, Expression, Leaves, Reader
from generator.templates.holes import Held, NotPrintable

_OPEN, _CLOSE = "\U000f8e1a", "\U000f8e1b"
_PLAIN = (str, int, float, bool, type(None))


class Trace:
    """One filling with holes: what is printed, and what was asked on the way."""

    def __init__(self, leaves: Leaves, reader: Reader) -> None:
        """`leaves` are the values at hand, by which questions are answered."""
        self.guards: list[tuple[Expression, bool]] = []
        """What was asked, in order, with the answers: a unit that answers alike gets the same text around its holes."""
        self.refused: NotPrintable | None = None
        """Kept, for somebody may have swallowed it."""
        self._leaves = leaves
        self._reader = reader
        self._printed: list[Expression] = []
        # Not to be guessed, so that no text of anybody is taken for a token.
        self._start = f"{_OPEN}{secrets.token_hex(8)}:"
        self._token = re.compile(f"{self._start}(\\d+){_CLOSE}")
        self._answers: dict[str, bool] = {}
        self._derived: list[Expression] = []

    def leaf(self, index: int) -> Held:
        return Held(self, ("leaf", index), 1, bool(self._leaves[index]))

    def token(self, held: Held) -> Markup:
        """What stands in the text where a hole is printed."""
        expression = held._vt_expression
        if expression[0] == "text":
            pieces = (one if isinstance(one, str) else self._noted(one) for one in expression[1:])
            return Markup("".join(pieces))
        return Markup(self._noted(expression))

    def _noted(self, expression: Expression) -> str:
        self._printed.append(expression)
        return f"{self._start}{len(self._printed) - 1}{_CLOSE}"

    def pieces(self, text: str) -> list[str | Expression]:
        """A text in its static pieces and the expressions between them, in turns."""
        parts = self._token.split(text)
        return [self._printed[int(part)] if place % 2 else part for place, part in enumerate(parts)]

    def woven(self, value: Any) -> Any:
        """Captured text with holes in it: it can still be printed, and is an expression for all else."""
        if not isinstance(value, str) or self._start not in value:
            return value
        pieces = self.pieces(value)
        # What a leaf prints is never empty.
        certain = any(one if isinstance(one, str) else one[0] == "leaf" for one in pieces)
        kept = [one for one in pieces if one != ""]
        return Held(self, ("text", *kept), self._size(kept), True if certain else None)

    def derived(self, function: str, given: list[Any], named: Mapping[str, Any] | None = None) -> Held:
        """What a pure function will make of holes and plain values."""
        expression, size = self._call(function, given, named or {})
        self._derived.append(expression)
        return Held(self, expression, size, None)

    def ask(self, function: str, *given: Any) -> bool:
        """A yes or no about holes: answered for the values at hand, and noted."""
        expression, _size = self._call(function, list(given), {})
        known = repr(expression)  # 1 and True are equal, and not the same
        if known not in self._answers:
            self._answers[known] = bool(self._reader.function(expression)(self._leaves))
            self.guards.append((expression, self._answers[known]))
        return self._answers[known]

    def unseen(self, seen: Iterable[Expression]) -> list[Expression]:
        """What was worked out and then neither printed nor asked: it may be a fault for some value all the same."""
        known = {repr(one) for outer in (*seen, *(asked for asked, _answer in self.guards)) for one in _inside(outer)}
        found = []
        for expression in reversed(self._derived):
            if repr(expression) not in known:
                found.append(expression)
                known |= {repr(one) for one in _inside(expression)}
        return found

    def refuse(self, what: str) -> NoReturn:
        self.refused = self.refused or NotPrintable(what)
        raise self.refused

    def _call(self, function: str, given: list[Any], named: Mapping[str, Any]) -> tuple[Expression, int]:
        arguments = [self.expression(one) for one in given]
        keywords = [(key, self.expression(one)) for key, one in named.items()]
        size = 1 + sum(map(_steps, (*given, *named.values())))
        if size > MOST_STEPS:
            self.refuse(function)
        return ("call", function, tuple(arguments), tuple(keywords)), size

    def _size(self, pieces: list[str | Expression]) -> int:
        size = 1 + sum(1 if isinstance(one, str) else _count(one) for one in pieces)
        return size if size <= MOST_STEPS else MOST_STEPS + 1

    def expression(self, value: Any) -> Expression:
        """A value that may hold holes, as plain data."""
        value = self.woven(value)
        if isinstance(value, Held):
            return value._vt_expression
        if isinstance(value, Markup):
            return ("markup", str(value))
        if type(value) is list:
            return ("list", *map(self.expression, value))
        if type(value) is dict:
            return ("dict", *((str(key), self.expression(inner)) for key, inner in value.items()))
        if type(value) is slice:
            return ("slice", value.start, value.stop, value.step)
        if type(value) not in _PLAIN:
            self.refuse(type(value).__name__)
        return ("plain", value)


def _steps(value: Any) -> int:
    if isinstance(value, Held):
        return value._vt_size
    if isinstance(value, list | tuple):
        return 1 + sum(map(_steps, value))
    if isinstance(value, dict):
        return 1 + sum(map(_steps, value.values()))
    return 1


def _inside(expression: Expression) -> Iterator[Expression]:
    """The expression and all that it is made of."""
    left = [expression]
    while left:
        one = left.pop()
        yield one
        if one[0] == "call":
            left += [*one[2], *(inner for _key, inner in one[3])]
        elif one[0] in ("list", "text"):
            left += [inner for inner in one[1:] if not isinstance(inner, str)]
        elif one[0] == "dict":
            left += [inner for _key, inner in one[1:]]


def _count(expression: Expression) -> int:
    """Steps of an expression, given up where they are too many."""
    return sum(1 for _one in islice(_inside(expression), MOST_STEPS + 1))
