"""Data as they were read, value by value, each with the way to it.

It knows no file: `yaml_text` and `table_text` know the places.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Loc = tuple[str | int, ...]
"""Keys and numbers of items, from the outside in."""


def nodes_of(value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Every mapping, list and text at `value` and under it, in their order; `loc` is its own way."""
    left: list[tuple[Loc, Any]] = [(loc, value)]
    while left:
        loc, value = left.pop()
        yield loc, value
        if isinstance(value, dict):
            left += [((*loc, step), child) for step, child in reversed(value.items())]
        elif isinstance(value, list):
            left += [((*loc, step), value[step]) for step in range(len(value) - 1, -1, -1)]
