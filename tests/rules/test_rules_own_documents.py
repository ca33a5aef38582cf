"""What the program makes has no fault by its own rules: every kind, regime and form, of the office and of units."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.kinds import Kind
from generator.pipeline.prepare import Wish, prepare
from generator.pipeline.produce import make
from generator.sources.loaded import LoadedPlan
from tests.documents import MINUTES, REGIMES, STATE_UNIT, example
from tests.forms import FORMS, form_job
from tests.rules.mutations import found_in, told

PARTY_UNITS = (None, "dang-uy-phuong-le-binh", "ban-tuyen-giao-quan-uy")
"""The office, a unit below it and one beside it."""
QUICK_FORMS = {"all-marks", "addressee-many", "signed-council-deputy", "copy-extract", "secrecy"}
WITHOUT_MENTION = {"all-marks", "copy-annexes"}
"""Forms with an annex that their one sentence does not mention; that much is the data's."""


def issuers(regime: str) -> tuple[str | None, ...]:
    return (STATE_UNIT,) if regime.startswith("state") else PARTY_UNITS


def slow_unless(quick: bool) -> tuple[pytest.MarkDecorator, ...]:
    return () if quick else (pytest.mark.slow,)


DOCUMENTS = [
    pytest.param(kind, regime, unit, marks=slow_unless(unit in (None, STATE_UNIT) and regime != "party-hd36"))
    for regime in REGIMES
    for unit in issuers(regime)
    for kind in Kind
]
OF_FORMS = [
    pytest.param(name, regime, marks=slow_unless(name in QUICK_FORMS))
    for name, form in FORMS.items()
    for regime in form.regimes
]


@pytest.mark.parametrize(("kind", "regime", "unit"), DOCUMENTS)
def test_a_document_of_the_example_has_no_fault(kind: Kind, regime: str, unit: str | None, tmp_path: Path) -> None:
    workspace, read = example()
    plan = LoadedPlan(read.path, read.plan.model_copy(update={"minutes": MINUTES}))
    for job in prepare(workspace, plan, Wish((kind,), unit, None, regime, None, Path("nowhere"))):
        assert told(found_in(make(job)[0], tmp_path, job.profile)) == [], job.id


@pytest.mark.parametrize(("name", "regime"), OF_FORMS)
def test_a_form_has_no_fault(name: str, regime: str, tmp_path: Path) -> None:
    job = form_job(name, regime)
    found = found_in(make(job)[0], tmp_path, job.profile)
    expected = {"components/annex-mentioned"} if name in WITHOUT_MENTION else set()
    assert {each.code for each in found} == expected, told(found)
