"""Holes: what stands in a context in the place of values that differ from unit to unit, while a template is traced.

A hole can be printed, asked yes or no, and given to pure functions. It refuses all else, so that nothing of the value
at hand gets into a document for others. `tracing` notes what is asked and printed; `weaving` makes Jinja meet holes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn

from generator.templates.expressions import Expression

if TYPE_CHECKING:
    from generator.templates.tracing import Trace


class NotPrintable(Exception):
    """A template does more with a unit's value than can be done before the value is known."""


def holds(value: Any) -> bool:
    """Whether a hole is in it, however deep."""
    if isinstance(value, Held):
        return True
    if isinstance(value, list | tuple):
        return any(map(holds, value))
    return isinstance(value, dict) and any(map(holds, value.values()))


class Held:
    """A hole, or what a pure function makes of holes. Its names are such that no template can reach them."""

    __slots__ = ("_vt_expression", "_vt_size", "_vt_trace", "_vt_truth")

    def __init__(self, trace: Trace, expression: Expression, size: int, truth: bool | None) -> None:
        """`truth` is None where it depends on the value."""
        self._vt_trace, self._vt_expression, self._vt_size, self._vt_truth = trace, expression, size, truth

    def __bool__(self) -> bool:
        return self._vt_trace.ask("truth", self) if self._vt_truth is None else self._vt_truth

    def __eq__(self, other: object) -> bool:
        return self._vt_trace.ask("==", self, other)

    def __ne__(self, other: object) -> bool:
        return self._vt_trace.ask("!=", self, other)

    def __lt__(self, other: Any) -> bool:
        return self._vt_trace.ask("<", self, other)

    def __le__(self, other: Any) -> bool:
        return self._vt_trace.ask("<=", self, other)

    def __gt__(self, other: Any) -> bool:
        return self._vt_trace.ask(">", self, other)

    def __ge__(self, other: Any) -> bool:
        return self._vt_trace.ask(">=", self, other)

    def __contains__(self, other: Any) -> bool:
        return self._vt_trace.ask("in", other, self)

    def __getitem__(self, place: Any) -> Held:
        if not isinstance(place, int | slice):
            self._vt_trace.refuse("[]")
        return self._vt_trace.derived("[]", [self, place])

    def __add__(self, other: Any) -> Held:
        return self._vt_trace.derived("+", [self, other])

    def __radd__(self, other: Any) -> Held:
        return self._vt_trace.derived("+", [other, self])

    def __sub__(self, other: Any) -> Held:
        return self._vt_trace.derived("-", [self, other])

    def __rsub__(self, other: Any) -> Held:
        return self._vt_trace.derived("-", [other, self])

    def __mul__(self, other: Any) -> Held:
        return self._vt_trace.derived("*", [self, other])

    def __rmul__(self, other: Any) -> Held:
        return self._vt_trace.derived("*", [other, self])

    def __iter__(self) -> Iterator[Any]:
        self._vt_trace.refuse("for")

    def __len__(self) -> int:
        self._vt_trace.refuse("len")

    def __hash__(self) -> int:
        self._vt_trace.refuse("hash")

    def __str__(self) -> str:
        self._vt_trace.refuse("str")

    def __getattr__(self, name: str) -> Any:
        self._vt_trace.refuse(f".{name}")


def _refusing(name: str) -> Callable[..., NoReturn]:
    def refuse(self: Held, *_given: Any, **_named: Any) -> NoReturn:
        self._vt_trace.refuse(name)

    return refuse


for _name in (
    *("repr", "format", "html", "html_format", "call", "reversed", "int", "float", "complex", "index"),
    *("abs", "neg", "pos", "invert", "round", "trunc", "floor", "ceil", "bytes", "enter", "exit", "setitem", "delitem"),
    *(f"{side}{operation}" for side in ("", "r") for operation in ("truediv", "floordiv", "mod", "divmod", "pow")),
    *(f"{side}{operation}" for side in ("", "r") for operation in ("lshift", "rshift", "and", "or", "xor", "matmul")),
    *("iadd", "isub", "imul", "length_hint", "missing", "fspath", "copy", "deepcopy"),
):
    setattr(Held, f"__{_name}__", _refusing(_name))
