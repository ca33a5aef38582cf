"""A book that was kept elsewhere, as its file has it: XLSX or CSV to rows of texts, and which column is which.

It does not judge what stands in them: `survey` does.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.errors import GeneratorError
from generator.messages import _, mark
from generator.vietnamese.unicode import compose, illegal_characters, without_illegal, without_marks
from generator.workspace import reason

Sheets = Mapping[str, Sequence[Sequence[str]]]
_MOST_BYTES = 64 * 2**20
_MOST_INSIDE = 512 * 2**20
_MOST_COLUMNS = 200
_LOOKED_AT = 20
_SPLIT = mark("chỉ giữ trang và các cột của sổ, hoặc tách theo năm thành nhiều tệp rồi nhập từng tệp")
_TITLES = {
    "code": "so, ky hieu|so ky hieu|so/ky hieu|so va ky hieu|so, ky hieu van ban|so ky hieu van ban|so van ban",
    "number": "so|so di",
    "symbol": "ky hieu",
    "issued_on": "ngay thang|ngay, thang|ngay|ngay ban hanh|ngay thang nam|ngay van ban|ngay ky|ngay thang van ban",
    "titled": "ten loai va trich yeu|ten loai va trich yeu noi dung|ten loai va trich yeu noi dung van ban",
    "kind": "ten loai|loai|loai van ban|the loai",
    "subject": "trich yeu|trich yeu noi dung|noi dung",
    "signer": "nguoi ky",
    "recipients": "noi nhan|noi nhan van ban",
    "archive_holder": "don vi, nguoi nhan ban luu|don vi nguoi nhan ban luu|nguoi nhan ban luu|don vi luu",
    "copies": "so luong ban|so ban|so luong",
    "transferred_on": "ngay chuyen",
    "receipt": "ky nhan",
    "note": "ghi chu",
    "drafting_unit": "don vi soan thao|nguoi tham muu|don vi tham muu|nguoi soan thao",
    "file": "ten tep|tep|ten file|file|ten tap tin",
}
_FIELDS = {title: field for field, titles in _TITLES.items() for title in titles.split("|")}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the old book by field, and where it stands."""

    cells: Mapping[str, str]
    where: Location


def read(path: Path) -> Sheets:
    """Every sheet of an XLSX, or the one of a CSV; a GeneratorError or Faulty where it cannot be read."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Faulty([_unreadable(path, _("tệp quá lớn"), _(_SPLIT))])
        data = path.read_bytes()
    except OSError as error:
        raise GeneratorError(_("không đọc được {path}: {reason}").format(path=path, reason=reason(error))) from error
    return {"": _csv(data, path)} if path.suffix.lower() in (".csv", ".txt", ".tsv") else _xlsx(data, path)


def _csv(data: bytes, path: Path) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Faulty([_unreadable(path, _("tệp không ở bảng mã UTF-8"))]) from error
    head = text[:4096]
    delimiter = max(",;\t", key=head.count)
    try:
        # Guarded values of spreadsheets (`'=…`) are taken as they stand: an apostrophe is a letter.
        return [
            [as_read(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise Faulty([_unreadable(path, str(error))]) from error


def _xlsx(data: bytes, path: Path) -> dict[str, list[list[str]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MOST_INSIDE:
                raise Faulty([_unreadable(path, _("tệp quá lớn"), _(_SPLIT))])
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return {
            page.title: [[as_read(cell) for cell in row[:_MOST_COLUMNS]] for row in page.iter_rows(values_only=True)]
            for page in book.worksheets
        }
    except Faulty:
        raise
    except Exception as error:  # openpyxl fails in as many ways as a file can be broken
        raise Faulty([_unreadable(path, _("không phải là tệp Excel (.xlsx), hoặc tệp hỏng"))]) from error


def as_read(value: Any) -> str:
    """The text of a cell: days and numbers as people write them, letters composed."""
    match value:
        case None:
            return ""
        case datetime() | date():
            return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
        case bool():
            return str(value)
        case float() if value.is_integer():
            return str(int(value))
        case float() | Decimal():
            return str(value).replace(".", ",")
    text = compose(str(value).replace("\r\n", "\n").replace("\r", "\n"))
    return without_illegal(text) if illegal_characters(text, 1) else text


def _unreadable(path: Path, why: str, hint: str = "") -> Diagnostic:
    return Diagnostic(
        "register/unreadable-table",
        _("không đọc được sổ: {why}").format(why=why),
        Location(path),
        hint=hint
        or _("mở {name} bằng Excel, lưu lại thành .xlsx hoặc .csv ở bảng mã UTF-8, rồi nhập tệp đó").format(
            name=path.name
        ),
    )


def rows(sheets: Sheets, path: Path) -> tuple[Row, ...]:
    """The lines under the first row of titles; Faulty where no sheet has one."""
    for name, lines in sheets.items():
        for place, line in enumerate(lines[:_LOOKED_AT]):
            columns = {column: _FIELDS[title] for column, cell in enumerate(line) if (title := _plain(cell)) in _FIELDS}
            if len(columns) > 1 and {"code", "number"} & set(columns.values()):
                return tuple(_rows(lines, place + 1, columns, name, path))
    why = _("không thấy dòng tiêu đề có cột “Số, ký hiệu” và “Ngày tháng”")
    hint = _(
        "thêm vào {name} một dòng tên cột, trong {count} dòng đầu: Số, ký hiệu; Ngày tháng; Tên loại và trích yếu; …"
    )
    raise Faulty([_unreadable(path, why, hint.format(name=path.name, count=_LOOKED_AT))])


def _rows(lines: Sequence[Sequence[str]], start: int, columns: Mapping[int, str], name: str, path: Path) -> list[Row]:
    found = []
    first = get_column_letter(min(columns) + 1)
    for number, line in enumerate(lines[start:], start + 1):
        cells = {field: line[column].strip() for column, field in columns.items() if column < len(line)}
        written = {field: text for field, text in cells.items() if text}
        if not written or (all(re.fullmatch(r"\(?\d+\)?", text) for text in line if text) and len(written) > 2):
            continue  # empty, or the row that numbers the columns
        where = Location(path, cell=f"{name}!{first}{number}") if name else Location(path, line=number)
        found.append(Row(written, where))
    return found


def _plain(title: str) -> str:
    return re.sub(r"\s+", " ", without_marks(title).lower()).strip(" .:*")
