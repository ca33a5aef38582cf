"""`vanthu unit table`: the roster as a table, and the table as the roster."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.commands.main import main
from generator.sources.load import load_workspace
from generator.workspace import Workspace

DONE, FINDINGS, NOT_RUN = 0, 1, 2


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    made = tmp_path / "ví dụ"
    main(["new", str(made), "--example", "cai-rang"])
    monkeypatch.chdir(made)
    capsys.readouterr()
    return made


@pytest.mark.parametrize("name", ["units.xlsx", "units.csv"])
def test_the_table_takes_the_place_of_the_yaml(
    workspace: Workspace, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = load_workspace(Workspace(Path.cwd())).units_file
    assert main(["unit", "list"]) == DONE
    listed = capsys.readouterr().out
    assert main(["unit", "table", "-o", name]) == DONE
    assert "units.yaml" in capsys.readouterr().out
    assert main(["validate"]) == FINDINGS
    assert "data/several-rosters" in capsys.readouterr().out
    Path("units.yaml").unlink()
    assert main(["validate", name]) == DONE
    assert load_workspace(Workspace(Path.cwd())).units_file == before
    capsys.readouterr()
    assert main(["unit", "list"]) == DONE
    assert capsys.readouterr().out == listed


@pytest.mark.parametrize("name", ["units.xlsx", "units.csv"])
def test_documents_are_the_same_from_the_table(workspace: Workspace, name: str) -> None:
    order = ["render", "plans/ke-hoach.yaml", "--kind", "slogans", "--unit", "ubnd-quan-cai-rang", "-o"]
    assert main([*order, "a.docx"]) == DONE
    assert main(["unit", "table", "-o", name]) == DONE
    Path("units.yaml").unlink()
    assert main([*order, "b.docx"]) == DONE
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_the_workbook_guides_whoever_fills_it_in(workspace: Workspace) -> None:
    assert main(["unit", "table", "-o", "bảng.xlsx"]) == DONE
    book = load_workbook("bảng.xlsx")
    assert book.sheetnames == ["units", "groups"]
    paper = [(one.page_setup.orientation, one.page_setup.fitToWidth, one.print_title_rows) for one in book]
    assert paper == [("landscape", 1, "$1:$1")] * 2
    assert all(one.sheet_properties.pageSetUpPr.fitToPage for one in book)
    sheet = book["units"]
    assert sheet.freeze_panes == "C2"
    assert all(cell.comment and cell.font.bold for cell in sheet[1])
    assert all(cell.number_format == "@" and cell.data_type in "sn" for row in sheet.iter_rows() for cell in row)
    assert all(isinstance(cell.value, str | None) for row in sheet.iter_rows() for cell in row)
    choices = {str(each.sqref).rstrip("0123456789"): each.formula1 for each in sheet.data_validations.dataValidation}
    assert choices["C2:C"] == '"Đảng,Nhà nước"'
    assert "Chi bộ" in choices["D2:D"]
    assert min(sheet.column_dimensions[letter].width for letter in "ABCDEFG") >= 10


FORMULAS = ["=1+1", '=HYPERLINK("http://x")', "+84", "-cmd", "@SUM(A1)", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(workspace: Workspace, text: str) -> None:
    roster = Path("units.yaml")
    quoted = text.replace('"', '\\"')
    content = roster.read_text(encoding="utf-8").replace("archive: Chi bộ", f'archive: "{quoted}"', 1)
    roster.write_text(content, encoding="utf-8")
    before = load_workspace(Workspace(Path.cwd())).units_file
    assert main(["unit", "table", "-o", "a.xlsx"]) == DONE
    assert main(["unit", "table", "-o", "a.csv"]) == DONE
    cells = [cell for row in load_workbook("a.xlsx")["units"].iter_rows() for cell in row if cell.value == text]
    assert [cell.data_type for cell in cells] == ["s"]
    with Path("a.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert {cell for row in csv.reader(stream) for cell in row if cell.endswith(text)} == {f"'{text}"}
    roster.unlink()
    for form in ("xlsx", "csv"):
        Path(f"a.{form}").rename(f"units.{form}")
        assert load_workspace(Workspace(Path.cwd())).units_file == before
        Path(f"units.{form}").unlink()


def test_a_file_that_is_there_stays(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_text("mine", encoding="utf-8")
    assert main(["unit", "table", "-o", "a.csv"]) == NOT_RUN
    assert Path("a.csv").read_text(encoding="utf-8") == "mine"
    assert main(["unit", "table", "-o", "a.csv", "--overwrite"]) == DONE
    assert main(["unit", "table", "-o", "a.docx"]) == NOT_RUN


def test_the_empty_table_says_what_to_fill_in(workspace: Workspace) -> None:
    Path("units.yaml").unlink()
    office = Path("vanthu.yaml")
    kept = [line for line in office.read_text(encoding="utf-8").splitlines() if "covers:" not in line]
    office.write_text("\n".join(kept), encoding="utf-8")
    assert main(["unit", "table", "-o", "units.xlsx"]) == DONE
    sheet = load_workbook("units.xlsx")["units"]
    assert sheet.max_row == 1
    assert {"Mã", "Tên", "Khối", "Tên ở đầu trang", "Họ tên người ký"} <= {cell.value for cell in sheet[1]}
    assert main(["unit", "list"]) == DONE
