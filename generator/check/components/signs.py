"""The signs before and after a line of a list, as a reader sees them. What they should be the rules say.

It judges nothing.
"""

from __future__ import annotations

import re

from generator.recognise.component import Component

_LEAD = re.compile(r"[-–—+•*]\s*")
_END = re.compile(r"(?:\./\.|[.,;:!?…])?$")


def lead_of(component: Component) -> str:
    """The dash before a line, and the space behind it as one space, whether typed or set by Word."""
    if component.first.number:
        return f"{component.first.number} "
    match = _LEAD.match(component.typed.lstrip())
    return re.sub(r"\s+", " ", match[0]) if match else ""


def end_of(component: Component) -> str:
    """The sign after the last word of a line, or nothing."""
    match = _END.search(component.text)
    return match[0] if match else ""


def shown(sign: str) -> str | None:
    """A sign in quotation marks, for messages; None where there is none."""
    return f"“{sign}”" if sign else None
