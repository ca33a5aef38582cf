"""How much of a file is read at most, so that none takes all the time or memory there is.

It measures nothing; `members` and `xml` do.
"""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read. What is beyond is a fault of the file, never an exception of ours."""

    file: int = 100 * _MB
    """Bytes of the file."""
    parts: int = 2_000
    inflated: int = 300 * _MB
    """Bytes of all parts together, as they really come out; what the directory says of them is not believed."""
    part: int = 150 * _MB
    ratio: int = 300
    """Bytes that one byte of the file may become, in parts larger than `ratio_from`."""
    ratio_from: int = 8 * _MB
    xml: int = 64 * _MB
    """Bytes of one XML part."""
    tags: int = 1_500_000
    """Tags of one XML part, opening and closing: some hundred bytes of memory each."""
    attributes: int = 2_000_000
    kept: int = 150 * _MB
    """Bytes of the parts that stay in memory."""


USUAL = Limits()
