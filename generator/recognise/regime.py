"""Of which side a document is, of which kind, and which regime was in force for it.

It believes what it is given; else it says what it went by.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from generator.diagnostics import Faulty
from generator.messages import _
from generator.model.parts import Part
from generator.profile.regimes import choose
from generator.recognise import wordings
from generator.recognise.component import Component
from generator.recognise.grouping import named
from generator.recognise.pieces import DocumentNumber, Encoding, Signature
from generator.recognise.plain import plain
from generator.vietnamese.dates import PartialDate

_LAST_DAY = date(9999, 12, 31)
GIVEN, LETTERHEAD, NUMBER, AUTHORITY, UNKNOWN = "given", "letterhead", "number", "authority", ""


def side_of(
    components: Sequence[Component], number: DocumentNumber | None, signatures: Sequence[Signature], given: str | None
) -> tuple[str | None, str]:
    """The side, and what it was known by: the letterhead before the number, the number before the signature."""
    if given:
        return given, GIVEN
    for component in components:
        if component.part == Part.PARTY_TITLE:
            return "party", LETTERHEAD
        if component.part in (Part.NATIONAL_TITLE, Part.MOTTO):
            return "state", LETTERHEAD
    if number is not None and number.side:
        return number.side, NUMBER
    for signature in signatures:
        for line in signature.authority:
            text = plain(line.text)
            if text.startswith(("t/m", "k/t", "t/l")):
                return "party", AUTHORITY
            if text.startswith(("tm.", "kt.", "tl.", "tuq")):
                return "state", AUTHORITY
    return None, UNKNOWN


def kind_of(components: Sequence[Component], number: DocumentNumber | None, side: str | None) -> str | None:
    """By the title; without one by the code of the number, and what is neither is a dispatch where it addresses."""
    title = named(components, Part.KIND_TITLE)
    if title is not None and (found := wordings.kind_of(plain(title.text))):
        return found[0]
    if number is not None and number.type_code:
        known = wordings.codes(side or number.side or "party").get(number.type_code.upper(), ())
        if known:
            return known[0]
    is_letter = named(components, Part.SUBJECT_DISPATCH) or named(components, Part.ADDRESSEE)
    return "dispatch" if is_letter and title is None else None


def regime_of(
    side: str | None, issued_on: date | PartialDate | None, encoding: Encoding | None = None
) -> tuple[str | None, str]:
    """The id of the regime in force for the side on the date, and why; without a date the one in force last."""
    if side is None and encoding is not None:
        return None, _("văn bản gõ theo bảng mã cũ {encoding} nên không đọc được chữ").format(encoding=encoding.name)
    if side is None:
        return None, _("không thấy tiêu đề, số hay chữ ký nào cho biết văn bản của Đảng hay của cơ quan nhà nước")
    day = _day(issued_on)
    try:
        regime = choose(side, day)
    except Faulty as faulty:
        return None, str(faulty)
    if day == _LAST_DAY:
        return regime, _("văn bản không ghi ngày: theo bộ quy định đang có hiệu lực")
    return regime, _("bộ quy định có hiệu lực ngày {date}").format(date=f"{day:%d/%m/%Y}")


def _day(issued_on: date | PartialDate | None) -> date:
    """The last day that it can be."""
    if isinstance(issued_on, date):
        return issued_on
    if issued_on is None or issued_on.year is None or not 0 < issued_on.year < _LAST_DAY.year:
        return _LAST_DAY
    month = issued_on.month or 12
    following = date(issued_on.year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
