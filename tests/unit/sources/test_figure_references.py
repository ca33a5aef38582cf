"""Figures that a report takes from the units' answers: what its form does not ask, what is misspelt, and where."""

from __future__ import annotations

from typing import Any

import pytest
from small_workspace import PLAN

from generator.diagnostics import Severity
from generator.sources.load import examine
from generator.workspace import Workspace

MARK = "¦"
FORMS = """\
forms:
  - phase: 1
    title: Số liệu đợt 1
    period_from: 2026-03-02
    period_to: 2026-06-29
    due: 2026-06-30
    units: [cac-chi-bo]
    asks:
      - indicators: [oral_sessions, oral_attendees, web_posts, social_posts, members_attended_rate]
"""
FIGURES = PLAN[PLAN.index("    figures:\n") :]
CHART = "    figures:\n      title: Số liệu\n      chart: "
SAID = "leadership: [Ban hành kế hoạch]"


def plan(*changes: tuple[str, str], forms: str = FORMS) -> str:
    text = PLAN.replace("number: 05\nnumber: 05\n", "number: 05\n").replace("reports:\n", f"{forms}reports:\n")
    text = text.replace(FIGURES, "    figures:\n      title: Số liệu\n")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def found(workspace: Workspace, text: str) -> tuple[list[Any], tuple[int, int]]:
    """The findings, and the line and column that were marked."""
    before, _mark, after = text.partition(MARK)
    (workspace.plans / "ke-hoach.yaml").write_text(before + after, encoding="utf-8")
    findings = examine(workspace, workspace.plan_files())
    return [*findings], (before.count("\n") + 1, len(before) - before.rfind("\n"))


FAULTS = [
    # what is typed, the code, a part of the message or hint
    ('¦"Có {oral_sesions} buổi"', "data/unknown-figure", "có phải là “{oral_sessions}”?"),
    ('¦"Có {Oral_Sessions} buổi"', "data/unknown-figure", "có phải là “{oral_sessions}”?"),
    ('¦"Có {oral_sesions.previous} buổi"', "data/unknown-figure", "có phải là “{oral_sessions.previous}”?"),
    ('¦"Có {oral_sessions.previos} buổi"', "data/unknown-figure", "có phải là “{oral_sessions.previous}”?"),
    ('¦"Có {oral_sessions.xyz} buổi"', "data/unknown-figure", "có thể ghi: {oral_sessions.previous}, {oral"),
    ('¦"Có {unit.missing} đơn vị"', "data/unknown-figure", "có phải là “{units.missing}”?"),
    ('¦"Có {units} đơn vị"', "data/unknown-figure", "có thể ghi: {units.asked}, {units.answered}, "),
    ('¦"Chưa có {units.missing.name}"', "data/unknown-figure", "có phải là “{units.missing.names}”?"),
    ('¦"Trễ: {units.names}"', "data/unknown-figure", "có phải là “{units.late.names}”? các phần có thể ghi: {units.a"),
    ('¦"Treo {banners} băng rôn"', "data/figure-not-asked", "asks"),
    (
        '¦"Đạt {members_attended_rate.achieved}"',
        "data/achieved-of-per-cent",
        "“đạt {members_attended_rate}, chỉ tiêu giao {members_attended_rate.target}”",
    ),
]
STRAYS = [
    # what is typed, what is shown of it, the way out
    ("Có {oral_sessions buổi", "{oral_sessions buổi", "có phải là “{oral_sessions}”?"),
    ("Có oral_sessions} buổi", "oral_sessions}", "có phải là “{oral_sessions}”?"),
    ("Có {oral sessions} buổi", "{oral sessions}", "có phải là “{oral_sessions}”?"),
    ("Có {{oral_sessions}} buổi", "{{oral_sessions}}", "có phải là “{oral_sessions}”?"),
    ("Có {{oral_sesions.previos}} buổi", "{{oral_sesions.previos}}", "có phải là “{oral_sessions.previous}”?"),
    ("Có {units missing} đơn vị", "{units missing}", "dùng ngoặc tròn"),
    ("Có {số buổi} buổi", "{số buổi}", "dùng ngoặc tròn"),
    ("Có {} buổi", "{}", "dùng ngoặc tròn"),
    ("Tập {1; 2}", "{1; 2}", "dùng ngoặc tròn"),
    ("{% if a %}", "{% if a %}", "dùng ngoặc tròn"),
    ("Có {oral_sessions} buổi, { oral_attendees lượt", "{ oral_attendees lượt", "có phải là “{oral_attendees}”?"),
]


@pytest.mark.parametrize(("typed", "code", "words"), FAULTS)
def test_a_reference_that_leads_nowhere(workspace: Workspace, typed: str, code: str, words: str) -> None:
    findings, place = found(workspace, plan((SAID, f"leadership: [{typed}]")))
    (one,) = findings
    assert (one.code, (one.where.line, one.where.column)) == (code, place)
    assert words in f"{one.message} {one.hint}"
    assert one.actual in typed


@pytest.mark.parametrize(
    "typed",
    [
        *("{oral_sessions}", "{oral_sessions.achieved}", "{units.missing.names}", "{members_attended}"),
        *("{members_attended_rate}%", "{ oral_sessions }", "{members_attended_rate.target}", "(oral_sesions)"),
    ],
)
def test_what_is_sound_is_not_told(workspace: Workspace, typed: str) -> None:
    assert found(workspace, plan((SAID, f'leadership: ["{typed}"]')))[0] == []


