"""Characters: composed form, those that no document can hold, letter case, marks, file names, near names.

It does not judge spelling or look-alike letters: the proofreading rules do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import chain

# XML 1.0 §2.2 has no place for C0 controls (tab, LF and CR apart), lone surrogates, U+FFFE and U+FFFF. DEL
# and the C1 controls are lawful there but print nothing; the direction controls make a line read otherwise
# than it is stored.
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
# A letter has two marks, three in a slip. Composing puts heaps of them in order, in time that grows with their square;
# Unicode's own limit (UAX 15, stream-safe text) is 30.
_MAY_BE_A_HEAP = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_MOST_MARKS = 30
_LINE_BREAK = re.compile("[\t\n\r\u2028\u2029]")
_BREAKS_A_LINE = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_OPENING = re.compile(r"[\s“‘\"'(\[«]*")
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_RESERVED_ON_WINDOWS = re.compile(r"con|prn|aux|nul|conin|conout|(?:com|lpt)[0-9]")
_LIKE_ENOUGH = 0.6
_JOINERS = "\u200c\u200d"
"""They have no width, and letters of some languages and little pictures are made with them."""


@dataclass(frozen=True, slots=True)
class IllegalCharacter:
    """A character that may not stand where it stands; `index` counts from 0."""

    index: int
    codepoint: int

    @property
    def escape(self) -> str:
        """`U+0007`: safe to print anywhere."""
        return f"U+{self.codepoint:04X}"

    @property
    def name(self) -> str:
        """The Unicode name; the control characters have none."""
        return unicodedata.name(chr(self.codepoint), "")


def compose(text: str) -> str:
    """One code point a letter (NFC): the only form in which documents are written and compared."""
    return unicodedata.normalize("NFC", text)


def illegal_characters(text: str, most: int | None = None) -> tuple[IllegalCharacter, ...]:
    """Controls, surrogates, non-characters, direction controls, heaps of marks; not tabs and line breaks.

    All of them, or the first `most`.
    """
    if not (_ILLEGAL.search(text) or _MAY_BE_A_HEAP.search(text)):
        return ()  # nearly always, and asked of every text of every unit
    found = chain((match.start() for match in _ILLEGAL.finditer(text)), _heaped(text))
    places = sorted(found) if most is None else nsmallest(most, found)
    return tuple(IllegalCharacter(place, ord(text[place])) for place in places)


def without_illegal(text: str) -> str:
    """The text with a space in the place of each illegal character."""
    heaped = [*_heaped(text)]
    if heaped:
        signs = list(text)
        for place in heaped:
            signs[place] = " "
        text = "".join(signs)
    return _ILLEGAL.sub(" ", text)


def folded(text: str) -> str:
    """For comparing words that people typed: composed, spaces made one, without case."""
    return fold_whitespace(compose(text)).casefold()


def printable(text: str) -> str:
    r"""The text on one line, as it may go to a terminal: what is not seen there as its number, `\x1b`, `\u202e`.

    Controls, surrogates, signs without width, private ones; a line break is `⏎`. All others stay as they are.
    """
    if text.isprintable():
        return text
    joined = _BREAKS_A_LINE.sub(" ⏎ ", text).replace("\t", " ")
    return "".join(sign if _is_seen(sign) else sign.encode("unicode_escape").decode() for sign in joined)


def without_unseen(text: str) -> str:
    """The text for a page: signs without width dropped, illegal ones a space; tabs and line breaks stay."""
    if text.isprintable():
        return text
    return _ILLEGAL.sub(" ", "".join(sign for sign in text if sign in _JOINERS or unicodedata.category(sign) != "Cf"))


def _is_seen(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINERS or unicodedata.category(sign) == "Zs"


def _heaped(text: str) -> Iterator[int]:
    """The places of marks upon a letter that has more than any letter can have."""
    for match in _MAY_BE_A_HEAP.finditer(text):
        marks = 0
        for place in range(*match.span()):
            marks = marks + 1 if unicodedata.combining(text[place]) else 0
            if marks > _MOST_MARKS:
                yield place


def line_breaks(text: str) -> tuple[IllegalCharacter, ...]:
    """Every tab and line break: illegal only in a field that is one line of plain text."""
    return tuple(IllegalCharacter(match.start(), ord(match[0])) for match in _LINE_BREAK.finditer(text))


def fold_whitespace(text: str) -> str:
    """No white space at the ends, one plain space inside; no-break spaces and line breaks turn plain too."""
    return " ".join(text.split())


def upper(text: str) -> str:
    """The text in capitals, composed."""
    return compose(compose(text).upper())


def upper_first(text: str) -> str:
    """The first letter a capital, behind any opening quotation mark or bracket; the rest as it is."""
    text = compose(text)
    start = _first_letter(text)
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def lower_first(text: str) -> str:
    """The first letter small, behind any opening quotation mark or bracket; `UBND` and `XIV` stay whole."""
    text = compose(text)
    start = _first_letter(text)
    word = text[start:].split(maxsplit=1)[:1]
    if word and len(word[0]) > 1 and word[0] == word[0].upper():
        return text
    return text[:start] + text[start : start + 1].lower() + text[start + 1 :]


def _first_letter(text: str) -> int:
    match = _OPENING.match(text)
    return match.end() if match else 0


def without_marks(text: str) -> str:
    """The plain Latin letters: tone marks, hats, breves and horns dropped, `đ` as `d`."""
    bare = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return compose("".join(bare)).translate({ord("đ"): "d", ord("Đ"): "D"})


def slug(text: str, *, limit: int = 60, empty: str = "khong-ten") -> str:
    """A file name in `a-z 0-9 -` that every system takes, cut at a word; two texts may have the same one."""
    plain = without_marks(unicodedata.normalize("NFKD", text)).lower()
    name = _NOT_IN_A_SLUG.sub("-", plain).strip("-")
    if len(name) > limit:
        whole_words, dash, _cut = name[: limit + 1].rpartition("-")
        name = whole_words.rstrip("-") if dash else name[:limit]
    if not name:
        return empty
    # Windows opens the device for `con.docx` too, whatever the extension.
    return f"_{name}" if _RESERVED_ON_WINDOWS.fullmatch(name) else name


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The known name that a mistyped one most likely meant, or None; case, marks, `_`, `-` hardly count."""
    best: str | None = None
    best_likeness = (_LIKE_ENOUGH, 0.0)
    for candidate in candidates:
        likeness = (_likeness(_bare(word), _bare(candidate)), _likeness(word, candidate))
        if likeness > best_likeness or (best is None and likeness >= best_likeness):
            best, best_likeness = candidate, likeness
    return best


def _bare(word: str) -> str:
    return re.sub(r"[\s_-]+", " ", without_marks(word).casefold()).strip()


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
