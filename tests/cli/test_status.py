"""`vanthu status`: the table, what is marked as done, the calendar, and what is refused."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.commands.main import main
from generator.vietnamese import clock

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
TODAY = date(2025, 6, 16)
OFFICE = """\
office:
  id: dang-uy-xa
  name: Đảng ủy xã Thạnh Lộc
  side: party
  level: commune
  header: {name: Đảng ủy xã Thạnh Lộc}
  issuing_body: Đảng ủy xã Thạnh Lộc
  symbol: ĐU
  place: Thạnh Lộc
  archive: Văn phòng Đảng ủy
"""
UNIT = "  - {{id: {id}, name: {name}, side: party, header: {{name: {name}}}, issuing_body: {name}, symbol: CB,\n" + (
    "     place: Thạnh Lộc, archive: Chi bộ}}\n"
)
UNITS = "units:\n" + "".join(
    UNIT.format(id=f"chi-bo-{word}", name=f"Chi bộ {name}")
    for word, name in (("mot", "Một"), ("hai", "Hai"), ("ba", "Ba"))
)
GROUPS = "groups:\n  - {id: cac-chi-bo, name: Các chi bộ}\n"
PLAN = """\
subject: trồng cây
issued_on: 2025-05-05
references:
  - {kind: Kế hoạch, number: 12-KH/HU, issued_on: 2025-04-20, issuer: Huyện ủy, title: về trồng cây}
sections:
  - title: Mục đích
    content: [Mỗi chi bộ trồng một hàng cây bên đường làng.]
  - title: Thời gian
    phases:
      - {title: Tháng 5, window_from: {kind: now}, window_to: {kind: date, value: 30/5/2025}}
      - title: Đến hết mùa mưa
        window_from: {kind: date, value: 31/5/2025}
        window_to: {kind: date, value: 31/10/2025}
  - title: Thực hiện
    assignments:
      - unit: cac-chi-bo
        lead: trồng cây
        tasks:
          - {text: Đào hố, deadline: {kind: date, value: 13/6/2025}}
          - {text: Trồng cây, deadline: {kind: date, value: 18/6/2025}}
      - unit: chi-bo-ba
        lead: chăm cây
        tasks:
          - {text: Tưới cây, deadline: {kind: recurring, value: thứ Sáu hằng tuần}}
          - {text: Rào vườn, deadline: {kind: event, value: xong mùa mưa}}
          - {text: Giữ cây}
    reporting: {text: báo cáo kết quả, due: trước ngày 15/9/2025}
"""
FILE = "plans/trong-cay.yaml"
PROGRESS = Path("progress/trong-cay.yaml")


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """On a day that does not pass."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    for name, text in (("vanthu.yaml", OFFICE), ("units.yaml", UNITS + GROUPS), (FILE, PLAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The code, and all that was said with single spaces."""
    code = main(["status", *arguments])
    said = capsys.readouterr()
    return code, re.sub(" +", " ", said.out + said.err)


def marked(*entries: tuple[str, str, str]) -> None:
    PROGRESS.parent.mkdir()
    text = "".join(f"  - {{due: {due}, unit: {unit}, on: {on}}}\n" for due, unit, on in entries)
    PROGRESS.write_text("done:\n" + text, encoding="utf-8")


ROWS = [
    "thứ Sáu 30/05/2025 trễ 17 ngày 1 phase-1 Đảng ủy xã Thạnh Lộc Hết đợt 1: Tháng 5",
    "thứ Sáu 13/06/2025 trễ 3 ngày 2 task-1.1 Các chi bộ (3 đơn vị) Đào hố",
    "thứ Sáu 09/05/2025 trễ 38 ngày 1 task-2.1@2025-05-09 Chi bộ Ba Tưới cây (còn 5 kỳ nữa)",
    "thứ Tư 18/06/2025 còn 2 ngày 2 task-1.2 Các chi bộ (3 đơn vị) Trồng cây",
    "thứ Sáu 20/06/2025 còn 4 ngày 2 task-2.1@2025-06-20 Chi bộ Ba Tưới cây",
    "thứ Sáu 27/06/2025 còn 11 ngày 2 task-2.1@2025-06-27 Chi bộ Ba Tưới cây (còn 18 kỳ nữa)",
    "thứ Hai 15/09/2025 còn 91 ngày 2 report-1 Các chi bộ (3 đơn vị) Báo cáo: báo cáo kết quả",
    "xong mùa mưa task-2.2 Chi bộ Ba Rào vườn",
    "không ghi ngày task-2.3 Chi bộ Ba Giữ cây",
]


