"""What every test shares: slow ones run when CI does, or when they are asked for."""

from __future__ import annotations

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the slow tests too")
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/*.txt anew")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow") or os.environ.get("CI") == "true":
        return
    skip = pytest.mark.skip(reason="slow; run it with --slow")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)
