"""Places in a running text that were left to be filled in: a number, a day, an ordinal.

It does not know which of them are meant to be blank: whoever asks leaves out forms and the lines for number and day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.vietnamese.levels import CAPITALS

_NUMBER_SLOT = re.compile(
    rf"(?<!\w)(?i:số)\s*:?[ \t.…_]*[-/]\s*(?:[{CAPITALS}]{{2,}}(?!\w)|[{CAPITALS}]{{1,5}}\s*[-/])[\w/-]*"
)
_DAY_SLOT = re.compile(
    r"ngày(?:\s*[.…_]+\s*|[ \t]{2,})(?:tháng|/)|ngày\s+tháng\s+(?:\d|năm\s+\d)|tháng\s*(?:[.…_]+|[ \t]{2,})\s*năm|"
    r"ngày\s*/\s*/\s*\d{4}|năm\s+20(?:[.…_]+|\s*$)",
    re.IGNORECASE,
)
_ORDINAL_SLOT = re.compile(
    r"lần\s+thứ\s*(?:[.…_]+|[,;]|\.?$|(?=nhiệm\s+kỳ))|nhiệm\s+kỳ\s*(?:[.…_]+|20\s*[.…_]+|-|–)", re.IGNORECASE
)


def slots(text: str) -> Iterator[str]:
    """Places left to be filled in: numbers, days, ordinals, with the words around the blank.

    A no-break space is a blank that the program set on purpose, for a number that has not been given yet.
    """
    for pattern in (_NUMBER_SLOT, _DAY_SLOT, _ORDINAL_SLOT):
        for match in pattern.finditer(text):
            if "\u00a0" not in match[0]:
                yield match[0]
