"""`vanthu unit show`: every value with the file that says it, whichever layer it comes from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import resources
from generator.commands.main import main

DONE, FINDINGS = 0, 1
WARD, STATE, CHILD = "dang-uy-phuong-le-binh", "ubnd-quan-cai-rang", "phong-van-hoa-thong-tin"
PROFILE = """\
issuer:
  symbol: UB
  header: {name: [Ủy ban nhân dân, quận Cái Răng]}
house: {roman_suffix: dot}
body:
  size: {exactly: 14pt}
rules:
  page/margins: {severity: warning, reason: máy in cũ}
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    made = tmp_path / "ví dụ"
    main(["new", str(made), "--example", "cai-rang"])
    monkeypatch.chdir(made)
    write(made, STATE, PROFILE)
    capsys.readouterr()
    return made


def write(workspace: Path, unit: str, text: str) -> None:
    file = workspace / "units" / unit / "profile.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def shown(unit: str, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What is said of each field."""
    assert main(["unit", "show", unit]) == DONE
    rows = (row.split(maxsplit=1) for row in capsys.readouterr().out.splitlines())
    return {field: " ".join(rest.split()) for field, rest in rows}


@pytest.mark.parametrize(
    ("unit", "field", "words"),
    [
        (STATE, "symbol", f"UB units/{STATE}/profile.yaml:2"),
        (STATE, "header.name", f"Ủy ban nhân dân / quận Cái Răng units/{STATE}/profile.yaml:3"),
        (WARD, "contact", "để trống -"),
        (STATE, "recipients.minutes", "chỉ dòng lưu mặc định"),
        (STATE, "house.roman_suffix", f"dot units/{STATE}/profile.yaml:4"),
        (STATE, "house.bases_form", "để trống -"),
        (STATE, "layer", f"của chính đơn vị units/{STATE}"),
        (STATE, "body.size", f"14 pt; state-nd30: 13–14 pt (NĐ30 PL.I, I.II.6e) units/{STATE}/profile.yaml:6"),
        (STATE, "page/margins", f"warning: máy in cũ units/{STATE}/profile.yaml:8"),
        (CHILD, "house.roman_suffix", f"dot units/{STATE}/profile.yaml:4"),
        (CHILD, "layer", f"của cấp trên {STATE} units/{STATE}"),
        (CHILD, "body.size", f"14 pt; state-nd30: 13–14 pt (NĐ30 PL.I, I.II.6e) units/{STATE}/profile.yaml:6"),
        (CHILD, "page/margins", f"warning: máy in cũ units/{STATE}/profile.yaml:8"),
    ],
)
def test_a_value_comes_from_the_layer_that_says_it(
    workspace: Path, capsys: pytest.CaptureFixture[str], unit: str, field: str, words: str
) -> None:
    assert shown(unit, capsys)[field] == words


@pytest.mark.parametrize(
    ("unit", "field", "file"),
    [(CHILD, "symbol", "units.yaml"), (WARD, "house.bases_form", "vanthu.yaml"), (WARD, "regime", "vanthu.yaml")],
)
def test_a_value_that_no_layer_says(
    workspace: Path, capsys: pytest.CaptureFixture[str], unit: str, field: str, file: str
) -> None:
    name, line = shown(unit, capsys)[field].split()[-1].split(":")
    key = field.rpartition(".")[2]
    assert name == file
    assert (workspace / file).read_text(encoding="utf-8").splitlines()[int(line) - 1].strip().startswith(f"{key}:")


def test_a_regime_that_a_layer_has_fixed(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(workspace, WARD, "extends: party-hd36\n")
    assert shown(WARD, capsys)["regime"] == f"party-hd36 units/{WARD}/profile.yaml:1"


def test_templates_of_the_unit_and_of_its_superior(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for unit, names in ((STATE, ("plan", "base")), (CHILD, ("plan",))):
        for name in names:
            file = workspace / "units" / unit / "templates_docx" / "state" / f"{name}.docx"
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(resources.templates("state", f"{name}.docx"), file)
    found = shown(CHILD, capsys)
    assert found["state/plan.docx"].endswith(f"units/{CHILD}/templates_docx/state/plan.docx")
    assert found["state/plan.docx"].startswith("khối: ")
    assert found["state/base.docx"] == f"cả mẫu units/{STATE}/templates_docx/state/base.docx"


def test_widening_is_told_with_the_clause(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(workspace, CHILD, "body: {size: 13pt}\n")
    assert main(["unit", "show", CHILD]) == FINDINGS
    out = capsys.readouterr().out
    for words in ("profile/widened", f"units/{CHILD}/profile.yaml:1:8", "NĐ30 PL.I, I.II.6", STATE):
        assert words in out


def test_a_document_is_judged_by_the_profile_of_a_superior(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the regime lets pass, and the superior of the unit does not."""
    write(workspace, STATE, "body: {size: {exactly: 13pt}}\n")
    assert main(["render", "plans/ke-hoach.yaml", "--unit", CHILD, "-o", "a.docx"]) == DONE
    write(workspace, STATE, "body: {size: {exactly: 14pt}}\n")
    only = ["--only", "page/body-size", "--fail-on", "advice"]
    assert main(["check", "a.docx", *only]) == DONE
    assert main(["check", "a.docx", *only, "--unit", CHILD]) == FINDINGS
