"""The kinds of reports: which parts each needs, what its name should say, and several of one phase."""

from __future__ import annotations

import pytest
from small_workspace import PLAN

from generator.sources.load import examine
from generator.workspace import Workspace

SUBJECT = "subject: kết quả tuyên truyền đợt 1"
LED, STRONG = "    leadership: [Ban hành kế hoạch]\n", "    strengths: [Kịp thời]\n"
NEXT = PLAN[PLAN.index("    next_tasks:") : PLAN.index("    figures:\n")]
REPORT = PLAN[PLAN.index("  - subject: kết quả tuyên truyền") :]


def codes(workspace: Workspace, text: str) -> list[tuple[str, str]]:
    text = text.replace("number: 05\nnumber: 05\n", "number: 05\n")
    (workspace.plans / "ke-hoach.yaml").write_text(text, encoding="utf-8")
    return [(one.code, one.severity.value) for one in examine(workspace, workspace.plan_files())]


MISSING = ("data/missing-part", "error")
UNNAMED = ("data/subject-form", "warning")
LESSONS = ("data/part-of-another-kind", "warning")


@pytest.mark.parametrize(
    ("kind", "subject", "without", "lessons", "said"),
    [
        ("phase", "kết quả đợt 1", "", False, []),
        ("phase", "kết quả đợt 1", LED, False, [MISSING]),
        ("phase", "kết quả đợt 1", STRONG, False, [MISSING]),
        ("month", "kết quả tháng 6", STRONG, False, [MISSING]),
        ("quarter", "kết quả quý II", LED, False, [MISSING]),
        ("week", "kết quả tuần 1", LED, False, []),
        ("week", "kết quả tuần 1", STRONG, False, []),
        ("week", "kết quả tuần 1", NEXT, False, [MISSING]),
        ("quick", "nhanh kết quả", LED, False, []),
        ("quick", "nhanh kết quả", NEXT, False, [MISSING]),
        ("quick", "kết quả", STRONG, False, [UNNAMED]),
        ("final", "tổng kết công tác", NEXT, True, []),
        ("final", "kết quả", NEXT, False, [UNNAMED]),
        ("interim", "sơ kết đợt 1", "", True, []),
        ("interim", "sơ kết đợt 1", NEXT, True, [MISSING]),
        ("phase", "kết quả đợt 1", "", True, [LESSONS]),
        ("quick", "nhanh kết quả", "", True, [LESSONS]),
    ],
)
def test_what_a_kind_of_report_needs(
    workspace: Workspace, kind: str, subject: str, without: str, lessons: bool, said: list[tuple[str, str]]
) -> None:
    text = PLAN.replace(SUBJECT, f"report_kind: {kind}\n    subject: {subject}").replace(without or "\0", "")
    if lessons:
        text = text.replace("    difficulties: []\n", "    difficulties: []\n    lessons: [Làm sớm]\n")
    assert codes(workspace, text) == said


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (("", ""), [("data/duplicate-id", "error")]),
        (("", "nhanh-1"), []),
        (("nhanh-1", "nhanh-2"), []),
        (("nhanh-1", "nhanh-1"), [("data/duplicate-id", "error")]),
        (("", "copy-1"), [("data/unclear-id", "error")]),
        (("", "noi-dung-mot"), []),
    ],
)
def test_several_reports_of_one_phase_have_ids(
    workspace: Workspace, ids: tuple[str, str], said: list[tuple[str, str]]
) -> None:
    reports = [
        REPORT.replace("    phase: 1\n", f"    phase: 1\n    id: {one}\n" if one else "    phase: 1\n") for one in ids
    ]
    assert codes(workspace, PLAN.replace(REPORT, "".join(reports))) == said
