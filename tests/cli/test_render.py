"""`vanthu render`: which files it writes, how it says no, and that it then writes nothing."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from generator.commands.main import main
from generator.messages import SOURCE_LANGUAGE, speak
from tests.documents import EXAMPLE

PLAN = "plans/ke-hoach.yaml"
UNIT, STATE_UNIT = "dang-uy-phuong-hung-phu", "ubnd-quan-cai-rang"
DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, and the current folder."""
    copy = tmp_path / "Cái Răng"
    shutil.copytree(EXAMPLE, copy)
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture(autouse=True)
def _language() -> None:
    speak(SOURCE_LANGUAGE)


def made(workspace: Path) -> list[str]:
    """The documents; the example's units also have templates."""
    files = (file.relative_to(workspace) for file in workspace.rglob("*.docx"))
    return sorted(file.as_posix() for file in files if "templates_docx" not in file.parts)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def drop(file: Path, part: str) -> None:
    """A plan without one of its top-level parts, and without the dispatch that would carry it."""
    kept, dropping = [], False
    for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
        if line[:1].isalpha():
            dropping = line.startswith((f"{part}:", "dispatches:"))
        if not dropping:
            kept.append(line)
    file.write_text("".join(kept), encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ([], ["out/plan.docx"]),
        (["--kind", "guidance"], ["out/guidance.docx"]),
        (["--kind", "slogans"], ["out/slogans.docx"]),
        (["--kind", "report"], ["out/report-dot-1.docx", "out/report-dot-2.docx"]),
        (["--kind", "report", "--phase", "1"], ["out/report-dot-1.docx"]),
        (["--kind", "guidance", "--unit", UNIT], [f"out/guidance-{UNIT}.docx"]),
        (["--kind", "slogans", "--unit", STATE_UNIT], [f"out/slogans-{STATE_UNIT}.docx"]),
        (["--kind", "directive"], ["out/directive.docx"]),
        (["--kind", "dispatch"], ["out/dispatch.docx"]),
        (["--kind", "dispatch", "--unit", STATE_UNIT], [f"out/dispatch-{STATE_UNIT}.docx"]),
        (["--kind", "plan", "--kind", "guidance", "--kind", "plan"], ["out/guidance.docx", "out/plan.docx"]),
        (
            ["--kind", "plan", "--kind", "guidance", "--kind", "slogans", "--kind", "report", "--phase", "1"],
            ["out/guidance.docx", "out/plan.docx", "out/report-dot-1.docx", "out/slogans.docx"],
        ),
        (["-o", "kết quả/kế hoạch.docx"], ["kết quả/kế hoạch.docx"]),
        (["-o", "plan.DOCX", "--draft", "2"], []),
        (
            ["-o", "nơi khác", "--kind", "plan", "--kind", "report", "--phase", "1"],
            ["nơi khác/plan.docx", "nơi khác/report-dot-1.docx"],
        ),
        (["--regime", "party-hd05"], ["out/plan.docx"]),
        (["--regime", "auto"], ["out/plan.docx"]),
        (["--unit", STATE_UNIT, "--regime", "state-nd30"], [f"out/plan-{STATE_UNIT}.docx"]),
    ],
)
def test_the_files_it_makes(
    arguments: list[str], files: list[str], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", PLAN, *arguments]) == DONE
    assert made(workspace) == files
    said = capsys.readouterr().out
    for file in files:
        assert Path(file).name in said
        assert zipfile.ZipFile(workspace / file).testzip() is None
    # A name in capitals is a file all the same.
    assert (workspace / "plan.DOCX").is_file() == ("plan.DOCX" in arguments)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--kind", "report", "--phase", "3"], ["không có báo cáo đợt 3", "đang có đợt: 1, 2"]),
        (["--unit", "dang-uy-phuong-hung-phuu"], ["dang-uy-phuong-hung-phu"]),
        (["--regime", "state-nd30"], ["state-nd30 không dùng cho Quận ủy Cái Răng"]),
        (["--unit", STATE_UNIT, "--regime", "party-hd05"], ["party-hd05 không dùng cho Ủy ban nhân dân quận Cái Răng"]),
        (["--kind", "plan", "--kind", "report", "-o", "một.docx"], ["3 văn bản", "một.docx"]),
        (["--kind", "plan", "--kind", "report", "--phase", "7"], ["không có báo cáo đợt 7"]),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    arguments: list[str], words: list[str], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", PLAN, *arguments]) == FINDINGS
    said = capsys.readouterr()
    assert all(word in said.out + said.err for word in words), said
    assert made(workspace) == []


MISSING_PARTS = [
    ("guidance", "guidance"),
    ("slogans", "slogans"),
    ("reports", "report"),
    ("directive", "directive"),
    ("dispatches", "dispatch"),
    ("minutes", "minutes"),
]


@pytest.mark.parametrize(("part", "kind"), MISSING_PARTS)
def test_a_kind_that_the_plan_lacks(part: str, kind: str, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drop(workspace / PLAN, part)
    assert main(["render", PLAN, "--kind", "plan", "--kind", kind]) == FINDINGS
    assert f"“{part}”" in capsys.readouterr().out
    assert made(workspace) == []
    assert main(["render", PLAN]) == DONE


COPIES = "copies: [{form: true_copy}, {form: extract, sections: [2]}]\n"
SECOND_DISPATCH = """\
  - id: bo-sung
    subject: bổ sung hướng dẫn
    addressees: [Các đảng ủy phường]
    content: [Đề nghị thực hiện.]
"""
MINUTES = """\
minutes:
  subject: hội nghị triển khai kế hoạch
  sections: [{title: Nội dung, content: [Hội nghị thảo luận.]}]
"""


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["--copy", "1"], ["out/plan-copy-1.docx"]),
        (["--copy", "2", "--unit", UNIT], [f"out/plan-{UNIT}-copy-2.docx"]),
        (["--kind", "minutes"], ["out/minutes.docx"]),
        (["--kind", "dispatch"], ["out/dispatch-bo-sung.docx", "out/dispatch.docx"]),
        (["--kind", "dispatch", "--unit", UNIT], [f"out/dispatch-{UNIT}-bo-sung.docx", f"out/dispatch-{UNIT}.docx"]),
    ],
)
def test_copies_dispatches_and_minutes(arguments: list[str], files: list[str], workspace: Path) -> None:
    edit(workspace / PLAN, "dispatches:\n", f"{COPIES}{MINUTES}dispatches:\n{SECOND_DISPATCH}")
    assert main(["render", PLAN, *arguments]) == DONE
    assert made(workspace) == files


