"""`vanthu new`: a workspace appears whole or not at all, and never over what is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import resources
from generator.commands.main import main

DONE, COULD_NOT_RUN = 0, 2


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("options", "source"), [([], ("workspace-template",)), (["--example", "cai-rang"], ("examples", "cai-rang"))]
)
def test_a_new_folder(
    tmp_path: Path, options: list[str], source: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "một" / "hai"
    assert main(["new", str(made), *options]) == DONE
    assert names(made) == names(resources.data(*source)) >= {"vanthu.yaml", "units.yaml", "plans/ke-hoach.yaml"}
    out = capsys.readouterr().out
    assert "vanthu validate" in out
    assert "vanthu render plans/ke-hoach.yaml" in out
    assert [path.name for path in made.parent.iterdir()] == ["hai"]


def test_the_current_folder_when_it_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "."]) == DONE
    assert names(tmp_path) == names(resources.data("workspace-template"))
    assert "cd " not in capsys.readouterr().out


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == COULD_NOT_RUN
    assert main(["new", str(tmp_path / "ghi-chu.txt")]) == COULD_NOT_RUN
    assert names(tmp_path) == {"ghi-chu.txt"}
    assert "Gợi ý" in capsys.readouterr().err


def test_an_unknown_example_names_the_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "a"), "--example", "cairang"]) == COULD_NOT_RUN
    assert "cai-rang" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_left_when_the_disk_is_full(tmp_path: Path, there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "a"
    if there:
        made.mkdir()
    copied: list[str] = []

    def full(source: str, target: str) -> str:
        if copied:
            raise OSError(28, "No space left on device")
        copied.append(target)
        Path(target).touch()
        return target

    monkeypatch.setattr(shutil, "copyfile", full)
    assert main(["new", str(made)]) == COULD_NOT_RUN
    assert [path for path in tmp_path.rglob("*") if path != made] == []
    assert made.exists() is there


def test_files_may_be_changed(tmp_path: Path) -> None:
    main(["new", str(tmp_path / "a")])
    with (tmp_path / "a" / "vanthu.yaml").open("a", encoding="utf-8") as file:
        file.write("# thêm\n")
