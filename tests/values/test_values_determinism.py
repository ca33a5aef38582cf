"""The same plan is the same bytes: again and again, in other processes, and wherever and whenever those run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest

from generator.pipeline.wanted import kinds_of
from generator.profile.regimes import regimes
from tests.documents import document, example

ROOT = Path(__file__).resolve().parents[2]
CASES = [(kind.value, regime) for kind, regime in product(kinds_of(example()[1]), sorted(regimes()))]
SOME, MANY = 24, 100
PRINT = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.values.test_values_determinism import hashes
print("\\n".join(hashes()))
"""
PLACES = [
    # PYTHONHASHSEED, TZ, LC_ALL, the folder where the process runs
    ("0", "UTC", "C", "/"),
    ("1", "Asia/Ho_Chi_Minh", "C.UTF-8", "."),
    ("2", "America/Los_Angeles", "vi_VN.UTF-8", "tests"),
    ("3", "Pacific/Kiritimati", "tr_TR.UTF-8", "data"),
    ("4", "Etc/GMT+12", "POSIX", "/tmp"),
    ("4294967295", "Asia/Kathmandu", "de_DE.UTF-8", "docs"),
    ("random", "Europe/London", "ja_JP.eucJP", "/"),
    ("random", "Australia/Lord_Howe", "", "."),
]
QUICK = 2


def hashes() -> Iterator[str]:
    for kind, regime in CASES:
        yield f"{kind} {regime} {sha256(document(kind, regime=regime)).hexdigest()}"


@pytest.mark.parametrize(("kind", "regime"), CASES)
def test_again_and_again(kind: str, regime: str) -> None:
    assert len({document(kind, regime=regime) for _time in range(SOME)}) == 1


def test_a_hundred_of_a_hundred() -> None:
    assert len({document() for _time in range(MANY)}) == 1


def elsewhere(place: tuple[str, str, str, str]) -> list[str]:
    """The hashes of all documents that a process of its own makes."""
    seed, zone, language, folder = place
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-c", PRINT, str(ROOT)],
        cwd=ROOT / folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return run.stdout.split("\n")[:-1]


@pytest.mark.parametrize("count", [QUICK, pytest.param(len(PLACES), marks=pytest.mark.slow)])
def test_in_other_processes(count: int) -> None:
    here = list(hashes())
    assert len(here) == len(CASES)
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(elsewhere, PLACES[:count]):
            assert found == here
