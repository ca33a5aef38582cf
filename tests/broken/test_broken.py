"""No file makes the program crash, hang or swallow the memory: each is refused with one finding, or opened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Faulty
from generator.docview.opening import open_view
from tests.broken import cases, packages
from tests.broken.packages import Make

ROOT = Path(__file__).resolve().parents[2]
MEMORY, SECONDS = 512, 10
ADDRESSES = 1_024
"""MiB: more than what is really used, for what is only set aside counts too."""


def looked_at(file: Path) -> tuple[bool, tuple[Diagnostic, ...]]:
    """Whether it opened, and what was found."""
    try:
        return True, open_view(file).findings
    except Faulty as refused:
        return False, refused.diagnostics


def check(make: Make, expected: cases.Refused | cases.Opened, folder: Path) -> None:
    opened, found = looked_at(make(folder))
    codes = tuple(each.code.removeprefix("file/") for each in found)
    assert (opened, codes) == ((False, (expected,)) if isinstance(expected, str) else (True, expected))


@pytest.mark.parametrize("name", cases.NOT_A_DOCUMENT)
def test_what_is_no_document_is_named(name: str, tmp_path: Path) -> None:
    check(*cases.NOT_A_DOCUMENT[name], tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("name", cases.ONLY_ON_POSIX)
def test_what_is_no_file_is_named(name: str, tmp_path: Path) -> None:
    check(*cases.ONLY_ON_POSIX[name], tmp_path)


@pytest.mark.parametrize("name", cases.DAMAGED)
def test_damaged(name: str, tmp_path: Path) -> None:
    check(*cases.DAMAGED[name], tmp_path)


@pytest.mark.parametrize("name", cases.HOSTILE)
def test_hostile(name: str, tmp_path: Path) -> None:
    check(*cases.HOSTILE[name], tmp_path)


@pytest.mark.parametrize("name", [*cases.NOT_A_DOCUMENT, *cases.DAMAGED, *cases.HOSTILE])
def test_every_refusal_says_what_to_do(name: str, tmp_path: Path) -> None:
    make, expected = (cases.NOT_A_DOCUMENT | cases.DAMAGED | cases.HOSTILE)[name]
    opened, found = looked_at(make(tmp_path))
    assert opened or all(each.message and each.hint and each.where.file for each in found), expected


@pytest.mark.parametrize("seed", range(60))
def test_flipped_bits(seed: int, tmp_path: Path) -> None:
    opened, found = looked_at(packages.flipped(seed)(tmp_path))
    assert opened or len(found) == 1


@pytest.mark.parametrize("seed", range(120))
def test_changed_parts(seed: int, tmp_path: Path) -> None:
    opened, found = looked_at(packages.mutated(seed)(tmp_path))
    assert opened or len(found) == 1


HEAVY: dict[str, tuple[Make, cases.Refused | cases.Opened]] = {
    "fifty thousand paragraphs": (packages.document(packages.long_document), ()),
    "no two paragraphs alike": (packages.document(lambda: packages.unlike_looks(70_000)), ()),
    "far too many paragraphs": (packages.document(lambda: packages.long_document(160_000)), "too-large"),
    "a table of a hundred thousand cells": (packages.document(lambda: packages.large_table(2_000, 30)), ()),
    "too large a table": (packages.document(lambda: packages.large_table(3_000, 40)), "too-many-elements"),
    "very many tables": (packages.document(lambda: packages.many_tables(40_000)), ()),
    "words very deep": (packages.document(lambda: packages.deep_runs(150_000)), ()),
    "five million elements": (packages.document(lambda: "<w:p/>\n" * 5_000_000), "bomb"),
    "very many sections": (packages.document(lambda: packages.many_sections(100_000)), "too-long"),
    "very many lines": (packages.document(lambda: packages.many_lines(200_000)), "too-long"),
    "very many tab stops": (
        packages.document(
            lambda: "".join(
                packages.p(
                    "a", style="T", properties=f"<w:tabs>{packages.tab_stops(2)}</w:tabs><w:ind w:left='{number}'/>"
                )
                for number in range(60_000)
            ),
            styles=packages.style("T", "T", body=f"<w:pPr><w:tabs>{packages.tab_stops(5_000)}</w:tabs></w:pPr>"),
        ),
        (),
    ),
    "very many styles": (
        packages.document(lambda: packages.p("a", style="S49999"), styles=packages.many_styles(50_000)),
        (),
    ),
    **{name: cases.HOSTILE[name] for name in ("one part behind many names", "a gigabyte of zeros", "tables in tables")},
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory a process took")
@pytest.mark.parametrize("name", HEAVY)
def test_heavy(name: str, tmp_path: Path) -> None:
    make, expected = HEAVY[name]
    script = [sys.executable, "-m", "tests.broken.measured", str(make(tmp_path)), str(ADDRESSES), str(SECONDS)]
    run = subprocess.run(script, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr[-2_000:]
    said = json.loads(run.stdout)
    assert said["peak"] <= MEMORY
    codes = tuple(code.removeprefix("file/") for code in said["codes"])
    assert (said["opened"], codes) == ((False, (expected,)) if isinstance(expected, str) else (True, expected))
