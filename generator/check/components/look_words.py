"""Which components have a look of their own, and their words that break one property of it.

It judges nothing by itself: the rules on size, bold, italics and underlines do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.subject import Subject
from generator.check.words import readable, value_of
from generator.docview.words import Run
from generator.model.parts import Part
from generator.profile.constraint import Constraint
from generator.profile.values import Value
from generator.recognise.component import Component
from generator.recognise.names import Extra, Name

_OF_PAGE_RULES: frozenset[Name] = frozenset((Part.BODY, Part.TABLE, Extra.TABLE_HEADER, Part.PAGE_NUMBER))
"""Running text, tables and page numbers are judged by the family `page`."""
LOOKED_AT: tuple[Name, ...] = tuple(name for name in (*Part, *Extra) if name not in _OF_PAGE_RULES)
_SENTENCES: frozenset[Name] = frozenset(
    (Part.BASES, Part.CLAUSE, Part.POINT, Part.HEADING_NESTED, Part.RECIPIENTS, Part.ADDRESSEE_NAMES, Extra.ARTICLE)
)
"""Running text of a kind: some words of it may be set off."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A component with words that look otherwise than the profile has it."""

    component: Component
    path: str
    constraint: Constraint
    value: Value


def paths_of(key: str, names: tuple[Name, ...] = LOOKED_AT) -> tuple[str, ...]:
    """`size` → the paths of the sizes of these components, or of all that are looked at."""
    return tuple(f"{name}.{key}" for name in names)


def constrained(subject: Subject, key: str) -> Iterator[tuple[Component, str, Constraint]]:
    """Every component for which the profile has a value under the key; `~` leaves it to another law."""
    for component in subject.recognised.of(*LOOKED_AT):
        path = f"{component.part}.{key}"
        if subject.profile.has(path):
            constraint = subject.profile.constraint(path)
            if constraint.default is not None:
                yield component, path, constraint


def wrong_words(subject: Subject, key: str) -> Iterator[Wrong]:
    """Each component once for each value that its words should not have."""
    for component, path, constraint in constrained(subject, key):
        runs = readable(component.words)
        for value in dict.fromkeys(value_of(run, key) for run in runs):
            if not constraint.accepts(value) and not _is_set_off(component, runs, key, value):
                yield Wrong(component, path, constraint, value)


def _is_set_off(component: Component, runs: tuple[Run, ...], key: str, value: Value) -> bool:
    """A few words in a sentence that are bold or in italics on purpose; a size is never on purpose."""
    if component.part not in _SENTENCES or key == "size":
        return False
    set_off = sum(len(run.text) for run in runs if value_of(run, key) == value)
    return set_off * 2 <= sum(len(run.text) for run in runs)
