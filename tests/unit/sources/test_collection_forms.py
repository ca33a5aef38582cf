"""Forms in a plan: what must agree inside of one, between two, and with the report of the phase."""

from __future__ import annotations

import pytest
from conftest import Edit
from small_workspace import PLAN

from generator.sources.load import examine
from generator.workspace import Workspace

FORM = """\
forms:
  - phase: 1
    title: Số liệu đợt 1
    period_from: 2026-03-02
    period_to: 2026-06-30
    due: 2026-07-01
    units: [cac-chi-bo]
    asks:
      - {indicators: [oral_sessions, members_attended_rate]}
      - {indicators: [banners], units: [chi-bo-mot]}
    targets:
      - {indicator: oral_sessions, value: 100}
      - {indicator: banners, value: 5, unit: chi-bo-mot}
"""


@pytest.fixture
def with_form(workspace: Workspace) -> Workspace:
    (workspace.plans / "ke-hoach.yaml").write_text(PLAN + FORM, encoding="utf-8")
    return workspace


def test_a_sound_form_has_no_finding(with_form: Workspace) -> None:
    assert examine(with_form, with_form.plan_files()) == ()


FAULTS = [
    ("forms:\n  - phase: 1", "forms:\n  - phase: ¦2", "data/unknown-phase"),
    ("units: [cac-chi-bo]\n", "units: [¦cac-chi-bi]\n", "data/unknown-unit"),
    ("units: [cac-chi-bo]\n", "units: [cac-chi-bo, ¦cac-chi-bo]\n", "data/asked-twice"),
    ("[oral_sessions, members_attended_rate]", "[oral_sessions, ¦oral_sessions]", "data/asked-twice"),
    ("[banners], units", "[banners, ¦oral_sessions], units", "data/asked-twice"),
    ("banners], units: [chi-bo-mot]", "banners], units: [chi-bo-mot, ¦chi-bo-mot]", "data/asked-twice"),
    ("banners], units: [chi-bo-mot]", "banners], units: [¦chi-bo-muoi]", "data/unknown-unit"),
    ("due: 2026-07-01", "due: ¦2026-06-29", "data/due-before-period-ends"),
    ("due: 2026-07-01", "due: ¦2026-07-04", "data/deadline-on-weekend"),
    ("due: 2026-07-01", "due: ¦2026-09-02", "data/deadline-on-holiday"),
    ("due: 2026-07-01", "due: ¦2026-13-01", "data/impossible-date"),
    ("{indicator: oral_sessions, value: 100}", "{indicator: ¦articles, value: 100}", "data/target-not-asked"),
    ("{indicator: oral_sessions, value: 100}", "{indicator: oral_sessions, value: ¦0}", "data/target-zero"),
    ("value: 5, unit: chi-bo-mot", "value: 5, unit: ¦nhom-mot", "data/unknown-unit"),
    ("value: 5, unit: chi-bo-mot", "value: 5, unit: ¦chi-bo-hai", "data/target-not-asked"),
]


@pytest.mark.parametrize(("old", "new", "code"), FAULTS)
def test_a_fault_of_a_form(old: str, new: str, code: str, with_form: Workspace, edit: Edit) -> None:
    (found,), place = edit("plans/ke-hoach.yaml", old, new)
    assert (found.code, (found.where.line, found.where.column)) == (code, place)
    assert found.hint


def test_a_target_may_be_of_a_part_of_a_per_cent(with_form: Workspace, edit: Edit) -> None:
    old, new = "{indicator: oral_sessions, value: 100}", "{indicator: members_total, value: 100}"
    assert not edit("plans/ke-hoach.yaml", old, new)[0]


def test_two_targets_of_one_unit(with_form: Workspace, edit: Edit) -> None:
    line = "      - {indicator: banners, value: 5, unit: chi-bo-mot}\n"
    (found,), place = edit("plans/ke-hoach.yaml", line, line + line.replace("{", "¦{"))
    assert (found.code, (found.where.line, found.where.column)) == ("data/duplicate-target", place)


def test_two_forms_of_a_phase(with_form: Workspace, edit: Edit) -> None:
    second = FORM.removeprefix("forms:\n").replace("phase: 1", "phase: ¦1").replace("cac-chi-bo", "nhom-mot")
    found, place = edit("plans/ke-hoach.yaml", FORM, FORM + second)
    assert [(each.code, (each.where.line, each.where.column)) for each in found] == [("data/duplicate-form", place)]


NARROW = [
    ("units: [nhom-mot]", "units: [¦chi-bo-hai]", "data/unit-not-in-form"),
    ("units: [nhom-mot]", "units: [¦cac-chi-bo]", "data/unit-not-in-form"),
    ("unit: nhom-mot", "unit: ¦chi-bo-hai", "data/target-not-asked"),
]


@pytest.mark.parametrize(("old", "new", "code"), NARROW)
def test_units_that_the_form_does_not_go_to(old: str, new: str, code: str, workspace: Workspace, edit: Edit) -> None:
    form = FORM.replace("cac-chi-bo", "nhom-mot").replace("units: [chi-bo-mot]", "units: [nhom-mot]")
    form = form.replace("    units: [nhom-mot]", "    units:\n    - nhom-mot")
    target = "unit: chi-bo-mot}"
    text = PLAN + (form.replace(target, "unit: nhom-mot}") if old.startswith("unit:") else form)
    (workspace.plans / "ke-hoach.yaml").write_text(text, encoding="utf-8")
    (found,), place = edit("plans/ke-hoach.yaml", old, new)
    assert (found.code, (found.where.line, found.where.column)) == (code, place)


TABLE = PLAN[PLAN.index("    figures:\n      title") :]
NO_ROWS = "    figures:\n      title: Số liệu\n"


def test_a_report_without_rows_has_the_figures_of_the_form(with_form: Workspace, edit: Edit) -> None:
    assert not edit("plans/ke-hoach.yaml", TABLE, NO_ROWS)[0]


def test_rows_without_indicators(workspace: Workspace, edit: Edit) -> None:
    found, _place = edit("plans/ke-hoach.yaml", "      indicators: [oral_sessions]\n", "")
    assert [each.code for each in found] == ["data/missing-field"]
