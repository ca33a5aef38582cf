"""`vanthu render --kind report`: the units' answers in text, annex and chart; what stops a report and what does not."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from generator.commands.main import main
from generator.messages import SOURCE_LANGUAGE, speak
from tests.ooxml import own
from tests.unit.sources.small_workspace import OFFICE, PLAN, UNITS

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
FILE = "plans/ke-hoach.yaml"
FORMS = """\
forms:
  - phase: 1
    title: Số liệu đợt 1
    period_from: 2026-03-02
    period_to: 2026-06-29
    due: 2026-06-30
    units: [cac-chi-bo]
    asks:
      - indicators: [oral_sessions, oral_attendees, members_attended, members_total, members_attended_rate]
"""
REPORTS = """\
reports:
  - phase: 1
    subject: kết quả tuyên truyền đợt 1
    issued_on: 2026-07-01
    period_from: 2026-03-02
    period_to: 2026-06-30
    context: ["Có {units.answered}/{units.asked} đơn vị báo cáo; chưa báo cáo: {units.missing.names} (phụ lục)."]
    leadership: [Ban hành kế hoạch]
    results:
      - title: Tuyên truyền miệng
        content: ["Tổ chức **{oral_sessions} buổi**, {oral_attendees} lượt người dự; {members_attended_rate}."]
    strengths: [Kịp thời]
    difficulties: []
    next_tasks: [{text: Tổng kết.}]
    figures:
      title: Số liệu đợt 1 theo đơn vị
      indicators: [oral_sessions, oral_attendees, members_attended_rate]
      chart: {indicators: [oral_sessions]}
  - phase: 1
    id: nhanh-1
    report_kind: quick
    subject: nhanh kết quả tuyên truyền
    issued_on: 2026-06-15
    period_from: 2026-06-08
    period_to: 2026-06-14
    results: [{title: Tuyên truyền miệng, content: ["Đến nay có {oral_sessions} buổi."]}]
    difficulties: [{text: Thời gian gấp.}]
    next_tasks: [{text: Làm tiếp.}]
"""
FIRST = """\
unit: chi-bo-mot
phase: 1
answered_on: 2026-06-29
figures:
  oral_sessions: 1250
  oral_attendees: 40000
  members_attended: 199
  members_total: 204
"""
SECOND = FIRST.replace("chi-bo-mot", "chi-bo-hai").replace("1250", "0").replace("40000", "not_applicable")


@pytest.fixture(autouse=True)
def _language() -> None:
    speak(SOURCE_LANGUAGE)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small office whose first cell has answered, and the current folder."""
    root = tmp_path / "Xã Mẫu"
    answers = root / "figures" / "ke-hoach" / "dot-1"
    for folder in (root / "plans", answers):
        folder.mkdir(parents=True)
    (root / "vanthu.yaml").write_text(OFFICE, encoding="utf-8")
    (root / "units.yaml").write_text(UNITS, encoding="utf-8")
    plan = PLAN[: PLAN.index("reports:\n")].replace("number: 05\nnumber: 05\n", "number: 05\n")
    (root / FILE).write_text(plan + FORMS + REPORTS, encoding="utf-8")
    (answers / "chi-bo-mot.yaml").write_text(FIRST, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def render(*arguments: str) -> int:
    return main(["render", FILE, "--kind", "report", *arguments])


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return "".join(capsys.readouterr())


def made(workspace: Path) -> list[str]:
    return sorted(file.name for file in workspace.rglob("*.docx"))


def words(file: Path) -> str:
    """The text of the body, runs put together, a line a paragraph."""
    with zipfile.ZipFile(file) as archive:
        body = archive.read("word/document.xml").decode()
    lines = ("".join(re.findall(r"<w:t[ >][^<]*", each)) for each in body.split("</w:p>"))
    return "\n".join(re.sub(r"<w:t[^>]*>", "", line) for line in lines)


@pytest.mark.parametrize("regime", ["party-hd36", "party-hd05"])
def test_a_report_tells_what_the_units_have_answered(workspace: Path, regime: str) -> None:
    assert render("--phase", "1", "--regime", regime) == DONE
    assert made(workspace) == ["report-dot-1-nhanh-1.docx", "report-dot-1.docx"]
    file = workspace / "out" / "report-dot-1.docx"
    said = words(file)
    for sentence in (
        "Có 1/2 đơn vị báo cáo; chưa báo cáo: Chi bộ Hai (phụ lục).",
        "Tổ chức 1.250 buổi, 40.000 lượt người dự; 97,55%.",
        "Đơn vị chưa báo cáo (1/2): Chi bộ Hai.",
    ):
        assert sentence in said
    assert own.faults(file.read_bytes()) == []


def test_silence_not_applicable_and_zero_stay_apart(workspace: Path) -> None:
    (workspace / "figures/ke-hoach/dot-1/chi-bo-hai.yaml").write_text(SECOND, encoding="utf-8")
    assert render("--phase", "1") == DONE
    rows = words(workspace / "out" / "report-dot-1.docx")
    assert "Chi bộ Hai\n0\n-\n97,55" in rows
    assert "Tổng cộng\n1.250\n40.000\n97,55" in rows


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ((), ["report-dot-1-nhanh-1.docx", "report-dot-1.docx"]),
        (("--phase", "1", "--report", "nhanh-1"), ["report-dot-1-nhanh-1.docx"]),
        (("--report", "nhanh-1"), ["report-dot-1-nhanh-1.docx"]),
    ],
)
def test_which_reports_are_made(workspace: Path, arguments: tuple[str, ...], files: list[str]) -> None:
    assert render(*arguments) == DONE
    assert made(workspace) == files


