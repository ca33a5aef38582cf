"""docs/numbers.md: its settings are read, its commands run in their order and say what it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from generator.commands.main import main
from generator.register.series import settings_faults
from generator.sources.load import load_workspace
from generator.workspace import Workspace

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "numbers.md").read_text(encoding="utf-8")
SETTINGS = dict(re.findall(r"<!-- (\S+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL))["vanthu.yaml"]
STEPS = [
    (step.split("\n", 1)[0], step.split("\n", 1)[1])
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for step in re.split(r"^\$ vanthu ", block, flags=re.MULTILINE)[1:]
]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "vi-du"
    shutil.copytree(ROOT / "data/examples/cai-rang", made)
    with (made / "vanthu.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{SETTINGS}")
    monkeypatch.chdir(made)
    return made


def test_the_settings_are_sound(workspace: Path) -> None:
    settings = load_workspace(Workspace(workspace)).office_file.register
    assert [*settings_faults(settings)] == []
    assert [str(term.first_day) for term in settings.terms] == ["2020-08-15", "2025-08-15"]


def test_every_command_says_what_the_page_shows(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command, shown in STEPS:
        assert main(shlex.split(command)) == 0, capsys.readouterr()
        assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
            *map(str.rstrip, shown.splitlines())
        ]


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`(?:vanthu )?(number [a-z]+)", PAGE))))
def test_every_command_that_is_named_is_there(command: str) -> None:
    assert main([*command.split(), "--help"]) == 0
