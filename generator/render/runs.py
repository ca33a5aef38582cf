"""Plain text with `**bold**` and `*italic*` as a list of runs.

It does not make XML: `filters` does.
"""

from __future__ import annotations

import re
from typing import TypedDict

# Asterisks inside words and between figures (2*3*4) are what was typed.
_EMPHASIS = re.compile(
    r"(?<!\w)\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*(?!\w)|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=\S)\*(?![\w*])"
)

_STAR = "\ufdd0"
"""Stands for an asterisk that is none of the writer's marks; Unicode gives this place to no character, ever."""


class Run(TypedDict):
    text: str
    bold: bool
    italic: bool


def runs(text: str) -> list[Run]:
    """The text in pieces of one formatting each; a lone asterisk stays as it was typed."""
    if "*" not in text:
        return [{"text": _shown(text), "bold": False, "italic": False}]
    found: list[Run] = []
    end = 0
    for match in _EMPHASIS.finditer(text):
        found += _plain(text[end : match.start()])
        inside = _shown(match["bold"] or match["italic"])
        found.append({"text": inside, "bold": match["bold"] is not None, "italic": match["italic"] is not None})
        end = match.end()
    return found + _plain(text[end:])


def without_emphasis(text: str) -> str:
    """The words alone."""
    return "".join(run["text"] for run in runs(text))


def _plain(text: str) -> list[Run]:
    return [{"text": _shown(text), "bold": False, "italic": False}] if text else []


def literal(text: str) -> str:
    """A text of somebody else, for the midst of one's own: its asterisks are printed, whatever stands around them."""
    return text.replace("*", _STAR)


def _shown(text: str) -> str:
    return text.replace(_STAR, "*")
