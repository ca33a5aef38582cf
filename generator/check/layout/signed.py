"""A signature as printed, for the rules on it.

It judges nothing.
"""

from __future__ import annotations

from generator.check.printed import PrintedLine
from generator.check.subject import Subject
from generator.recognise.component import Component
from generator.recognise.pieces import Signature


def lines_of(subject: Subject, signature: Signature) -> list[PrintedLine]:
    """The lines of a signature from top to bottom."""
    lines = [line for component in signature.components for line in subject.printed.lines(component)]
    return sorted(lines, key=lambda line: (line.page.number, line.baseline))


def first_of(signature: Signature) -> Component:
    """Its piece that comes first in the text."""
    return min(signature.components, key=lambda component: component.first.index)
