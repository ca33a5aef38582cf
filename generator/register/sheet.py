"""The book of outgoing documents as lines of ten columns, whatever they are printed in.

It reads no database and writes no file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.profile.profile import Profile
from generator.register.records import Entry, State
from generator.vietnamese.dates import short_date
from generator.vietnamese.numerals import padded

# The book is an official paper: its words are Vietnamese in every language that the program speaks.
TITLE = "SỔ ĐĂNG KÝ VĂN BẢN ĐI"
TITLES = (
    "Số, ký hiệu",
    "Ngày tháng",
    "Tên loại và trích yếu",
    "Người ký",
    "Nơi nhận",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
VOID = "Đã hủy: "
RESERVED = "Giữ số, chưa phát hành"


@dataclass(frozen=True, slots=True)
class Kinds:
    """How the types of document are coded in numbers, and what they are called."""

    codes: Mapping[str, tuple[str, ...]]
    """By code the types that have it, in the order of the regime: `QĐ` is two."""
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the cover of the book."""

    issuer: str
    periods: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    lines: int


def kinds_of(profile: Profile) -> Kinds:
    codes: dict[str, list[str]] = {}
    for type_id in profile.keys("type_codes"):
        if code := profile.text(f"type_codes.{type_id}"):
            codes.setdefault(code, []).append(type_id)
    names = {each: profile.text(f"type_names.{each}") for each in profile.keys("type_names")}
    named = {each: name.capitalize() for each, name in names.items() if name}
    return Kinds({code: tuple(types) for code, types in codes.items()}, {"dispatch": "Công văn"} | named)


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


def cover(issuer: str, entries: Sequence[Entry]) -> Cover:
    days = [entry.particulars.issued_on for entry in entries if entry.particulars.issued_on]
    periods = tuple(dict.fromkeys(entry.series.period for entry in entries))
    return Cover(issuer, periods, min(days, default=None), max(days, default=None), len(entries))