def test_a_quick_report_is_short(workspace: Path) -> None:
    assert render("--report", "nhanh-1") == DONE
    said = words(workspace / "out" / "report-dot-1-nhanh-1.docx")
    assert [line for line in said.splitlines() if re.match(r"[IVX]+-", line)] == [
        "I- KẾT QUẢ THỰC HIỆN",
        "II- KHÓ KHĂN, HẠN CHẾ",
        "III- NHIỆM VỤ TRONG THỜI GIAN TỚI",
    ]
    assert "Đến nay có 1.250 buổi." in said
    assert "báo cáo nhanh kết quả tuyên truyền" in said


STOPS = [
    # the file, what stands there, what instead, what is said
    (FILE, "Kịp thời", '"{oral_sessions.previous} buổi"', "{oral_sessions.previous} chưa có số"),
    (FILE, "Kịp thời", '"{oral_sessions.target} buổi"', "{oral_sessions.target} chưa có số"),
    (FILE, "Kịp thời", '"{oral_sesions} buổi"', "{oral_sesions}: không có chỉ tiêu này"),
    (FILE, "- phase: 1\n    title: Số liệu đợt 1", "- phase: 2\n    title: Số liệu đợt 2", "không có biểu số liệu"),
    ("figures/ke-hoach/dot-1/chi-bo-mot.yaml", "1250", "1.250,5", "chi-bo-mot.yaml"),
    ("figures/ke-hoach/dot-1/chi-bo-mot.yaml", "members_attended: 199", "members_attended: 299", "chi-bo-mot.yaml"),
    ("figures/ke-hoach/dot-1/chi-bo-mot.yaml", "oral_sessions: 1250", "oral_sessions: not_reported", "chưa có số"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), STOPS)
def test_what_stops_a_report(
    workspace: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, said: str
) -> None:
    edit(workspace / file, old, new)
    assert render("--phase", "1") == FINDINGS
    assert said in told(capsys)
    assert made(workspace) == []


def test_before_anybody_has_answered_a_sentence_would_have_a_hole(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "figures/ke-hoach/dot-1/chi-bo-mot.yaml").unlink()
    assert render("--report", "nhanh-1") == FINDINGS
    error = told(capsys)
    assert re.search(r"ke-hoach\.yaml:\d+:\d+: lỗi render/figure-unknown-yet {oral_sessions} chưa có số", error)
    assert main(["validate"]) == DONE


def test_a_unit_does_not_report_the_figures_of_the_office(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert render("--unit", "chi-bo-mot") == FINDINGS
    assert "render/figures-of-another" in told(capsys)
    assert made(workspace) == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--kind", "report", "--report", "khong-co"], FINDINGS, "các báo cáo đang có: (không có mã), nhanh-1"),
        (["--kind", "plan", "--report", "nhanh-1"], COULD_NOT_RUN, "--report chỉ dùng cùng --kind report"),
    ],
)
def test_a_report_that_cannot_be_meant(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    assert main(["render", FILE, *arguments]) == code
    assert said in told(capsys)


def test_a_chart_of_too_many_units_is_refused(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = "".join(
        UNITS[UNITS.index("  - id: chi-bo-mot") : UNITS.index("  - id: chi-bo-hai")].replace("-mot", f"-{n}")
        for n in range(45)
    )
    edit(workspace / "units.yaml", "units:\n", f"units:\n{many}")
    assert render("--phase", "1") == FINDINGS
    assert "render/chart-too-large" in told(capsys)


def test_the_same_answers_give_the_same_bytes(workspace: Path) -> None:
    file = workspace / "out" / "report-dot-1.docx"
    assert render("--phase", "1") == DONE
    first = file.read_bytes()
    file.unlink()
    assert render("--phase", "1") == DONE
    assert file.read_bytes() == first
