"""A roster written as a table: a workbook that guides whoever fills it in, or CSV files.

Every cell is text, whatever it begins with. It gives bytes and writes no file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.sources.columns import GROUP_COLUMNS, GROUPS_SHEET, UNIT_COLUMNS, UNITS_SHEET, Column
from generator.sources.csv_text import guarded
from generator.sources.roster import Roster
from generator.sources.table_text import letters
from generator.sources.unit_cells import fields_for, group_cells, unit_cells
from generator.sources.workbook_look import LONGEST

Cells = Mapping[str, str]

_ROOM = 1_000
"""Rows below the last that still offer the choices."""
_TITLES, _SOFT = "D9E2F3", "FFF2CC"
# What looks like an escape of the format itself must be escaped, or it is read as a sign.
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def workbook_bytes(roster: Roster) -> bytes:
    """Units on the first sheet, groups on the second. Faulty with every value that no cell can hold."""
    from openpyxl import Workbook

    rows, fields = _rows(roster)
    book = Workbook(write_only=True)
    _sheet(book.create_sheet(UNITS_SHEET), [UNIT_COLUMNS[field] for field in fields], rows(), roster.count)
    groups = [group_cells(group) for group in roster.groups]
    _sheet(book.create_sheet(GROUPS_SHEET), [*GROUP_COLUMNS.values()], groups, len(groups))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv_bytes(roster: Roster) -> tuple[bytes, bytes | None]:
    """The units, and the groups where there are any, for `groups.csv` beside."""
    rows, fields = _rows(roster)
    units = _csv([UNIT_COLUMNS[field] for field in fields], rows())
    groups = _csv([*GROUP_COLUMNS.values()], map(group_cells, roster.groups)) if roster.groups else None
    return units, groups


def _rows(roster: Roster) -> tuple[Callable[[], Iterator[Cells]], tuple[str, ...]]:
    """Every unit's cells, made again whenever they are asked for, and the columns that they need."""

    def rows() -> Iterator[Cells]:
        for row in roster.rows():
            yield unit_cells(roster.reader.unit(row), roster.reader.where(row))

    faults: list[Diagnostic] = []

    def sound() -> Iterator[Cells]:
        for row in roster.rows():
            try:
                yield unit_cells(roster.reader.unit(row), roster.reader.where(row))
            except Faulty as faulty:
                faults.extend(faulty.diagnostics)

    fields = fields_for(sound())
    if faults:
        raise Faulty(faults)
    return rows, fields


def _csv(columns: Sequence[Column], rows: Iterable[Cells]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([column.title for column in columns])
    for row in rows:
        writer.writerow([guarded(row.get(column.field, "")) for column in columns])
    # With its mark: a spreadsheet takes a file without one for an old code page.
    return stream.getvalue().encode("utf-8-sig")


def _sheet(sheet: Any, columns: Sequence[Column], rows: Iterable[Cells], count: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(columns):
        dimension = sheet.column_dimensions[letters(number)]
        dimension.width = column.width
        dimension.number_format = "@"
        if column.choices:
            words = DataValidation("list", formula1='"' + ",".join(column.choices) + '"', allow_blank=True)
            words.error, words.errorTitle = _("Chọn một giá trị trong danh sách."), column.title
            words.add(f"{letters(number)}2:{letters(number)}{count + _ROOM}")
            sheet.data_validations.append(words)
    # One page wide, with the titles on each: a table of many columns is of no use on paper otherwise.
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.freeze_panes = "C2" if len(columns) > len(GROUP_COLUMNS) else "A2"
    sheet.append([_title(sheet, column) for column in columns])
    for row in rows:
        sheet.append([_text(sheet, row.get(column.field, "")) for column in columns])


def _title(sheet: Any, column: Column) -> Any:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = _text(sheet, column.title)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=_SOFT if column.needed else _TITLES)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    needed = _("Bắt buộc. ") if column.needed else ""
    cell.comment = Comment(f"{needed}{_(column.note)}\n({column.field})", "Vanthu", height=110, width=280)
    return cell


def _text(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    if len(text) > LONGEST:
        message = _("một ô có {count} ký tự; Excel chỉ giữ {most}").format(count=len(text), most=LONGEST)
        hint = _("ghi ra units.csv, hoặc dùng “all” cho nhóm gồm mọi đơn vị")
        raise Faulty([Diagnostic("data/unwritable", message, Location(), hint=hint)])
    cell: Any = WriteOnlyCell(sheet, _LIKE_AN_ESCAPE.sub("_x005F_", text) or None)
    if text:
        cell.data_type = "s"
    cell.number_format = "@"
    if "\n" in text:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