@pytest.mark.parametrize(("typed", "shown", "words"), STRAYS)
def test_a_brace_that_is_left_over_is_an_error(workspace: Workspace, typed: str, shown: str, words: str) -> None:
    findings, place = found(workspace, plan((SAID, f'leadership: [¦"{typed}"]')))
    (one,) = findings
    assert (one.code, one.severity) == ("data/stray-brace", Severity.ERROR)
    assert ((one.where.line, one.where.column), one.actual) == (place, shown)
    assert one.message.startswith(shown)
    assert words in one.hint


@pytest.mark.parametrize("typed", ["Có } buổi", "Có { 5 buổi", "a {"])
def test_a_brace_by_which_no_figure_is_meant_is_a_warning(workspace: Workspace, typed: str) -> None:
    findings, place = found(workspace, plan((SAID, f'leadership: [¦"{typed}"]')))
    told = [(one.code, one.severity, (one.where.line, one.where.column)) for one in findings]
    assert told == [("data/stray-brace", Severity.WARNING, place)]


def test_every_brace_that_is_left_over_is_told(workspace: Workspace) -> None:
    findings, _place = found(workspace, plan((SAID, 'leadership: ["{oral sessions}, {oral_sessions}, {} và {a"]')))
    assert [one.actual for one in findings] == ["{oral sessions}", "{}", "{a"]


def test_a_brace_in_what_names_a_report_is_left_over_too(workspace: Workspace) -> None:
    text = plan(("subject: kết quả tuyên truyền đợt 1", 'subject: ¦"kết quả {oral sessions} buổi"'))
    findings, place = found(workspace, text)
    assert [(one.code, (one.where.line, one.where.column)) for one in findings] == [("data/stray-brace", place)]


def test_without_a_form_a_brace_is_only_a_warning(workspace: Workspace) -> None:
    text = plan((SAID, 'leadership: ["Tập {a; b}"]'), (FIGURES_HEAD, ""), forms="")
    findings, _place = found(workspace, text)
    assert [(one.code, one.severity) for one in findings] == [("data/stray-brace", Severity.WARNING)]


def test_what_names_a_report_holds_no_figures(workspace: Workspace) -> None:
    text = plan(("subject: kết quả tuyên truyền đợt 1", 'subject: ¦"kết quả {oral_sessions} buổi"'))
    findings, place = found(workspace, text)
    assert [(one.code, (one.where.line, one.where.column)) for one in findings] == [("data/misplaced-figure", place)]


def test_references_in_other_documents_are_what_was_typed(workspace: Workspace) -> None:
    assert found(workspace, plan(("content_points: [Học tập]", 'content_points: ["{oral_sesions}"]')))[0] == []


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ((), ["data/no-form"]),
        (((SAID, 'leadership: ["{oral_sessions}"]'),), ["data/no-form", "data/no-form"]),
        ((("    figures:\n      title: Số liệu\n", ""),), []),
    ],
)
def test_a_phase_without_a_form_has_no_answers(
    workspace: Workspace, changes: tuple[tuple[str, str], ...], codes: list[str]
) -> None:
    findings, _place = found(workspace, plan(*changes, forms=""))
    assert [one.code for one in findings] == codes


TABLES = [
    ("      indicators: [¦banners]\n", ["data/figure-not-asked"]),
    ("      indicators: [¦oral_sesions]\n", ["data/unknown-indicator"]),
    ("      summary: [oral_sessions, ¦banners]\n", ["data/figure-not-asked"]),
    ("      summary: [¦oral_sesions]\n", ["data/unknown-figure"]),
    ("      chart: {indicators: [¦banners]}\n", ["data/figure-not-asked"]),
    ("      chart: {indicators: ¦[oral_sessions, social_posts]}\n", ["data/chart-of-unlike"]),
    ("      chart: {indicators: [web_posts, social_posts], previous: ¦true}\n", ["data/chart-too-full"]),
    ("      chart: {indicators: [web_posts, social_posts], by: indicator, previous: true}\n", []),
    ("      chart: {indicators: [web_posts, social_posts]}\n", []),
    ("      summary: [members_attended, members_attended_rate]\n", []),
]


@pytest.mark.parametrize(("lines", "codes"), TABLES)
def test_the_table_and_the_chart_show_what_is_asked(workspace: Workspace, lines: str, codes: list[str]) -> None:
    findings, place = found(workspace, plan(("    figures:\n      title: Số liệu\n", f"{FIGURES_HEAD}{lines}")))
    assert [one.code for one in findings] == codes
    assert all((one.where.line, one.where.column) == place for one in findings)


FIGURES_HEAD = "    figures:\n      title: Số liệu\n"


def test_a_chart_by_unit_holds_four_indicators(workspace: Workspace) -> None:
    five = "[oral_sessions, oral_attendees, web_posts, social_posts, members_attended]"
    findings, _place = found(workspace, plan((FIGURES_HEAD, f"{FIGURES_HEAD}      chart: {{indicators: {five}}}\n")))
    assert [one.code for one in findings] == ["data/chart-too-full", "data/chart-of-unlike"]


@pytest.mark.parametrize("field", ["summary: [oral_sessions]", "chart: {indicators: [oral_sessions]}"])
def test_typed_figures_have_no_summary_and_no_chart(workspace: Workspace, field: str) -> None:
    text = plan((FIGURES_HEAD, FIGURES.replace("      rows:", f"      ¦{field}\n      rows:")))
    findings, place = found(workspace, text)
    assert [(one.code, (one.where.line, one.where.column)) for one in findings] == [("data/typed-and-collected", place)]
