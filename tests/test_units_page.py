"""docs/units.md: its profile is a sound one, and `vanthu unit show` says of it what the page shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.commands.main import main
from generator.pipeline import origins

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "units.md").read_text(encoding="utf-8")
DONE = 0


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example with the profile that the page shows."""
    made = tmp_path / "vi-du"
    shutil.copytree(ROOT / "data/examples/cai-rang", made)
    for name, text in re.findall(r"<!-- (units/\S+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(made)
    return made


def test_the_profile_is_sound_and_does_something(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate"]) == DONE
    out = capsys.readouterr().out
    assert "profile.yaml" not in out


def test_the_page_shows_what_the_program_says(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origins, "regime_for", lambda *_asked: "party-hd05")  # on whatever day the tests run
    (command,) = re.findall(r"```console\n\$ vanthu (.*)\n```", PAGE)
    (shown,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert main(command.split()) == DONE
    printed = {" ".join(line.split()) for line in capsys.readouterr().out.splitlines()}
    assert {" ".join(line.split()) for line in shown.splitlines()} <= printed
    assert shown.strip()
