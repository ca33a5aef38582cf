"""docs/deadlines.md: its commands run in its order and say what it shows, its file is what they write."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from generator.commands.main import main
from generator.vietnamese.recurrence import UNDERSTOOD

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "deadlines.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"<!-- (\S+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL))
STEPS = [
    (step.split("\n", 1)[0], step.split("\n", 1)[1])
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for step in re.split(r"^\$ vanthu ", block, flags=re.MULTILINE)[1:]
]


def test_every_command_says_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = tmp_path / "vi-du"
    shutil.copytree(ROOT / "data/examples/cai-rang", workspace)
    (workspace / "plans/trong-cay.yaml").write_text(FILES["plans/trong-cay.yaml"], encoding="utf-8")
    monkeypatch.chdir(workspace)
    for command, shown in STEPS:
        assert main(shlex.split(command)) == 0
        assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
            *map(str.rstrip, shown.splitlines())
        ]
    assert (workspace / "progress/trong-cay.yaml").read_text(encoding="utf-8") == FILES["progress/trong-cay.yaml"]


@pytest.mark.parametrize("words", UNDERSTOOD)
def test_the_page_names_the_words_that_the_program_offers(words: str) -> None:
    assert f"`{words}`" in PAGE
