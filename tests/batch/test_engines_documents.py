"""The command on every engine: the same documents byte for byte, and one unit that ends its worker ends only itself."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from benchmarks.country import build
from generator.commands.main import main
from generator.pipeline.batch import run
from generator.pipeline.batch.engine import Work
from generator.pipeline.batch.engines import memory
from tests.batch import odd_workers as odd
from tests.documents import EXAMPLE

ENGINES = {
    "serial": ("--jobs", "1"),
    "process": ("--jobs", "2"),
    "dask": ("--jobs", "2", "--engine", "dask"),
}
DONE, FINDINGS = 0, 1


def batch(workspace: Path, output: Path, engine: str, *more: str) -> int:
    plan = workspace / "plans" / "ke-hoach.yaml"
    words = ("batch", str(plan), "--kind", "guidance", "-o", str(output), *ENGINES[engine], *more)
    return main(["--workspace", str(workspace), "--quiet", *words])


def hashes(output: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in output.glob("*.docx")}


def manifest(output: Path) -> list[dict[str, str]]:
    with (output / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{title: cell for title, cell in row.items() if "giây" not in title} for row in csv.DictReader(file)]


@pytest.mark.slow
@pytest.mark.parametrize("units", [0, 300], ids=["example", "roster"])
def test_every_engine_makes_the_same_documents_and_tells_the_same_of_them(units: int, tmp_path: Path) -> None:
    workspace = build(tmp_path / "country", units).parents[1] if units else EXAMPLE
    found = {}
    for engine in ENGINES:
        assert batch(workspace, tmp_path / engine, engine) == DONE
        found[engine] = (hashes(tmp_path / engine), manifest(tmp_path / engine))
    assert len(found["serial"][0]) >= (units or 14)
    assert found["process"] == found["serial"]
    assert found["dask"] == found["serial"]


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("thousand") / "country", 1_000).parents[1]


@pytest.mark.slow
@pytest.mark.parametrize("work", [odd.document_or_be_killed, odd.document_or_want_all_memory])
@pytest.mark.parametrize("engine", ["process", "dask"])
def test_one_unit_of_a_thousand_ends_its_worker(
    engine: str, work: Work, thousand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_whole", lambda: 4 << 30)
    monkeypatch.setattr(run, "work", work)
    assert batch(thousand, tmp_path / "out", engine, "--check", "none") == FINDINGS
    files, lines = hashes(tmp_path / "out"), manifest(tmp_path / "out")
    assert len(files) == 999
    assert len(lines) == 1_000
    (lost,) = [line for line in lines if not line["Tệp"]]
    assert lost["Mã đơn vị"] == odd.POISON_CELL
    assert "batch/lost" in lost["Điều cần xem đầu tiên"]
