"""`vanthu validate`: what it prints, how it ends, and that it writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import resources
from generator.commands.main import main
from generator.sources.load import load_indicators

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "ví dụ"
    assert main(["new", str(made), "--example", "cai-rang"]) == DONE
    monkeypatch.chdir(made)
    return made


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def break_plan(workspace: Path) -> None:
    plan = workspace / "plans" / "ke-hoach.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "\naims: sai\n", encoding="utf-8")


def test_the_example_is_sound(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["validate"]) == DONE
    assert capsys.readouterr().out == "0 lỗi, 0 cảnh báo\n"


def test_a_fault_is_one_line_with_place_and_hint(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_plan(workspace)
    before = files(workspace)
    capsys.readouterr()
    assert main(["validate"]) == FINDINGS
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(str(Path("plans") / "ke-hoach.yaml") + ":")
    assert ":1: lỗi data/unknown-field" in lines[0]
    assert "aim" in lines[1]
    assert lines[-1] == "1 lỗi, 0 cảnh báo"
    assert files(workspace) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["plans/ke-hoach.yaml"], FINDINGS),
        (["vanthu.yaml"], DONE),
        (["units.yaml", "vanthu.yaml"], DONE),
        (["vanthu.yaml", "plans/ke-hoach.yaml"], FINDINGS),
        (["plans/khong-co.yaml"], COULD_NOT_RUN),
        (["plans"], COULD_NOT_RUN),
    ],
)
def test_named_files(workspace: Path, arguments: list[str], code: int) -> None:
    break_plan(workspace)
    assert main(["validate", *arguments]) == code


PROGRESS = {
    "what the plan does not ask for": (
        "- {due: task-9.9, unit: x, on: 2025-01-10}",
        FINDINGS,
        ":2:11: lỗi data/unknown-due",
    ),
    "no list of entries": ("due: task-1.1", FINDINGS, ":2:3: lỗi data/"),
    "nothing wrong": ("- {due: phase-1, unit: quan-uy-cai-rang, on: 2025-01-10}", DONE, "0 lỗi, 0 cảnh báo"),
}


@pytest.mark.parametrize("named", [(), ("plans/ke-hoach.yaml",), ("progress/ke-hoach.yaml",)], ids=str)
@pytest.mark.parametrize(("entry", "code", "told"), PROGRESS.values(), ids=PROGRESS)
def test_what_is_done_is_looked_at_too(
    workspace: Path, entry: str, code: int, told: str, named: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "progress").mkdir()
    (workspace / "progress/ke-hoach.yaml").write_text(f"done:\n  {entry}\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["validate", *named]) == code
    assert told in capsys.readouterr().out


@pytest.mark.parametrize("named", [(), ("progress/ke-hoach-cu.yaml",)], ids=str)
def test_what_is_done_of_no_plan_is_told(
    workspace: Path, named: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "progress").mkdir()
    (workspace / "progress/ke-hoach-cu.yaml").write_text("done: []\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["validate", *named]) == DONE
    assert "progress/ke-hoach-cu.yaml: cảnh báo data/progress-without-plan" in capsys.readouterr().out


def test_the_workspace_of_the_named_file(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["validate", str(workspace / "plans" / "ke-hoach.yaml")]) == DONE
    assert main(["--workspace", str(workspace), "validate"]) == DONE
    assert main(["validate"]) == COULD_NOT_RUN


def test_a_warning_is_printed_and_passes(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = workspace / "plans" / "ke-hoach.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("subject: tuyên", "subject: Tuyên", 1), encoding="utf-8")
    capsys.readouterr()
    assert main(["validate"]) == DONE
    out = capsys.readouterr().out
    assert "cảnh báo data/subject-form" in out
    assert out.endswith("0 lỗi, 1 cảnh báo\n")
    assert main(["-q", "validate"]) == DONE
    assert capsys.readouterr().out == ""


def test_the_empty_workspace_says_what_is_blank(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", str(tmp_path / "mới")])
    capsys.readouterr()
    assert main(["--workspace", str(tmp_path / "mới"), "validate"]) == FINDINGS
    found = [line for line in capsys.readouterr().out.splitlines() if ": lỗi " in line or ": cảnh báo " in line]
    assert found
    assert all(" lỗi data/placeholder " in line for line in found)


FILLED = {
    "mã cơ quan": "dang-uy-xa-mau",
    "mã người ký": "bi-thu",
    "mã đơn vị": "chi-bo-mot",
    "ký hiệu": "CB",
    "ngày đầu kỳ": "01/3/2026",
    "ngày cuối kỳ": "30/6/2026",
    "hạn gửi biểu": "02/7/2026",
    "số buổi": "12",
    "chức vụ": "Bí thư",
    "mã công văn": "cong-van-mot",
    "số bản sao": "1",
    "ngày sao": "01/7/2026",
}


def fill_in(workspace: Path) -> None:
    for path in workspace.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for words, value in FILLED.items():
            text = text.replace(f"‹{words}›", value)
        path.write_text(text.replace("‹", "").replace("›", ""), encoding="utf-8")


def test_the_empty_workspace_filled_in_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "mới"
    main(["new", str(made)])
    fill_in(made)
    capsys.readouterr()
    assert main(["--workspace", str(made), "validate"]) == DONE
    assert capsys.readouterr().out == "0 lỗi, 0 cảnh báo\n"


def uncommented(plan: Path, part: str) -> str:
    """The plan with one of its skeletons in use: the comment lines from `# part:` to the next empty line."""
    before, start, after = plan.read_text(encoding="utf-8").partition(f"# {part}:\n")
    assert start
    block, end, rest = after.partition("\n\n")
    lines = [line.removeprefix("#").removeprefix(" ") for line in (start + block).splitlines()]
    return before + "\n".join(lines) + end + rest


PARTS = ["guidance", "slogans", "forms", "reports", "directive", "dispatches", "minutes", "copies", "confirmation"]


@pytest.mark.parametrize("part", PARTS)
def test_a_skeleton_is_blank_until_it_is_filled_in_and_then_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], part: str
) -> None:
    made = tmp_path / "mới"
    main(["new", str(made)])
    plan = made / "plans" / "ke-hoach.yaml"
    plan.write_text(uncommented(plan, part), encoding="utf-8")
    capsys.readouterr()
    assert main(["--workspace", str(made), "validate"]) == FINDINGS
    found = [line for line in capsys.readouterr().out.splitlines() if ": lỗi " in line or ": cảnh báo " in line]
    assert [line for line in found if " lỗi data/placeholder " not in line] == []
    fill_in(made)
    assert main(["--workspace", str(made), "validate"]) == DONE
    assert capsys.readouterr().out == "0 lỗi, 0 cảnh báo\n"


def test_a_report_of_the_template_takes_its_figures_from_the_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "mới"
    main(["new", str(made)])
    plan = made / "plans" / "ke-hoach.yaml"
    for part in ("forms", "reports"):
        plan.write_text(uncommented(plan, part), encoding="utf-8")
    text = plan.read_text(encoding="utf-8")
    rows = text.partition("      rows:\n")[2].partition("\n\n")[0]
    assert "          # - Đã tổ chức {oral_sessions}" in text
    text = text.replace(f"      rows:\n{rows}", "").replace("# - Đã tổ chức", "- Đã tổ chức")
    plan.write_text(text, encoding="utf-8")
    fill_in(made)
    capsys.readouterr()
    assert main(["--workspace", str(made), "validate"]) == DONE
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 lỗi, 0 cảnh báo")


def test_the_template_names_every_indicator() -> None:
    text = resources.data("workspace-template", "plans", "ke-hoach.yaml").read_text(encoding="utf-8")
    missing = [code for code, each in load_indicators().items() if f"# {code}: {each.name} ({each.unit})\n" not in text]
    assert missing == []


def test_the_empty_workspace_explains_every_field() -> None:
    for path in resources.data("workspace-template").rglob("*.yaml"):
        comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.lstrip().startswith("#")]
        assert len(comments) > 10, path