@pytest.mark.parametrize(
    ("copies", "words"),
    [
        ("", ["không có bản sao thứ 3", "thêm một mục vào copies"]),
        (COPIES, ["không có bản sao thứ 3", "đang có bản sao: 1, 2"]),
    ],
)
def test_a_copy_that_is_not_there_names_those_that_are(
    copies: str, words: list[str], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(workspace / PLAN, "dispatches:\n", f"{copies}dispatches:\n")
    assert main(["render", PLAN, "--copy", "3"]) == FINDINGS
    said = capsys.readouterr().out
    assert all(word in said for word in words), said
    assert made(workspace) == []


def test_what_is_doubtful_is_told_with_its_place_and_clause(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(workspace / PLAN, "dispatches:\n", "marks: {secrecy: secret}\ndispatches:\n")
    line = (workspace / PLAN).read_text(encoding="utf-8").splitlines().index("marks: {secrecy: secret}") + 1
    for command, code in ((["validate"], DONE), (["render", PLAN], DONE)):
        assert main(command) == code
        said = capsys.readouterr().out
        assert f"ke-hoach.yaml:{line}:18: cảnh báo render/secrecy-by-hand" in said
        assert said.count("render/secrecy-by-hand") == 1
        assert "Căn cứ: HD36" in said
    assert main(["-q", "render", PLAN]) == DONE
    assert capsys.readouterr().out == ""


def test_slogans_that_are_an_annex_are_no_document(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(workspace / PLAN, "carrier: notice", "carrier: annex")
    assert main(["render", PLAN, "--kind", "slogans"]) == FINDINGS
    assert "phụ lục của kế hoạch" in capsys.readouterr().out
    assert made(workspace) == []
    assert main(["render", PLAN]) == DONE


def test_all_that_stands_in_the_way_is_told_at_once(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drop(workspace / PLAN, "guidance")
    assert main(["render", PLAN, "--kind", "guidance", "--kind", "report", "--phase", "3"]) == FINDINGS
    said = capsys.readouterr().out
    assert "“guidance”" in said
    assert "đợt 3" in said


def test_faults_of_the_plan_are_told_with_their_place(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(workspace / PLAN, "issued_on: 2024-11-25", "issued_on: 2024-13-25")
    assert main(["render", PLAN]) == FINDINGS
    line = (workspace / PLAN).read_text(encoding="utf-8").splitlines().index("issued_on: 2024-13-25") + 1
    assert f"ke-hoach.yaml:{line}:12" in capsys.readouterr().out
    assert made(workspace) == []


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--regime", "party-hd99"], "party-hd99"),
        (["--kind", "letter"], "letter"),
        (["--phase", "0"], "--phase"),
        (["--draft", "x"], "--draft"),
        (["--copy", "0"], "--copy"),
    ],
)
def test_impossible_options_could_not_run(
    arguments: list[str], word: str, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", PLAN, *arguments]) == COULD_NOT_RUN
    assert word in capsys.readouterr().err
    assert made(workspace) == []


def test_a_plan_that_is_not_there_names_those_that_are(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "plans/khong-co.yaml"]) == COULD_NOT_RUN
    assert "ke-hoach.yaml" in capsys.readouterr().err


def test_no_workspace_could_not_run(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["render", str(workspace / PLAN)]) == COULD_NOT_RUN
    assert "vanthu.yaml" in capsys.readouterr().err
    assert main(["--workspace", str(workspace), "render", str(workspace / PLAN)]) == DONE
    assert made(tmp_path) == ["Cái Răng/out/plan.docx"]


def test_a_folder_inside_the_workspace_finds_it(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace / "plans")
    assert main(["render", "ke-hoach.yaml"]) == DONE
    assert made(workspace) == ["out/plan.docx"]


@pytest.mark.parametrize("output", ["vanthu.yaml/plan.docx", "vanthu.yaml", "thư mục.docx"])
def test_a_target_that_cannot_be_written_could_not_run(
    output: str, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "thư mục.docx").mkdir()
    before = (workspace / "vanthu.yaml").read_bytes()
    assert main(["render", PLAN, "-o", output]) == COULD_NOT_RUN
    assert "không ghi được" in capsys.readouterr().err
    assert (workspace / "vanthu.yaml").read_bytes() == before
    assert not list(workspace.rglob("*.tmp"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_permission_could_not_run(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "khoá").mkdir(mode=0o500)
    assert main(["render", PLAN, "-o", "khoá"]) == COULD_NOT_RUN
    assert "không có quyền" in capsys.readouterr().err


def test_a_document_that_fails_leaves_the_old_one(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["render", PLAN]) == DONE
    before = (workspace / "out" / "plan.docx").read_bytes()

    def full(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert main(["render", PLAN, "--draft", "1"]) == COULD_NOT_RUN
    assert (workspace / "out" / "plan.docx").read_bytes() == before
    assert [file.name for file in (workspace / "out").iterdir()] == ["plan.docx"]


@pytest.mark.parametrize("kind", ["plan", "guidance", "slogans", "report", "directive", "dispatch"])
def test_the_same_bytes_every_time(kind: str, workspace: Path) -> None:
    one = ["--phase", "1"] if kind == "report" else []
    for output in ("một", "hai"):
        assert main(["render", PLAN, "--kind", kind, *one, "-o", f"{output}.docx"]) == DONE
    assert (workspace / "một.docx").read_bytes() == (workspace / "hai.docx").read_bytes()


def test_the_regime_follows_the_day_of_the_document(workspace: Path) -> None:
    assert main(["render", PLAN, "-o", "auto.docx"]) == DONE
    assert main(["render", PLAN, "-o", "hd36.docx", "--regime", "party-hd36"]) == DONE
    assert (workspace / "auto.docx").read_bytes() == (workspace / "hd36.docx").read_bytes()


def test_a_draft_says_so(workspace: Path) -> None:
    assert main(["render", PLAN, "--draft", "3"]) == DONE
    with zipfile.ZipFile(workspace / "out" / "plan.docx") as archive:
        assert "Dự thảo lần 3" in archive.read("word/document.xml").decode()


def test_english_words_and_vietnamese_documents(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "render", PLAN, "-o", "en.docx"]) == DONE
    english = capsys.readouterr().out
    assert "Đã làm" not in english
    assert "en.docx" in english
    assert main(["--lang", "en", "render", PLAN, "--kind", "report", "--phase", "3"]) == FINDINGS
    assert "không" not in capsys.readouterr().out
    assert main(["render", PLAN, "-o", "vi.docx"]) == DONE
    assert (workspace / "en.docx").read_bytes() == (workspace / "vi.docx").read_bytes()


def test_quiet_has_nothing_to_complain_of(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-q", "render", PLAN]) == DONE
    assert capsys.readouterr().err == ""
