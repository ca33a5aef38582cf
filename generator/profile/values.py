"""The values a profile can hold, and how they are written for people.

It does not decide which value is allowed: `constraint` does.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from generator.measures import Length
from generator.messages import _, mark

Value: TypeAlias = Length | int | Decimal | bool | str | tuple[str, ...] | None

_WORDS = {
    "upper": mark("IN HOA"),
    "sentence": mark("in thường"),
    "as_written": mark("như đã viết"),
    "left": mark("trái"),
    "center": mark("giữa"),
    "right": mark("phải"),
    "justified": mark("đều hai lề"),
    "exactly": mark("cố định (Exactly)"),
    "multiple": mark("theo số dòng (Multiple)"),
    "portrait": mark("trang dọc"),
    "landscape": mark("trang ngang"),
    "arabic": mark("số Ả Rập"),
    "roman": mark("số La Mã"),
    "roman_or_words": mark("số La Mã hoặc chữ"),
    "letters": mark("chữ cái"),
    "term": mark("nhiệm kỳ"),
    "year": mark("năm"),
    "solid": mark("nét liền"),
}
"""The words of closed sets in Vietnamese; no literal of a regime is spelled like one of them."""
_TENTH_OF_MM = 3_600
_HUNDREDTH_OF_PT = 127


def same(one: Value, other: Value) -> bool:
    """Equal and of one sort: `True` is not 1, 14 pt is not a bare number, 1 and Decimal(1) are the same."""
    return _sort(one) == _sort(other) and one == other


def ordered(one: Value, other: Value) -> bool:
    """Can the two be put in order? Only lengths with lengths and numbers with numbers."""
    return _sort(one) == _sort(other) and _sort(one) in ("length", "number")


def _sort(value: Value) -> str:
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, Length):
        return "length"
    if isinstance(value, int | Decimal):
        return "number"
    return type(value).__name__


def spelled(value: Value) -> str:
    """As in the files: `14pt`, `12.7mm`, `true`, `~`."""
    if value is None:
        return "~"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Length):
        return "".join(_measure(value))
    if isinstance(value, Decimal):
        return _ratio(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{item}"' for item in value) + "]"
    return str(value)


def written(value: Value) -> str:
    """As a person reads it: `14 pt`, `12,7 mm`, `có`, `“KẾ HOẠCH”`."""
    if value is None:
        return _("không có")
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, Length):
        number, unit = _measure(value)
        return f"{number.replace('.', _(','))} {unit}"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return _ratio(value).replace(".", _(","))
    if isinstance(value, tuple):
        return "; ".join(written(item) for item in value) or _("không có")
    return _(_WORDS[value]) if value in _WORDS else f"“{value}”"


def _measure(value: Length) -> tuple[str, str]:
    # A length is kept without its unit. Lengths in whole tenths of a millimetre were meant as millimetres:
    # in points that happens only at multiples of 36 pt, which no size or gap in the regimes is.
    if value == 0:
        return "0", "pt"
    if value % _TENTH_OF_MM == 0:
        return _plain(Decimal(int(value)) / 36_000), "mm"
    if value % _HUNDREDTH_OF_PT == 0:
        return _plain(Decimal(int(value)) / 12_700), "pt"
    return _plain(round(Decimal(int(value)) / 36_000, 2)), "mm"


def _ratio(value: Decimal) -> str:
    # A third has no end as a decimal number; it was typed as a fraction and is shown as one.
    for denominator in (3, 6, 7, 9):
        numerator = round(value * denominator)
        if value != round(value, 6) and abs(value * denominator - numerator) < Decimal("1e-20"):
            return f"{numerator}/{denominator}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
