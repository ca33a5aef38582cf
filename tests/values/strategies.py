"""Values that people type, paste and never meant to: what a text field of plan data may come to hold.

It says of each value what must become of it, by the law of values: exactly that text in NFC, or a finding.
"""

from __future__ import annotations

import re
import unicodedata

from hypothesis import strategies as st

VIETNAMESE = (
    *("Ủy ban nhân dân", "quận Cái Răng", "nghiêng ngả", "Đảng uỷ", "hoà bình", "hòa bình", "kỷ niệm", "ƯỚC NGUYỆN"),
    *("ộẵ", "thuở", "khuỷu tay", "Quý Tỵ", "đồng chí", "đ/c", "R&D"),
)
XML = (
    *(
        "&",
        "<",
        ">",
        "&amp;",
        "&#65;",
        "&lt;b&gt;",
        "&eacute;",
        "]]>",
        "<![CDATA[x]]>",
        "<!-- x -->",
        "<?vt 1?>",
        "<w:p/>",
    ),
    *("</w:t></w:r></w:p>", 'a" w:val="b', "<select>", "số < 10", "--", "<!DOCTYPE x>"),
)
BRACES = (
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "{_{ x }_}",
        "{_%",
        "{{ 7*7 }}",
        "{% if x %}",
        "{# x #}",
        "{{r x }}",
        "{%p x %}",
    ),
    *("{{ subject }}", "{0}", "{number}", "%s", "%(a)s", "$x", "\\n", "\\1", "\\u0041", "_x000D_", "{%- raw -%}"),
)
QUOTES = ("'", '"', "“", "”", "‘", "’", "`", "«", "»", "''", '""', "…", "–", "—", "-")
EMOJI = ("😀", "👨‍👩‍👧", "🇻🇳", "👍🏽", "𝔘", "☭", "\u2764\ufe0f", "𠮷")
SPACES = (" ", "  ", "\u00a0", "\u2009", "\u202f", "\u3000", "\u200b", "\u2060", "\u00ad")
WORDS_OF_PROGRAMS = (
    "None",
    "nan",
    "True",
    "null",
    "~",
    "no",
    "0x1F",
    "05",
    "1e3",
    "=1+1",
    "Undefined",
    "12:30",
    "#",
    ": ",
    "- ",
)
STARS = ("*", "**", "***", "*một*", "**hai**", "2*3*4", "* ", "** ", "a*b", "**a*b*c**")
COMBINING = ("e\u0302\u0323", "a\u030a", "\u0301", "\u1100\u1161", "\u212b", "\ufb01", "ﷺ", "שלום", "ไทย", "中文")
REFUSED = (
    *("\x00", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\x85", "\x9f", "\ufffe", "\uffff"),
    *("\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u061c", "\t", "\n", "\r", "\u2028", "\u2029"),
)
"""Each of these makes a value of one line no value."""
SURROGATES = ("\ud800", "\udbff", "\udc00", "\udfff")

_NFD = tuple(unicodedata.normalize("NFD", text) for text in VIETNAMESE)
_ANY = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="".join(REFUSED) + "‹›")
SOUND_PIECES = st.one_of(
    *(st.sampled_from(each) for each in (VIETNAMESE, _NFD, XML, BRACES, QUOTES, EMOJI, SPACES, STARS, COMBINING)),
    st.sampled_from(WORDS_OF_PROGRAMS),
    st.text(_ANY, max_size=6),
)
_SHORT = st.lists(SOUND_PIECES, min_size=1, max_size=5).map("".join)
_SPOILT = st.builds(
    lambda before, sign, after: before + sign + after,
    st.one_of(st.just(""), SOUND_PIECES),
    st.sampled_from(REFUSED),
    st.one_of(st.just(""), SOUND_PIECES),
)


LONG = tuple(
    piece * (12_000 // len(piece)) for piece in ("nghiêng ngả ", "&", "{{ ", "😀", "*a* ", "ộ", "e\u0302\u0323")
)
"""Values that a person pastes by mistake: a whole document in one field."""


def values() -> st.SearchStrategy[str]:
    """Values of one field; about one in thirty is spoilt by a character."""
    chosen = st.integers(0, 29).flatmap(lambda lot: _SPOILT if lot == 7 else _SHORT)
    return chosen.filter(lambda text: "‹" not in text and composed(text) != "")


ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_WHITE = "\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_OUTER = re.compile(f"^[{_WHITE}]+|[{_WHITE}]+$")


def composed(text: str) -> str:
    """The law's text: NFC, without the white space around it."""
    return _OUTER.sub("", unicodedata.normalize("NFC", text))


def is_sound(text: str) -> bool:
    """Whether the law lets a value of one line stand."""
    return bool(composed(text)) and not ILLEGAL.search(text) and not re.search("[\t\n\r\u2028\u2029]", composed(text))


# The emphasis of the contract: pairs of asterisks with words between them, at no word's inside.
_BOLD = re.compile(r"(?<!\w)\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\w)")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])")


def without_pairs(text: str) -> str:
    """The text without the pairs of asterisks that make bold and italic, read from left to right."""
    words, at = "", 0
    while at < len(text):
        found = _BOLD.match(text, at) or _ITALIC.match(text, at)
        if found:
            words, at = words + found[1], found.end()
        else:
            words, at = words + text[at], at + 1
    return words
