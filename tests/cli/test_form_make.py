"""`vanthu form make`: one workbook a unit of the form, and nothing of anybody's is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook

from generator.commands.main import main
from generator.figures.layout import structure_of

DONE, FINDINGS, NOT_RUN = 0, 1, 2
ORDER = ["form", "make", "plans/ke-hoach.yaml", "--phase"]
UNIT = "dang-uy-phuong-le-binh"
COUNT = 9


FORMS = """\
- phase: 1
  title: Số liệu tuyên truyền đợt 1
  period_from: 2024-11-25
  period_to: 2025-05-31
  due: 2025-06-03
  units: [cac-dang-uy-phuong, phong-van-hoa-thong-tin, ban-tuyen-giao-quan-uy]
  asks:
    - indicators: [oral_sessions, oral_attendees]
    - {indicators: [cells_done_rate, banners], units: [cac-dang-uy-phuong]}
    - {indicators: [harmful_handled], units: [phong-van-hoa-thong-tin]}
  questions:
    - {id: mo-hinh, text: "Mô hình hay, cách làm mới"}
  targets:
    - {indicator: oral_sessions, value: 150}
    - {indicator: oral_sessions, value: 20, unit: dang-uy-phuong-le-binh}
- phase: 2
  title: Số liệu tuyên truyền đợt 2
  period_from: 2025-06-01
  period_to: 2025-12-31
  due: 2026-01-06
  units: [cac-dang-uy-phuong]
  asks:
    - indicators: [oral_sessions, oral_attendees]
