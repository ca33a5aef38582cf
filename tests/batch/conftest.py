"""What tests of runs share: the language in which they are told, and the folder that a run fills."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.messages import SOURCE_LANGUAGE, speak
from tests.batch.offices import Folder


@pytest.fixture(autouse=True)
def _language() -> None:
    speak(SOURCE_LANGUAGE)


@pytest.fixture
def folder(root: Path) -> Folder:
    """Where `run` writes in the office `root`, which each module makes as large as it needs."""
    return Folder(root / "ra")
