"""References in a report's texts: what stands in their place, what is no reference, and what stays as it was typed."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.figure_reference import Reference, references
from generator.model.figures import Standing
from generator.model.report import Report
from generator.render.figure_text import told_by_reference, uses_answers, with_figures
from generator.render.figure_values import value_of
from generator.render.runs import runs
from tests.collected import RATE, SESSIONS, phase, said, total, unit

FIGURES = phase(
    [
        total(SESSIONS, 1250, previous=0, cumulative="1262.5", target=2000, achieved="63.125", asked=4, answered=2),
        total(RATE, "97.5512", asked=4, answered=0),
    ],
    [
        unit("Chi bộ A & <B>", {SESSIONS.code: said(1250)}),
        unit("Chi bộ {{ C }}", {}, Standing.MISSING),
        unit("Chi bộ D", {}, Standing.MISSING),
        unit("Chi bộ Đ", {SESSIONS.code: said(0)}, Standing.LATE),
    ],
)
TEXT = "kết quả"


def report(text: str, **more: Any) -> Report:
    return Report.model_validate(
        {
            "subject": TEXT,
            "phase": 1,
            "period_from": "2025-01-01",
            "period_to": "2025-05-31",
            "results": [{"title": "Việc", "content": [text]}],
            "difficulties": [],
        }
        | more
    )


def told(text: str) -> str | None:
    return with_figures(report(text), FIGURES).results[0].content[0].text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{oral_sessions}", "1.250"),
        ("Có **{oral_sessions} buổi**.", "Có **1.250 buổi**."),
        ("{ oral_sessions }", "1.250"),
        ("{oral_sessions.previous}", "0"),
        ("{oral_sessions.cumulative}", "1.262,5"),
        ("{oral_sessions.target}", "2.000"),
        ("{oral_sessions.achieved}", "63,13%"),
        ("{oral_sessions.answered}/{oral_sessions.asked}", "2/4"),
        ("{oral_sessions.name} ({oral_sessions.unit})", "Số buổi tuyên truyền miệng (buổi)"),
        ("{members_attended_rate}", "97,55%"),
        ("{members_attended_rate}%", "97,55%"),
        ("{members_attended_rate} %.", "97,55%."),
        ("{oral_sessions}%", "1.250%"),
        ("{units.asked}, {units.answered}, {units.missing}, {units.late}", "4, 2, 2, 1"),
        ("{units.missing.names}", "Chi bộ {{ C }}, Chi bộ D"),
        ("{units.late.names}", "Chi bộ Đ"),
    ],
)
def test_what_stands_in_the_place_of_a_reference(typed: str, printed: str) -> None:
    assert told(typed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        *("{{oral_sessions}}", "{{ oral_sessions }}", "{% if oral_sessions %}", "{}", "{ }", "{số buổi}", "{1}"),
        *("{oral_sessions", "oral_sessions}", "{oral sessions}", "{{{oral_sessions}}}", "tập {a; b}"),
    ],
)
def test_what_is_no_reference_stays_as_it_was_typed(typed: str) -> None:
    assert told(typed) == typed
    assert list(references(typed)) == []


@pytest.mark.parametrize("typed", ["{oral_sesions}", "{oral_sessions.total}", "{units}", "{units.names}", "{a}"])
def test_what_only_looks_like_a_reference_is_found_and_kept(typed: str) -> None:
    (found,) = references(typed)
    with pytest.raises(LookupError):
        value_of(found, FIGURES)
    assert told(typed) == typed


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        (Reference("members_attended_rate", "previous"), None),
        (Reference("members_attended_rate", "target"), None),
        (Reference("members_attended_rate", "achieved"), None),
        (Reference("members_attended_rate", "answered"), "0"),
    ],
)
def test_what_nobody_has_told_is_no_zero(reference: Reference, words: str | None) -> None:
    assert value_of(reference, FIGURES) == words


def test_a_name_brings_no_marks_into_the_sentence() -> None:
    figures = phase([total(SESSIONS, 1)], [unit("*Chi* **bộ**", {}, Standing.MISSING)])
    filled = with_figures(report("**Còn {units.missing.names}.**"), figures)
    assert runs(filled.results[0].content[0].text or "") == [
        {"text": "Còn *Chi* **bộ**.", "bold": True, "italic": False}
    ]


def test_where_nobody_is_missing_the_sentence_says_so() -> None:
    everybody = phase([total(SESSIONS, 1)], [unit("Chi bộ A", {SESSIONS.code: said(1)})])
    filled = with_figures(report("Chưa báo cáo: {units.missing.names}."), everybody)
    assert filled.results[0].content[0].text == "Chưa báo cáo: không có."


TEXTS: tuple[tuple[dict[str, Any], tuple[str | int, ...]], ...] = (
    ({"context": ["{oral_sessions}"]}, ("context", 0, "text")),
    ({"leadership": [{"points": ["a", "{oral_sessions}"]}]}, ("leadership", 0, "points", 1, "text")),
    ({"strengths": ["{oral_sessions}"]}, ("strengths", 0)),
    ({"difficulties": [{"text": "{oral_sessions}"}]}, ("difficulties", 0, "text")),
    ({"next_tasks": [{"text": "a", "due": "{oral_sessions}"}]}, ("next_tasks", 0, "due")),
    ({"proposals": [{"to": "a", "text": "{oral_sessions}"}]}, ("proposals", 0, "text")),
    ({"exemplary": ["{oral_sessions}"]}, ("exemplary", 0)),
    ({"lessons": ["{oral_sessions}"]}, ("lessons", 0)),
    ({"figures": {"title": "{oral_sessions}"}}, ("figures", "title")),
    (
        {"context": [{"table": {"columns": ["a"], "rows": [["{oral_sessions}"]]}}]},
        ("context", 0, "table", "rows", 0, 0),
    ),
    ({"appendices": [{"title": "a", "content": ["{oral_sessions}"]}]}, ("appendices", 0, "content", 0, "text")),
)


@pytest.mark.parametrize(("parts", "steps"), TEXTS, ids=lambda each: "-".join(map(str, each)))
def test_figures_stand_in_every_text_of_a_report(parts: dict[str, Any], steps: tuple[str | int, ...]) -> None:
    typed = report("Đã làm.", **parts)
    assert [at for at, _reference in told_by_reference(typed)] == [steps]
    value: Any = with_figures(typed, FIGURES)
    for step in steps:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    assert value == "1.250"


def test_a_report_without_references_is_not_changed() -> None:
    typed = report("Đã làm {việc}.")
    assert with_figures(typed, FIGURES) == typed
    assert not uses_answers(typed)


@pytest.mark.parametrize(
    ("parts", "uses"),
    [
        ({"figures": {"title": "Số liệu"}}, True),
        ({"strengths": ["{units.late}"]}, True),
        ({"figures": {"title": "Số liệu", "indicators": ["a"], "rows": [{"unit": "a", "figures": []}]}}, False),
    ],
)
def test_which_reports_use_answers(parts: dict[str, Any], uses: bool) -> None:
    assert uses_answers(report("Đã làm.", **parts)) is uses
