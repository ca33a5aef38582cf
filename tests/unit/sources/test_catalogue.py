"""The office's own indicators: laid over those of the program, each fault with its place, no second fault in plans."""

from __future__ import annotations

import pytest
from conftest import MARK, place

from generator import resources
from generator.diagnostics import Severity
from generator.model.indicator import Aggregation
from generator.sources.catalogue_checks import check_catalogue
from generator.sources.load import examine, load_indicators, load_workspace
from generator.sources.yaml_text import read
from generator.workspace import Workspace

OWN = """\
indicators:
  - {code: banners, name: Băng rôn các loại, unit: tấm}
  - {code: clubs, name: Câu lạc bộ, unit: câu lạc bộ, is_sum_of_parts: true}
  - {code: clubs_new, name: Trong đó lập mới, unit: câu lạc bộ, part_of: clubs}
  - {code: clubs_rate, name: Tỷ lệ lập mới, unit: "%", aggregation: percent, part: clubs_new, whole: clubs}
"""


def write(workspace: Workspace, text: str) -> None:
    (workspace.root / "indicators.yaml").write_text(text, encoding="utf-8")


def test_the_packaged_catalogue_agrees_with_itself() -> None:
    assert not [*check_catalogue(read(resources.data("indicators.yaml")), load_indicators())]


def test_an_office_adds_and_replaces(workspace: Workspace) -> None:
    write(workspace, OWN)
    loaded = load_workspace(workspace)
    assert not loaded.warnings
    assert loaded.indicators["banners"].unit == "tấm"
    assert loaded.indicators["clubs_rate"].aggregation is Aggregation.PERCENT
    assert loaded.indicators["articles"] == load_indicators()["articles"]


def test_without_a_file_there_are_those_of_the_program(workspace: Workspace) -> None:
    assert load_workspace(workspace).indicators == load_indicators()


def test_a_plan_may_name_what_the_office_has_added(workspace: Workspace) -> None:
    write(workspace, OWN)
    plan = workspace.plans / "ke-hoach.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("oral_sessions", "clubs"), encoding="utf-8")
    assert examine(workspace, [plan]) == ()


FAULTS = [
    ("code: clubs_new", "code: ¦clubs", "data/duplicate-id", Severity.ERROR),
    ("part: clubs_new", "part: ¦clubs_now", "data/unknown-indicator", Severity.ERROR),
    ("whole: clubs}", "whole: ¦clubs_new}", "data/circle", Severity.ERROR),
    ("whole: clubs}", "whole: ¦members_attended_rate}", "data/per-cent-of-per-cent", Severity.ERROR),
    ("part_of: clubs}", "part_of: ¦clubs_new}", "data/circle", Severity.ERROR),
    ("unit: câu lạc bộ, part_of", "unit: ¦đội, part_of", "data/other-unit", Severity.WARNING),
    ("unit: tấm", "unit: ¦tấm/cụm", "data/several-units", Severity.WARNING),
    ("unit: tấm", "unit: ¦tin và bài", "data/several-units", Severity.WARNING),
    ("name: Câu lạc bộ", "name: ¦số  Tin", "data/same-name", Severity.WARNING),
    ("code: clubs, name", "code: ¦Câu-lạc, name", "data/wrong-form", Severity.ERROR),
    ("unit: tấm}", "unit: tấm, ¦agregation: sum}", "data/unknown-field", Severity.ERROR),
    ("unit: tấm}", "unit: tấm, aggregation: ¦tổng}", "data/unknown-value", Severity.ERROR),
    ("is_sum_of_parts: true", "is_sum_of_parts: true, part_of: ¦clubs_new", "data/circle", Severity.ERROR),
    ("unit: tấm}", "unit: tấm, is_sum_of_parts: ¦true}", "data/sum-of-nothing", Severity.ERROR),
    ("unit: tấm}", "unit: tấm, goes_with: {of: ¦banner}}", "data/unknown-indicator", Severity.ERROR),
]


@pytest.mark.parametrize(("old", "new", "code", "severity"), FAULTS)
def test_a_fault_has_its_place(old: str, new: str, code: str, severity: Severity, workspace: Workspace) -> None:
    before, _mark, after = OWN.replace(old, new, 1).partition(MARK)
    write(workspace, before + after)
    told = {(each.code, (each.where.line, each.where.column), each.severity) for each in examine(workspace, ())}
    assert (code, place(before), severity) in told


def test_a_file_that_is_no_yaml_is_told_alone(workspace: Workspace) -> None:
    write(workspace, "indicators: [\n")
    assert [each.where.file for each in examine(workspace, workspace.plan_files())] == [
        workspace.root / "indicators.yaml"
    ]


def test_an_entry_with_a_fault_is_not_unknown_to_plans_too(workspace: Workspace) -> None:
    write(workspace, OWN.replace("unit: câu lạc bộ, is", "is"))
    plan = workspace.plans / "ke-hoach.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("oral_sessions", "clubs"), encoding="utf-8")
    assert {each.where.file for each in examine(workspace, [plan])} == {workspace.root / "indicators.yaml"}
