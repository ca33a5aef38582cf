"""A unit with faults in the roster has no document, and stops none of the others, in whatever form it is kept."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator import resources
from generator.commands.main import build

BAD = "dang-uy-phuong-hung-phu"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(build(), ["--workspace", str(folder), *arguments], standalone_mode=False)


def in_yaml(folder: Path) -> None:
    roster = folder / "units.yaml"
    typed = roster.read_text(encoding="utf-8")
    roster.write_text(typed.replace(f"- id: {BAD}\n", f"- id: {BAD}\n    sybol: ĐU\n"), encoding="utf-8")


def in_csv(folder: Path) -> None:
    run(folder, "unit", "table", "-o", str(folder / "units.csv"))
    (folder / "units.yaml").unlink()
    with (folder / "units.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    bad = next(row for row in rows if row[0] == BAD)
    bad[rows[0].index("Ký hiệu")] = ""
    with (folder / "units.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def in_a_workbook(folder: Path) -> None:
    run(folder, "unit", "table", "-o", str(folder / "units.xlsx"))
    (folder / "units.yaml").unlink()
    book = openpyxl.load_workbook(folder / "units.xlsx")
    sheet = book.worksheets[0]
    row = next(row for row in sheet.iter_rows() if row[0].value == BAD)
    row[8].value = 12345
    book.save(folder / "units.xlsx")
    book.close()


@pytest.mark.parametrize("spoil", [in_yaml, in_csv, in_a_workbook])
def test_the_others_are_made(spoil: Callable[[Path], None], tmp_path: Path) -> None:
    folder = tmp_path / "office"
    shutil.copytree(resources.data("examples", "cai-rang"), folder)
    spoil(folder)
    result = run(folder, "batch", str(folder / "plans/ke-hoach.yaml"), "--kind", "slogans", "-o", str(tmp_path / "out"))
    made = {file.stem for file in (tmp_path / "out").glob("*.docx")}
    assert (result.return_value, len(made), f"slogans-{BAD}" in made) == (1, 23, False), result.output
