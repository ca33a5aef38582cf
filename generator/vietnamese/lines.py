"""Breaking a name or a title over lines so that they are about equally long and break where the sense does.

It does not measure: whoever asks brings the measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from math import ceil
from typing import TypeAlias

_MAX_LINES = 3
_MAX_LINES_OF_NAME = 4
_SENSE = 0.12
"""How much of the longest line's width a break in front of a capital is worth."""


def _words(text: str) -> frozenset[tuple[str, ...]]:
    """Both spellings of the mark: ỦY and UỶ, HÓA and HOÁ."""
    spelt = (text, text.replace("ỦY", "UỶ"), text.replace("ÓA", "OÁ"))
    return frozenset(tuple(each.split()) for one in spelt for each in one.split(", "))


_PLACES = _words("THÀNH PHỐ, TỈNH, QUẬN, HUYỆN, THỊ XÃ, THỊ TRẤN, PHƯỜNG, XÃ, ĐẶC KHU")
"""What stands in front of a place's name."""
_BEGINNINGS = _PLACES | _words("BỘ, SỞ, BAN, PHÒNG, TRUNG TÂM, VÀ")
"""What begins the name of a unit, or its next member."""
# A closed list, not a dictionary: the words of which names of bodies are made, and those that would pass for a
# beginning (HẢI PHÒNG, XÃ HỘI, CƠ SỞ). What is not in it breaks as evenly as it can.
_COMPOUNDS = _BEGINNINGS | _words(
    "ĐẢNG BỘ, ĐẢNG ỦY, ĐẢNG ĐOÀN, CHI BỘ, CHI ỦY, CẤP ỦY, TỈNH ỦY, THÀNH ỦY, QUẬN ỦY, HUYỆN ỦY, THỊ ỦY, CÁN BỘ, "
    "NỘI BỘ, ỦY BAN, ỦY VIÊN, NHÂN DÂN, HỘI ĐỒNG, VĂN PHÒNG, TỔ CHỨC, TUYÊN GIÁO, TUYÊN TRUYỀN, DÂN VẬN, KIỂM TRA, "
    "NỘI CHÍNH, CHÍNH TRỊ, CHÍNH QUYỀN, THƯỜNG VỤ, CHẤP HÀNH, CHỈ ĐẠO, CHỈ HUY, ĐẠI HỘI, MẶT TRẬN, TỔ QUỐC, "
    "VIỆT NAM, XÃ HỘI, CỘNG SẢN, THANH NIÊN, PHỤ NỮ, NÔNG DÂN, CỰU CHIẾN BINH, LIÊN ĐOÀN, LIÊN HIỆP, CÔNG ĐOÀN, "
    "CƠ QUAN, CƠ SỞ, VĂN HÓA, THÔNG TIN, THỂ THAO, DU LỊCH, GIÁO DỤC, ĐÀO TẠO, Y TẾ, NỘI VỤ, TƯ PHÁP, TÀI CHÍNH, "
    "KẾ HOẠCH, DOANH NGHIỆP, KINH TẾ, HẠ TẦNG, TÀI NGUYÊN, MÔI TRƯỜNG, NÔNG NGHIỆP, NÔNG THÔN, LAO ĐỘNG, "
    "THƯƠNG BINH, KHOA HỌC, CÔNG NGHỆ, CÔNG AN, CÔNG TÁC, QUÂN SỰ, QUÂN ĐỘI, QUỐC PHÒNG, BIÊN PHÒNG, HẢI PHÒNG, "
    "DỰ PHÒNG, THANH TRA, DÂN TỘC, TÔN GIÁO, BẢO HIỂM, DỊCH VỤ, PHÁT TRIỂN, XÂY DỰNG, QUẢN LÝ, CHƯƠNG TRÌNH, "
    "MỤC TIÊU, QUỐC GIA, TRUNG ƯƠNG"
)
_LONGEST_FROM = {piece[0]: len(piece) for piece in sorted(_COMPOUNDS, key=len)}
"""How many words a compound may have that begins with one."""
_LONGEST_PLACE = 3
"""Words of a place's name: HỒ CHÍ MINH."""

