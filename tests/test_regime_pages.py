"""docs/regimes: the committed pages are what the generator makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.profile import load_regime, regimes
from generator.profile.pages import page
from generator.profile.schema import GRADES

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "regimes"


@pytest.mark.parametrize("regime", regimes())
def test_the_page_is_current(regime: str) -> None:
    committed = (FOLDER / f"{regime}.md").read_text(encoding="utf-8")
    assert committed == page(load_regime(regime)), "run scripts/regime_pages.py"


def test_there_is_no_page_of_a_regime_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == {*regimes(), "README"}


def test_the_index_explains_every_grade_and_links_every_page() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [grade for grade in GRADES if f"| `{grade}` |" not in index] == []
    assert [regime for regime in regimes() if f"({regime}.md)" not in index] == []