@pytest.mark.parametrize("row", ROWS)
def test_a_row(row: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys)
    assert code == DONE
    assert f" {row}\n" in said


def test_what_is_overdue_comes_first_and_sums_last(capsys: pytest.CaptureFixture[str]) -> None:
    marked(("task-1.1", "chi-bo-mot", "2025-06-12"), ("task-2.2", "chi-bo-ba", "2025-06-12"))
    said = run(capsys)[1]
    headings = re.findall(r"^(Quá hạn|Đến hạn|Còn sau|Chưa rõ ngày|Đã xong): (\d+)$", said, re.MULTILINE)
    assert headings == [("Quá hạn", "9"), ("Đến hạn", "4"), ("Còn sau", "23"), ("Chưa rõ ngày", "1"), ("Đã xong", "1")]
    assert said.rstrip().endswith("Cộng 9 4 23 1 2")


SUMS = ["Đợt 1 5 - - - -", "Ngoài các đợt - - - 2 -", "Các chi bộ 3 3 3 - -", "Đảng ủy xã Thạnh Lộc 1 - 1 - -"]


@pytest.mark.parametrize("row", SUMS)
def test_sums_by_phase_and_unit(row: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"\n{row}\n" in run(capsys)[1]


VIEWS = [
    ("another day", ("--on", "12/6/2025"), "còn 1 ngày", False),
    ("the day before", ("--on", "12/6/2025"), "ngày mai", True),
    ("the day itself", ("--on", "2025-06-13"), "hôm nay", True),
    ("a shorter look ahead", ("--within", "1"), "Đến hạn: 4", False),
    ("one unit", ("--unit", "chi-bo-mot"), "Tưới cây", False),
    ("one unit in its group", ("--unit", "chi-bo-mot"), "task-1.1 Chi bộ Một Đào hố", True),
    ("the office", ("--unit", "dang-uy-xa"), "phase-1 Đảng ủy xã Thạnh Lộc", True),
    ("the office alone", ("--unit", "dang-uy-xa"), "task-", False),
    ("two units", ("--unit", "chi-bo-mot", "--unit", "chi-bo-ba"), "task-1.1 Chi bộ Ba Đào hố", True),
    ("every unit", ("--all",), "task-1.1 Chi bộ Hai Đào hố", True),
    ("every time", ("--all",), "thứ Sáu 04/07/2025 còn 18 ngày", True),
    ("one of each series", (), "04/07/2025", False),
]


@pytest.mark.parametrize(("options", "words", "there"), [case[1:] for case in VIEWS], ids=[case[0] for case in VIEWS])
def test_a_view(options: tuple[str, ...], words: str, there: bool, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, *options)
    assert code == DONE
    assert (words in said) is there


def test_all_tells_who_has_done_it_and_who_has_not(capsys: pytest.CaptureFixture[str]) -> None:
    marked(("task-1.1", "chi-bo-mot", "2025-06-12"), ("task-1.1", "chi-bo-hai", "2025-06-15"))
    said = run(capsys, "--all")[1]
    assert [line.strip() for line in said.splitlines() if "task-1.1" in line] == [
        "thứ Sáu 13/06/2025 trễ 3 ngày 2 task-1.1 Chi bộ Ba Đào hố",
        "thứ Sáu 13/06/2025 xong 12/06/2025 2 task-1.1 Chi bộ Một Đào hố",
        "thứ Sáu 13/06/2025 xong 15/06/2025, trễ 2 ngày 2 task-1.1 Chi bộ Hai Đào hố",
    ]


def test_quiet_tells_only_what_is_overdue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-q", "status"]) == DONE
    said = capsys.readouterr().out
    assert "task-1.1" in said
    assert "task-1.2" not in said
    assert "Cộng" not in said


def test_several_plans_have_a_line_together(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "plans/hai.yaml").write_text(PLAN, encoding="utf-8")
    said = run(capsys)[1]
    assert "Cả 2 kế hoạch: quá hạn 20, đến hạn 8, còn sau 46, chưa rõ ngày 4, đã xong 0\n" in said


def test_a_plan_with_faults_does_not_hide_the_others(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "plans/sai.yaml").write_text("subject: sai\n", encoding="utf-8")
    code, said = run(capsys)
    assert code == FINDINGS
    assert "plans/sai.yaml:1:1: lỗi data/missing-field" in said
    assert "task-1.1" in said


def test_no_plan(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / FILE).unlink()
    code, said = run(capsys)
    assert (code, said.startswith("Chưa có kế hoạch nào")) == (DONE, True)


def test_a_progress_file_with_a_fault_is_told_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    marked(("task-1.1", "chi-bo-mot", "2025-06-12"), ("task-1.9", "chi-bo-mot", "2025-06-12"))
    code, said = run(capsys)
    assert code == FINDINGS
    assert "progress/trong-cay.yaml:3:11: lỗi data/unknown-due" in said


def test_a_progress_file_without_its_plan_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marked(("task-1.1", "chi-bo-mot", "2025-06-12"))
    PROGRESS.rename(PROGRESS.with_name("trong-cay-xanh.yaml"))
    code, said = run(capsys)
    assert code == DONE
    assert "trong-cay-xanh.yaml: cảnh báo data/progress-without-plan" in said


MARKS = [
    ("the only unit", ("task-2.2",), ("task-2.2", "chi-bo-ba", "2025-06-16")),
    ("the office", ("phase-1",), ("phase-1", "dang-uy-xa", "2025-06-16")),
    ("one of a group", ("task-1.1", "--unit", "chi-bo-hai"), ("task-1.1", "chi-bo-hai", "2025-06-16")),
    ("on another day", ("task-2.2", "--on", "14/6/2025"), ("task-2.2", "chi-bo-ba", "2025-06-14")),
    ("one that comes back", ("task-2.1@2025-06-20",), ("task-2.1@2025-06-20", "chi-bo-ba", "2025-06-16")),
]


@pytest.mark.parametrize(("options", "entry"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_done_is_written(options: tuple[str, ...], entry: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "--done", *options)
    assert (code, said.startswith("Đã ghi xong: ")) == (DONE, True)
    due, unit, on = entry
    expected = f"done:\n  - due: {due}\n    unit: {unit}\n    on: {on}\n"
    assert PROGRESS.read_text(encoding="utf-8").endswith(expected)


def test_done_of_several_units_with_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--done", "task-1.1", "--unit", "chi-bo-hai", "--unit", "chi-bo-mot", "--note", 'nói: "xong"')
    text = PROGRESS.read_text(encoding="utf-8")
    assert (text.count("unit: chi-bo"), text.count(r'note: "nói: \"xong\""')) == (2, 2)
    assert "(3 đơn vị, 2 đã xong)" in run(capsys)[1]


def test_undo_takes_back_what_done_has_written(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--done", "task-2.2")
    before = PROGRESS.read_bytes()
    run(capsys, "--done", "task-1.1", "--unit", "chi-bo-hai")
    assert run(capsys, "--undo", "task-1.1") == (DONE, "Đã bỏ ghi xong: task-1.1, chi-bo-hai\n")
    assert PROGRESS.read_bytes() == before


def test_undo_takes_out_what_the_plan_no_longer_has(capsys: pytest.CaptureFixture[str]) -> None:
    marked(("task-7.7", "chi-bo-cu", "2025-06-01"))
    assert run(capsys, "--undo", "task-7.7")[0] == DONE
    assert run(capsys)[0] == DONE


REFUSED = [
    (
        "of nobody in particular",
        ("--done", "task-1.1"),
        COULD_NOT_RUN,
        "thêm --unit MÃ (chi-bo-mot, chi-bo-hai, chi-bo-ba)",
    ),
    ("of a group", ("--done", "task-1.1", "--unit", "cac-chi-bo"), FINDINGS, "data/group-not-unit"),
    ("of a unit that nobody has", ("--done", "task-1.1", "--unit", "chi-bo-mott"), FINDINGS, "“chi-bo-mot”"),
    ("of a unit that does not owe it", ("--done", "task-2.2", "--unit", "chi-bo-hai"), FINDINGS, "data/not-assigned"),
    ("of nothing in the plan", ("--done", "task-2.9"), FINDINGS, "data/unknown-due"),
    (
        "without the day of one that comes back",
        ("--done", "task-2.1"),
        FINDINGS,
        "việc này lặp lại: thêm ngày, như task-2.1@2025-05-09",
    ),
    ("tomorrow", ("--done", "task-2.2", "--on", "17/6/2025"), COULD_NOT_RUN, "còn chưa đến"),
    ("on no day", ("--done", "task-2.2", "--on", "30/2/2025"), COULD_NOT_RUN, "--on: “30/2/2025”"),
    ("of a plan that is not there", ("nosuch.yaml",), COULD_NOT_RUN, f"các kế hoạch đang có: {FILE}"),
    ("of a plan with another name", ("trong-cai.yaml",), COULD_NOT_RUN, f"có phải là {FILE}?"),
    ("and undone", ("--done", "task-2.2", "--undo", "task-2.2"), COULD_NOT_RUN, "không dùng cùng nhau"),
    ("with a note to nothing", ("--note", "xong"), COULD_NOT_RUN, "--note"),
    ("back, though not done", ("--undo", "task-2.2"), COULD_NOT_RUN, "không ghi việc “task-2.2” là xong"),
    ("for an unknown unit", ("--unit", "chi-bo-mott"), FINDINGS, "“chi-bo-mot”"),
]


@pytest.mark.parametrize(
    ("options", "code", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_refused(options: tuple[str, ...], code: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    found, said = run(capsys, *options)
    assert found == code
    assert words in said
    assert not PROGRESS.exists()


def test_done_twice_is_refused_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--done", "task-2.2", "--on", "14/6/2025")
    before = PROGRESS.read_bytes()
    code, said = run(capsys, "--done", "task-2.2")
    assert (code, "đã ghi xong ngày 14/6/2025" in said) == (COULD_NOT_RUN, True)
    assert PROGRESS.read_bytes() == before


def test_undo_of_several_units_wants_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    marked(("task-1.1", "chi-bo-mot", "2025-06-12"), ("task-1.1", "chi-bo-hai", "2025-06-12"))
    code, said = run(capsys, "--undo", "task-1.1")
    assert (code, "thêm --unit MÃ: chi-bo-mot, chi-bo-hai" in said) == (COULD_NOT_RUN, True)
    assert run(capsys, "--undo", "task-1.1", "--unit", "chi-bo-hai")[0] == DONE


def test_done_wants_one_plan(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "plans/hai.yaml").write_text(PLAN, encoding="utf-8")
    code, said = run(capsys, "--done", "phase-1")
    assert (code, "hai.yaml, trong-cay.yaml" in said) == (COULD_NOT_RUN, True)
    assert run(capsys, FILE, "--done", "phase-1")[0] == DONE


def test_the_calendar_has_every_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--ics", "han.ics") == (DONE, "Đã ghi 31 ngày hẹn vào han.ics\n")
    events = Calendar.from_ical(Path("han.ics").read_bytes()).walk("VEVENT")
    found = {str(event["uid"]): (event.decoded("dtstart"), str(event["summary"])) for event in events}
    assert len(found) == 31
    uid = "trong-cay.task-1.1.cac-chi-bo@dang-uy-xa.vanthu"
    assert found[uid] == (date(2025, 6, 13), "Đào hố – Các chi bộ (3 đơn vị)")


def test_no_calendar_is_made_of_plans_with_faults(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "plans/sai.yaml").write_text("subject: sai\n", encoding="utf-8")
    assert run(capsys, "--ics", "han.ics")[0] == FINDINGS
    assert not Path("han.ics").exists()


def test_the_calendar_is_the_same_on_another_day(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "--ics", "a.ics")
    monkeypatch.setattr(clock, "today", lambda: date(2025, 12, 1))
    run(capsys, "--ics", "b.ics")
    assert Path("a.ics").read_bytes() == Path("b.ics").read_bytes()


def test_what_is_done_stays_in_the_calendar_without_a_reminder(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--done", "phase-1")
    run(capsys, "--unit", "dang-uy-xa", "--ics", "han.ics")
    first, second = Calendar.from_ical(Path("han.ics").read_bytes()).walk("VEVENT")
    assert (str(first["summary"])[:8], first.walk("VALARM")) == ("Đã xong:", [])
    assert second.walk("VALARM")
