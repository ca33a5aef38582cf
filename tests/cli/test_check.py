"""`vanthu check`: which files it takes, what it says and writes, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import machine
from generator.commands import progress
from generator.commands.main import main
from generator.commands.progress import Progress
from generator.pipeline import checking
from tests.docx_files import docx, p, write
from tests.rules.documents import made
from tests.rules.operations import change

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
PLAN = "plan-party-hd05"
WRONG = [{"op": "page", "left": "25mm"}]
ONLY = ["--only", "page/margins"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document that has the right margins, one that has not, and a file that is no document."""
    monkeypatch.chdir(tmp_path)
    Path("đúng.docx").write_bytes(made(PLAN))
    Path("sai.docx").write_bytes(change(made(PLAN), WRONG))
    Path("hỏng.docx").write_text("không phải Word", encoding="utf-8")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["đúng.docx"], DONE),
        (["sai.docx"], FINDINGS),
        (["hỏng.docx"], FINDINGS),
        (["không-có.docx"], FINDINGS),
        (["đúng.docx", "sai.docx"], FINDINGS),
        (["sai.docx", "--only", "page/paper"], DONE),
        (["sai.docx", "--only", "page"], FINDINGS),
        (["sai.docx", "--only", "page/paper,page/margins"], FINDINGS),
        (["sai.docx", "--regime", "state-nd30", *ONLY], FINDINGS),
        (["đúng.docx", "--regime", "auto"], DONE),
        (["đúng.docx", "--jobs", "2", *ONLY], DONE),
        (["."], FINDINGS),
        ([], COULD_NOT_RUN),
        (["đúng.docx", "--only", "pag"], COULD_NOT_RUN),
        (["đúng.docx", "--regime", "khong-co"], COULD_NOT_RUN),
        (["đúng.docx", "--format", "xml"], COULD_NOT_RUN),
        (["đúng.docx", "--format", "text,json"], COULD_NOT_RUN),
        (["đúng.docx", "-o", "a.txt"], COULD_NOT_RUN),
        (["đúng.docx", "--annotate", "đúng.docx"], COULD_NOT_RUN),
        (["đúng.docx", "sai.docx", "--annotate", "a.docx"], COULD_NOT_RUN),
        (["đúng.docx", "--unit", "a", "--regime", "state-nd30"], COULD_NOT_RUN),
        (["đúng.docx", "--unit", "a"], COULD_NOT_RUN),
    ],
)
def test_exit_codes_and_nothing_written(arguments: list[str], code: int, here: Path) -> None:
    before = files(here)
    assert main(["check", *arguments]) == code
    assert files(here) == before


@pytest.mark.parametrize(("level", "code"), [("error", DONE), ("warning", DONE), ("advice", DONE)])
def test_a_sound_document_fails_on_nothing(level: str, code: int, here: Path) -> None:
    assert main(["check", "đúng.docx", "--fail-on", level]) == code


def test_what_it_says_of_each_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "sai.docx", "hỏng.docx", "đúng.docx", *ONLY])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("sai.docx: thân văn bản")
    assert "lỗi page/margins lề trái không đúng" in lines[0]
    assert lines[1:4] == ["    Đang là: 25,0 mm", "    Cần là: 30 mm", "    Căn cứ: HD05 II.IV.4.1"]
    assert "sai.docx: 1 lỗi, 0 cảnh báo" in lines
    assert any(line.startswith("hỏng.docx: lỗi file/") for line in lines)
    assert lines[-2:] == ["đúng.docx: đúng thể thức", "3 tệp, 1 đúng thể thức: 2 lỗi, 0 cảnh báo, 0 góp ý"]


def test_verbose_says_what_was_recognised(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["-v", "check", "đúng.docx", *ONLY])
    said = capsys.readouterr().out
    assert "đúng.docx: kế hoạch, khối Đảng, soát theo party-hd05\n" in said
    assert "    Vì: " in said
    assert "cơ quan ban hành" in said
    assert "    Đã soát: 1 quy tắc\n" in said


def test_quiet_says_only_what_is_wrong(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["-q", "check", "đúng.docx", *ONLY])
    assert capsys.readouterr().out == ""
    main(["-q", "check", "sai.docx", *ONLY])
    assert capsys.readouterr().out.startswith("sai.docx: thân văn bản")


