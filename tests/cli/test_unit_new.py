"""`vanthu unit new`: a folder to fill in, and a place in the roster that harms nothing around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from generator.commands.main import main
from generator.sources.load import load_workspace
from generator.workspace import Workspace

DONE, FINDINGS, NOT_RUN = 0, 1, 2
NEW = ["unit", "new", "chi-bo-cong-an", "--name", "Chi bộ Công an: tổ 1", "--level", "cell", "--place", "Cái Răng"]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    made = tmp_path / "ví dụ"
    main(["new", str(made), "--example", "cai-rang"])
    monkeypatch.chdir(made)
    capsys.readouterr()
    return made


def as_table(name: str) -> None:
    if name != "units.yaml":
        main(["unit", "table", "-o", name])
        Path("units.yaml").unlink()


FORMS = ["units.yaml", "units.xlsx", "units.csv"]


@pytest.mark.parametrize("name", FORMS)
def test_a_new_unit_is_in_the_roster_and_has_a_profile(workspace: Path, name: str) -> None:
    as_table(name)
    before = load_workspace(Workspace(Path.cwd())).units_file
    assert main(NEW) == DONE
    loaded = load_workspace(Workspace(Path.cwd()))
    assert loaded.units_file.units[:-1] == before.units
    assert loaded.units_file.groups == before.groups
    unit = loaded.units_file.units[-1]
    assert (unit.id, unit.name, unit.level, unit.side) == (
        "chi-bo-cong-an", "Chi bộ Công an: tổ 1", "cell", "party",
    )  # fmt: skip
    # What all cells of the roster have in common.
    assert (unit.symbol, unit.archive, unit.place) == ("CB", "Chi bộ", "Cái Răng")
    assert Path("units/chi-bo-cong-an/profile.yaml").is_file()
    assert main(["validate"]) == DONE


@pytest.mark.parametrize("name", ["units.xlsx", "units.csv"])
def test_a_new_unit_stands_above_the_notes_of_a_table(workspace: Path, name: str) -> None:
    as_table(name)
    if name == "units.csv":
        file = Path(name)
        file.write_text(
            f"DANH SÁCH ĐƠN VỊ\n\n{file.read_text(encoding='utf-8-sig')}\nGhi chú: nháp\n", encoding="utf-8"
        )
    else:
        book = load_workbook(name)
        book["units"].insert_rows(1, 2)
        book["units"]["A1"] = "DANH SÁCH ĐƠN VỊ"
        book["units"].cell(book["units"].max_row + 3, 3).value = "Ghi chú: nháp"
        book.save(name)
    count = load_workspace(Workspace(Path.cwd())).roster.count
    assert main(NEW) == DONE
    loaded = load_workspace(Workspace(Path.cwd()))
    assert (loaded.roster.count, [each.code for each in loaded.warnings]) == (count + 1, ["data/note-row"])


def test_the_yaml_keeps_its_comments(workspace: Path) -> None:
    before = Path("units.yaml").read_text(encoding="utf-8")
    assert main(NEW) == DONE
    after = Path("units.yaml").read_text(encoding="utf-8")
    units, groups = before.split("# NHÓM")
    assert after.startswith(units.rstrip())
    assert after.endswith(f"\n# NHÓM{groups}")
    added = after[len(units.rstrip()) : -len(f"# NHÓM{groups}")]
    assert added.split()[:3] == ["-", "id:", "chi-bo-cong-an"]


def test_the_workbook_keeps_all_else(workspace: Path) -> None:
    as_table("units.xlsx")
    book = load_workbook("units.xlsx")
    book["units"]["B3"].font = Font(italic=True)
    book.create_sheet("Ghi chú")["A1"] = "=1+1"
    book.save("units.xlsx")
    assert main(NEW) == DONE
    after = load_workbook("units.xlsx")
    assert after["units"]["B3"].font.italic
    assert after["Ghi chú"]["A1"].value == "=1+1"
    assert after["units"].data_validations.count > 0


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("units:\n", "units:\n"),
        ("units:\n- id: x\n  name: y\n", "- id: x\n  name: y\n\n- id: moi\n"),
        ("groups: []\nunits:\n", "units:\n"),
    ],
)
def test_other_ways_to_write_a_list(workspace: Path, content: str, expected: str) -> None:
    from generator.sources.add_unit import with_unit

    file = Path("units.yaml")
    file.write_text(content, encoding="utf-8")
    new = {"id": "moi", "name": "Mới", "side": "party", "header.name": "Mới"}
    changed = with_unit(file, new).decode("utf-8")
    assert expected in changed
    assert "- id: moi\n" in changed


def test_a_unit_that_is_there_gets_its_profile_alone(workspace: Path) -> None:
    before = Path("units.yaml").read_bytes()
    assert main(["unit", "new", "dang-uy-phuong-hung-phu"]) == DONE
    assert Path("units.yaml").read_bytes() == before
    assert Path("units/dang-uy-phuong-hung-phu/profile.yaml").is_file()
    assert main(["validate"]) == DONE


def test_nothing_is_overwritten(workspace: Path) -> None:
    assert main(["unit", "new", "dang-uy-phuong-hung-phu"]) == DONE
    profile = Path("units/dang-uy-phuong-hung-phu/profile.yaml")
    profile.write_text("extends: auto # của tôi\n", encoding="utf-8")
    assert main(["unit", "new", "dang-uy-phuong-hung-phu"]) == NOT_RUN
    assert "của tôi" in profile.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["con", "--name", "x"], FINDINGS, "data/reserved-name"),
        (["Chi bộ", "--name", "x"], FINDINGS, "data/wrong-form"),
        (["../x", "--name", "x"], FINDINGS, "data/wrong-form"),
        (["a", "--name", " "], FINDINGS, "data/"),
        (["a", "--name", "Chi bộ\nMột"], FINDINGS, "--name: lỗi data/line-break"),
        (["a", "--name", "x", "--symbol", "x" * 21], FINDINGS, "--symbol: lỗi data/too-long"),
        (["A B", "--name", "x"], FINDINGS, "MÃ: lỗi data/wrong-form"),
        (["a", "--name", "x", "--parent", "nobody"], FINDINGS, "data/unknown-unit"),
        (["cac-dang-uy-phuong", "--name", "x"], FINDINGS, "data/duplicate-id"),
        (["a"], NOT_RUN, "--name"),
        (["dang-uy-phuong-hung-phu", "--name", "x"], NOT_RUN, "bỏ --name"),
        (["quan-uy-cai-rang", "--place", "x"], NOT_RUN, "bỏ --place"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    workspace: Path, arguments: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(Path().rglob("*")), Path("units.yaml").read_bytes()
    assert main(["unit", "new", *arguments]) == code
    output = capsys.readouterr()
    assert told in output.out + output.err
    assert (sorted(Path().rglob("*")), Path("units.yaml").read_bytes()) == before


def test_what_is_not_said_is_left_to_fill_in(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["unit", "new", "a", "--name", "Đơn vị A", "--level", "congress"]) == DONE
    assert "‹…›" in capsys.readouterr().out
    assert "‹địa danh›" in Path("units.yaml").read_text(encoding="utf-8")
    assert main(["validate"]) == FINDINGS
    assert "data/placeholder" in capsys.readouterr().out


@pytest.mark.parametrize("name", FORMS)
def test_units_are_added_beside_those_that_are_still_to_be_filled_in(
    workspace: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    as_table(name)
    for unit in ("a", "b", "c"):
        assert main(["unit", "new", unit, "--name", f"Đơn vị {unit}", "--level", "congress"]) == DONE
    capsys.readouterr()
    assert main(["unit", "list"]) == DONE
    assert "a, b, c" in capsys.readouterr().out.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["unit", "table", "-o", "bang.xlsx"], DONE),
        (["unit", "show", "a"], DONE),
        (["template", "list", "--unit", "dang-uy-phuong-hung-phu"], DONE),
        (["template", "lint", "plan", "--unit", "a"], DONE),
        (["validate"], FINDINGS),
        (["render", "plans/ke-hoach.yaml", "--kind", "report", "--unit", "a", "-o", "a.docx"], FINDINGS),
    ],
)
def test_what_a_unit_still_to_be_filled_in_stops(workspace: Path, arguments: list[str], code: int) -> None:
    assert main(["unit", "new", "a", "--name", "Đơn vị A", "--level", "congress"]) == DONE
    assert main(arguments) == code
