"""The book as an Excel file that comes back exactly as it went: ten columns for people, all of it for the program.

It knows no database; files of others are read by `tables`.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from generator.diagnostics import Diagnostic, Location
from generator.messages import _
from generator.model.organization import Side
from generator.register import sheet
from generator.register.records import Entry, Particulars, Series, State, Stream
from generator.vietnamese.dates import short_date

BOOK = "Sổ văn bản đi"
DATA = "Dữ liệu (không sửa)"
_FORMAT = "vanthu-register-1"
_WIDTHS = (16, 12, 50, 22, 36, 22, 9, 12, 12, 30)
_MOST_LETTERS = 30_000
_HEAD_ROWS = 4
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def written(entries: Sequence[Entry], firsts: Mapping[Series, int], kinds: sheet.Kinds, cover: sheet.Cover) -> bytes:
    """The workbook. `firsts`: the first number of each series, empty ones too."""
    book = Workbook(write_only=True)
    people: Any = book.create_sheet(BOOK)
    for letter, width in zip("ABCDEFGHIJ", _WIDTHS, strict=True):
        people.column_dimensions[letter].width = width
    people.freeze_panes = f"A{_HEAD_ROWS + 1}"
    people.append([_cell(people, sheet.TITLE, bold=True)])
    people.append([_cell(people, _cover(cover))])
    people.append([_cell(people, title, bold=True) for title in sheet.TITLES])
    people.append([_cell(people, f"({number})") for number in range(1, len(sheet.TITLES) + 1)])
    for entry in entries:
        people.append([_cell(people, text) for text in sheet.line(entry, kinds)])
    data: Any = book.create_sheet(DATA)
    data.append([_cell(data, _FORMAT)])
    for record in _records(entries, firsts):
        text = json.dumps(record, separators=(",", ":")).replace("_x", "\\u005fx")
        data.append([_cell(data, text[at : at + _MOST_LETTERS]) for at in range(0, len(text), _MOST_LETTERS)])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(on: Any, text: str, *, bold: bool = False) -> Any:
    # `_x000D_` in a cell means a character to Excel, and `=` a formula: neither is meant.
    cell = WriteOnlyCell(on, _ESCAPED.sub(r"_x005F_x\1_", text)[:32_767])
    cell.data_type = "s"
    cell.font = Font(name="Times New Roman", size=12, bold=bold)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cover(cover: sheet.Cover) -> str:
    parts = [cover.issuer, *cover.periods]
    if cover.first_day and cover.last_day:
        parts.append(f"từ ngày {short_date(cover.first_day)} đến ngày {short_date(cover.last_day)}")
    return "; ".join([*parts, f"{cover.lines} số"])


def _records(entries: Sequence[Entry], firsts: Mapping[Series, int]) -> Iterable[dict[str, Any]]:
    places = {series: place for place, series in enumerate(firsts)}
    for series, first in firsts.items():
        yield {
            "issuer": series.issuer,
            "side": series.side.value,
            "stream": series.stream.value,
            "kinds": series.kinds,
            "period": series.period,
            "starts": series.starts.isoformat(),
            "first": first,
        }
    for entry in entries:
        record = {field.name: getattr(entry, field.name) for field in fields(Entry)}
        told = {field.name: getattr(entry.particulars, field.name) for field in fields(Particulars)}
        record |= {"series": places[entry.series], "particulars": {name: v for name, v in told.items() if v}}
        record["particulars"] |= {name: 0 for name in ("copies", "pages") if told[name] == 0}
        yield json.loads(json.dumps(record, default=lambda value: value.isoformat()))


def is_ours(rows: Mapping[str, Sequence[Sequence[str]]]) -> bool:
    data = rows.get(DATA)
    return bool(data and data[0] and data[0][0] == _FORMAT)


def read_back(rows: Mapping[str, Sequence[Sequence[str]]]) -> tuple[tuple[Entry, ...], dict[Series, int]]:
    """The entries and first numbers as they were written; ValueError where the sheet was changed."""
    listed: list[Series] = []
    firsts: dict[Series, int] = {}
    entries = []
    for row in rows[DATA][1:]:
        record = json.loads("".join(row))
        if "starts" in record:
            series = Series(
                record["issuer"],
                Side(record["side"]),
                Stream(record["stream"]),
                record["kinds"],
                record["period"],
                date.fromisoformat(record["starts"]),
            )
            listed.append(series)
            firsts[series] = int(record["first"])
        else:
            entries.append(_entry(record, listed))
    return tuple(entries), firsts


def _entry(record: dict[str, Any], listed: Sequence[Series]) -> Entry:
    told = record.pop("particulars")
    days = {name: date.fromisoformat(told[name]) for name in ("issued_on", "transferred_on") if name in told}
    return Entry(
        **record
        | {
            "series": listed[record["series"]],
            "state": State(record["state"]),
            "reserved_at": datetime.fromisoformat(record["reserved_at"]),
            "particulars": Particulars(**told | days),
        }
    )


def changed_by_hand(
    rows: Mapping[str, Sequence[Sequence[str]]], entries: Sequence[Entry], kinds: sheet.Kinds, file: Path
) -> tuple[Diagnostic, ...]:
    """Lines that a person has changed in the sheet for people: the program would read the other one."""
    shown = [[_unescaped(text) for text in row] for row in rows.get(BOOK, ())[_HEAD_ROWS:]]
    found = []
    for place in range(max(len(shown), len(entries))):
        now = [*shown[place], *[""] * 10][:10] if place < len(shown) else []
        was = [text[:32_767] for text in sheet.line(entries[place], kinds)] if place < len(entries) else []
        if [text.strip() for text in now] != [text.strip() for text in was]:
            found.append(
                Diagnostic(
                    "register/sheet-changed",
                    _("dòng này đã sửa tay, khác với phần dữ liệu của chương trình"),
                    Location(file, cell=f"{BOOK}!A{place + _HEAD_ROWS + 1}"),
                    hint=_("sửa trong chương trình; hoặc xóa trang “{sheet}” rồi nhập trang này").format(sheet=DATA),
                )
            )
    return tuple(found)


def _unescaped(text: str) -> str:
    return text.replace("_x005F_", "_")
