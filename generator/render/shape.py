"""The context of one issuer as a shape and its leaves: units of one shape differ in nothing but what is printed.

It renders nothing. The shape holds all that a template could choose by: names, lengths of lists, types, flags, what is
empty; the leaves are the texts and numbers that are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

Shape: TypeAlias = str

_TEXT, _EMPTY, _NUMBER, _LIST, _END, _BETWEEN = "t", "e", "n", "[", "]", "\0"


def flattened(value: Mapping[str, Any]) -> tuple[Shape, list[str | int]]:
    """The shape, and the leaves in the order of `with_holes`."""
    shape: list[str] = []
    leaves: list[str | int] = []
    _flatten(value, shape.append, leaves.append)
    return _BETWEEN.join(shape), leaves


def _flatten(value: Any, shape: Callable[[str], None], leaf: Callable[[str | int], None]) -> None:
    if type(value) is dict:
        shape(",".join(value))
        values: Iterable[Any] = value.values()
    else:
        shape(_LIST)
        values = value
    for inner in values:
        kind = type(inner)
        if kind is str:
            if inner:
                shape(_TEXT)
                leaf(inner)
            else:
                shape(_EMPTY)
        elif kind is int and inner:
            shape(_NUMBER)
            leaf(inner)
        elif kind is dict or kind is list:
            _flatten(inner, shape, leaf)
        else:
            shape(repr(inner))  # 0, flags, nothing at all
    shape(_END)


def with_holes(value: Any, hole: Callable[[int], Any]) -> Any:
    """The same mappings and lists, with a hole in the place of each leaf, by its number."""
    count = -1

    def filled(value: Any) -> Any:
        nonlocal count
        if type(value) is dict:
            return {key: filled(inner) for key, inner in value.items()}
        if type(value) is list:
            return [filled(inner) for inner in value]
        if type(value) in (str, int) and value:
            count += 1
            return hole(count)
        return value

    return filled(value)