"""


def change_plan(**fields: object) -> None:
    file = Path("plans/ke-hoach.yaml")
    data = yaml.safe_load(file.read_text("utf-8"))
    data.pop("reports", None)
    file.write_text(yaml.safe_dump(data | fields, allow_unicode=True), "utf-8")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    made = tmp_path / "ví dụ"
    main(["new", str(made), "--example", "cai-rang"])
    monkeypatch.chdir(made)
    shutil.rmtree("figures", ignore_errors=True)
    change_plan(forms=yaml.safe_load(FORMS))
    capsys.readouterr()
    return made


def codes(file: Path) -> tuple[str, ...]:
    rows = load_workbook(file)["_vanthu"].iter_rows(values_only=True)
    return tuple(line.code for line in structure_of(tuple(each for each in row if each) for row in rows).figures)


def files(folder: str) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in Path(folder).iterdir()}


def test_every_unit_of_the_form_gets_one(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ORDER, "1"]) == DONE
    made = files("out/bieu-dot-1")
    assert len(made) == COUNT
    assert f"{UNIT}.xlsx" in made
    assert f"Đã ghi {len(made)} biểu vào out/bieu-dot-1" in capsys.readouterr().out


def test_a_unit_is_asked_its_own_indicators_and_never_a_per_cent(workspace: Path) -> None:
    assert main([*ORDER, "1", "-o", "biểu"]) == DONE
    common = ("oral_sessions", "oral_attendees")
    assert codes(Path("biểu/phong-van-hoa-thong-tin.xlsx")) == (*common, "harmful_handled")
    ward = (*common, "cells_done", "cells_total", "banners")
    assert codes(Path(f"biểu/{UNIT}.xlsx")) == ward


def test_targets_stand_beside_what_they_are_of(workspace: Path) -> None:
    assert main([*ORDER, "1", "-o", "biểu"]) == DONE
    page = load_workbook(f"biểu/{UNIT}.xlsx")["Biểu số liệu"]
    assert [page[f"E{row}"].value for row in (8, 9)] == [20, None]
    assert load_workbook("biểu/phong-van-hoa-thong-tin.xlsx")["Biểu số liệu"].column_dimensions["E"].hidden


def test_figures_of_the_phase_before_stand_beside_the_empty_cells(workspace: Path) -> None:
    folder = Path("figures/ke-hoach/dot-1")
    folder.mkdir(parents=True, exist_ok=True)
    answer = f"unit: {UNIT}\nphase: 1\nfigures:\n  oral_sessions: 31\n  oral_attendees: not_applicable\n"
    (folder / f"{UNIT}.yaml").write_text(answer, encoding="utf-8")
    assert main([*ORDER, "2", "--units", UNIT, "-o", "biểu"]) == DONE
    file = Path(f"biểu/{UNIT}.xlsx")
    page = load_workbook(file)["Biểu số liệu"]
    shown = {code: (page[f"D{row}"].value, page[f"F{row}"].value) for row, code in enumerate(codes(file), 8)}
    assert shown["oral_sessions"] == (31, None)
    assert shown["oral_attendees"] == (None, None)


@pytest.mark.parametrize(
    ("units", "count"),
    [
        ([UNIT], 1),
        ([f"{UNIT},phong-van-hoa-thong-tin"], 2),
        ([UNIT, f"{UNIT},phong-van-hoa-thong-tin"], 2),
        (["cac-dang-uy-phuong"], 7),
        (["@chọn.txt"], 2),
    ],
)
def test_only_the_units_that_are_named(workspace: Path, units: list[str], count: int) -> None:
    Path("chọn.txt").write_text(f"{UNIT}  # một\nphong-van-hoa-thong-tin\n", encoding="utf-8")
    assert main([*ORDER, "1", "-o", "biểu", *(word for each in units for word in ("--units", each))]) == DONE
    assert len(files("biểu")) == count


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["9"], FINDINGS, ["data/no-form", "đợt 9", "1, 2"]),
        (["1", "--units", f"{UNIT[:-1]}"], FINDINGS, ["data/unknown-unit", f"có phải là “{UNIT}”?"]),
        (["1", "--units", "ubnd-quan-cai-rang"], FINDINGS, ["figures/unit-not-asked", "--units"]),
        (["1", "--units", "x,ubnd-quan-cai-rang"], FINDINGS, ["data/unknown-unit", "figures/unit-not-asked"]),
        (["0"], NOT_RUN, ["--phase"]),
        (["1", "-o", "một.xlsx"], NOT_RUN, ["một.xlsx"]),
        (["1", "--units", ","], NOT_RUN, ["--units"]),
        (["1", "--units", "all,x"], NOT_RUN, ["--units all", "x"]),
        (["1", "-o", "units.yaml"], NOT_RUN, ["units.yaml"]),
    ],
)
def test_what_cannot_be_made_is_told(
    workspace: Path, arguments: list[str], code: int, said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(workspace.rglob("*"))
    assert main([*ORDER, *arguments]) == code
    captured = capsys.readouterr()
    assert [each for each in said if each not in captured.out + captured.err] == []
    assert sorted(workspace.rglob("*")) == before


def test_the_same_is_not_written_twice(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ORDER, "1"]) == DONE
    made, stamps = files("out/bieu-dot-1"), [each.stat().st_mtime_ns for each in Path("out/bieu-dot-1").iterdir()]
    capsys.readouterr()
    assert main(["--lang", "en", *ORDER, "1"]) == DONE
    assert files("out/bieu-dot-1") == made
    assert [each.stat().st_mtime_ns for each in Path("out/bieu-dot-1").iterdir()] == stamps
    assert str(COUNT) in capsys.readouterr().out


@pytest.fixture
def returned(workspace: Path) -> Path:
    """A form that its unit has filled in and sent back to where the forms are."""
    assert main([*ORDER, "1"]) == DONE
    file = Path(f"out/bieu-dot-1/{UNIT}.xlsx")
    book = load_workbook(file)
    book["Biểu số liệu"]["F8"] = 12
    book.save(file)
    return file


def test_a_form_that_was_filled_in_stays(returned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = returned.read_bytes()
    capsys.readouterr()
    assert main([*ORDER, "1"]) == FINDINGS
    assert returned.read_bytes() == before
    assert f"out/bieu-dot-1/{UNIT}.xlsx: lỗi figures/form-kept" in capsys.readouterr().out


def test_a_form_that_was_filled_in_is_replaced_when_told_so(returned: Path) -> None:
    assert main([*ORDER, "1", "--overwrite"]) == DONE
    assert load_workbook(returned)["Biểu số liệu"]["F8"].value is None


def test_a_form_that_nobody_touched_follows_the_plan(workspace: Path) -> None:
    assert main([*ORDER, "1"]) == DONE
    change_plan(forms=yaml.safe_load(FORMS.replace("Số liệu tuyên truyền đợt 1", "Số liệu mới")))
    assert main([*ORDER, "1"]) == DONE
    assert load_workbook(f"out/bieu-dot-1/{UNIT}.xlsx")["Biểu số liệu"]["A2"].value == "SỐ LIỆU MỚI"


def test_a_file_that_is_no_form_stays(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = Path(f"biểu/{UNIT}.xlsx")
    file.parent.mkdir()
    file.write_bytes(b"khac")
    assert main([*ORDER, "1", "-o", "biểu", "--units", UNIT]) == FINDINGS
    assert file.read_bytes() == b"khac"
    assert "figures/form-kept" in capsys.readouterr().out


def test_a_unit_with_faults_gets_none_and_the_others_do(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = Path("units.yaml")
    text = roster.read_text("utf-8")
    start = text.index(f"id: {UNIT}")
    roster.write_text(text[:start] + text[start:].replace("side: party", "side: khong-ro", 1), "utf-8")
    assert main([*ORDER, "1"]) == FINDINGS
    made = files("out/bieu-dot-1")
    assert (len(made), f"{UNIT}.xlsx" in made) == (COUNT - 1, False)
    assert "units.yaml" in capsys.readouterr().out


def test_a_unit_that_is_asked_nothing_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forms = yaml.safe_load(FORMS)
    del forms[0]["asks"][0], forms[0]["questions"], forms[0]["targets"]
    change_plan(forms=forms)
    assert main([*ORDER, "1"]) == DONE
    assert "figures/nothing-asked" in capsys.readouterr().out
    assert not Path("out/bieu-dot-1/ban-tuyen-giao-quan-uy.xlsx").exists()
