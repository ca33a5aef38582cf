"""`vanthu unit`: the roster, and where a unit's values come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.main import main

DONE, FINDINGS = 0, 1


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    made = tmp_path / "ví dụ"
    main(["new", str(made), "--example", "cai-rang"])
    monkeypatch.chdir(made)
    capsys.readouterr()
    return made


def test_list(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["unit", "list"]) == DONE
    out = capsys.readouterr().out
    row = next(line for line in out.splitlines() if line.startswith("dang-uy-phuong-hung-phu"))
    for words in ("Đảng ủy phường Hưng Phú", "Đảng", "Xã", "ĐU", "để trống"):
        assert words in row
    assert "cac-dang-uy-phuong" in out


def test_show_says_where_each_value_stands(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["unit", "show", "dang-uy-phuong-hung-phu"]) == DONE
    rows = capsys.readouterr().out.splitlines()
    units = (workspace / "units.yaml").read_text(encoding="utf-8").splitlines()
    row = next(row for row in rows if row.startswith("issuing_body "))
    file, line = row.split()[-1].split(":")
    assert file == "units.yaml"
    assert units[int(line) - 1].strip().startswith("issuing_body:")
    assert any(row.startswith("regime ") and "vanthu.yaml:" in row for row in rows)


@pytest.mark.parametrize(
    ("typed", "field", "shown"),
    [
        ("header: {name: [Đại hội đại biểu, Đảng bộ phường]}", "header.name", "Đại hội đại biểu / Đảng bộ phường"),
        ("drafting_unit: VX", "drafting_unit", "VX"),
        ("contact: {address: Số 1}", "contact", "Số 1"),
    ],
)
def test_show_names_what_is_typed(
    workspace: Path, capsys: pytest.CaptureFixture[str], typed: str, field: str, shown: str
) -> None:
    units = workspace / "units.yaml"
    lines = units.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("  - id: dang-uy-phuong-hung-phu"))
    name = typed.partition(":")[0]
    others = [line for line in lines[start + 1 : start + 6] if not line.startswith(f"    {name}:")]
    lines[start + 1 : start + 6] = [f"    {typed}", *others]
    units.write_text("\n".join(lines), encoding="utf-8")
    assert main(["unit", "show", "dang-uy-phuong-hung-phu"]) == DONE
    row = next(row for row in capsys.readouterr().out.splitlines() if row.startswith(f"{field} "))
    assert shown in row
    assert row.endswith(f"units.yaml:{start + 2}")


def test_what_the_units_profile_changes(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = workspace / "units" / "dang-uy-phuong-hung-phu" / "profile.yaml"
    profile.parent.mkdir(parents=True)
    profile.write_text("id: hung-phu\nname: Hưng Phú\nextends: party-hd36\nbody: {size: 14pt}\n", encoding="utf-8")
    assert main(["unit", "show", "dang-uy-phuong-hung-phu"]) == DONE
    assert "dang-uy-phuong-hung-phu/profile.yaml:4" in capsys.readouterr().out


def test_without_recipients_of_its_own_only_the_archive(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    units = workspace / "units.yaml"
    lines = units.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("    recipients:"))
    end = next(number for number, line in enumerate(lines) if number > start and line.startswith("  - id:"))
    units.write_text("\n".join(lines[:start] + lines[end:]), encoding="utf-8")
    first = next(line for line in lines if line.startswith("  - id:")).split()[-1]
    assert main(["unit", "show", first]) == DONE
    row = next(row for row in capsys.readouterr().out.splitlines() if row.startswith("recipients.plan "))
    assert "chỉ dòng lưu" in row
    assert "vanthu.yaml" not in row


def test_an_unknown_id_names_the_nearest(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["unit", "show", "dang-uy-phuong-hung-ph"]) == FINDINGS
    out = capsys.readouterr().out
    assert "data/unknown-unit" in out
    assert "dang-uy-phuong-hung-phu" in out


def test_faults_of_the_files_come_first(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "vanthu.yaml").write_text("office: {}\n", encoding="utf-8")
    assert main(["unit", "list"]) == FINDINGS
    assert "data/missing-field" in capsys.readouterr().out


def test_no_units_yet(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "units.yaml").unlink()
    office = workspace / "vanthu.yaml"
    kept = [line for line in office.read_text(encoding="utf-8").splitlines() if "covers:" not in line]
    office.write_text("\n".join(kept), encoding="utf-8")
    assert main(["unit", "list"]) == DONE
    assert "units.yaml" in capsys.readouterr().out
