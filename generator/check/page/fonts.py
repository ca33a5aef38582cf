"""Which fonts the letters of a document are printed in, and what sorts of fonts there are.

It judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.page.prose import everywhere
from generator.check.subject import Subject
from generator.check.words import readable
from generator.diagnostics import Location
from generator.docview.looks import RunLook
from generator.profile.constraint import Constraint

_LEGACY = re.compile(r"\.?vn.+", re.IGNORECASE)
"""Fonts of TCVN3 (`.VnTime`, `VnArial`) and of VNI (`VNI-Times`): their letters are other characters than they look."""
_SAME_METRICS = {
    "Times New Roman": frozenset(
        ("tinos", "liberation serif", "nimbus roman", "nimbus roman no9 l", "texgyretermes", "tex gyre termes", "times")
    )
}
"""Free fonts with the widths of another one, which programs other than Word put in its place."""


@dataclass(frozen=True, slots=True)
class Used:
    """A font and the paragraph where it is used."""

    font: str
    where: Location


def letters_of(subject: Subject) -> Iterator[Used]:
    """Every font of every paragraph's letters and digits, once a paragraph, in reading order."""
    for paragraph in everywhere(subject):
        fonts = [name for run in readable(paragraph.runs) for name in _fonts(run.text, run.look)]
        if paragraph.numbering:
            fonts += _fonts(paragraph.numbering.text, paragraph.numbering.look)
        for name in dict.fromkeys(fonts):
            yield Used(name, paragraph.where)


def is_legacy(name: str) -> bool:
    """A font of an encoding from before Unicode."""
    return _LEGACY.fullmatch(name) is not None


def is_look_alike(name: str, constraint: Constraint) -> bool:
    """A free font with the widths of one that is accepted."""
    folded = name.casefold()
    return any(constraint.accepts(real) and folded in names for real, names in _SAME_METRICS.items())


def _fonts(text: str, look: RunLook) -> tuple[str, ...]:
    return look.fonts_of("".join(letter for letter in text if letter.isalnum()))
