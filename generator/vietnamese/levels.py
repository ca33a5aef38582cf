"""The levels of the political system as texts name them: `tỉnh`, `Quận ủy`, `Đảng ủy phường`.

It does not know which body stands above which: whoever asks compares the levels.
"""

from __future__ import annotations

import re
from enum import IntEnum


class Rank(IntEnum):
    """From the lowest to the highest. Districts ended with 30/6/2025; texts before that day have them."""

    CELL = 1
    GRASSROOTS = 2
    COMMUNE = 3
    DISTRICT = 4
    PROVINCE = 5
    CENTRAL = 6


_AREAS = {
    "tỉnh": Rank.PROVINCE,
    # A city below a province is a district's equal; both stand above a commune, and in its own texts a unit's own
    # word is left alone.
    "thành phố": Rank.PROVINCE,
    "quận": Rank.DISTRICT,
    "huyện": Rank.DISTRICT,
    "thị xã": Rank.DISTRICT,
    "xã": Rank.COMMUNE,
    "phường": Rank.COMMUNE,
    "thị trấn": Rank.COMMUNE,
    "đặc khu": Rank.COMMUNE,
}
_COMMITTEES = {
    "tỉnh": "tỉnh",
    "thành": "thành phố",
    "quận": "quận",
    "huyện": "huyện",
    "thị": "thị xã",
}
"""Before `ủy`, and the area that is meant."""
CAPITALS = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
"""For a class of a regular expression: the letters that a proper name begins with."""
NAME = rf"(?-i:(?:\s+(?:[{CAPITALS}][\w’'-]*|\d+(?![\w/.-])))+)"
"""The proper name behind the word of an area: ` Cái Răng`, ` 5`."""
# `xã hội`, `hợp tác xã`, `tỉnh lộ`, `Tỉnh ủy` hold the letters, not the word.
AREA = (
    r"(?<!\w)(?<!hợp tác )(?<!công )(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)(?!\w)"
    r"(?!\s+(?:ủy|uỷ|hội|lộ|lỵ|táo|đội|đoàn)(?!\w))"
)
"""The word of an area, in a pattern without case."""
COMMITTEE = r"(?<!\w)(?:(?:tỉnh|thành|quận|huyện|thị)\s+(?:ủy|uỷ)|đảng\s+(?:ủy|uỷ))(?!\w)"
"""The word of a Party committee, in a pattern without case."""
_WORD = re.compile(rf"{COMMITTEE}(?:\s+{AREA})?|{AREA}", re.IGNORECASE)
_CELL = re.compile(r"(?<!\w)(?:chi bộ|chi (?:ủy|uỷ))(?!\w)", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?<!\w)(?:văn phòng|(?<!ủy )(?<!uỷ )ban(?! thường vụ| chấp hành)|"
    r"phòng|cơ quan|trung tâm|công an|quân sự|trường|đài|sở|chi cục|hạt|trạm|bệnh viện|"
    r"doanh nghiệp|công ty|tòa án|toà án|viện kiểm sát|bảo hiểm|kho bạc|thuế|mặt trận|(?<!xã )hội|đoàn|"
    r"liên đoàn)(?!\w)",
    re.IGNORECASE,
)


def rank_of(words: str) -> Rank:
    """Of the word of an area or a committee: `quận`, `Quận ủy`, `Đảng ủy phường`; `Đảng ủy` alone is grassroots."""
    return _AREAS.get(area_of(words), Rank.GRASSROOTS)


def area_of(words: str) -> str:
    """The area that is named or meant: `Quận ủy` is of a `quận`; empty for `Đảng ủy` alone."""
    folded = " ".join(words.lower().split())
    first, _space, rest = folded.partition(" ")
    if first == "đảng":
        return rest.partition(" ")[2]
    return _COMMITTEES.get(first, "") if rest in ("ủy", "uỷ") else folded


def words_of(area: str) -> tuple[str, ...]:
    """The words by which a body's name means an area, in small letters: `quận`; `thành phố`, `thành ủy`."""
    committees = [f"{first} {last}" for first, meant in _COMMITTEES.items() if meant == area for last in ("ủy", "uỷ")]
    return (area, *committees)


def rank_in(name: str) -> Rank | None:
    """The level that the name of a body tells; None where it tells none."""
    if _CELL.search(name):
        return Rank.CELL
    ranks = [rank_of(match[0]) for match in _WORD.finditer(name)]
    return min(ranks, default=None)


def is_agency(name: str) -> bool:
    """A body that works for a whole area without being its authority: an office, a department, a school."""
    return _AGENCY.search(name) is not None
