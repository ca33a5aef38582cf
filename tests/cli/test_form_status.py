"""`vanthu form status`: what it tells of the example, what changes with the day and the answers, and its page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.commands.main import main
from generator.vietnamese import clock
from tests.documents import EXAMPLE

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
ANSWERS = Path("figures/ke-hoach/dot-1")
SILENT, LATE = "dang-uy-phuong-tan-phu", "chi-bo-hoi-lien-hiep-phu-nu-quan"
PHASE = ["form", "status", "--phase", "1"]
ON = ["--on", "10/6/2025"]


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "vi-du"
    shutil.copytree(EXAMPLE, made)
    monkeypatch.chdir(made)
    return made


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = DONE) -> str:
    assert main([*PHASE, *arguments]) == code
    return capsys.readouterr().out


def line_of(out: str, unit: str) -> str:
    (line,) = (line for line in out.splitlines() if f" {unit} " in line)
    return " ".join(line.split())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("10/6/2025", "quá hạn 7 ngày 8 chỉ tiêu"),
        ("3/6/2025", "hạn hôm nay 8 chỉ tiêu"),
        ("1/6/2025", "còn 2 ngày 8 chỉ tiêu"),
    ],
)
def test_who_is_silent_is_later_every_day(day: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert line_of(printed(capsys, "--on", day), SILENT).endswith(words)


def test_an_answer_is_not_there_before_it_was_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert line_of(printed(capsys, "--on", "5/6/2025"), LATE).endswith("05/06/2025, trễ 2 ngày")
    out = printed(capsys, "--on", "4/6/2025")
    assert line_of(out, LATE).endswith("chưa báo cáo, quá hạn 1 ngày 3 chỉ tiêu")
    assert "answered-in-future" not in out


@pytest.mark.parametrize("content", ["[", "[]", '{"a": 1}', '{"a": "hôm qua"}'])
def test_a_record_of_rejected_forms_that_says_nothing_is_none(content: str, capsys: pytest.CaptureFixture[str]) -> None:
    record = ANSWERS / ".rejected.json"
    record.unlink()
    before = printed(capsys, *ON)
    record.write_text(content, encoding="utf-8")
    assert printed(capsys, *ON) == before


def test_who_was_late_stays_late_by_as_much(capsys: pytest.CaptureFixture[str]) -> None:
    for day in ("10/6/2025", "1/9/2025"):
        assert line_of(printed(capsys, "--on", day), LATE).endswith("05/06/2025, trễ 2 ngày")


def test_nobody_is_to_be_urged_before_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Đôn đốc trước: Đảng ủy phường Tân Phú" in printed(capsys, *ON)
    assert "Đôn đốc" not in printed(capsys, "--on", "1/6/2025")


def test_today_is_the_day_where_none_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    by_name = printed(capsys, *ON)
    monkeypatch.setattr(clock, "today", lambda: clock.date(2025, 6, 10))
    assert printed(capsys) == by_name


def test_everybody_is_told_once_and_the_sum_is_theirs(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, *ON)
    assert "Phải báo cáo: 21 đơn vị; chưa báo cáo 4, trễ hạn 2, đúng hạn 14, không có việc 1." in out
    assert "(số liệu minh họa)" in out


def test_a_blank_is_named_and_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    file = ANSWERS / "dang-uy-cong-an-quan.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("social_posts: 45", "social_posts: not_reported"), encoding="utf-8")
    out = printed(capsys, *ON)
    assert line_of(out, "dang-uy-cong-an-quan").endswith("đúng hạn Số bài trên mạng xã hội")
    assert "Hỏi lại chỗ để trống: Đảng ủy Công an quận." in out


HAND_MADE = """\
unit: dang-uy-phuong-tan-phu
phase: 1
answered_on: 2025-06-12
figures:
  oral_sessions: 12
  oral_attendees: {value: 420, approximate: true, note: "ước tính"}
