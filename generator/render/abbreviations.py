"""Abbreviations declared at their first mention: `Đại hội … lần thứ XIV của Đảng (sau đây viết tắt là Đại hội XIV)`.

Which words are abbreviated, and how, the plan says; later mentions stay as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.plan import Abbreviation


class Declarations:
    """Adds each declaration once, to the first text that has the long form; texts come in print order."""

    def __init__(self, abbreviations: Iterable[Abbreviation]) -> None:
        self._open = list(abbreviations)

    def declare(self, text: str) -> str:
        for abbreviation in list(self._open):
            if abbreviation.long in text:
                self._open.remove(abbreviation)
                declared = f"{abbreviation.long} (sau đây viết tắt là {abbreviation.short})"
                text = text.replace(abbreviation.long, declared, 1)
        return text
