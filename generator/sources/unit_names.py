"""The ids that a file may name: those of a roster, asked for and not held.

It says nothing of ids that are not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from generator.sources.roster import Roster


class Names(Protocol):
    """A set that keeps its order, for hints that are the same on every run."""

    def __contains__(self, name: object, /) -> bool: ...

    def __iter__(self) -> Iterator[str]: ...


@dataclass(frozen=True, slots=True)
class UnitNames:
    """The ids of a roster, which are looked up and not held; of a large one only those are told that are `near`."""

    roster: Roster
    groups_too: bool
    others: tuple[str, ...] = ()

    def __contains__(self, name: object) -> bool:
        if name in self.others:
            return True
        if not isinstance(name, str):
            return False
        return self.roster.row(name) is not None or (self.groups_too and self.roster.group(name) is not None)

    def __iter__(self) -> Iterator[str]:
        yield from (name for name in self.roster.ids() if self.groups_too or self.roster.group(name) is None)
        yield from self.others
