"""The zero before a number below 10. Whether the number is the next one only the register knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark

_ROOM = re.compile(r"[\s.…_]*")


@rule("components/number-zero", title=mark("số 0 trước số văn bản"), enforces=["number_format.zero_pad_below"])
def number_zero(subject: Subject) -> Iterator[Finding]:
    """What it checks: that numbers from 1 to 9 have one zero in front, and all others none.

    Why: the regulations ask for it, so that the registers of all bodies look the same.
    Example: “Số 5-KH/ĐU”, “Số 012-KH/ĐU”.
    What to do: write 05; write 12.
    """
    number = subject.recognised.number
    if number is None or number.value is None or _ROOM.fullmatch(number.digits):
        return
    limit = int(subject.profile.number("number_format.zero_pad_below"))
    expected = f"{number.value:02d}" if number.value < limit else str(number.value)
    if number.value == 0 or number.digits != expected:
        yield Finding(
            _("số văn bản viết sai"),
            number.component.where,
            expected=expected if number.value else _("số từ 01"),
            actual=number.digits,
            path="number_format.zero_pad_below",
        )
