"""Numbers as text: Roman, in words, with separators, with a leading zero.

It does not number headings: `numbering` does.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


def roman(number: int) -> str:
    """1 to 3999 as `I` … `MMMCMXCIX`; anything else is a ValueError."""
    if not 1 <= number <= 3999:
        raise ValueError(number)
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def parse_roman(text: str) -> int:
    """The number of a well-formed Roman numeral in capitals; `IIII`, `xiv` and `` are ValueErrors."""
    number, rest = 0, text
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            number += value
            rest = rest.removeprefix(letters)
    if rest or not 1 <= number <= 3999 or roman(number) != text:
        raise ValueError(text)
    return number


def words(number: int) -> str:
    """`hai nghìn không trăm hai mươi mốt`, small letters, composed."""
    if number < 0:
        return f"âm {words(-number)}"
    for scale, name in _SCALES:
        if number >= scale:
            count, rest = divmod(number, scale)
            return f"{words(count)} {name}{_after_a_scale(rest)}"
    return _engine().format_number(number).text


def _after_a_scale(rest: int) -> str:
    """What follows `nghìn`, `triệu`, `tỷ`: its first group is read with all three digits."""
    # CLDR's rules do so after `nghìn` alone: they read 2,000,050 as "hai triệu năm mươi", which in speech is
    # 2,050,000. Sums of money are read out in full at every group.
    if rest == 0:
        return ""
    first_group = rest
    for scale, _name in _SCALES:
        if rest >= scale:
            first_group = rest // scale
            break
    if first_group >= 100:
        return f" {words(rest)}"
    return f" không trăm {'lẻ ' if first_group < 10 else ''}{words(rest)}"


@cache
def _engine() -> RbnfEngine:
    # Imported here: most commands spell no number.
    from unicode_rbnf import RbnfEngine

    return RbnfEngine.for_language("vi")


def ordinal_words(number: int) -> str:
    """`thứ nhất`, `thứ hai`, `thứ tư`, `thứ mười bốn`; below 1 is a ValueError."""
    if number < 1:
        raise ValueError(number)
    return f"thứ { {1: 'nhất', 4: 'tư'}.get(number) or words(number) }"


def grouped(number: int | Decimal, *, decimals: int | None = None) -> str:
    """`12.345,67`: point between thousands, decimal comma; halves are rounded away from zero."""
    if isinstance(number, float):
        # A template may hand over anything, and 0.1 + 0.2 must not reach a document.
        raise TypeError(number)
    exact = Decimal(number)
    if not exact.is_finite():
        raise ValueError(number)
    from babel.numbers import format_decimal  # takes 60 ms to import, and few documents have figures

    places = max(-int(exact.normalize().as_tuple().exponent), 0) if decimals is None else decimals
    pattern = "#,##0" + ("." + "0" * places if places else "")
    # Babel rounds in the context of the caller, which holds 28 digits by default.
    with localcontext(Context(prec=max(exact.adjusted(), 0) + places + 2)):
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        return str(format_decimal(abs(rounded) if rounded.is_zero() else rounded, pattern, locale="vi"))


def padded(number: int) -> str:
    """`05`, `12`: numbers 1 to 9 get a zero (HD05 I.3.2; NĐ30 A1 I.II.3; counts by custom). None is `0`."""
    if number < 0:
        raise ValueError(number)
    return f"{number:02d}" if number else "0"
