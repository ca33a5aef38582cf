"""Lengths on paper: one integer type with the units that Word and the regulations use.

It does not measure text: `typeface` does.
"""

from __future__ import annotations

import re
from typing import Self

_EMU = {"mm": 36_000, "cm": 360_000, "pt": 12_700, "in": 914_400}
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d+)?)\s*(mm|cm|pt|in)")


class Length(int):
    """A length in English Metric Units (36,000 a mm; 12,700 a pt), so that mm, pt and twips are all exact."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """`14pt`, `20mm`, `1.27cm`, `0.5in`; anything else is a ValueError."""
        match = _LENGTH.fullmatch(text.strip())
        if match is None:
            raise ValueError(text)
        return cls(round(float(match[1]) * _EMU[match[2]]))

    @classmethod
    def from_mm(cls, value: float) -> Self:
        return cls(round(value * _EMU["mm"]))

    @classmethod
    def from_pt(cls, value: float) -> Self:
        return cls(round(value * _EMU["pt"]))

    @property
    def mm(self) -> float:
        return self / _EMU["mm"]

    @property
    def pt(self) -> float:
        return self / _EMU["pt"]

    @property
    def twips(self) -> int:
        """Twentieths of a point, the unit of WordprocessingML."""
        return round(self / 635)

    @property
    def half_points(self) -> int:
        """The unit of font sizes in WordprocessingML."""
        return round(self / 6_350)
