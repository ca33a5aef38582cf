"""`vanthu fix`: what it writes and says, how it ends, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.main import main
from tests.rules.documents import made
from tests.rules.operations import change

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
WRONG_SIZE = {"op": "run", "text": "Một đoạn về mục đích", "size": "13pt"}
WRONG_WORD = {"op": "replace", "old": "ĐẢNG CỘNG SẢN", "new": "ĐẢNG CỌNG SẢN"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(change(made("plan-party-hd05"), WRONG_SIZE))
    return path


def test_the_copy_is_written_and_each_change_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert main(["fix", str(file), "-o", "sua.docx"]) == DONE
    said = capsys.readouterr().out
    assert "đã sửa cỡ chữ: 13 pt → 14 pt" in said
    assert "Căn cứ: HD05" in said
    assert "ke-hoach.docx: sửa 1 chỗ, còn 0 điều phải xem" in said
    assert file.read_bytes() == before
    assert main(["check", "sua.docx"]) == DONE


def test_what_only_a_person_can_decide_is_left_and_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(change(made("plan-party-hd05"), [WRONG_SIZE, WRONG_WORD]))
    assert main(["fix", str(file), "-o", "sua.docx"]) == FINDINGS
    assert "components/party-title" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", str(file), "--dry-run"]) == DONE
    assert "đã sửa cỡ chữ" in capsys.readouterr().out
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_several_files_go_into_a_folder(file: Path) -> None:
    other = file.with_name("khac.docx")
    other.write_bytes(file.read_bytes())
    assert main(["-q", "fix", str(file), str(other), "-o", "sua"]) == DONE
    assert sorted(each.name for each in Path("sua").iterdir()) == ["ke-hoach.docx", "khac.docx"]


REFUSED = {
    "no output": ["fix", "ke-hoach.docx"],
    "the file itself": ["fix", "ke-hoach.docx", "-o", "ke-hoach.docx"],
    "the folder of the file": ["fix", "ke-hoach.docx", "-o", "."],
    "one file for several": ["fix", "ke-hoach.docx", "b.docx", "-o", "c.docx"],
    "a regime that there is not": ["fix", "ke-hoach.docx", "-o", "sua.docx", "--regime", "khong-co"],
    "a file that stands there": ["fix", "ke-hoach.docx", "-o", "co-san.docx"],
}


@pytest.mark.parametrize("why", REFUSED)
def test_it_does_not_run_and_writes_nothing(why: str, file: Path) -> None:
    Path("co-san.docx").write_bytes(b"nguoi khac")
    before = {path: path.read_bytes() for path in file.parent.iterdir()}
    assert main(REFUSED[why]) == COULD_NOT_RUN
    assert {path: path.read_bytes() for path in file.parent.iterdir()} == before


def test_a_file_that_stands_there_is_replaced_when_that_is_asked_for(file: Path) -> None:
    Path("sua.docx").write_bytes(b"nguoi khac")
    assert main(["-q", "fix", str(file), "-o", "sua.docx", "--overwrite"]) == DONE
    assert Path("sua.docx").read_bytes().startswith(b"PK")


def test_a_file_that_is_no_docx_is_told_and_nothing_written(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("chữ", encoding="utf-8")
    assert main(["fix", str(file), "-o", "sua.docx"]) == FINDINGS
    assert "file/" in capsys.readouterr().out
    assert not Path("sua.docx").exists()
