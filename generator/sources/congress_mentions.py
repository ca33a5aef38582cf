"""Where a text speaks of a Party congress by its ordinal, of which body, and with which term.

It does not know which ordinal is right: `congresses` compares with the table. Other congresses (Thi đua yêu nước,
Hội Nông dân …) are not Party congresses, and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.vietnamese.numerals import parse_roman
from generator.vietnamese.unicode import fold_whitespace

NATIONAL = "toàn quốc"
"""The body of the Party's national congress."""

_ORDINAL = r"(?P<ordinal>[IVXLCDM]+|\d{1,2})(?![\w/])"
_BY_TIME = re.compile(rf"(?i:lần\s+thứ)\s+{_ORDINAL}")
_BY_NUMBER = re.compile(r"(?i:đại\s+hội)\s+(?:(?i:đại\s+biểu)\s+)?(?:Đảng\s+)?(?P<ordinal>[IVXLCDM]+)(?![\w/])")
_COMMITTEE = re.compile(
    r"(?i:trung\s+ương)\s+(?:Đảng\s+)?(?:Cộng\s+sản\s+Việt\s+Nam\s+)?,?\s*(?i:khóa|khoá)\s+"
    r"(?P<ordinal>[IVXLCDM]+)(?!\w)"
)
_OF_THE_PARTY = re.compile(r"\s+(?:của\s+)?Đảng(?!\s+(?:bộ|ủy|uỷ|đoàn))(?!\w)(?:\s+Cộng\s+sản\s+Việt\s+Nam)?")
_OF_ANOTHER = re.compile(
    r"\s+(?:của\s+)?(?:Đoàn|Hội|Mặt\s+trận|MTTQ|Công\s+đoàn|Tổng\s+[Ll]iên|Liên\s+hiệp|Liên\s+minh)(?!\w)"
)
_OF_A_BODY = re.compile(
    r"\s+(?:của\s+)?(?P<body>(?i:đảng|chi)\s+bộ\s+[^,.;:()“”\n]{2,60}?)(?=\s*(?:[,.;:()“”]|nhiệm\s+kỳ|$))"
)
_TERM = re.compile(r"\s*,?\s*\(?\s*(?i:nhiệm\s+kỳ)\s+(?P<start>\d{4})\s*[-–—]\s*(?P<end>\d{4})")
_NATIONAL_NAMES = frozenset(
    (
        "toàn quốc",
        "toàn quốc của đảng",
        "toàn quốc đảng cộng sản việt nam",
        "đảng",
        "đảng toàn quốc",
        "đảng cộng sản việt nam",
        "đảng cộng sản việt nam toàn quốc",
    )
)
_PARTY_BODY = re.compile(r"(?i:đảng|chi)\s+bộ\s+\S")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. `ordinal` is None where what stands there is no number; `committee` is a `khóa`."""

    words: str
    written: str
    """The ordinal as it is written."""
    body: str
    ordinal: int | None
    term: tuple[int, int] | None = None
    committee: bool = False


def find(text: str, bodies: Iterable[str]) -> Iterator[Mention]:
    """The mentions in a text; a body is named as in `bodies` where it is one of them, else as it stands there."""
    text = fold_whitespace(text.replace("*", ""))
    known = sorted(bodies, key=len, reverse=True)
    for match in _BY_TIME.finditer(text):
        owner = _before(text[: match.start()], known) or _after(text, match.end(), known, default=None)
        if owner and not (owner[0] == NATIONAL and _OF_ANOTHER.match(text, match.end())):
            yield _mention(text, match, owner[0], owner[1] or match.end())
    for match in _BY_NUMBER.finditer(text):
        owner = _after(text, match.end(), known, default=NATIONAL)
        if owner:
            yield _mention(text, match, owner[0], owner[1] or match.end())
    for match in _COMMITTEE.finditer(text):
        yield Mention(match[0], match["ordinal"], NATIONAL, _number(match["ordinal"]), committee=True)


def _mention(text: str, match: re.Match[str], body: str, end: int) -> Mention:
    if body == NATIONAL and (party := _OF_THE_PARTY.match(text, end)):
        end = party.end()
    term = _TERM.match(text, end)
    start = match.start()
    if match.re is _BY_TIME:
        opening = text.casefold().rfind("đại hội", max(0, start - 120), start)
        start = opening if opening >= 0 else max(text.casefold().rfind(body.casefold(), 0, start), 0)
    words = text[start : term.end() if term else end].strip()
    years = (int(term["start"]), int(term["end"])) if term else None
    return Mention(words, match["ordinal"], body, _number(match["ordinal"]), years)


def _number(written: str) -> int | None:
    try:
        return int(written) if written.isdecimal() else parse_roman(written)
    except ValueError:
        return None


def _before(text: str, known: list[str]) -> tuple[str, int | None] | None:
    """The body in front of `lần thứ`, or None: then it may stand behind."""
    text = text.rstrip(" ,")
    folded = text.casefold()
    for name in known:
        if name.casefold() != NATIONAL and folded.endswith(name.casefold()):
            return name, None
    start = folded.rfind("đại hội")
    if start < 0 or len(text) - start > 120:
        return None
    owner = text[start + len("đại hội") :].strip()
    owner = re.sub(r"^(?i:đại\s+biểu)\s*", "", owner)
    if owner.casefold() in _NATIONAL_NAMES:
        return NATIONAL, None
    if _PARTY_BODY.match(owner) and not re.search(r"[.;:()]", owner):
        return _same_body(owner, known), None
    return None


def _after(text: str, end: int, known: list[str], default: str | None) -> tuple[str, int | None] | None:
    """The body behind the ordinal and where its name ends: `… lần thứ XV Đảng bộ thành phố Cần Thơ`."""
    if default is None and not text[:end].rpartition(" lần")[0].casefold().endswith(("đại hội", "đại biểu")):
        return None
    if party := _OF_THE_PARTY.match(text, end):
        return NATIONAL, party.end()
    if _OF_ANOTHER.match(text, end):
        return None
    if body := _OF_A_BODY.match(text, end):
        return _same_body(body["body"], known), body.end()
    return (default, None) if default else None


def _same_body(written: str, known: list[str]) -> str:
    """The known body that is meant: also by the first words of its name, where only one begins so."""
    folded = written.casefold()
    meant = [name for name in known if name.casefold() == folded] or [
        name for name in known if name.casefold().startswith(folded + " ")
    ]
    return meant[0] if len(meant) == 1 else written