_AT_A_BEGINNING, _BETWEEN_WORDS, _IN_A_NAME, _IN_A_WORD = 0.0, 0.35, 0.8, 9.0
"""What a break costs, measured against lines that are longer than even ones would be."""

Split: TypeAlias = tuple[int, ...]


def balanced(text: str, width_of: Callable[[str], float], room: float) -> list[str]:
    """The fewest lines that fit the room, and of those the most even; text that never fits is one line.

    A break in front of a name (`… tiến tới` / `Đại hội …`) is preferred to one that is only a little more even. Text
    in capitals, the name of a body, breaks in front of the name of a unit and never inside a compound word.
    """
    words = [word for word in text.split(" ") if word]  # a no-break space holds two words together
    widths = [width_of(word) for word in words]
    space = width_of(" ")
    if words and sum(widths) + space * (len(words) - 1) <= room:
        return [" ".join(words)]  # most names do, and there are many of them
    joints = _joints(words) if text.isupper() else None

    def width(start: int, end: int) -> float:
        return sum(widths[start:end]) + space * (end - start - 1)

    least = max(ceil(width(0, len(words)) / room), 1)  # letters that no table knows may have no width
    most = _MAX_LINES if joints is None else _MAX_LINES_OF_NAME
    if least > most:
        return [text]  # too long to be a name or a title; the ways of breaking it grow with the cube of its words

    def cost(breaks: Split) -> float:
        return _cost(breaks, words, width) if joints is None else _cost_of_name(breaks, joints, width)

    # Rather a line more than a break in a name, and half a word rather than a line that is too long.
    for limit in (_BETWEEN_WORDS, _IN_A_NAME, _IN_A_WORD) if joints else (_IN_A_WORD,):
        at = [place for place in range(1, len(words)) if joints is None or joints[place] <= limit]
        for count in range(least, min(most, len(words)) + 1):
            splits = [(0, *inner, len(words)) for inner in combinations(at, count - 1)]
            options = [split for split in splits if all(width(start, end) <= room for start, end in pairwise(split))]
            if options:
                best = min(options, key=cost)
                return [" ".join(words[start:end]) for start, end in pairwise(best)]
    return [text]


def _cost(breaks: Split, words: list[str], width: Callable[[int, int], float]) -> float:
    longest = max(width(start, end) for start, end in pairwise(breaks))
    sensible = sum(words[at][:1].isupper() and words[at - 1][:1].islower() for at in breaks[1:-1])
    return longest * (1 - _SENSE * sensible)


def _cost_of_name(breaks: Split, joints: Sequence[float], width: Callable[[int, int], float]) -> float:
    longest = max(width(start, end) for start, end in pairwise(breaks))
    even = width(0, breaks[-1]) / (len(breaks) - 1)
    return longest / even + sum(joints[at] for at in breaks[1:-1])


def _joints(words: Sequence[str]) -> list[float]:
    """What a break in front of each word costs."""
    joints: list[float] = []
    after_place = 0
    follows_beginning = False
    for piece in _pieces(words):
        is_beginning = piece in _BEGINNINGS
        if follows_beginning or (after_place and not is_beginning and len(piece) == 1):
            first = _IN_A_NAME
        else:
            first = _AT_A_BEGINNING if is_beginning else _BETWEEN_WORDS
        joints += [first, *[_IN_A_WORD] * (len(piece) - 1)]
        after_place = _LONGEST_PLACE if piece in _PLACES else max(after_place - len(piece), 0)
        follows_beginning = is_beginning
    return joints


def _pieces(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words, compounds as one; the longest first."""
    place = 0
    while place < len(words):
        for length in range(_LONGEST_FROM.get(words[place], 1), 0, -1):
            piece = (*words[place : place + length - 1], words[min(place + length, len(words)) - 1].rstrip(",;"))
            if length == 1 or (len(piece) == length and place + length <= len(words) and piece in _COMPOUNDS):
                break
        # A word with a comma begins nothing: PHÒNG, CHỐNG.
        yield piece if length > 1 else (words[place],)
        place += length