"""


def test_an_answer_typed_by_hand_counts_and_its_many_blanks_are_told_in_short(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (ANSWERS / f"{SILENT}.yaml").write_text(HAND_MADE, encoding="utf-8")
    out = printed(capsys, "--on", "13/6/2025")
    told = "6 chỉ tiêu: Số bài trên mạng xã hội; Số lượt phát thanh; Số băng rôn …"
    assert line_of(out, SILENT).endswith(f"12/06/2025, trễ 9 ngày {told}")
    assert "figure-not-reported" not in out


def test_an_answer_that_cannot_be_read_is_told_and_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    (ANSWERS / "dang-uy-cong-an-quan.yaml").write_text("unit: [\n", encoding="utf-8")
    out = printed(capsys, *ON, code=FINDINGS)
    assert "chưa báo cáo 5" in out
    assert "dang-uy-cong-an-quan.yaml:2" in out


def test_without_any_answer_everybody_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree("figures")
    assert "chưa báo cáo 21." in printed(capsys, *ON)


def test_quiet_tells_who_is_missing_and_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-q", *PHASE, *ON]) == DONE
    out = capsys.readouterr().out
    assert SILENT in out
    assert LATE not in out


# The page


def test_the_page_is_written_and_is_the_same_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, *ON, "--html", "trang.html")
    assert "Đã ghi trang.html" in out
    first = Path("trang.html").read_bytes()
    printed(capsys, *ON, "--html", "trang.html")
    assert Path("trang.html").read_bytes() == first
    html = first.decode()
    assert "<b>21</b> phải báo cáo" in html
    assert "chưa báo cáo, quá hạn 7 ngày" in html


def test_what_a_unit_typed_stays_text_on_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    file = ANSWERS / "dang-uy-phuong-le-binh.yaml"
    text = file.read_text(encoding="utf-8")
    hostile = "=1+1 <script>alert(1)</script> {{ 7*7 }}"
    file.write_text(text[: text.index("texts:")] + f"texts:\n  mo-hinh: '{hostile}'\n", encoding="utf-8")
    printed(capsys, *ON, "--html", "trang.html")
    html = Path("trang.html").read_text(encoding="utf-8")
    assert "“=1+1 &lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}”" in html
    assert html.count("<script") == 1


# Beside the plan's other deadlines


REPORTING = "    reporting: {{text: báo cáo số liệu, due: trước ngày {day}}}\n"


@pytest.mark.parametrize(
    ("day", "done", "open_"),
    [
        ("03/6/2025", "xong 02/06/2025", "trễ 7 ngày"),
        ("04/6/2025", None, "trễ 6 ngày"),
    ],
)
def test_an_answer_is_the_report_that_is_due_on_the_same_day(
    day: str, done: str | None, open_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = Path("plans/ke-hoach.yaml")
    kept = re.sub(r"(?ms)^    reporting:\n.*?(?=^\S)", REPORTING.format(day=day), plan.read_text(encoding="utf-8"))
    plan.write_text(kept, encoding="utf-8")
    for unit, words in (("dang-uy-phuong-le-binh", done or open_), (SILENT, open_)):
        assert main(["status", "--on", "10/6/2025", "--unit", unit]) == DONE
        (line,) = (line for line in capsys.readouterr().out.splitlines() if "report-1" in line)
        assert words in line


def test_what_a_person_marked_goes_before_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    plan = Path("plans/ke-hoach.yaml")
    text = re.sub(
        r"(?ms)^    reporting:\n.*?(?=^\S)", REPORTING.format(day="03/6/2025"), plan.read_text(encoding="utf-8")
    )
    plan.write_text(text, encoding="utf-8")
    mark = ["status", "--done", "report-1", "--unit", "dang-uy-phuong-le-binh", "--on", "30/5/2025"]
    assert main(mark) == DONE
    capsys.readouterr()
    assert main(["status", "--on", "10/6/2025", "--unit", "dang-uy-phuong-le-binh"]) == DONE
    assert "xong 30/05/2025" in capsys.readouterr().out


# What is refused


def test_a_phase_without_a_form_names_those_that_have_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "status", "--phase", "3"]) == FINDINGS
    out = capsys.readouterr().out
    assert "data/no-form" in out
    assert "1, 2" in out


def test_of_several_plans_one_is_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy("plans/ke-hoach.yaml", "plans/khac.yaml")
    assert main(PHASE) == COULD_NOT_RUN
    assert "khac.yaml" in capsys.readouterr().err
    printed(capsys, "plans/ke-hoach.yaml", *ON)


@pytest.mark.parametrize("arguments", [[], ["--overwrite"]])
def test_a_plan_is_never_taken_for_a_page(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    plan = Path("plans/ke-hoach.yaml")
    before = plan.read_bytes()
    assert main([*PHASE, "--html", str(plan), *arguments]) == COULD_NOT_RUN
    assert "ke-hoach.yaml" in capsys.readouterr().err
    assert plan.read_bytes() == before


def test_another_page_is_replaced_only_where_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("khac.HTM").write_text("<p>của ai khác</p>", encoding="utf-8")
    assert main([*PHASE, *ON, "--html", "khac.HTM"]) == COULD_NOT_RUN
    assert "--overwrite" in capsys.readouterr().err
    assert "của ai khác" in Path("khac.HTM").read_text(encoding="utf-8")
    printed(capsys, *ON, "--html", "khac.HTM", "--overwrite")
    assert "của ai khác" not in Path("khac.HTM").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["--on", "35/6/2025"], ["--html", "plans"]])
def test_an_option_that_makes_no_sense(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PHASE, *arguments]) == COULD_NOT_RUN
    assert capsys.readouterr().err
