"""The merged picture: every value of one regime as narrowed by the unit's own layers.

It does not read files and does not merge: `regimes` and `layers` do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NoReturn

from generator.diagnostics import Diagnostic
from generator.measures import Length
from generator.profile.constraint import Between, Constraint, Exactly, Matching, OneOf, Source, Value
from generator.profile.layer import RuleChange

__all__ = ["Profile", "RuleChange"]


@dataclass(frozen=True, eq=False)
class Profile:
    """How the documents of one issuer must look. Equal and hashed by content; picklable.

    A path is `section.key`, as in the files: `body.size`, `party_title_rule.ratio`, `type_codes.plan`.
    """

    id: str
    name: str
    side: str
    """`party` or `state`."""
    valid_from: date | None
    valid_to: date | None
    layers: tuple[str, ...]
    """Ids, from the regime to the most special layer."""
    constraints: Mapping[str, Constraint] = field(repr=False)
    rules: Mapping[str, RuleChange] = field(default_factory=dict, repr=False)
    sources: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What the short names in clauses stand for."""
    origins: Mapping[str, tuple[Source, ...]] = field(default_factory=dict, repr=False)
    """For each path all that set it, from the regime to the most special layer."""
    warnings: tuple[Diagnostic, ...] = field(default=(), repr=False)
    """What a layer sets in vain; whoever loads a unit's profile shows them."""

    def constraint(self, path: str) -> Constraint:
        """What is accepted at the path; KeyError when the profile has no such path."""
        return self.constraints[path]

    def value(self, path: str) -> Value:
        """What to write at the path when nobody says otherwise."""
        return self.constraints[path].default

    def chosen(self, path: str, wanted: Value) -> Value:
        """What is `wanted` at the path, where the profile accepts it; else, and where nothing is, its default."""
        constraint = self.constraints[path]
        return wanted if wanted is not None and constraint.accepts(wanted) else constraint.default

    def has(self, path: str) -> bool:
        return path in self.constraints

    def paths(self) -> tuple[str, ...]:
        """Every path, in the order of the regime's file."""
        return tuple(self.constraints)

    def keys(self, section: str) -> tuple[str, ...]:
        """The keys of one section; empty when the profile lacks the section."""
        return tuple(path.partition(".")[2] for path in self.constraints if path.startswith(f"{section}."))

    def origin(self, path: str) -> tuple[Source, ...]:
        """All that set the path, from the regime to the most special layer."""
        return self.origins[path]

    def length(self, path: str) -> Length:
        """A length; TypeError when the path holds another sort of value, as in every accessor below."""
        value = self.value(path)
        return value if isinstance(value, Length) else _refuse(path, value)

    def text(self, path: str) -> str:
        """A text; a value that the regime lacks on purpose (`~`) is the empty text."""
        value = self.value(path)
        if value is None:
            return ""
        return value if isinstance(value, str) else _refuse(path, value)

    def flag(self, path: str) -> bool:
        value = self.value(path)
        return value if isinstance(value, bool) else _refuse(path, value)

    def number(self, path: str) -> int | Decimal:
        value = self.value(path)
        if isinstance(value, int | Decimal) and not isinstance(value, bool | Length):
            return value
        return _refuse(path, value)

    def texts(self, path: str) -> tuple[str, ...]:
        value = self.value(path)
        if value is None:
            return ()
        return value if isinstance(value, tuple) else _refuse(path, value)

    @cached_property
    def fingerprint(self) -> str:
        """Stable SHA-256 of all that the profile says; places and notes do not count."""
        lines = [f"{self.id} {self.side} {self.valid_from} {self.valid_to} {' '.join(self.layers)}"]
        lines += (f"{path} {_identity(self.constraints[path])}" for path in sorted(self.constraints))
        lines += (f"{name} {change.severity} {change.reason!r}" for name, change in sorted(self.rules.items()))
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Profile) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)


def _refuse(path: str, value: Value) -> NoReturn:
    raise TypeError(f"{path} holds {type(value).__name__}")


def _identity(constraint: Constraint) -> str:
    match constraint:
        case Exactly(value=value):
            parts: tuple[Value, ...] = (value,)
        case OneOf(values=values, default=default):
            parts = (*values, default)
        case Between(low=low, high=high, default=default):
            parts = (low, high, default)
        case Matching(pattern=pattern, default=default):
            parts = (pattern, default)
    spelt = (f"{type(part).__name__}:{part!r}" for part in parts)
    return f"{type(constraint).__name__}({', '.join(spelt)})"
