"""How much a template may do while it fills one part: rounds of loops, sizes of texts and lists.

It counts; `bounded` is where templates are made to count. The same template with the same data always stops at the same
place, on every machine. What is left to the clock and the memory of the process is `pipeline.confined`'s.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, NoReturn

from jinja2.utils import Namespace

from generator.messages import _
from generator.templates.grammar import Refused

MAX_TEXT = 20 * 1024 * 1024
"""Letters of one text, and of all that a part comes to."""
MAX_ROUNDS = 1_000_000
"""Rounds of all loops of one part together."""
CALL = 20
"""Rounds that pass while a macro is called."""
MAX_ELEMENTS = 300_000
"""Elements of one list with all that is in it."""
_MAX_WRITTEN = 3 * MAX_TEXT
"""What macros and `{% set %}` gather is written twice, and once more for each of them around it."""
_MAX_LOOKED_AT = 10 * MAX_ELEMENTS
_FAST = 50
"""Elements that a filter goes through in the time of one round."""
_MAX_BITS = 10_000


class Budget:
    """What one part has used up so far. Every method raises `Refused` where the limit is passed."""

    def __init__(self) -> None:
        self._rounds = self._written = self._looked_at = 0

    def renew(self) -> None:
        """A new part begins."""
        self._rounds = self._written = self._looked_at = 0

    def rounds(self, count: int) -> None:
        self._rounds += count
        if self._rounds > MAX_ROUNDS:
            raise Refused(_("các vòng lặp chạy quá {limit} lượt").format(limit=MAX_ROUNDS))

    def write(self, letters: int) -> None:
        self._written += letters
        if self._written > _MAX_WRITTEN:
            refuse_text()

    def gone_through(self, value: Any) -> None:
        """A filter or a sum looks at a value."""
        size = len(value) if isinstance(value, str | list | tuple | dict | range) else 0
        self.rounds(1 + size // (_FAST * 20 if isinstance(value, str) else _FAST))

    def weigh(self, value: Any) -> int:
        """The letters that a value comes to where it is printed, of everything that is in it."""
        letters = elements = 0
        left: list[Any] = [value]
        while left:
            one = left.pop()
            if isinstance(one, str):
                letters += len(one)
            elif isinstance(one, list | tuple | dict | range):
                elements += len(one)
                if not isinstance(one, range):
                    left += [*one, *one.values()] if isinstance(one, dict) else one
            elif isinstance(one, int):
                letters += one.bit_length() // 3
            elif isinstance(one, Namespace):
                raise Refused(_("namespace không in được và không đứng trong danh sách"))
            if elements > MAX_ELEMENTS:
                _refuse_list()
            if letters > MAX_TEXT:
                refuse_text()
        self._looked_at += elements
        if self._looked_at > _MAX_LOOKED_AT:
            _refuse_list()
        return letters + elements

    def listed(self, values: Iterable[Any]) -> list[Any]:
        """All of the values, where they are not too many."""
        made = list(islice(values, MAX_ELEMENTS + 1))
        if len(made) > MAX_ELEMENTS:
            _refuse_list()
        return made

    def add(self, left: Any, right: Any) -> None:
        """A sum of texts or lists is about to be made."""
        if isinstance(left, str) and isinstance(right, str):
            if len(left) + len(right) > MAX_TEXT:
                refuse_text()
        elif isinstance(left, list | tuple) and isinstance(right, list | tuple):
            if len(left) + len(right) > MAX_ELEMENTS:
                _refuse_list()
        else:
            return
        self.gone_through(left)
        self.gone_through(right)

    def multiply(self, left: Any, right: Any) -> None:
        """A product is about to be made: numbers grow to millions of digits in thirty squarings."""
        if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > _MAX_BITS:
            raise Refused(_("phép tính “{operator}” quá lớn").format(operator="*"))


def refuse_text() -> NoReturn:
    raise Refused(_("chữ làm ra quá {limit} MB").format(limit=MAX_TEXT >> 20))


def _refuse_list() -> NoReturn:
    raise Refused(_("danh sách dài quá {limit} phần tử").format(limit=MAX_ELEMENTS))