def test_a_folder_is_its_documents(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inner = here / "trong"
    inner.mkdir()
    for name in ("b.DOCX", "~$b.docx", ".~lock.b.docx#.docx", "c.txt"):
        (inner / name).write_bytes(made(PLAN))
    main(["check", "trong", "trong/b.DOCX", *ONLY])
    assert capsys.readouterr().out.splitlines() == [f"{Path('trong/b.DOCX')}: đúng thể thức"]


def test_a_folder_without_documents(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "trống").mkdir()
    assert main(["check", "trống"]) == COULD_NOT_RUN
    assert "không có tệp .docx nào" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_files_come_in_order_whatever_the_processes(
    jobs: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"{number:02}.docx" for number in range(12)]
    for name in names:
        Path(name).write_bytes(Path("sai.docx" if name < "06" else "đúng.docx").read_bytes())
    main(["check", *names, "--jobs", jobs, *ONLY])
    last = [line for line in capsys.readouterr().out.splitlines() if line[2:8] == ".docx:" and "đoạn" not in line]
    words = ["1 lỗi, 0 cảnh báo"] * 6 + ["đúng thể thức"] * 6
    assert last == [f"{name}: {said}" for name, said in zip(names, words, strict=True)]


# Reports


def report(*arguments: str) -> Any:
    main(["check", "sai.docx", "hỏng.docx", *ONLY, *arguments])


def test_json_alone_goes_to_standard_output(here: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    report("--format", "json")
    data = json.loads(capsysbinary.readouterr().out)
    assert [each["file"] for each in data["files"]] == ["sai.docx", "hỏng.docx"]
    assert data["files"][0]["findings"][0]["rule"] == "page/margins"
    assert data["summary"] == {"files": 2, "conforming": 0, "error": 2, "warning": 0, "advice": 0}


@pytest.mark.parametrize(
    ("arguments", "written", "is_told"),
    [
        (["-o", "kq/a.html"], ["kq/a.html"], True),
        (["-o", "a.json"], ["a.json"], True),
        (["--format", "html", "-o", "a.html"], ["a.html"], False),
        (["--format", "json,html", "-o", "a.html"], ["a.html", "a.json"], False),
        (["--format", "json", "--format", "text", "-o", "a.json"], ["a.json"], True),
    ],
)
def test_where_reports_go(
    arguments: list[str], written: list[str], is_told: bool, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(here)
    report(*arguments)
    assert sorted(files(here).keys() - before.keys()) == written
    assert bool(capsys.readouterr().out) is is_told


def test_the_html_shows_the_text_with_the_place_marked(here: Path) -> None:
    report("-o", "a.html")
    html = Path("a.html").read_text(encoding="utf-8")
    assert 'class="badge error" id="m1-1" href="#f1-1"' in html
    assert "Một đoạn về nội dung" in html


def test_a_report_that_cannot_be_written_leaves_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(here)
    assert main(["check", "đúng.docx", *ONLY, "-o", "sai.docx/a.html"]) == COULD_NOT_RUN
    assert "không ghi được" in capsys.readouterr().err
    assert files(here) == before


# Comments


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["sai.docx", "--annotate", "a.docx"], ["a.docx"]),
        (["sai.docx", "--annotate", "kq"], ["kq/sai.docx"]),
        (["sai.docx", "hỏng.docx", "đúng.docx", "--annotate", "kq"], ["kq/sai.docx", "kq/đúng.docx"]),
    ],
)
def test_where_copies_with_comments_go(arguments: list[str], written: list[str], here: Path) -> None:
    before = files(here)
    main(["check", *arguments, *ONLY])
    after = files(here)
    assert sorted(after.keys() - before.keys()) == written
    assert {name: after[name] for name in before} == before
    assert main(["check", written[0], *ONLY]) == FINDINGS


def test_two_copies_of_one_name(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "b" / "sai.docx", docx(p("a")))
    assert main(["check", "sai.docx", "b/sai.docx", "--annotate", "kq"]) == COULD_NOT_RUN
    assert "hai tệp cùng tên" in capsys.readouterr().err


# Units, pages, progress


def test_a_unit_is_judged_by_its_own_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = tmp_path / "ví dụ"
    assert main(["new", str(workspace), "--example", "cai-rang"]) == DONE
    monkeypatch.chdir(workspace)
    Path("a.docx").write_bytes(made(PLAN))
    unit = next(line.split()[0] for line in unit_lines(capsys) if "Đảng" in line)
    profile = workspace / "units" / unit / "profile.yaml"
    profile.parent.mkdir(parents=True, exist_ok=True)
    profile.write_text("extends: party-hd05\nbody:\n  size: 15pt\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "a.docx", "--unit", unit, "--only", "page/body-size", "--fail-on", "advice"]) == FINDINGS
    assert "Cần là: 15 pt" in capsys.readouterr().out


def test_a_unit_with_templates_alone_is_judged_by_the_regime(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = tmp_path / "ví dụ"
    assert main(["new", str(workspace), "--example", "cai-rang"]) == DONE
    monkeypatch.chdir(workspace)
    Path("a.docx").write_bytes(made(PLAN))
    unit = next(line.split()[0] for line in unit_lines(capsys) if "Đảng" in line)
    (workspace / "units" / unit / "templates_docx").mkdir(parents=True)
    assert main(["check", "a.docx", "--unit", unit, "--only", "page/body-size"]) == DONE


def unit_lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["unit", "list"])
    return capsys.readouterr().out.splitlines()[1:]


def test_layout_without_libreoffice(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "office", lambda: None)
    assert main(["check", "đúng.docx", "--layout"]) == COULD_NOT_RUN
    assert "không có LibreOffice" in capsys.readouterr().err


def test_an_error_of_ours_takes_one_file_only(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = checking.check_document

    def fails(file: Path, *rest: Any) -> Any:
        if file.name == "sai.docx":
            raise RuntimeError("lạ")
        return whole(file, *rest)

    monkeypatch.setattr(checking, "check_document", fails)
    assert main(["check", "sai.docx", "đúng.docx", *ONLY]) == FINDINGS
    said = capsys.readouterr().out
    assert "sai.docx: lỗi check/broken-document" in said
    assert "đúng.docx: đúng thể thức" in said


@pytest.mark.parametrize(("whole", "is_terminal", "drawn"), [(50, True, True), (50, False, False), (3, True, False)])
def test_a_bar_is_drawn_on_a_terminal(
    whole: int, is_terminal: bool, drawn: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: is_terminal, raising=False)
    with Progress(whole) as bar:
        bar.step()
    assert (f"1/{whole} tệp" in capsys.readouterr().err) is drawn
