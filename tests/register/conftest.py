"""Registers to try: each test that asks for `books` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.register.books import Books
from tests.register.postgresql import Server, missing, server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server of our own, gone with the run; a test that needs it is skipped where it cannot be had, never in CI."""
    if why := missing():
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    with server() as running:
        yield running


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder in memory where there is one: what is tested is what programs do, not how fast the disk is."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="vanthu-", dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def books(request: pytest.FixtureRequest, quick: Path) -> Books:
    """An empty register of each sort."""
    if request.param == "sqlite":
        return Books(quick)
    running: Server = request.getfixturevalue("postgresql")
    return Books(quick, running.database())


@pytest.fixture
def file_book(tmp_path: Path) -> Books:
    """An empty register in a file."""
    return Books(tmp_path)
