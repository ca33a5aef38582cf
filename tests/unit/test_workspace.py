"""Finding a workspace as git does, and files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.workspace import Workspace, find, open_workspace, write_all_whole


def test_found_upwards(tmp_path: Path) -> None:
    (tmp_path / "vanthu.yaml").touch()
    deep = tmp_path / "plans" / "2026"
    deep.mkdir(parents=True)
    assert find(deep) == find(tmp_path) == tmp_path


def test_the_nearest_wins(tmp_path: Path) -> None:
    inner = tmp_path / "chi-bo"
    inner.mkdir()
    (tmp_path / "vanthu.yaml").touch()
    (inner / "vanthu.yaml").touch()
    assert find(inner) == inner


def test_a_folder_of_that_name_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "vanthu.yaml").mkdir()
    assert find(tmp_path) != tmp_path


@pytest.mark.parametrize("named", [True, False])
def test_none_is_said_with_the_way_out(tmp_path: Path, named: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GeneratorError) as raised:
        open_workspace(tmp_path if named else None)
    assert "vanthu.yaml" in raised.value.message
    assert "vanthu new" in raised.value.hint


def test_paths_and_plans(tmp_path: Path) -> None:
    (tmp_path / "vanthu.yaml").touch()
    workspace = open_workspace(tmp_path)
    assert workspace == Workspace(tmp_path)
    assert workspace.plan_files() == ()
    (tmp_path / "plans" / "cũ.yaml").mkdir(parents=True)
    for name in ("b.yaml", "a.yml", "ghi-chu.txt"):
        (tmp_path / "plans" / name).touch()
    assert [path.name for path in workspace.plan_files()] == ["a.yml", "b.yaml"]
    assert workspace.unit_profile("chi-bo") == tmp_path / "units" / "chi-bo" / "profile.yaml"
    assert workspace.unit_templates("chi-bo") == tmp_path / "units" / "chi-bo" / "templates_docx"


def test_written_whole_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "out" / "chi-bo" / ("dài" * 60 + ".docx")
    write_all_whole({path: b"one"})
    write_all_whole({path: b"two"})
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_is_as_readable_as_any(tmp_path: Path) -> None:
    write_all_whole({tmp_path / "a": b""})
    (tmp_path / "b").touch()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"before")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GeneratorError) as raised:
        write_all_whole({path: b"after"})
    assert "đĩa đã đầy" in raised.value.message
    assert raised.value.hint
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_all_whole({tmp_path / "plan.docx": b""})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_and_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    (tmp_path / "b").touch()
    for path in (tmp_path / "a.docx", tmp_path / "b" / "c.docx"):
        with pytest.raises(GeneratorError) as raised:
            write_all_whole({path: b""})
        assert str(path) in raised.value.message
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "b"]
