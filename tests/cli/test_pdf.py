"""`vanthu pdf`: where PDFs go, what it says, and its exit codes, with a LibreOffice that goes wrong on request."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import machine
from generator.commands.main import main
from generator.messages import SOURCE_LANGUAGE, speak
from generator.publish.process import apart
from tests.unit.publish.conftest import Desk, left_over
from tests.unit.publish.conftest import desk as desk  # a fixture is found by its name
from tests.unit.publish.fake_office import asked, install, paper

ROOT = Path(__file__).resolve().parent.parent.parent
REAL_TYPEFACES = machine.typefaces()
DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2


@pytest.fixture
def here(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The folder of the papers is the current one; it holds two sound papers and one that cannot be converted."""
    speak(SOURCE_LANGUAGE)
    monkeypatch.chdir(desk.papers)
    for name, fault in (("plan", ""), ("report", ""), ("bad", "nothing")):
        paper(Path(f"{name}.docx"), fault)
    return desk


def made(desk: Desk) -> list[str]:
    return sorted(file.relative_to(desk.papers).as_posix() for file in desk.papers.rglob("*.pdf"))


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["plan.docx"], ["plan.pdf"]),
        (["plan.docx", "report.docx"], ["plan.pdf", "report.pdf"]),
        (["plan.docx", "plan.docx"], ["plan.pdf"]),
        (["plan.docx", "-o", "kết quả/kế hoạch.pdf"], ["kết quả/kế hoạch.pdf"]),
        (["plan.docx", "report.docx", "-o", "kết quả"], ["kết quả/plan.pdf", "kết quả/report.pdf"]),
        (["plan.docx", "--pdfa"], ["plan.pdf"]),
        (["plan.docx", "report.docx", "--jobs", "2", "--timeout", "90"], ["plan.pdf", "report.pdf"]),
    ],
)
def test_where_pdfs_go(arguments: list[str], files: list[str], here: Desk) -> None:
    assert main(["pdf", *arguments]) == DONE
    assert made(here) == files


def test_what_it_says_of_each(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf", "plan.docx", "bad.docx"]) == FINDINGS
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Đã làm plan.pdf"
    assert lines[1].startswith("bad.docx: lỗi pdf/not-made LibreOffice không làm được PDF của tệp này")
    assert lines[-1] == "Đã làm 1 trên 2 tệp PDF."
    assert made(here) == ["plan.pdf"]


def test_verbose_says_pages_time_and_version(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-v", "pdf", "plan.docx"]) == DONE
    assert "(1 trang," in (said := capsys.readouterr().out)
    assert "LibreOffice 24.8.1.2)" in said


def test_quiet_says_only_what_went_wrong(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-q", "pdf", "plan.docx"]) == DONE
    assert capsys.readouterr().out == ""
    assert main(["-q", "pdf", "plan.docx", "bad.docx"]) == FINDINGS
    assert "pdf/not-made" in capsys.readouterr().out


def test_archival_is_asked_of_libreoffice(here: Desk) -> None:
    main(["pdf", "plan.docx", "--pdfa"])
    ((arguments, _environment),) = asked(here.office)
    assert any("SelectPdfVersion" in each for each in arguments)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "TỆP"),
        (["plan.docx", "report.docx", "-o", "a.pdf"], "nhiều tệp cần một thư mục"),
        (["plan.docx", "-o", "a.docx"], "-o cần một tệp .pdf"),
        (["plan.docx", "--jobs", "0"], "--jobs"),
        (["plan.docx", "--timeout", "0"], "--timeout"),
    ],
)
def test_usage(arguments: list[str], said: str, here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf", *arguments]) == COULD_NOT_RUN
    assert said in capsys.readouterr().err
    assert not asked(here.office)


def test_all_faults_of_all_files_at_once(here: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    Path("web.docx").write_text("<html></html>", encoding="utf-8")
    assert main(["pdf", "web.docx", "none.docx", "bad.docx", "plan.docx"]) == FINDINGS
    said = capsys.readouterr().out
    assert all(code in said for code in ("file/html", "file/missing", "pdf/not-made"))
    assert made(here) == ["plan.pdf"]


def test_no_libreoffice(here: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(machine, "office", lambda: None)
    assert main(["pdf", "plan.docx"]) == COULD_NOT_RUN
    assert "Gợi ý: Debian, Ubuntu: sudo apt-get install libreoffice-writer-nogui" in capsys.readouterr().err


@pytest.mark.parametrize("sign", ["SIGTERM", "SIGKILL"])
def test_libreoffice_does_not_outlive_the_command(sign: str, here: Desk, tmp_path: Path) -> None:
    if not REAL_TYPEFACES:
        pytest.skip("no typeface with all Vietnamese letters")
    if sign == "SIGKILL" and not {"--pid", "--pdeathsig"} <= {*apart()}:
        pytest.skip("no namespaces of processes here: who is killed cannot end what it started")
    install(here.office, breaks="hang")
    path = os.pathsep.join((str(here.office), os.environ["PATH"]))
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "pdf", "plan.docx"],
        env=os.environ | {"PATH": path, "TMPDIR": str(here.temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not asked(here.office):
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.Signals[sign])
        assert process.wait(timeout=60) == (-signal.SIGKILL if sign == "SIGKILL" else COULD_NOT_RUN)
    finally:
        process.kill()
        process.wait()
    assert not left_over(tmp_path)
    for folder in here.temporary.glob("vanthu-pdf-*"):
        shutil.rmtree(folder)  # only who is killed cannot clear up


@pytest.mark.parametrize("breaks", ["exit", "garbage"])
def test_a_broken_libreoffice_is_no_fault_of_the_files(
    breaks: str, here: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    install(here.office, breaks=breaks)
    assert main(["pdf", "plan.docx"]) == COULD_NOT_RUN
    assert "pdf/office-broken" in capsys.readouterr().out
