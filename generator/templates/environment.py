"""The Jinja environment of every template: sandboxed, escaping, strict about what is missing.

It holds no filter of its own: whoever renders brings them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, StrictUndefined
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.messages import _
from generator.templates.grammar import Missing, Refused

Filters = Mapping[str, Callable[..., Any]]

_KEPT_FILTERS = frozenset(
    (
        *("abs", "batch", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float"),
        *("groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min"),
        *("reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice", "sort"),
        *("string", "sum", "title", "trim", "truncate", "unique", "upper"),
    )
)
"""Jinja's filters that only make text and lists; `attr`, `safe`, `format`, `pprint` and the like are not among them."""
_MULTIPLYING = ("batch", "join", "replace", "round", "slice")
_MAX_POWER = 64
_MAX_REPEATED = 10_000
MAX_RANGE = 10_000
"""The longest `range`, which bounds each loop; what nested ones come to is the `budget`'s matter."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Templates may print, choose and loop over plain data; nothing else."""

    intercepted_binops = frozenset(["**", "*", "%"])

    def __init__(self, filters: Filters, loader: BaseLoader | None = None) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, loader=loader, cache_size=-1, auto_reload=False)
        self.globals = {"range": _range, "namespace": self.globals["namespace"]}
        kept = {name: self.filters[name] for name in _KEPT_FILTERS}
        self.own_filters = frozenset(filters)
        self.filters = kept | {name: _bounded(name, kept[name]) for name in _MULTIPLYING} | dict(filters)
        self.finalize = printed

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of the data before a method of its mapping: `phase.items` are the items of the phase."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic stays small: no powers that run for minutes, no text repeated to gigabytes."""
        if operator == "**" and not (abs(left) < 10**6 and abs(right) <= _MAX_POWER):
            raise Refused(_("phép tính “{operator}” quá lớn").format(operator="**"))
        if operator == "%" and isinstance(left, str):
            raise Refused(_("không có phép “%” cho chữ"))
        if operator == "*":
            for one, other in ((left, right), (right, left)):
                if not isinstance(one, int | float) and isinstance(other, int) and len(one) * other > _MAX_REPEATED:
                    raise Refused(_("phép tính “{operator}” quá lớn").format(operator="*"))
        return super().call_binop(context, operator, left, right)


def _range(*ends: int) -> range:
    """Jinja's sandbox has a limit as well, ten times as large, and so a hundred times for two loops."""
    made = range(*ends)
    # len() itself fails where a range is longer than the machine can count.
    if ends and (max(map(abs, ends)) > 10**9 or len(made) > MAX_RANGE):
        raise Refused(_("range dài quá {limit} số").format(limit=MAX_RANGE))
    return made


def printed(value: Any) -> Any:
    """What a tag prints: a value that is not given is a fault, never the word None."""
    if value is None:
        raise Missing(_('giá trị này để trống; viết {{ … | default("", true) }} nếu được phép trống'))
    return value


def _bounded(name: str, kept: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that refuses to make something huge out of something small."""

    @functools.wraps(kept)
    def bounded(*given: Any, **named: Any) -> Any:
        for one in (*given, *named.values()):
            if (abs(one) if isinstance(one, int) else len(one) if isinstance(one, str) else 0) > _MAX_REPEATED:
                raise Refused(_("bộ lọc “{name}”: giá trị quá lớn").format(name=name))
        return kept(*given, **named)

    return bounded
