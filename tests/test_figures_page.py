"""docs/figures.md: its commands run in its order and print what it shows; what it quotes stands where it says."""

from __future__ import annotations

import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest

from generator.commands.main import main
from generator.model.collection import CollectionForm
from generator.model.figure_reference import Aspect, OfUnits, references
from generator.sources.load import load_workspace
from generator.workspace import Workspace

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
QUOTED = re.findall(r"<!-- (\S+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL)
ANYTHING = "…"
"""In a line: whatever differs from run to run; alone on a line: any lines."""
FINDINGS = ("form collect",)
"""Commands that are shown with what they have to complain of."""
OWN, DISPATCH = "indicators.yaml", "dispatches"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as somebody begins with it: nothing of phase 1 collected, the page's dispatch in the plan."""
    made = tmp_path / "vi-du"
    shutil.copytree(ROOT / "data/examples/cai-rang", made)
    shutil.rmtree(made / "figures/ke-hoach/dot-1")
    plan = made / "plans/ke-hoach.yaml"
    text = plan.read_text(encoding="utf-8")
    assert text.count("\ndispatches:\n") == 1
    plan.write_text(text.replace("\ndispatches:\n", f"\ndispatches:\n{dict(QUOTED)[DISPATCH]}"), encoding="utf-8")
    monkeypatch.chdir(made)
    return made


def steps() -> list[tuple[str, str]]:
    blocks = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    found = (step.partition("\n") for block in blocks for step in re.split(r"^\$ vanthu ", block, flags=re.M)[1:])
    return [(command, shown) for command, _end, shown in found]


def pattern(shown: str) -> str:
    lines = (r"(?:.*\n)*?" if line == ANYTHING else f"{re.escape(line)}\n" for line in shown.splitlines())
    return "".join(lines).replace(ANYTHING, ".*")


def test_every_command_prints_what_the_page_shows(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(steps()) >= 9
    for command, shown in steps():
        code = main(shlex.split(command))
        printed = capsys.readouterr()
        out = "".join(f"{line.rstrip()}\n" for line in printed.out.splitlines())
        assert code == int(command.startswith(FINDINGS)), out + printed.err
        assert re.fullmatch(pattern(shown), out), out
    assert (workspace / "out/tinh-hinh-dot-1.html").is_file()


@pytest.mark.parametrize(("name", "text"), [each for each in QUOTED if each[0] not in (OWN, DISPATCH)])
def test_what_is_quoted_of_a_file_of_the_example_stands_there(name: str, text: str) -> None:
    assert text in (ROOT / "data/examples/cai-rang" / name).read_text(encoding="utf-8")


def test_the_offices_own_indicators_are_sound(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(OWN).write_text(dict(QUOTED)[OWN], encoding="utf-8")
    assert main(["validate"]) == 0, capsys.readouterr().out
    known = load_workspace(Workspace(workspace)).indicators
    assert known["loudspeakers_new"].part_of == "loudspeakers"
    assert "oral_sessions" in known


@pytest.mark.parametrize("aspect", [*Aspect])
def test_every_reference_to_an_indicator_has_its_row(aspect: Aspect) -> None:
    assert f"`{{mã.{aspect}}}`" in PAGE or (aspect is Aspect.VALUE and "`{mã}`" in PAGE)


@pytest.mark.parametrize("aspect", [*OfUnits])
def test_every_reference_to_units_has_its_row(aspect: OfUnits) -> None:
    assert f"`{{units.{aspect}}}`" in PAGE
    assert [each.aspect for each in references(f"{{units.{aspect}}}")] == [aspect]


def test_every_field_of_a_form_has_its_row() -> None:
    rows = PAGE.partition("| Trường | Nghĩa |")[2].partition("\n\n")[0]
    named = re.findall(r"`([a-z_]+)`", " ".join(row.split(" | ")[0] for row in rows.splitlines()))
    assert sorted(named) == sorted(CollectionForm.model_fields)


def test_every_finding_that_is_explained_is_one_that_the_program_has() -> None:
    told = set(re.findall(r"^\| `((?:returned|data)/[a-z-]+)`", PAGE, re.MULTILINE))
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "generator").rglob("*.py"))
    assert len(told) > 5
    assert not [code for code in told if f'"{code}"' not in sources and f'"{code.partition("/")[2]}"' not in sources]


def test_the_sentence_of_the_report_is_printed_as_the_page_says(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command, _shown in steps():
        main(shlex.split(command))
    capsys.readouterr()
    (said,) = re.findall(r"Câu ấy in thành “(.+?)” Sau", PAGE)
    with zipfile.ZipFile(workspace / "out/report-dot-1.docx") as package:
        text = re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())
    assert said in text
