"""Every command explains itself, in every language, and none loads a library to do so."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from generator.messages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
HEAVY = ["docx", "docxtpl", "jinja2", "lxml", "pydantic", "yaml"]
# In a process of its own: what this one has imported long since proves nothing.
WALK = """
import contextlib, io, json, sys
import click
from generator.commands.main import build, main
from generator.messages import speak

language, heavy = sys.argv[1], json.loads(sys.argv[2])
speak(language)

def paths(command, path):
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from paths(command.get_command(context, name), [*path, name])

def said(path):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = main(["--lang", language, *path, "--help"])
    return {"path": path, "code": code, "text": out.getvalue(), "heavy": [n for n in heavy if n in sys.modules]}

print(json.dumps([said(path) for path in paths(build(), [])]))
"""


@cache
def helps(language: str) -> list[dict[str, object]]:
    run = subprocess.run(
        [sys.executable, "-c", WALK, language, json.dumps(HEAVY)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: list[dict[str, object]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_explains_itself(language: str) -> None:
    usage = {"vi": "Cách dùng:", "en": "Usage:"}[language]
    for one in helps(language):
        lines = str(one["text"]).splitlines()
        assert one["code"] == 0, one["path"]
        assert lines[0].startswith(usage), one["path"]
        assert len(lines) > 2, one["path"]
        assert lines[2].strip(), f"no sentence on what it does: {one['path']}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_help_loads_a_library(language: str) -> None:
    assert [one["path"] for one in helps(language) if one["heavy"]] == []


def test_the_two_languages_have_the_same_commands_and_other_words() -> None:
    vietnamese, english = helps("vi"), helps("en")
    assert [one["path"] for one in vietnamese] == [one["path"] for one in english]
    assert not [one["path"] for one, other in zip(vietnamese, english, strict=True) if one["text"] == other["text"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--khong-co"], "Không có tùy chọn '--khong-co'"),
        (["khong-co"], "Không có lệnh 'khong-co'"),
        (["--lang", "fr"], "Giá trị của '--lang' không hợp lệ"),
        (["--workspace"], "Tùy chọn '--workspace' cần 1 giá trị"),
        (["--lang=en", "--none"], "No such option '--none'"),
    ],
)
def test_usage_errors_speak_the_language_and_could_not_run(arguments: list[str], said: str) -> None:
    run = subprocess.run(
        [sys.executable, "cli.py", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 2
    assert said in run.stderr
