"""The Jinja environment of every template: sandboxed, escaping, strict about what is missing.

It holds no filter of its own: whoever renders brings them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

Filters = Mapping[str, Callable[..., Any]]

_KEPT_GLOBALS = ("range", "namespace")
_KEPT_FILTERS = frozenset(
    (
        *("abs", "batch", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float"),
        *("format", "groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min"),
        *("reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice", "sort"),
        *("string", "sum", "title", "trim", "truncate", "unique", "upper"),
    )
)
"""Jinja's filters that only make text and lists; `attr`, `safe`, `pprint`, `tojson` and the like are not among them."""
_MAX_POWER = 64
_MAX_REPEATED = 10_000


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Templates may print, choose and loop over plain data; nothing else."""

    intercepted_binops = frozenset(["**", "*", "%"])

    def __init__(self, filters: Filters, loader: BaseLoader | None = None) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, loader=loader, cache_size=-1, auto_reload=False)
        self.globals = {name: self.globals[name] for name in _KEPT_GLOBALS}
        self.filters = {name: self.filters[name] for name in _KEPT_FILTERS} | dict(filters)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic stays small: no powers that run for minutes, no text repeated to gigabytes."""
        if operator == "**" and not (abs(left) < 10**6 and abs(right) <= _MAX_POWER):
            raise SecurityError("**")
        if operator == "%" and isinstance(left, str):
            raise SecurityError("%")
        if operator == "*":
            for one, other in ((left, right), (right, left)):
                if not isinstance(one, int | float) and isinstance(other, int) and len(one) * other > _MAX_REPEATED:
                    raise SecurityError("*")
        return super().call_binop(context, operator, left, right)
