"""What a rule is for, in the reader's language: Vietnamese stands in `data/rules/vi.json`, English in the rule itself.

It judges nothing.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TypedDict

from generator import resources
from generator.check.rule import Rule
from generator.messages import SOURCE_LANGUAGE, _, mark, spoken


class Told(TypedDict):
    """A rule's documentation, a sentence or two each."""

    checks: str
    why: str
    example: str
    remedy: str


_HEADINGS = {
    "checks": mark("Soát gì"),
    "why": mark("Vì sao"),
    "example": mark("Ví dụ"),
    "remedy": mark("Cách sửa"),
}


def documentation(rule: Rule) -> str:
    """What it checks, why, an example, what to do: a line each."""
    if spoken() != SOURCE_LANGUAGE:
        return rule.documentation
    told = vietnamese()[rule.id]
    return "\n".join(f"{_(heading)}: {told[part]}" for part, heading in _HEADINGS.items())  # type: ignore[literal-required]


@cache
def vietnamese() -> dict[str, Told]:
    """By rule id. Reads: the packaged file."""
    found: dict[str, Told] = json.loads(resources.data("rules", "vi.json").read_text(encoding="utf-8"))
    return found
