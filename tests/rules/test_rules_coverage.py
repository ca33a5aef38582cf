"""Every value of every regime has a rule that enforces it or a reason why none does; docs/coverage.md says which."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from generator.check.unenforced import reasons, why_unenforced
from generator.profile import regimes

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "coverage_page.py"))
ENFORCED = SCRIPT["enforced"]()


def test_the_page_is_current() -> None:
    committed = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert committed == SCRIPT["page"](), "run scripts/coverage_page.py"


@pytest.mark.parametrize("regime", regimes())
def test_every_value_has_a_rule_or_a_reason(regime: str) -> None:
    assert [path for path, rules in ENFORCED[regime].items() if not rules and why_unenforced(path) is None] == []


def test_every_reason_is_that_of_some_value_without_a_rule() -> None:
    free = {path for by_path in ENFORCED.values() for path, rules in by_path.items() if not rules}
    by_path, by_section, by_key = reasons()
    sections, keys = ({path.partition(".")[at] for path in free} for at in (0, 2))
    assert [by_path.keys() - free, by_section.keys() - sections, by_key.keys() - keys] == [set(), set(), set()]
