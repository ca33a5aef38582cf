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
from openpyxl.styles import Alignment, Border, Font
from openpyxl.styles import Side as Edge
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from generator.diagnostics import Diagnostic, Location
from generator.measures import Length
from generator.messages import _
from generator.model.organization import Side
from generator.register import sheet
from generator.register.records import Entry, Particulars, Series, State, Stream
from generator.register.tables import as_read
from generator.typeface import wrap
from generator.vietnamese.unicode import upper

COVER = "Bìa"
BOOK = "Sổ văn bản đi"
DATA = "Dữ liệu (không sửa)"
_FORMAT = "vanthu-register-1"
_COLUMNS = "ABCDEFGHIJ"
_WIDTHS = (15, 12, 34, 15, 24, 14, 8, 12, 9, 13)
_CENTRED = (0, 1, 6, 7)
_MOST_LETTERS = 30_000
_HEAD_ROWS = 2
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_A4 = 9
_SIZE = Length.from_pt(12)
_LINE = 15.75
_WIDEST_LETTER = 9.5
_MOST_HEIGHT = 409.0
"""Points: Excel knows none above."""
_FONT, _BOLD, _LARGE = (
    Font(name="Times New Roman", size=size, bold=bold) for size, bold in ((12, False), (12, True), (20, True))
)
_EDGE = Edge(style="thin")
_LINES = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_LEFT, _MIDDLE, _HEAD = (
    Alignment(wrap_text=True, vertical=vertical, horizontal=horizontal)
    for vertical, horizontal in (("top", "left"), ("top", "center"), ("center", "center"))
)


def written(entries: Sequence[Entry], firsts: Mapping[Series, int], kinds: sheet.Kinds, cover: sheet.Cover) -> bytes:
    """The workbook. `firsts`: the first number of each series, empty ones too."""
    book = Workbook(write_only=True)
    _draw_cover(book.create_sheet(COVER), cover)
    people: Any = book.create_sheet(BOOK)
    _set_up_print(people)
    people.freeze_panes = f"A{_HEAD_ROWS + 1}"
    people.print_title_rows = f"1:{_HEAD_ROWS}"
    people.row_dimensions[1].height = _height(sheet.TITLES) + _LINE  # they are bold
    people.append([_cell(people, title, _BOLD, _HEAD, _LINES) for title in sheet.TITLES])
    people.append([_cell(people, f"({number})", _FONT, _HEAD, _LINES) for number in range(1, len(sheet.TITLES) + 1)])
    looks = [_MIDDLE if place in _CENTRED else _LEFT for place in range(len(sheet.TITLES))]
    patterns = [_cell(people, "", _FONT, look, _LINES) for look in looks]
    for number, entry in enumerate(entries, _HEAD_ROWS + 1):
        line = sheet.line(entry, kinds)
        people.row_dimensions[number].height = _height(line)
        people.append([_like(one, text) for one, text in zip(patterns, line, strict=True)])
    data: Any = book.create_sheet(DATA)
    # What the program reads is nobody's to print.
    data.sheet_state = "hidden"
    data.append([_cell(data, _FORMAT)])
    pattern = _cell(data, "")
    for record in _records(entries, firsts):
        text = json.dumps(record, separators=(",", ":")).replace("_x", "\\u005fx")
        data.append([_like(pattern, text[at : at + _MOST_LETTERS]) for at in range(0, len(text), _MOST_LETTERS)])
    book.active = 1
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _height(line: Sequence[str]) -> float:
    """In points: not every program makes a row as high as its words when it opens a file."""
    most = max(_lines(text, width) for text, width in zip(line, _WIDTHS, strict=True))
    return min(most * _LINE + 3, _MOST_HEIGHT)


def _lines(text: str, width: float) -> int:
    # A width is counted in digits of the usual typeface, 7 pixels of 0,75 pt each.
    room = width * 5.25 - 3
    return sum(
        1 if len(piece) * _WIDEST_LETTER < room else len(wrap(piece, _SIZE, Length.from_pt(room), bold=False))
        for piece in text.split("\n")
    )


def _draw_cover(page: Any, cover: sheet.Cover) -> None:
    _set_up_print(page, numbered=False)
    page.print_options.verticalCentered = True
    lines = (
        (upper(cover.issuer), _BOLD),
        (" ", _FONT),
        (sheet.TITLE, _LARGE),
        (cover.period, _BOLD),
        *((text, _FONT) for text in (cover.days, cover.numbers, cover.volume)),
    )
    for row, (text, font) in enumerate((one for one in lines if one[0]), 1):
        page.merged_cells.add(f"A{row}:{_COLUMNS[-1]}{row}")
        page.append([_cell(page, text, font, _HEAD)])


def _set_up_print(page: Any, *, numbered: bool = True) -> None:
    """A4, turned, as wide as the sheet of paper, however long."""
    for letter, width in zip(_COLUMNS, _WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins = PageMargins(left=0.79, right=0.79, top=1.18, bottom=0.59, header=0.4, footer=0.3)
    page.print_options.horizontalCentered = True
    if numbered:
        page.oddHeader.center.text = "&P"
        page.oddHeader.center.size = 14
        page.oddHeader.center.font = "Times New Roman,Regular"


def _like(pattern: Any, text: str) -> Any:
    """A cell that looks like another: its look is looked up once, not for every one of a hundred thousand."""
    cell: Any = WriteOnlyCell(pattern.parent, _literal(text))
    cell.data_type = "s"
    cell._style = pattern._style
    return cell


def _literal(text: str) -> str:
    # `_x000D_` in a cell means a character to Excel: it is not meant.
    return _ESCAPED.sub(r"_x005F_x\1_", text)[:32_767]


def _cell(on: Any, text: str, font: Font = _FONT, look: Alignment = _LEFT, lines: Border | None = None) -> Any:
    cell = WriteOnlyCell(on, _literal(text))
    cell.data_type = "s"  # a text that begins with `=` is no formula
    cell.font, cell.alignment = font, look
    if lines is not None:
        cell.border = lines
    return cell


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
        was = [as_read(text[:32_767]) for text in sheet.line(entries[place], kinds)] if place < len(entries) else []
        if [text.strip() for text in now] != [text.strip() for text in was]:
            found.append(
                Diagnostic(
                    "register/sheet-changed",
                    _("dòng này đã sửa tay, khác với phần dữ liệu của chương trình"),
                    Location(file, cell=f"{BOOK}!A{place + _HEAD_ROWS + 1}"),
                    hint=_(
                        "sửa trong chương trình; hoặc cho hiện trang ẩn “{sheet}”, xóa trang ấy rồi nhập lại tệp này"
                    ).format(sheet=DATA),
                )
            )
    return tuple(found)


def _unescaped(text: str) -> str:
    return text.replace("_x005F_", "_")
