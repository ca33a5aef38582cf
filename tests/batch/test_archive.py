"""The archive: every tool opens it, with the right names, however many and however far in."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.pipeline.batch import archive

NAMES = ("guidance-chi-bo-1.docx", "plan-chi-bo-2.docx", "rong.docx", "Hướng dẫn Đảng ủy.docx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).write_bytes(b"" if name == "rong.docx" else name.encode() * 100)
    return tmp_path


def made(folder: Path, names: tuple[str, ...] = NAMES) -> Path:
    target = folder / "documents.zip"
    with target.open("wb") as file:
        archive.write(file, folder, names)
    return target


@pytest.mark.parametrize("names", [NAMES, ()])
def test_it_opens_and_holds_what_was_put_in(folder: Path, names: tuple[str, ...]) -> None:
    with zipfile.ZipFile(made(folder, names)) as opened:
        assert opened.testzip() is None
        assert tuple(opened.namelist()) == names
        assert all(opened.read(name) == (folder / name).read_bytes() for name in names)


def test_it_is_the_same_each_time(folder: Path) -> None:
    first = made(folder).read_bytes()
    (folder / NAMES[0]).touch()
    assert made(folder).read_bytes() == first


@pytest.mark.parametrize("limit", [pytest.param("_MANY", marks=pytest.mark.slow), "_LARGE"])
def test_an_archive_beyond_the_old_limits_opens_too(folder: Path, limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new form stands where the old one's fields are full."""
    if limit == "_MANY":
        names = tuple(f"{number}.docx" for number in range(66_000))
        for name in names:
            (folder / name).touch()
    else:
        # Ends of 4 GiB cannot be made here: a member is taken for one that lies beyond them, and read where it lies.
        monkeypatch.setattr(archive, "_is_far", lambda at: at > 0)
        names = NAMES
    target = made(folder, names)
    with zipfile.ZipFile(target) as opened:
        assert opened.testzip() is None
        assert len(opened.namelist()) == len(names)


@pytest.mark.skipif(shutil.which("unzip") is None, reason="unzip is not installed")
def test_unzip_finds_no_fault(folder: Path) -> None:
    told = subprocess.run(["unzip", "-t", made(folder)], check=True, capture_output=True)
    assert b"No errors detected" in told.stdout
    assert told.stdout.count(b"OK") == len(NAMES)
