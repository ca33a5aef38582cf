"""`vanthu figures`: the table of totals, what stands behind a figure, corrections; and `validate` reading answers."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from test_status import GROUPS, OFFICE, PLAN, UNITS

from generator.commands.main import main
from generator.vietnamese import clock

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
NOW = datetime(2025, 6, 16, 9, 30, tzinfo=clock.VIETNAM)
FORM = """\
  - phase: {phase}
    title: Số liệu đợt {phase}
    period_from: {start}
    period_to: {end}
    due: {due}
    units: [cac-chi-bo]
    asks:
      - {{indicators: [oral_sessions, members_attended_rate]}}
      - {{indicators: [banners], units: [chi-bo-mot]}}
    questions: [{{id: mo-hinh, text: Mô hình hay}}]
    targets: [{{indicator: oral_sessions, value: 40}}]
"""
FORMS = (
    "forms:\n"
    + FORM.format(phase=1, start="2025-05-05", end="2025-05-30", due="2025-06-04")
    + FORM.format(phase=2, start="2025-05-31", end="2025-06-10", due="2025-06-13")
)
ANSWERS = {
    "dot-1/chi-bo-mot": "oral_sessions: 10\n  members_attended: 9\n  members_total: 10\n  banners: 4",
    "dot-1/chi-bo-hai": "oral_sessions: 5\n  members_attended: 30\n  members_total: 60",
    "dot-2/chi-bo-mot": "oral_sessions: 12\n  members_attended: 10\n  members_total: 10\n  banners: not_applicable",
    "dot-2/chi-bo-hai": "oral_sessions: not_reported\n  members_attended: 45\n  members_total: 60",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {"vanthu.yaml": OFFICE, "units.yaml": UNITS + GROUPS, "plans/ke-hoach.yaml": PLAN + FORMS}
    for name, figures in ANSWERS.items():
        phase, unit = name.removeprefix("dot-").split("/")
        text = f"unit: {unit}\nphase: {phase}\nanswered_on: 2025-06-02\nfigures:\n  {figures}\n"
        files[f"figures/ke-hoach/{name}.yaml"] = text
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: date(2025, 6, 16))
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = DONE) -> str:
    assert main(["figures", *arguments]) == code
    shown = capsys.readouterr()
    return shown.out + shown.err


def cells(line: str) -> list[str]:
    return [cell for cell in (part.strip() for part in line.split("  ")) if cell]


def test_the_table_has_every_total(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "show", "--phase", "2").splitlines()
    rows = {cells(line)[1]: cells(line)[2:] for line in shown[1:6]}
    assert rows == {
        "oral_sessions": ["buổi", "12", "15", "27", "40", "67,5%", "1/3"],
        "members_attended": ["người", "55", "39", "94", "2/3"],
        "members_total": ["người", "70", "70", "70", "2/3"],
        "members_attended_rate": ["%", "78,57", "55,71", "67,14", "2/3"],
        "banners": ["băng rôn", "4", "4", "0/0"],
    }
    assert "2 trên 3 đơn vị đã trả lời, 0 trễ hạn." in shown
    assert "Chưa báo cáo: Chi bộ Ba." in shown


def test_a_broken_answer_is_told_and_counts_as_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "figures/ke-hoach/dot-2/chi-bo-mot.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("12", "1.200"), encoding="utf-8")
    shown = said(capsys, "show", "--phase", "2", code=FINDINGS)
    assert "figures/ke-hoach/dot-2/chi-bo-mot.yaml:5:18: lỗi data/wrong-type" in shown
    assert "Chưa báo cáo: Chi bộ Một; Chi bộ Ba." in shown


def test_a_figure_is_explained_down_to_the_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "explain", "oral_sessions", "--phase", "2")
    assert shown.splitlines()[:5] == [
        "Số buổi tuyên truyền miệng (oral_sessions), đợt 2: 12 buổi",
        "  cộng số của 1 trên 3 đơn vị được hỏi",
        "  đợt trước (đợt 1): 15 buổi",
        "  lũy kế 27 buổi: đợt 1: 15 + đợt 2: 12",
        "  chỉ tiêu giao 40 buổi; lũy kế đạt 67,5%",
    ]
    assert [cells(line) for line in shown.splitlines()[7:]] == [
        ["Chi bộ Một", "12", "figures/ke-hoach/dot-2/chi-bo-mot.yaml:5"],
        [],
        ["Đơn vị không có số", "Vì sao", "Ở đâu"],
        ["Chi bộ Hai", "có trả lời, nhưng thiếu số này", "figures/ke-hoach/dot-2/chi-bo-hai.yaml:5"],
        ["Chi bộ Ba", "chưa báo cáo"],
    ]


EXPLAINED = [
    ("members_attended_rate", "tỷ lệ chung: 55 / 70 = 78,57%"),
    ("members_attended_rate", "10 / 10 = 100%"),
    ("members_attended_rate", "lũy kế 67,14%"),
    ("members_total", "lũy kế 70 người: cộng số mới nhất của từng đơn vị"),
    ("banners", "chưa đơn vị nào cho số"),
    ("banners", "không có việc này"),
    ("banners", "Biểu không hỏi chỉ tiêu này: 2 đơn vị."),
]


@pytest.mark.parametrize(("code", "line"), EXPLAINED)
def test_how_a_figure_was_made(code: str, line: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert line in said(capsys, "explain", code, "--phase", "2")


def test_a_note_stays_on_the_line_of_its_unit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = r"""{value: 5, note: "xem\\nChi bộ ba  99  a.yaml\\e[2J"}"""
    file = folder / "figures" / "ke-hoach" / "dot-1" / "chi-bo-hai.yaml"
    file.write_text(file.read_text("utf-8").replace("oral_sessions: 5", f"oral_sessions: {note}"), "utf-8")
    shown = said(capsys, "explain", "oral_sessions", "--phase", "1")
    assert "\x1b" not in shown
    assert not [line for line in shown.splitlines() if line.startswith("Chi bộ ba  99")]


def test_one_unit_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "explain", "oral_sessions", "--phase", "1", "--unit", "chi-bo-hai")
    assert "Chi bộ Hai" in shown
    assert "Chi bộ Một" not in shown


def test_a_correction_is_written_with_who_and_when(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "figures/ke-hoach/dot-2/chi-bo-mot.yaml"
    before = file.read_text(encoding="utf-8")
    arguments = ("correct", "chi-bo-mot", "oral_sessions", "14", "--phase", "2", "--reason", "báo lại", "--by", "An")
    assert said(capsys, *arguments) == "Đã sửa oral_sessions của chi-bo-mot, đợt 2: 12 → 14.\n"
    assert file.read_text(encoding="utf-8") == before.replace(": 12", ": 14") + (
        'corrections:\n  - at: 2025-06-16T09:30:00+07:00\n    by: "An"\n    field: "oral_sessions"\n'
        '    was: "12"\n    reason: "báo lại"\n'
    )
    assert "An sửa ngày 16/06/2025, trước là 12: báo lại" in said(capsys, "explain", "oral_sessions", "--phase", "2")


DOUBTED = [
    ("members_total 8", "lỗi data/part-exceeds-whole", FINDINGS),
    ("oral_sessions 9999999", "cảnh báo data/implausible-figure", DONE),
]


@pytest.mark.parametrize(("wanted", "finding", "code"), DOUBTED)
def test_a_correction_that_cannot_be_right_stands_and_is_told_at_once(
    wanted: str, finding: str, code: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = said(capsys, "correct", "chi-bo-mot", *wanted.split(), "--phase", "1", "--reason", "x", code=code)
    assert shown.startswith("Đã sửa ")
    assert f": {finding} Chi bộ Một: " in shown
    assert wanted.replace(" ", ": ") in (folder / "figures/ke-hoach/dot-1/chi-bo-mot.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["show", "explain oral_sessions"])
def test_contradictions_are_told_before_the_figures(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "figures/ke-hoach/dot-2/chi-bo-hai.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("45", "61"), encoding="utf-8")
    shown = said(capsys, *command.split(), "--phase", "2", code=FINDINGS)
    assert shown.startswith("Số liệu đợt 2 còn 1 lỗi, kể ")
    assert "chi-bo-hai.yaml:6:21: lỗi data/part-exceeds-whole" in shown


COMMANDS = [
    "figures show --phase 2",
    "figures explain oral_sessions --phase 2",
    "figures correct chi-bo-mot oral_sessions 14 --phase 2 --reason x",
    "form make plans/ke-hoach.yaml --phase 2",
    "form collect gui-ve --phase 2",
    "form status --phase 2",
]
ELSEWHERE = [
    ("    content: [Mỗi", "    conten: [Mỗi"),
    ("subject: trồng cây\n", ""),
    ("subject: trồng cây\n", "subject: [trồng cây]\n"),
    ("references:\n", "references: khong-co\nreferences:\n"),
    ("forms:\n", "reports:\n  - {phase: 1, subject: x}\nforms:\n"),
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("old", "new"), ELSEWHERE)
def test_faults_elsewhere_in_the_plan_stop_no_figures(
    command: str, old: str, new: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["form", "make", "plans/ke-hoach.yaml", "--phase", "2", "-o", "gui-ve"])
    capsys.readouterr()
    spoil(folder, old, new)
    assert main(["validate"]) == FINDINGS
    capsys.readouterr()
    assert main(command.split()) == DONE
    assert "plans/ke-hoach.yaml: cảnh báo data/other-faults kế hoạch còn " in capsys.readouterr().out


def test_a_fault_of_the_whole_plan_is_none_of_forms_that_stand_first(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = PLAN.replace("subject: trồng cây\n", "")
    (folder / "plans/ke-hoach.yaml").write_text(FORMS + plan, encoding="utf-8")
    assert "cảnh báo data/other-faults kế hoạch còn 1 lỗi khác" in said(capsys, "show", "--phase", "2")


OF_FORMS = [
    ("due: 2025-06-13", "due: 2025-06-33", "data/impossible-date"),
    ("units: [cac-chi-bo]", "units: [cac-chi-bi]", "data/unknown-unit"),
    ("indicators: [oral_sessions,", "indicators: [oral_sesions,", "data/unknown-indicator"),
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("old", "new", "code"), OF_FORMS)
def test_faults_of_the_forms_stop_them(
    command: str, old: str, new: str, code: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["form", "make", "plans/ke-hoach.yaml", "--phase", "2", "-o", "gui-ve"])
    capsys.readouterr()
    spoil(folder, old, new)
    assert main(command.split()) == FINDINGS
    assert f": lỗi {code} " in capsys.readouterr().out


def spoil(folder: Path, old: str, new: str) -> None:
    plan = folder / "plans/ke-hoach.yaml"
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")


REFUSED = [
    ("correct chi-bo-mot oral_sesions 1 --phase 2 --reason x", "có phải là “oral_sessions”?", FINDINGS),
    ("correct chi-bo-hai banners 1 --phase 2 --reason x", "không hỏi đơn vị này “banners”", FINDINGS),
    ("correct chi-bo-mott oral_sessions 1 --phase 2 --reason x", "có phải là “chi-bo-mot”?", FINDINGS),
    ("correct chi-bo-mot oral_sessions 1 --phase 3 --reason x", "kế hoạch có biểu của đợt: 1, 2", FINDINGS),
    ("correct chi-bo-ba oral_sessions 1 --phase 2 --reason x", "chưa có trả lời của đợt 2", COULD_NOT_RUN),
    ("correct chi-bo-mot members_attended_rate 1 --phase 2 --reason x", "chương trình tự tính", COULD_NOT_RUN),
    ("correct chi-bo-mot oral_sessions 1.200 --phase 2 --reason x", "không phải là số", COULD_NOT_RUN),
    ("correct chi-bo-mot oral_sessions -1 --phase 2 --reason x", "“-1” là số âm", COULD_NOT_RUN),
    ("correct chi-bo-mot oral_sessions 1,5 --phase 2 --reason x", "“1,5” có phần lẻ", COULD_NOT_RUN),
    ("correct chi-bo-mot oral_sessions 1000000000000000 --phase 2 --reason x", "hơn 15 chữ số", COULD_NOT_RUN),
    ("correct chi-bo-mot oral_sessions nhiều --phase 2 --reason x", "không phải là số", COULD_NOT_RUN),
    ("correct chi-bo-ba oral_sessions 1 --phase 2 --reason x", "tệp figures/ke-hoach/dot-2/chi-bo-ba", COULD_NOT_RUN),
    ("correct chi-bo-mot oral_sessions 12 --phase 2 --reason x", "không có gì để sửa", COULD_NOT_RUN),
    ("correct chi-bo-mot oral_sessions 1 --phase 2", "--reason", COULD_NOT_RUN),
    ("explain oral_sesions --phase 2", "có phải là oral_sessions?", COULD_NOT_RUN),
    ("explain oral_sessions --phase 2 --unit chi-bo-muoi", "không có đơn vị", FINDINGS),
    ("show --phase 3", "kế hoạch có biểu của đợt: 1, 2", FINDINGS),
]


@pytest.mark.parametrize(("line", "words", "code"), REFUSED)
def test_what_is_refused(line: str, words: str, code: int, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    assert words in " ".join(said(capsys, *line.split(), code=code).split())
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_several_plans_want_a_choice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "plans/khac.yaml").write_text(PLAN, encoding="utf-8")
    assert "chỉ ra một kế hoạch" in said(capsys, "show", "--phase", "2", code=COULD_NOT_RUN)
    assert "oral_sessions" in said(capsys, "show", "plans/ke-hoach.yaml", "--phase", "2")


MANY = """
import sys
from generator.commands.main import main
for number in range(5):
    main(["-q", "figures", "correct", "chi-bo-mot", "oral_sessions", sys.argv[1] + str(number), "--phase", "2",
          "--reason", "lần " + sys.argv[1] + str(number), "--by", "An"])
