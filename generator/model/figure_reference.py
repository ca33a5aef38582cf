"""References to collected figures inside a text: `{oral_sessions}`, `{oral_sessions.previous}`, `{units.missing}`.

It finds and takes apart; whether there is such a figure, and what stands in its place, others know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

FIELDS = (
    *("context", "leadership", "results", "strengths", "difficulties", "lessons"),
    *("next_tasks", "proposals", "exemplary", "figures", "appendices"),
)
"""Of a report: in whose texts figures may stand. What names a document, or is looked up by others, has none."""
UNITS = "units"
"""The name of what is said of the units themselves; no indicator may be called so."""
REFERENCE = re.compile(
    r"(?<!\{)\{[ \u00a0]*(?P<name>[A-Za-z][A-Za-z0-9_-]*)(?P<aspect>(?:\.[A-Za-z_-]*)*)[ \u00a0]*\}(?!\})", re.ASCII
)
"""One ASCII word between single braces; any other brace is left over."""
_LEFT = re.compile(
    rf"{REFERENCE.pattern}|(?P<pair>\{{+[^{{}}]*\}}+)|(?P<open>\{{+[^{{}}]{{0,40}})|(?P<close>[\w.]{{0,40}}\}}+)"
)
_MOST_SHOWN = 60


class Aspect(StrEnum):
    """What of an indicator's total is meant."""

    VALUE = ""
    PREVIOUS = "previous"
    CUMULATIVE = "cumulative"
    TARGET = "target"
    ACHIEVED = "achieved"
    ANSWERED = "answered"
    ASKED = "asked"
    NAME = "name"
    UNIT = "unit"


class OfUnits(StrEnum):
    """What is said of the units that were asked: how many, or which."""

    ASKED = "asked"
    ANSWERED = "answered"
    MISSING = "missing"
    LATE = "late"
    MISSING_NAMES = "missing.names"
    LATE_NAMES = "late.names"


@dataclass(frozen=True, slots=True)
class Reference:
    name: str
    """An indicator's code, or `units`."""
    aspect: str
    """Without the point before it; empty for the figure itself."""

    @property
    def is_of_units(self) -> bool:
        return self.name == UNITS

    @property
    def aspects(self) -> tuple[str, ...]:
        """Those that there are for such a name."""
        return tuple(OfUnits) if self.is_of_units else tuple(Aspect)

    def __str__(self) -> str:
        return f"{{{self.name}.{self.aspect}}}" if self.aspect else f"{{{self.name}}}"


@dataclass(frozen=True, slots=True)
class Stray:
    """A brace, or a pair, that is no part of a reference."""

    text: str
    """With what stands inside, or beside it where the other brace is not there."""
    is_attempt: bool
    """Whether somebody has meant a figure by it; else it is a brace alone."""

    @property
    def inside(self) -> str:
        return self.text.strip("{} \u00a0")


def reference_of(match: re.Match[str]) -> Reference:
    return Reference(match["name"], match["aspect"].removeprefix("."))


def references(text: str) -> Iterator[Reference]:
    """Every reference of a text, and what looks like one, in order."""
    if "{" in text:
        yield from map(reference_of, REFERENCE.finditer(text))


def strays(text: str) -> Iterator[Stray]:
    """Every brace of a text that is left over, in order: nothing in a report is written with braces but figures."""
    if "{" not in text and "}" not in text:
        return
    for match in _LEFT.finditer(text):
        if match["name"] is None:
            shown = match[0].strip()
            stray = Stray(shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}…", is_attempt=True)
            beside = stray.inside[:1] if match["open"] else stray.inside[-1:]
            yield stray if match["pair"] or beside.isalpha() else replace(stray, is_attempt=False)
