"""The signs between number and codes. Which code is right is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.recognise.pieces import DocumentNumber

_SIGNS = ("type_separator", "body_separator", "joint_separator")
_PATHS = tuple(f"number_format.{name}" for name in _SIGNS)


@rule("components/number-signs", title=mark("dấu nối trong số, ký hiệu"), enforces=_PATHS)
def number_signs(subject: Subject) -> Iterator[Finding]:
    """What it checks: the hyphen and the slash between number and codes, in their order and without spaces around. The
    order of the other side is named by the rule on mixed regimes.

    Why: the signs tell a Party number (05-KH/ĐU) from one of the State (05/KH-UBND), and registers look for them.
    Example: “Số 05 - KH/ĐU”, “Số: 05/KH–UBND”.
    What to do: write the signs as expected, without spaces.
    """
    number = subject.recognised.number
    if number is None or not number.codes or number.year or number.side not in (None, subject.profile.side):
        return
    for index, typed in enumerate(_typed(number)):
        path = _PATHS[min(index, len(_PATHS) - 1)]
        expected = subject.profile.text(path)
        if typed != expected:
            is_spaced = typed.strip() == expected
            yield Finding(
                _("thừa dấu cách trong số, ký hiệu") if is_spaced else _("dấu nối trong số, ký hiệu viết sai"),
                number.component.where,
                expected=f"“{expected}”",
                actual=f"“{typed}”",
                path=path,
            )


def _typed(number: DocumentNumber) -> tuple[str, ...]:
    # Room left for the number is no stray space; a year in the number brings a sign of its own.
    first, *others = number.separators
    signs = (first if number.digits.strip() else first.lstrip(), *others)
    return signs[len(signs) - len(number.codes) :]