"""


def test_corrections_at_once_lose_none(folder: Path) -> None:
    command = [sys.executable, "-c", MANY]
    running = [subprocess.Popen([*command, start], cwd=folder) for start in ("10", "20", "30")]
    assert [each.wait(timeout=120) for each in running] == [0, 0, 0]
    text = (folder / "figures/ke-hoach/dot-2/chi-bo-mot.yaml").read_text(encoding="utf-8")
    written = sorted(line.split("lần ")[1].strip('"') for line in text.splitlines() if "reason:" in line)
    assert written == [f"{start}{number}" for start in ("10", "20", "30") for number in range(5)]


def validated(capsys: pytest.CaptureFixture[str], *files: str) -> tuple[int, str]:
    code = main(["validate", *files])
    return code, capsys.readouterr().out


def test_validate_reads_answers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "figures/ke-hoach/dot-1/chi-bo-hai.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("30", "61"), encoding="utf-8")
    code, shown = validated(capsys)
    assert code == FINDINGS
    assert shown.count("figures/ke-hoach/dot-1/chi-bo-hai.yaml:6:21: lỗi data/part-exceeds-whole") == 1


def test_validate_of_one_answer_looks_at_its_plan(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = validated(capsys, "figures/ke-hoach/dot-2/chi-bo-hai.yaml")
    assert code == DONE
    assert "figures/ke-hoach/dot-2/chi-bo-hai.yaml:5:3: cảnh báo data/figure-not-reported" in shown


FOLDERS = [("ke-hoach/dot-9", "data/answers-without-form"), ("ke-hoac/dot-1", "data/answers-without-plan")]


@pytest.mark.parametrize(("name", "code"), FOLDERS)
def test_answers_that_nobody_counts_are_told(
    name: str, code: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "figures" / name).mkdir(parents=True)
    assert code in validated(capsys)[1]
