"""A filled form, and what happens to forms on their way: rows, columns, cells and sheets changed as people do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from generator.figures.layout import FORM_SHEET, literal
from generator.figures.workbook import make_form
from generator.model.answers import Given
from generator.vietnamese.clock import VIETNAM
from tests.unit.figures.asked import ASKED

SAVED = datetime(2026, 1, 5, 9, 30, tzinfo=VIETNAM)
SOUND = {
    "oral_sessions": Given(value=Decimal(12)),
    "people": Given(value=Decimal(340)),
    "young": Given(value=Decimal(100)),
    "money": Given(value=Decimal("97.5"), note="gồm cả phần xã hội hóa"),
}
TEXTS = {"mo-hinh": "Tổ tự quản ở từng ngõ.", "kho-khan": "Thiếu loa."}
DECIMALS = {"oral_sessions": 0, "people": 0, "young": 0, "money": 2}

Change = Callable[[Any], None]
"""Of an opened workbook."""


def filled(unit: str = "chi-bo-mot", **changes: Any) -> bytes:
    """The form of a unit with everything in it that it was asked."""
    return make_form(replace(ASKED, unit=unit, **{"filled": SOUND, "texts": TEXTS} | changes), SAVED)


def changed(change: Change, data: bytes | None = None) -> bytes:
    """The form as a program saves it that opened it, changed it and knows how to write workbooks."""
    book = load_workbook(io.BytesIO(filled() if data is None else data))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def part(name: str, old: str, new: str, data: bytes | None = None) -> bytes:
    """The form with a text in one of its parts replaced, by no program at all."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(filled() if data is None else data)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for each in source.namelist():
            text = source.read(each)
            if each == name:
                assert old.encode() in text, f"{name} has no {old}"
                text = text.replace(old.encode(), new.encode())
            target.writestr(each, text)
    return stream.getvalue()


def sheet(book: Any) -> Any:
    return book[FORM_SHEET]


def typed(place: str, value: object, form: str = "General") -> Change:
    """A value in a cell; one that begins with = is a formula."""

    def change(book: Any) -> None:
        cell = sheet(book)[place]
        cell.value, cell.number_format = value, form

    return change


def text(place: str, value: str) -> Change:
    """A text in a cell, whatever it begins with."""

    def change(book: Any) -> None:
        cell = sheet(book)[place]
        cell.value = literal(value)
        cell.data_type = "s"

    return change


def together(*changes: Change) -> Change:
    def change(book: Any) -> None:
        for each in changes:
            each(book)

    return change


def with_row_before(row: int) -> Change:
    """A row inserted as spreadsheets do it: what is below moves down, merged cells with it."""
    return _moved(lambda page: page.insert_rows(row), row, 1)


def without_row(row: int) -> Change:
    return _moved(lambda page: page.delete_rows(row), row, -1)


def _moved(move: Callable[[Any], None], row: int, by: int) -> Change:
    def change(book: Any) -> None:
        page = sheet(book)
        areas = [str(area) for area in page.merged_cells.ranges if area.min_row >= row]
        for area in areas:
            page.unmerge_cells(area)
        move(page)
        for area in areas:
            first, last = area.split(":")
            page.merge_cells(f"{first[0]}{int(first[1:]) + by}:{last[0]}{int(last[1:]) + by}")

    return change


def with_column_before(column: int) -> Change:
    """A column inserted before one of the table; the head and the foot stay merged as they were."""

    def change(book: Any) -> None:
        page = sheet(book)
        for area in [str(each) for each in page.merged_cells.ranges]:
            page.unmerge_cells(area)
        page.insert_cols(column)

    return change


def rows_swapped(one: int, other: int) -> Change:
    def change(book: Any) -> None:
        page = sheet(book)
        for column in "BCDEFGHI":
            here, there = page[f"{column}{one}"], page[f"{column}{other}"]
            here.value, there.value = there.value, here.value

    return change
