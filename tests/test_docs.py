"""The README's commands run as they stand and print what it shows, in both languages."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LISTING = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
READMES = ("README.md", "README.vi.md")
FAULTY_PLAN = "plans/sai.yaml"
"""The file that the README's YAML block shows."""
ANYTHING = "…"
"""In what the README shows it stands for whatever differs from run to run."""


def blocks(readme: str, language: str, mark: str = "") -> list[str]:
    """The fenced blocks of a language, or only the one after an HTML comment."""
    before = rf"<!-- {mark} -->\n" if mark else ""
    return re.findall(rf"{before}```{language}\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)


def steps(readme: str) -> Iterator[tuple[str, list[str]]]:
    """Each `$ vanthu …` of the console blocks with the lines that it is said to print."""
    for block in blocks(readme, "console"):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *output = step.splitlines()
            yield command, output


@pytest.mark.parametrize("readme", [READMES[0], pytest.param(READMES[1], marks=pytest.mark.slow)])
def test_every_command_prints_what_the_readme_shows(readme: str, tmp_path: Path) -> None:
    workspace = tmp_path / "vi-du"
    shutil.copytree(ROOT / "data/examples/cai-rang", workspace)
    for command, expected in steps(readme):
        if FAULTY_PLAN in command:
            (workspace / FAULTY_PLAN).write_text(blocks(readme, "yaml")[0], encoding="utf-8")
        program, *arguments = shlex.split(command)
        assert program == "vanthu"
        ran = subprocess.run(
            [sys.executable, str(ROOT / "cli.py"), *arguments], cwd=workspace, capture_output=True, encoding="utf-8"
        )
        printed = [line.rstrip() for line in ran.stdout.splitlines()]
        assert len(printed) == len(expected), command + ran.stdout + ran.stderr
        for line, shown in zip(printed, expected, strict=True):
            assert re.fullmatch(re.escape(shown.rstrip()).replace(ANYTHING, ".*"), line), command


def test_both_readmes_give_the_same_commands() -> None:
    for mark in ("main-command", "test-command"):
        assert blocks("README.md", "sh", mark) == blocks("README.vi.md", "sh", mark) != []


@pytest.mark.parametrize("readme", READMES)
def test_every_link_leads_somewhere(readme: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", (ROOT / readme).read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("readme", READMES)
def test_the_library_lines_work(readme: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data/examples/cai-rang", tmp_path / "vi-du")
    (code,) = blocks(readme, "python")
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, check=False)
    assert ran.returncode == 0
    assert (tmp_path / "vi-du/out/plan.docx").is_file()


@pytest.mark.slow
def test_the_main_command_makes_the_examples_documents_in_a_fresh_copy(tmp_path: Path) -> None:
    copy = tmp_path / "vanthu"
    files = subprocess.run(LISTING, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    for name in filter(None, files.stdout.split("\0")):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    (command,) = blocks("README.md", "sh", "main-command")
    subprocess.run(["bash", "-euc", command], cwd=copy, check=True)
    made = {file.name for file in (copy / "vi-du/out").iterdir()}
    names = ("plan", "guidance", "slogans", "report-dot-1", "report-dot-2", "directive", "dispatch")
    assert made == {f"{name}.docx" for name in names}
