"""docs/batch.md: its commands run as they stand and print what it shows; its tables are the program's own."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from generator.commands.batch import batch
from generator.commands.main import main
from generator.pipeline.batch.manifest import _COLUMNS, _EARLIER, _STATUSES

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
DONE = 0
ANYTHING = "…"
"""Stands for whatever differs from run to run."""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "vi-du"
    shutil.copytree(ROOT / "data/examples/cai-rang", made)
    monkeypatch.chdir(made)
    return made


def steps() -> Iterator[tuple[str, list[str]]]:
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL):
        command, *output = block.splitlines()
        yield command.removeprefix("$ vanthu "), output


def firsts(title: str) -> list[str]:
    """The first cell of each row of the table with this title row."""
    rows = PAGE.partition(f"| {title} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [row.split(" | ")[0].strip("| ") for row in rows]


def test_every_command_prints_what_the_page_shows(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command, shown in steps():
        assert main(shlex.split(command)) == DONE
        printed = capsys.readouterr().out.splitlines()
        patterns = [re.escape(line).replace(ANYTHING, ".*") for line in shown]
        assert len(printed) == len(patterns), printed
        assert all(map(re.fullmatch, patterns, printed)), printed


def test_every_option_has_its_row() -> None:
    named = re.findall(r"`(-[-a-z]+)", " ".join(firsts("Tùy chọn | Nghĩa")))
    assert sorted(set(named)) == sorted(one for param in batch.params for one in param.opts if one.startswith("-"))


def test_every_column_of_the_manifest_has_its_row() -> None:
    assert ", ".join(firsts("Cột | Nghĩa")) == ", ".join(title for title, *_how in _COLUMNS)


def test_every_status_has_its_row() -> None:
    assert firsts("Tình trạng | Nghĩa") == [*_STATUSES.values(), _EARLIER]


def test_every_finding_of_a_run_has_its_row() -> None:
    sources = (ROOT / "generator/pipeline/batch").rglob("*.py")
    codes = {code for file in sources for code in re.findall(r'"(batch/[-a-z]+)"', file.read_text(encoding="utf-8"))}
    assert set(re.findall(r"`(batch/[-a-z]+)`", PAGE)) == codes


# Several machines, which are this one


def marked(name: str) -> list[list[str]]:
    """The commands of the block behind a mark."""
    (block,) = re.findall(rf"<!-- {name} -->\n```sh\n(.*?)```", PAGE, re.DOTALL)
    return [shlex.split(line) for line in block.splitlines()]


def here(command: list[str], port: int) -> list[str]:
    """With this machine for all others, and two workers for as many as there are cores."""
    text = "\n".join(command).replace("may-chu:8786", f"127.0.0.1:{port}").replace("may-chu", "127.0.0.1")
    text = text.replace("may-1", "127.0.0.1").replace("\n8786\n", f"\n{port}\n").replace("\n-1\n", "\n2\n")
    return text.splitlines()


@contextmanager
def started(command: list[str], folder: Path) -> Iterator[None]:
    program, *arguments = command
    assert program == "dask"
    with (
        open(folder / "dask.log", "ab") as log,
        subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=log,
            stderr=log,
            start_new_session=True,
        ) as process,
    ):
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups on this system")
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")
def test_the_cluster_of_the_page_makes_what_one_machine_makes(workspace: Path) -> None:
    for command in marked("certificates"):
        subprocess.run(command, cwd=workspace, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (run,) = marked("run")
    with ExitStack() as stack:
        for name in ("scheduler", "worker"):
            (command,) = marked(name)
            stack.enter_context(started(here(command, port), workspace))
        assert main(here(run[1:], port)) == DONE
    assert main([*run[1 : run.index("--engine")], "-o", "mot-may"]) == DONE
    ours, alone = ({file.name: file.read_bytes() for file in Path(name).glob("*.docx")} for name in ("out", "mot-may"))
    assert ours == alone
    assert len(alone) == 24
