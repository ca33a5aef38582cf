"""Letters made comparable: composed, without marks, small; and texts in encodings from before Unicode.

The plain form of a composed text has its length, so that a place in the one is the same place in the other.
"""

from __future__ import annotations

import unicodedata

from generator.docview.blocks import Paragraph
from generator.vietnamese.unicode import compose, without_marks

_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_PLAIN = {point: bare for point in _LATIN if len(bare := without_marks(chr(point)).lower()) == 1} | {
    ord(sign): "-" for sign in "‐‑‒–—―−"
}
_PLAIN |= {0xA0: " ", 0x2007: " ", 0x202F: " ", ord("：") : ":", 0xAD: "-"}  # fmt: skip
# TCVN 5712:1993 (VN3), the letters of the .Vn fonts: code points of Windows-1252 on the left.
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3)


def plain(text: str) -> str:
    """`Nơi nhận:` is `noi nhan:`; every dash is a hyphen."""
    return text.lower().translate(_PLAIN)


def readable(paragraph: Paragraph) -> str:
    """The paragraph's text as letters: those of TCVN3 fonts turned into Unicode, one for one; not yet composed."""
    if not any(is_tcvn3(run.look.hansi) for run in paragraph.runs):
        return paragraph.text
    return "".join(
        from_tcvn3(run.text, run.look.hansi) if is_tcvn3(run.look.hansi) else run.text for run in paragraph.runs
    )


def is_tcvn3(font: str) -> bool:
    """`.VnTime`, `.VnTimeH`, `.VnArial` …"""
    return font[:3].lower() == ".vn"


def from_tcvn3(text: str, font: str) -> str:
    """Unicode; the fonts whose name ends with H show small letters as capitals."""
    letters = text.translate(_TCVN3_TABLE)
    return letters.upper() if font.upper().endswith("H") and not letters.isupper() else letters


def composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else compose(text)


def raw_offset(raw: str, offset: int) -> int:
    """Where the letter at `offset` of the composed text begins in the text as typed."""
    if unicodedata.is_normalized("NFC", raw):
        return offset
    letters = [at for at, sign in enumerate(raw) if not unicodedata.combining(sign)]
    return letters[offset] if offset < len(letters) else len(raw)


def slips(one: str, other: str, most: int) -> bool:
    """At most so many letters differ, are missing or are too many."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > most:
        return False
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            changed = previous[column - 1] + (letter != wanted)
            current.append(min(previous[column] + 1, current[-1] + 1, changed))
        if min(current) > most:
            return False
        previous = current
    return previous[-1] <= most
