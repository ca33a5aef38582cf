"""Word's fields while a story is read: which are open, and whether what comes is their code or their result.

It does not decide what a field means.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_LONGEST_CODE = 10_000
_DEEPEST = 100


@dataclass(slots=True)
class OpenField:
    """A field that has begun; `index` is its place in this paragraph, None if it began in an earlier one."""

    index: int | None
    code: list[str] = field(default_factory=list)
    length: int = 0
    is_result: bool = False


class FieldStack:
    """The open fields, outermost first."""

    def __init__(self) -> None:
        self._open: list[OpenField] = []
        self._codes = 0

    @property
    def is_code(self) -> bool:
        """What is read now is no text but part of some code."""
        return self._codes > 0

    @property
    def index(self) -> int | None:
        """The innermost field of this paragraph whose result is being read."""
        return self._open[-1].index if self._open else None

    @property
    def kind(self) -> str:
        """Of the innermost field of earlier paragraphs."""
        code = "".join(self._open[-1].code).split(maxsplit=1) if self._open else []
        return code[0].upper()[:40] if code else ""

    def begin(self, index: int) -> bool:
        """Whether it was taken; fields too deep in fields are none."""
        if len(self._open) >= _DEEPEST:
            return False
        self._open.append(OpenField(index))
        self._codes += 1
        return True

    def write(self, code: str) -> None:
        if self._open and not self._open[-1].is_result and self._open[-1].length < _LONGEST_CODE:
            self._open[-1].code.append(code[:_LONGEST_CODE])
            self._open[-1].length += len(code)

    def separate(self) -> OpenField | None:
        """From code to result."""
        if not self._open or self._open[-1].is_result:
            return None
        self._open[-1].is_result = True
        self._codes -= 1
        return self._open[-1]

    def end(self) -> OpenField | None:
        if not self._open:
            return None
        ended = self._open.pop()
        if not ended.is_result:
            self._codes -= 1
        return ended

    @property
    def unfinished(self) -> tuple[OpenField, ...]:
        """Those of which not even the code has ended."""
        return tuple(each for each in self._open if not each.is_result)

    def end_paragraph(self) -> None:
        """Results go on in the next paragraph; a code that never ended would swallow the rest of the document."""
        self._open = [each for each in self._open if each.is_result]
        self._codes = 0
        for each in self._open:
            each.index = None
