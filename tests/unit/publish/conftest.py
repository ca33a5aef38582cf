"""A machine with a LibreOffice that goes wrong on request; after every test nothing of it is left."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import machine
from tests.unit.publish.fake_office import install, processes_of


@dataclass(frozen=True)
class Desk:
    """Where a test works: documents here, PDFs there, the program in a third place, what is temporary in a fourth."""

    papers: Path
    out: Path
    office: Path
    temporary: Path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    if sys.platform == "win32":
        pytest.skip("the program is a script that Windows does not start")
    made = Desk(*(tmp_path / name for name in ("papers", "out", "office", "temporary")))
    made.papers.mkdir()
    made.temporary.mkdir()
    program = install(made.office)
    monkeypatch.setattr(machine, "office", lambda: program)
    monkeypatch.setattr(machine, "typefaces", lambda: ["Tinos"])
    monkeypatch.setattr(tempfile, "tempdir", str(made.temporary))
    yield made
    assert not left_over(tmp_path)
    assert not made.temporary.exists() or not list(made.temporary.iterdir())


def left_over(folder: Path) -> list[str]:
    """Processes that are still there when the system has had time to end them."""
    for _try in range(100):
        if not (found := processes_of(folder)):
            return []
        time.sleep(0.05)
    return found
