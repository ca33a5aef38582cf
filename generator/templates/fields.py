"""The tree of names that a template may use, read from the types of the context.

It does not look at templates: `lint` does.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the context: its own names, or what its elements are; a leaf has neither."""

    names: Mapping[str, Field] | None = None
    element: Field | None = None
    is_open: bool = False
    """Names inside are data of the user (a mapping with free keys): anything goes."""


LEAF = Field()
OPEN = Field(is_open=True)


def fields_of(annotation: Any) -> Field:
    """The tree behind a type: TypedDicts have names, sequences have elements, everything else is a leaf."""
    if is_typeddict(annotation):
        hints = get_type_hints(annotation)
        return Field(names={name: fields_of(kind) for name, kind in hints.items()})
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        chosen = [one for one in arguments if one is not type(None)]
        return fields_of(chosen[0]) if len(chosen) == 1 else LEAF
    if origin in (list, tuple):
        return Field(element=fields_of(arguments[0]))
    if origin in (dict, Mapping) or annotation is dict:
        return OPEN
    return LEAF


@dataclass(slots=True)
class Scope:
    """Names in force at one point of a template, innermost first."""

    known: dict[str, Field] = field(default_factory=dict)
    outer: Scope | None = None

    def find(self, name: str) -> Field | None:
        if name in self.known:
            return self.known[name]
        return self.outer.find(name) if self.outer else None

    def names(self) -> set[str]:
        return set(self.known) | (self.outer.names() if self.outer else set())
