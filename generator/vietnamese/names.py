"""Names of people and bodies as documents write them, and the two placements of tone marks.

It does not know who holds which office.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from generator.vietnamese.unicode import compose, fold_whitespace, upper

_LETTERS = re.compile(r"[^\W\d_]+")
# Regular expressions: the endings and tone marks that offices vary are written as alternatives.
_TITLES = (
    # học hàm, học vị, nghề
    r"p?gs",
    r"ts(?:kh)?",
    r"th\.?s",
    r"ncs",
    r"bs(?:\.?\s?ck\s?(?:ii|i|2|1))?",
    r"ck\s?(?:ii|i|2|1)",
    r"cn",
    r"k(?:t)?s",
    r"ds",
    r"ls",
    r"(?:phó )?giáo sư",
    r"tiến s[ĩỹ](?: khoa học)?",
    r"(?:thạc|bác|dược) s[ĩỹ]",
    r"cử nhân",
    r"kỹ sư",
    r"luật sư",
    r"kiến trúc sư",
    # danh hiệu
    r"n[gs](?:nd|ưt)",
    r"tt(?:nd|ưt)",
    r"ahlđ",
    r"ahllvtnd",
    r"(?:nhà giáo|nghệ s[ĩỹ]|thầy thuốc) (?:nhân dân|ưu tú)",
    r"anh hùng (?:lao động|lực lượng vũ trang(?: nhân dân)?)",
    # quân hàm
    r"(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)",
    r"(?:thượng|trung|hạ) s[ĩỹ]",
    r"(?:phó |chuẩn )?đô đốc",
    # xưng hô
    r"đồng chí",
    r"đ/c",
    # Họ Ông Ích (Ông Ích Khiêm, Ông Ích Đường) is a family name, not an address.
    r"ông(?! ích )",
    r"bà",
)
_TITLE_PREFIX = re.compile(
    rf"(?:(?:{'|'.join(_TITLES)})(?:\s*[.,]\s*|\s*-\s*|\s+))+(?=\S)",
    re.IGNORECASE,
)

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSETS = r"(?:b|ch?|d|đ|gh?|h|kh?|l|m|n|ngh?|nh|ph?|r|s|th?|tr|v|x)?"
# Whole syllables only: with a final (hoàng, hoài, huỳnh) both styles put the tone on the same letter, and in
# quý, quỷ the u belongs to the onset.
_MOVABLE = re.compile(rf"({_ONSETS})(o[ae]|uy)", re.IGNORECASE)


class ToneStyle(StrEnum):
    """Where the tone stands in the rhymes oa, oe and uy; the values are examples of themselves.

    Each is called "old" or "new" by some, so neither word is used here.
    """

    FIRST_VOWEL = "hòa"
    MAIN_VOWEL = "hoà"


def person_name(text: str) -> str:
    """`TRẦN HẢI LONG` → `Trần Hải Long`, `Vla-đi-mia`, `H'Hen Niê` (NĐ30 A2 II)."""
    words = fold_whitespace(compose(text)).lower().split()
    return " ".join(re.sub(r"(?<!\S)\w|(?<=\w['’])\w", lambda m: m[0].upper(), word) for word in words)


def title_prefix(text: str) -> str:
    """The academic, professional, military and honorary titles before a name, as typed; mostly none."""
    match = _TITLE_PREFIX.match(fold_whitespace(compose(text)))
    return match[0].rstrip() if match else ""


def strip_titles(text: str) -> str:
    """The name alone, as it stands under a signature (HD05 I.7.2; NĐ30 A1 I.II.7)."""
    whole = fold_whitespace(compose(text))
    return whole.removeprefix(title_prefix(whole)).lstrip()


def body_name_upper(text: str) -> str:
    """The name of a body as a letterhead bears it: one line of capitals."""
    return upper(fold_whitespace(text))


def tone_style(text: str, style: ToneStyle) -> str:
    """The text with the tones of oa, oe, uy placed in one style: `hòa, khỏe, ủy` or `hoà, khoẻ, uỷ`."""
    return _LETTERS.sub(lambda match: _placed(match[0], style), compose(text))


def _placed(word: str, style: ToneStyle) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = [c for c in letters if c in _TONES]
    bare = compose("".join(c for c in letters if c not in _TONES))
    match = _MOVABLE.fullmatch(bare)
    if match is None or len(tones) != 1:
        return word
    onset, first, second = match[1], match[2][0], match[2][1]
    rhyme = first + tones[0] + second if style is ToneStyle.FIRST_VOWEL else first + second + tones[0]
    return compose(onset + rhyme)
