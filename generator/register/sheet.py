"""The book of outgoing documents as lines of ten columns, whatever they are printed in; its cover, its series.

It reads no database and writes no file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model.organization import Side
from generator.profile.profile import Profile
from generator.register.records import Entry, Series, State, Stream
from generator.vietnamese.dates import short_date
from generator.vietnamese.numerals import padded
from generator.vietnamese.unicode import lower_first

# The book is an official paper: its words are Vietnamese in every language that the program speaks.
TITLE = "SỔ ĐĂNG KÝ VĂN BẢN ĐI"
TITLES = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
"""As NĐ30 PL.IV has them."""
VOID = "Đã hủy: "
RESERVED = "Giữ số, chưa phát hành"
SECRET_SUBJECT = "(văn bản mật, không ghi trích yếu)"
_STREAMS = {Stream.COPIES: "Bản sao", Stream.CONGRESS: "Văn bản đại hội", Stream.SECRET: "Văn bản mật"}


@dataclass(frozen=True, slots=True)
class Kinds:
    """How the types of document are coded in numbers, and what they are called."""

    codes: Mapping[str, tuple[str, ...]]
    """By code the types that have it, in the order of the regimes: `QĐ` is two."""
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the cover of the book."""

    issuer: str
    period: str
    """`Năm: 2026`, `Nhiệm kỳ: 2025 - 2030`."""
    days: str
    numbers: str
    """Empty where the book has several series."""
    volume: str
    lines: int


def kinds_of(*profiles: Profile) -> Kinds:
    """Of several regimes the first one's names and the codes of all: an old book has codes that went."""
    codes: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for profile in profiles:
        for type_id in profile.keys("type_codes"):
            code = profile.text(f"type_codes.{type_id}")
            if code and type_id not in codes.setdefault(code, []):
                codes[code].append(type_id)
        for type_id in profile.keys("type_names"):
            if name := profile.text(f"type_names.{type_id}"):
                names.setdefault(type_id, name.capitalize())
    return Kinds({code: tuple(types) for code, types in codes.items()}, {"dispatch": "Công văn"} | names)


def line(entry: Entry, kinds: Kinds) -> tuple[str, ...]:
    """The ten columns of one number."""
    told = entry.particulars
    name = kinds.names.get(entry.kind, "")
    return (
        told.code or padded(entry.number),
        short_date(told.issued_on) if told.issued_on else "",
        f"{name} {told.subject}".strip(),
        told.signer,
        told.recipients,
        told.archive_holder,
        str(told.copies) if told.copies is not None else "",
        short_date(told.transferred_on) if told.transferred_on else "",
        told.receipt,
        _remark(entry),
    )


def _remark(entry: Entry) -> str:
    state = {State.VOID: f"{VOID}{entry.reason}", State.RESERVED: RESERVED}.get(entry.state, "")
    return "; ".join(part for part in (state, entry.particulars.note) if part)


def is_secret(entry: Entry) -> bool:
    return entry.series.stream is Stream.SECRET or bool(entry.particulars.secrecy)


def discreet(entry: Entry) -> Entry:
    """What may stand of a secret document in a book that lies open: not what it is about, nor who has it."""
    if not is_secret(entry):
        return entry
    told = replace(entry.particulars, subject=SECRET_SUBJECT, recipients="", file="", note="")
    return replace(entry, particulars=told)


def parts(entries: Sequence[Entry]) -> list[tuple[Series, list[Entry]]]:
    """The lines by series, in their order."""
    return [(series, list(each)) for series, each in groupby(entries, key=lambda entry: entry.series)]


def heading(series: Series, entries: Sequence[Entry], kinds: Kinds) -> str:
    """What stands above a series where the book has several."""
    return f"{called(series, kinds)} - {lower_first(_period(series))}, {lower_first(_numbers(entries))}"


def called(series: Series, kinds: Kinds) -> str:
    """What the documents of a series are."""
    if series.kinds == "*":
        return _STREAMS.get(series.stream, "Các loại văn bản")
    named = ", ".join(kinds.names.get(kind, kind) for kind in series.kinds.split("+"))
    return f"{named} (mật)" if series.stream is Stream.SECRET else named


def cover(issuer: str, entries: Sequence[Entry], volume: int | None = None) -> Cover:
    days = [entry.particulars.issued_on for entry in entries if entry.particulars.issued_on]
    grouped = parts(entries)
    return Cover(
        issuer,
        "; ".join(dict.fromkeys(_period(series, ":") for series, _entries in grouped)),
        f"Từ ngày {short_date(min(days))} đến ngày {short_date(max(days))}" if days else "",
        _numbers(entries) if len(grouped) == 1 else "",
        f"Quyển số: {volume or '……'}",
        len(entries),
    )


def _period(series: Series, sign: str = "") -> str:
    if series.stream is Stream.CONGRESS:
        return f"Đại hội {series.period}"
    return f"{'Năm' if series.side is Side.STATE else 'Nhiệm kỳ'}{sign} {series.period}"


def _numbers(entries: Sequence[Entry]) -> str:
    return f"Từ số {padded(entries[0].number)} đến số {padded(entries[-1].number)}"
