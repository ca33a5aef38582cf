"""Cells as they are stored, and what a number format makes of a number."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.diagnostics import Faulty
from generator.opc.workbook import Area, Cell, letters_of, place, read_workbook
from generator.opc.workbook_formats import shows_date, shows_per_cent, shows_scaled

FILE = Path("a.xlsx")


@pytest.mark.parametrize(
    ("form", "is_date", "is_per_cent", "is_scaled"),
    [
        ("", False, False, False),
        ("General", False, False, False),
        ("#,##0", False, False, False),
        ("#,##0.00", False, False, False),
        ("0.00E+00", False, False, False),
        ('#,##0 "đồng"', False, False, False),
        ("[$-42A]#,##0", False, False, False),
        ("[Red]-0;0", False, False, False),
        ("@", False, False, False),
        ("dd/mm/yyyy", True, False, False),
        ("[$-42A]d mmmm", True, False, False),
        ("[h]:mm", True, False, False),
        ("0%", False, True, False),
        ('0"%"', False, False, False),
        ("#,##0,", False, False, True),
        ('0.0,,"tr"', False, False, True),
    ],
)
def test_what_a_format_makes_of_a_number(form: str, is_date: bool, is_per_cent: bool, is_scaled: bool) -> None:
    assert (shows_date(form), shows_per_cent(form), shows_scaled(form)) == (is_date, is_per_cent, is_scaled)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_cells_are_read_as_they_are_stored() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Một"
    values = {"A1": "chữ", "B1": 12.5, "C1": True, "D1": "=1+1", "E1": date(2025, 6, 4), "AA3": 0.5}
    for name, value in values.items():
        page[name] = value
    page["AA3"].number_format = "0%"
    page.merge_cells("A5:B6")
    book.create_sheet("Ẩn").sheet_state = "veryHidden"
    found = read_workbook(saved(book), FILE)
    assert list(found.parts) == ["Một", "Ẩn"]
    assert found.hidden == {"Ẩn"}
    sheet = found.sheet("Một")
    assert sheet.cells[1, 1] == Cell("text", "chữ")
    assert sheet.cells[1, 2] == Cell("number", "12.5")
    assert sheet.cells[1, 3].kind == "truth"
    assert sheet.cells[1, 4] == Cell("empty", "", "", "1+1")
    assert shows_date(sheet.cells[1, 5].format)
    assert sheet.cells[3, 27] == Cell("number", "0.5", "0%")
    assert sheet.merged == (Area(5, 1, 6, 2),)
    assert found.modified.endswith("Z")


@pytest.mark.parametrize(
    ("reference", "spot"),
    [("A1", (1, 1)), ("$B$7", (7, 2)), ("XFD1048576", (1_048_576, 16_384)), ("XFE1", None), ("A0", None), ("7", None)],
)
def test_the_place_of_a_cell(reference: str, spot: tuple[int, int] | None) -> None:
    assert place(reference) == spot
    if spot:
        assert f"{letters_of(spot[1])}{spot[0]}" == reference.replace("$", "")


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"%PDF-1.7", "chữ".encode()])
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    with pytest.raises(Faulty):
        read_workbook(data, FILE)
