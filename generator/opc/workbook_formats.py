"""The number formats of a workbook's cells, and what they make of a number: a date, a per cent, another magnitude.

It shows no number.
"""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

_BUILT_IN = {
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "d"),
    9: "0%",
    10: "0.00%",
    49: "@",
}
"""Those that say nothing of themselves in the file; of dates it is enough that they are dates."""
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_DATE = re.compile(r"[dmyhs]", re.IGNORECASE)
_SCALED = re.compile(r"[0#?],+(?:[^0#?,]|$)")


class Formats:
    """Of one `styles.xml`; a style that is not there is the general form."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._by_style: tuple[str, ...] = ()
        if styles is None:
            return
        own = {element.get("numFmtId"): element.get("formatCode", "") for element in styles.iter("{*}numFmt")}
        used = (element.get("numFmtId", "0") for element in styles.iterfind("{*}cellXfs/{*}xf"))
        self._by_style = tuple(_of(number, own) for number in used)

    def of(self, style: int) -> str:
        return self._by_style[style] if 0 <= style < len(self._by_style) else ""


def _of(number: str, own: dict[str | None, str]) -> str:
    return own[number] if number in own else _BUILT_IN.get(int(number) if number.isdecimal() else 0, "")


@cache
def shows_date(form: str) -> bool:
    """Whether a number appears as a day or a time."""
    bare = _LITERAL.sub("", form)
    return bool(_DATE.search(re.sub("general", "", bare, flags=re.IGNORECASE))) and "@" not in bare


@cache
def shows_per_cent(form: str) -> bool:
    return "%" in _LITERAL.sub("", form)


@cache
def shows_scaled(form: str) -> bool:
    """`#,##0,` shows thousands: 12 where 12,000 is stored."""
    return _SCALED.search(_LITERAL.sub("", form)) is not None
