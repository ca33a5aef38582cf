"""The example workspace: it loads, and its names and figures agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from generator.model.figure_reference import references
from generator.model.kinds import Kind
from generator.model.organization import Side
from generator.model.plan import Plan
from generator.model.workspace_files import OfficeFile, UnitsFile

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "data" / "examples" / "cai-rang"


def load(name: str) -> Any:
    # Scalars stay what was typed; the model types them.
    return yaml.load((EXAMPLE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.model_validate(load("plans/ke-hoach.yaml"))


@pytest.fixture(scope="module")
def office() -> OfficeFile:
    return OfficeFile.model_validate(load("vanthu.yaml"))


@pytest.fixture(scope="module")
def units() -> UnitsFile:
    return UnitsFile.model_validate(load("units.yaml"))


def identifiers(record: BaseModel, names: set[str]) -> Iterator[str]:
    """The values of all fields of these names, anywhere inside a record."""
    for name, value in record:
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from identifiers(each, names)
            elif name in names and isinstance(each, str):
                yield each


def test_every_unit_that_is_named_is_in_the_roster(plan: Plan, units: UnitsFile) -> None:
    units_known = {each.id for each in units.units}
    known = units_known | {each.id for each in units.groups}
    assert len(known) == len(units.units) + len(units.groups)
    assert set(identifiers(plan, {"unit", "covers", "lead_unit"})) <= known
    assert set(identifiers(units, {"members", "parent"})) <= units_known | {"all"} | header_names(units)


def header_names(units: UnitsFile) -> set[str]:
    # `parent` is also the name of the superior line in a header.
    return {line for each in units.units for line in each.header.parent}


def test_every_assigned_unit_is_among_the_recipients(plan: Plan) -> None:
    covered = {each for recipient in plan.recipients or () for each in recipient.covers}
    assert {each.unit for each in plan.assignments} <= covered


def test_everyone_can_issue_every_kind(office: OfficeFile, units: UnitsFile) -> None:
    for each in (office.office, *units.units):
        assert each.signers, each.id
        assert len(each.recipients) >= 4, each.id


def test_every_state_body_can_number_its_dispatches(units: UnitsFile) -> None:
    state = [each for each in units.units if each.side is Side.STATE]
    assert state
    assert all(each.drafting_unit for each in state)


def test_the_dispatch_carries_what_the_plan_has_to_whom_it_concerns(plan: Plan) -> None:
    (dispatch,) = plan.dispatches
    assert dispatch.encloses == (Kind.GUIDANCE,)
    assert plan.guidance
    assert dispatch.issued_on == plan.guidance.issued_on
    words = plan.guidance.model_dump_json()
    assert [name for name in dispatch.addressees if name.split(",")[0] not in words] == []


def test_no_people_but_the_signer_of_the_seed(units: UnitsFile) -> None:
    assert not [signer for unit in units.units for signer in unit.signers if signer.name]


def test_no_figure_is_typed_in_a_report(plan: Plan) -> None:
    assert [report.phase for report in plan.reports] == [form.phase for form in plan.forms] == [1, 2]
    for report, form in zip(plan.reports, plan.forms, strict=True):
        assert report.sample_figures
        assert form.sample_figures
        assert report.figures
        assert not report.figures.rows
        words = " ".join(passage.text or "" for result in report.results for passage in result.content)
        assert not re.search(r"(?<![\d/])\d[\d.]*(?= (?:lượt|bài|buổi|băng|chi bộ|đảng viên|ý kiến|tin))", words)
        assert {each.name for each in references(words)} <= set(form.indicators)
        assert len(set(references(words))) > 8


def test_a_report_cites_items_of_its_phase(plan: Plan) -> None:
    for report in plan.reports:
        phase = plan.phases[report.phase - 1]
        assert {each for result in report.results for each in result.plan_items} <= {item.id for item in phase.items}


def test_slogans_belong_to_phases_of_the_plan(plan: Plan) -> None:
    assert plan.slogans
    phases = {each for group in plan.slogans.groups for slogan in group.slogans for each in slogan.phases}
    assert phases == set(range(1, len(plan.phases) + 1))
