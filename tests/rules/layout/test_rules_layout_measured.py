"""docs/measured.md: the plan printed again measures what the page says."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from scripts import measured_page as script
from tests import office

NUMBER = re.compile(r"(?<=of )\d+\.\d(?= mm)|(?<=\| )\d+\.\d(?= \|$)")


@pytest.fixture(scope="module")
def printed() -> list[str]:
    """The lines of the page as they would be written now."""
    reason = office.missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    return script.page(script.measured()).splitlines()


def committed() -> list[str]:
    return Path(script.PAGE).read_text(encoding="utf-8").splitlines()


def test_the_page_says_what_the_regimes_want(printed: list[str]) -> None:
    now, then = ([NUMBER.sub("…", line) for line in lines] for lines in (printed, committed()))
    assert now == then, "run scripts/measured_page.py"


def test_the_pages_measure_what_the_page_says(printed: list[str]) -> None:
    now, then = ([float(each) for line in lines for each in NUMBER.findall(line)] for lines in (printed, committed()))
    assert len(then) > 40
    assert now == pytest.approx(then, abs=script.TOLERANCE)
