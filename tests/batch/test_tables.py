"""The manifest in both forms: nothing of the data is a formula in it, and nothing is lost; of any number of rows."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

from generator.pipeline.batch import manifest, sheet
from generator.pipeline.batch.files import empty_temporary
from generator.pipeline.batch.journal import Line
from generator.pipeline.batch.order import Status
from tests.office import missing

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://example.invalid","bấm vào")',
    "=cmd|' /C calc'!A0",
    "+84 292 3 123456",
    "-2+3",
    "@SUM(A1:A2)",
    "\t=1+1",
    "\r=1+1",
    "\0=1+1",
    "'=1+1",
    "05",
    "001203004567",
    "12:30",
    "1e5",
    "TRUE",
    "Đảng ủy & Ủy ban <xã>",
    'Chi bộ "Hòa Bình"',
    " hai đầu có khoảng trắng ",
    "dòng một\ndòng hai",
    "_x0041_",
    "\x0b\x1f",
    "a" * 40_000,
    "",
)


def line(text: str, number: int = 0) -> Line:
    return Line(
        unit=f"don-vi-{number}",
        unit_name=text,
        kind="guidance",
        name=f"guidance-don-vi-{number}",
        number=text,
        file=f"guidance-don-vi-{number}.docx",
        status=Status.MADE.value,
        way="fast",
        sha256="0" * 64,
        size=12_345,
        seconds=0.0001,
        findings="",
        finding_count=0,
        errors=0,
        pdf="",
        office="",
        is_of_this_run=1,
    )


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Manifests of a line for every hostile text."""
    empty_temporary(tmp_path)
    manifest.write([line(text, number) for number, text in enumerate(HOSTILE)], tmp_path)
    return tmp_path


def texts_in(file: Path) -> Iterator[Sequence[object]]:
    book = openpyxl.load_workbook(file)
    yield from book.worksheets[0].iter_rows(min_row=2)
    book.close()


def test_a_workbook_holds_texts_and_numbers_and_no_formula(written: Path) -> None:
    kinds = {cell.data_type for row in texts_in(written / manifest.WORKBOOK) for cell in row}
    assert kinds == {"s", "n"}  # an empty cell is an "n" too


def _as_a_cell_keeps_it(text: str) -> str | None:
    return (text if len(text) <= 32_000 else text[:31_999] + "…") or None


def test_a_workbook_keeps_every_text(written: Path) -> None:
    kept = [row[1].value for row in texts_in(written / manifest.WORKBOOK)]
    told = [openpyxl.utils.escape.unescape(text) if text else text for text in kept]
    assert told == [_as_a_cell_keeps_it(text) for text in HOSTILE]


def test_csv_is_harmless_and_still_says_what_was_there(written: Path) -> None:
    text = (written / manifest.CSV).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))[1:]
    for row, hostile in zip(rows, HOSTILE, strict=True):
        assert row[1][:1] not in ("=", "+", "-", "@", "\t", "\r", "\0")
        assert row[1].strip("' ").split() == hostile.strip("\0' ").split()


def test_the_titles_stay_in_view_and_can_be_filtered_by(written: Path) -> None:
    page = openpyxl.load_workbook(written / manifest.WORKBOOK).worksheets[0]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == f"A1:N{len(HOSTILE) + 1}"
    assert [cell.value for cell in page[1]][:2] == ["Mã đơn vị", "Tên đơn vị"]
    assert page.column_dimensions["B"].width == 44


@pytest.mark.parametrize(("count", "sheets"), [(0, [1]), (5, [6]), (6, [6, 2]), (11, [6, 6, 2])])
def test_more_rows_than_a_sheet_takes_go_on_in_another(
    count: int, sheets: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 5)
    target = io.BytesIO()
    sheet.write(target, "Danh mục", [sheet.Column("A", 5)], ([number] for number in range(count)))
    book = openpyxl.load_workbook(target)
    assert [page.max_row for page in book.worksheets] == sheets
    numbers = [row[0] for page in book.worksheets for row in page.iter_rows(min_row=2, values_only=True)]
    assert numbers == [*range(count)]


@pytest.mark.slow
def test_libreoffice_reads_the_workbook_as_it_is(written: Path) -> None:
    if why := missing():
        pytest.skip(why)
    office = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation=file://{written}/profile"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    out = written / "lo"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", form, "--outdir", out, written / manifest.WORKBOOK],
        check=True,
        capture_output=True,
        timeout=120,
    )
    rows = list(csv.reader(io.StringIO((out / "manifest.csv").read_text(encoding="utf-8"))))[1:]
    plain = [number for number, text in enumerate(HOSTILE) if text.isprintable() and text[:1] != "_"]
    assert [rows[number][1] for number in plain] == [(_as_a_cell_keeps_it(HOSTILE[number]) or "") for number in plain]
