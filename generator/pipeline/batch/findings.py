"""Findings of many documents kept small: a few a document, each short, as a line of text that can be read back.

It finds nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Diagnostic, Location, Severity

MOST = 5
"""Of one document; their number is told beside."""
_LONGEST = 400
_REMEMBERED = 1024
_WORST_FIRST = tuple(Severity)

Found: TypeAlias = tuple[Diagnostic, ...]


class Told(NamedTuple):
    """A finding as it is read back."""

    severity: str
    code: str
    message: str
    place: str


class Few:
    """The worst findings of each document, cut to a length that a cell takes.

    What many documents share comes in as the same objects and goes out as one object: to look at the findings
    themselves, even to ask whether two are equal, would cost as much as making the document.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], tuple[tuple[Found, ...], Found]] = {}

    def of(self, *parts: Found) -> tuple[Found, int]:
        """A few of all, and how many there are."""
        given = tuple(part for part in parts if part)
        if not given:
            return (), 0
        key = tuple(map(id, given))
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            # With what came in, so that no other object gets its place in memory.
            known = self._known[key] = given, few([each for part in given for each in part])
        return known[1], sum(map(len, given))


def few(found: Sequence[Diagnostic]) -> Found:
    worst = sorted(found, key=lambda each: _WORST_FIRST.index(each.severity))
    return tuple(_short(each) for each in worst[:MOST])


def errors(found: Sequence[Diagnostic]) -> int:
    return sum(each.severity is Severity.ERROR for each in found)


def packed(found: Sequence[Diagnostic]) -> str:
    """A line each."""
    text = "".join(_line(each) for each in found)
    return text.encode("utf-8", "backslashreplace").decode()  # half a sign, as odd file names have it


def unpacked(text: str) -> Iterator[Told]:
    for line in text.rstrip("\n").split("\n"):
        yield Told(*json.loads(line))


def _line(one: Diagnostic) -> str:
    told = Told(one.severity.value, one.code, one.message, _place(one.where))
    return json.dumps(told, ensure_ascii=False) + "\n"


def _place(where: Location) -> str:
    file = where.file.name if where.file else ""
    return ":".join(str(each) for each in (file, where.line, where.column, where.cell, where.part) if each)


def _short(one: Diagnostic) -> Diagnostic:
    return replace(
        one,
        message=_cut(one.message),
        expected=_cut(one.expected) if one.expected else None,
        actual=_cut(one.actual) if one.actual else None,
        hint=_cut(one.hint) if one.hint else None,
    )


def _cut(text: str) -> str:
    return text[: _LONGEST - 1] + "…" if len(text) > _LONGEST else text
