"""The tree of names that a template may use is the context's types, no more and no less."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

import pytest

from generator.render.engine import FIELDS
from generator.templates.fields import LEAF, OPEN, Field, Scope, fields_of
from tests.unit.templates.filling import context


class Inner(TypedDict):
    word: str


class Outer(TypedDict):
    one: Inner
    many: list[Inner]
    maybe: Inner | None
    free: dict[str, Any]
    number: int


TREE = fields_of(Outer)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("one", Field(names={"word": LEAF})),
        ("many", Field(element=Field(names={"word": LEAF}))),
        ("maybe", Field(names={"word": LEAF})),
        ("free", OPEN),
        ("number", LEAF),
    ],
)
def test_types_become_fields(name: str, field: Field) -> None:
    assert TREE.names is not None
    assert TREE.names[name] == field


def test_inner_names_hide_outer_ones() -> None:
    outer = Scope({"a": LEAF, "b": LEAF})
    inner = Scope({"a": OPEN}, outer)
    assert (inner.find("a"), inner.find("b"), inner.find("c")) == (OPEN, LEAF, None)
    assert inner.names() == {"a", "b"}


def walk(value: Any, field: Field, path: str) -> Iterator[str]:
    """Where a value and its field disagree, or the value is more than plain data."""
    if value is not None and type(value) not in (str, int, bool, list, dict):
        yield f"{path} is {type(value)}"
    if isinstance(value, dict) and not field.is_open:
        if field.names is None or set(field.names) != set(value):
            yield f"{path} has {sorted(value)}"
        else:
            for name, one in value.items():
                yield from walk(one, field.names[name], f"{path}.{name}")
    elif isinstance(value, list):
        for one in value:
            yield from walk(one, OPEN if field.is_open else field.element or LEAF, f"{path}[]")
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from walk(one, OPEN, f"{path}.{name}")


def test_a_context_is_plain_data_and_just_what_its_types_say() -> None:
    assert list(walk(context(), FIELDS, "context")) == []
