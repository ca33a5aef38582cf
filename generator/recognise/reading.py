"""What a number and a dateline say, taken apart as typed.

It does not say whether they are written as they should be.
"""

from __future__ import annotations

import re
from datetime import date

from generator.recognise import wordings
from generator.recognise.component import Component
from generator.recognise.pieces import Dateline, DocumentNumber
from generator.recognise.plain import composed, from_tcvn3, is_tcvn3, plain
from generator.vietnamese.dates import PartialDate

_CODE = re.compile(r"(\s*[-–—‐‑−/\\]+\s*)([^\s\-–—‐‑−/\\]*)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROOM = re.compile(r"[\s.…_]+")


def text_of(component: Component) -> str:
    """Composed, with the gaps as typed."""
    span = component.spans[0]
    fonts = [run.look.hansi for run in span.words]
    text = from_tcvn3(span.text, fonts[0]) if fonts and is_tcvn3(fonts[0]) else span.text
    return composed(text).strip()


def number_of(component: Component) -> DocumentNumber:
    """`Số 05-KH/QU`, `Số: 12/UBND-VX`; what cannot be taken apart is left empty."""
    text = text_of(component)
    found = wordings.NUMBER.fullmatch(plain(text))
    if found is None:
        return DocumentNumber(component, text, ":" in text, "", (), ())
    word = text[found.start("word") : found.end("word")] if found["word"] else ""
    pieces = _CODE.findall(text[found.start("rest") : found.end("rest")])
    separators = tuple(separator for separator, code in pieces if code)
    all_codes = tuple(code.rstrip(".") for _separator, code in pieces if code)
    year = next((code for code in all_codes if _YEAR.fullmatch(code)), "")
    kept = [(separator, code) for separator, code in zip(separators, all_codes, strict=True) if code != year]
    codes = tuple(code for _separator, code in kept)
    side = _side(tuple(separator.strip() for separator, _code in kept), codes)
    kind = _type_code(codes, side)
    bodies = tuple(code for code in codes if code != kind) if kind else codes
    digits = _ROOM.sub("", found["digits"])
    colon = (found["colon"] or "") == ":"
    return DocumentNumber(component, word, colon, digits, separators, all_codes, kind, bodies, side, year)


def _side(separators: tuple[str, ...], codes: tuple[str, ...]) -> str | None:
    marks = tuple(separator[:1] for separator in separators)
    if len(codes) < 2:
        return None
    if marks[0] in ("/", "\\") and "/" not in marks[1:]:
        return "state"
    if marks[0] not in ("/", "\\") and "/" in marks[1:]:
        return "party"
    return None


def _type_code(codes: tuple[str, ...], side: str | None) -> str:
    if not codes:
        return ""
    known = {**wordings.codes("state"), **wordings.codes("party")} if side is None else wordings.codes(side)
    if codes[0].upper() in known or side == "party":
        return codes[0]
    return ""


def dateline_of(component: Component) -> Dateline:
    """`Hà Nội, ngày 03 tháng 02 năm 2026`, with room for what is written by hand."""
    text = text_of(component)
    bare = plain(text)
    found = wordings.DATELINE.fullmatch(bare) or wordings.SHORT_DATELINE.fullmatch(bare)
    if found is None:
        return Dateline(component, text, "", "", "", None)
    place = text[found.start("place") : found.end("place")].strip(" ,")
    day, month, year = (_ROOM.sub("", found[name]) for name in ("day", "month", "year"))
    return Dateline(component, place, day, month, year, _when(day, month, year))


def _when(day: str, month: str, year: str) -> date | PartialDate | None:
    try:
        if day and month and year:
            return date(int(year), int(month), int(day))
        if not day and (year or not month):
            return PartialDate(int(year) if year else None, int(month) if month else None)
    except ValueError:
        pass
    return None
