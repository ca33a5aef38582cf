"""The layout in which the program writes answers, read back line by line: thousands of files in a second.

It reads only what it would have written so; of everything else it says nothing, and `yaml_text` reads it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from generator.diagnostics import Faulty
from generator.sources import decoding, invisible
from generator.vietnamese.unicode import compose

_MOST_BYTES = 262_144
_QUOTED = r'"((?:[^"\\\n\r\t]|\\["\\])*)"'
_TOKEN = r"([0-9A-Za-z][0-9A-Za-z_,.:+-]*(?<!:))"
_LINE = re.compile(rf"( {{0,4}}|  - )([0-9A-Za-z][0-9A-Za-z_-]*):(?: (?:{_QUOTED}|{_TOKEN}|\{{(.+)\}}))?")
_PAIR = re.compile(rf"([a-z_]+): (?:{_QUOTED}|([0-9A-Za-z_]+))(?:, |$)")
_NOTHING = frozenset(("null", "Null", "NULL"))
_ESCAPED = re.compile(r"\\(.)")


def read_plain(content: bytes, file: Path) -> dict[str, Any] | None:
    """The data as `yaml_text` gives it; None where the file is laid out otherwise, or is in any doubt."""
    if len(content) > _MOST_BYTES or b"\r" in content or not content.endswith(b"\n"):
        return None
    try:
        text, faults = decoding.clean_text(content, file)
    except Faulty:
        return None
    if faults or "\x85" in text or invisible.somewhere(text) or compose(text) != text:
        return None
    return _mapping(text[:-1].split("\n"))


def place_of(text: str, steps: tuple[str, ...]) -> tuple[int, int] | None:
    """The line and column, from 1, of `steps`, one field or two, in a text of that layout."""
    inside = len(steps) == 1
    key = f"{steps[-1]}: " if inside else f"  {steps[-1]}: "
    for number, line in enumerate(text.split("\n"), 1):
        if inside and line.startswith(key):
            return number, len(key) + 1
        if len(steps) > 1 and line[:1] != " ":
            inside = line == f"{steps[0]}:"
    return None


def _mapping(lines: list[str]) -> dict[str, Any] | None:
    """Every section is a mapping of one level, or a list of such."""
    data: dict[str, Any] = {}
    top = ""
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        indent, key, quoted, token, braces = match.groups()
        value = _value(quoted, token, braces)
        if not indent:
            if key in data or (top and data[top] is None):
                return None
            data[key], top = value, key
        elif value is None or not top or not _put(data, top, indent, key, value):
            return None
    return data if top and data[top] is not None else None


def _put(data: dict[str, Any], top: str, indent: str, key: str, value: Any) -> bool:
    """One field below `top`; False where that section is of another shape, or has the field already."""
    if data[top] is None:
        data[top] = [] if indent == "  - " else {}
    section = data[top]
    if isinstance(section, list):
        if indent == "  - ":
            section.append({})
        elif indent != "    ":
            return False
        section = section[-1]
    elif not isinstance(section, dict) or indent != "  ":
        return False
    if key in section:
        return False
    section[key] = value
    return True


def _value(quoted: str | None, token: str | None, braces: str | None) -> Any:
    if token is not None:
        return None if token in _NOTHING else token
    if quoted is not None:
        return _ESCAPED.sub(r"\1", quoted) if "\\" in quoted else quoted
    return _pairs(braces) if braces is not None else None


def _pairs(written: str) -> dict[str, str] | None:
    found: dict[str, str] = {}
    at = 0
    while at < len(written):
        match = _PAIR.match(written, at)
        if match is None or match[1] in found or match[3] in _NOTHING:
            return None
        found[match[1]] = _value(match[2], match[3], None)
        at = match.end()
    return None if written.endswith(", ") else found
