"""`vanthu doctor` and the probing behind it, on machines that lack one thing or another."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest

from generator import machine, resources, workspace
from generator.commands.main import main

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="programs are made here as shell scripts")


@pytest.fixture(autouse=True)
def _whole_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine that has everything, whatever this one has; each test takes one thing away."""
    for name in ("regimes", "templates_docx"):
        (tmp_path / "packaged" / name).mkdir(parents=True)
    (tmp_path / "packaged" / "regimes" / "a.yaml").touch()
    (tmp_path / "packaged" / "templates_docx" / "base.docx").touch()
    monkeypatch.setattr(resources, "data", lambda *parts: tmp_path.joinpath("packaged", *parts))
    monkeypatch.setattr(resources, "templates", lambda: tmp_path / "packaged" / "templates_docx")
    monkeypatch.setattr(machine, "office", lambda: Path("/opt/soffice"))
    monkeypatch.setattr(machine, "office_version", lambda soffice: "25.8.1.2")
    monkeypatch.setattr(machine, "typefaces", lambda: ["Tinos"])
    monkeypatch.setattr(machine, "program", lambda name: Path("/usr/bin", name))
    monkeypatch.setattr(machine, "libraries", lambda: [machine.Bounded("jinja2", "3.1.6", ">=3.1.6,<4")])
    monkeypatch.chdir(tmp_path)


def test_a_whole_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "THIẾU" not in said
    assert "jinja2: 3.1.6 (cần >=3.1.6,<4)" in said
    assert "LibreOffice: 25.8.1.2" in said
    assert said.endswith("Đủ để làm văn bản.\n")


def test_quiet_on_a_whole_machine_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-q", "doctor"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("probe", "answer", "remedy"),
    [
        ("office", None, "libreoffice-writer-nogui"),
        ("office_version", None, "libreoffice-writer-nogui"),
        ("typefaces", [], "fonts-croscore"),
        ("program", None, "poppler-utils"),
        ("xml_parser", machine.Bounded("libxml2", "2.9.14", ">=2.11"), "lxml>=6"),
    ],
)
def test_what_is_optional_does_not_change_the_code(
    probe: str,
    answer: object,
    remedy: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(machine, probe, lambda *given: answer)
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    needed, optional = said.split("Không bắt buộc:")
    assert "THIẾU" not in needed
    assert "THIẾU" in optional
    assert remedy in optional


@pytest.mark.parametrize("version", [None, "3.1.5", "4.0"])
def test_a_library_out_of_its_bounds(
    version: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "libraries", lambda: [machine.Bounded("jinja2", version, ">=3.1.6,<4")])
    assert main(["doctor"]) == 2
    said = capsys.readouterr().out
    assert 'python -m pip install "jinja2>=3.1.6,<4"' in said
    assert said.endswith("Chưa làm được văn bản; còn thiếu: jinja2.\n")


def test_no_templates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "packaged" / "templates_docx" / "base.docx").unlink()
    assert main(["doctor"]) == 2
    assert "mẫu văn bản" in capsys.readouterr().out


def test_a_workspace_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / workspace.OFFICE_FILE).touch()
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path / "plans")
    monkeypatch.setattr(machine, "writable", lambda folder: folder != tmp_path)
    assert main(["doctor"]) == 2
    assert f"quyền ghi vào thư mục làm việc: {tmp_path}" in capsys.readouterr().out


def test_a_workspace_that_is_not_there(tmp_path: Path) -> None:
    assert main(["--workspace", str(tmp_path / "none"), "doctor"]) == 2


@pytest.mark.parametrize(
    ("version", "bounds", "fits"),
    [
        ("3.1.6", ">=3.1.6,<4", True),
        ("3.1.10", ">=3.1.6,<4", True),
        ("3.1", ">=3.1.6", False),
        ("4", "<4,>=3.1.6", False),
        ("0.20.2", ">=0.20,<0.21", True),
        ("0.21.0", ">=0.20,<0.21", False),
        ("6.0rc1", ">=6,<7", True),
        ("2.14.6", "", True),
    ],
)
def test_bounds(version: str, bounds: str, fits: bool) -> None:
    assert machine.within(version, bounds) is fits


def test_what_the_program_declares_is_here_and_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    libraries = machine.libraries()
    assert {"jinja2", "lxml", "docxtpl"} <= {library.name for library in libraries}
    assert "pytest" not in {library.name for library in libraries}
    assert all(library.bounds for library in libraries)
    assert [library for library in libraries if not library.fits] == []
    assert machine.python().fits
    assert machine.xml_parser().fits


@POSIX
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    note = tmp_path / "child"
    script = f"sleep 60 & echo $! > {note}; wait"
    started = time.monotonic()
    assert machine.answer(["/bin/sh", "-c", script], seconds=0.5) is None
    assert time.monotonic() - started < 10
    child = int(note.read_text(encoding="ascii"))
    for _attempt in range(100):
        if not Path(f"/proc/{child}").exists():
            break
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_a_program_that_is_not_there_or_fails() -> None:
    assert machine.answer(["/none/such"], seconds=5) is None
    assert machine.answer([sys.executable, "-c", "raise SystemExit(3)"], seconds=20) is None


@POSIX
def test_libreoffice_is_found_on_path_and_asked_with_a_profile_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    soffice = tmp_path / "soffice"
    soffice.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/given\necho "LibreOffice 25.8.1.2 60(Build:1)"\n')
    soffice.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = machine.office()
    assert found == soffice
    assert machine.office_version(found) == "25.8.1.2"
    given = (tmp_path / "given").read_text()
    assert re.fullmatch(r"--version -env:UserInstallation=file:///\S+\n", given)
    assert not Path(given.split("file://")[1].strip()).exists()


@POSIX
@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("Tinos\nDejaVu Sans,DejaVu Sans Condensed\n", ["Tinos"]),
        ("Tinos\nTimes New Roman,Times New Roman Bold\n", ["Times New Roman", "Tinos"]),
        ("DejaVu Serif\n", []),
    ],
)
def test_typefaces_as_fontconfig_lists_them(
    listed: str, found: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    lister = tmp_path / "fc-list"
    lister.write_text(f"#!/bin/sh\nprintf '{listed}'\n".replace("\n'", "\\n'"))
    lister.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine.typefaces() == found


def test_typefaces_in_the_fonts_folder_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    (tmp_path / "Fonts").mkdir()
    (tmp_path / "Fonts" / "times.TTF").touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert machine.typefaces()[0] == "Times New Roman"


def test_a_folder_that_can_be_written_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "packaged").rename(tmp_path / "other")
    before = sorted(tmp_path.iterdir())
    assert machine.writable(tmp_path)
    assert not machine.writable(tmp_path / "none")
    assert sorted(tmp_path.iterdir()) == before
