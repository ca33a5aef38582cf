"""From a wish to jobs, and from a job to a file."""

from __future__ import annotations

import datetime
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from generator.diagnostics import Faulty
from generator.model.kinds import Kind
from generator.model.organization import Authority, AuthorityForm
from generator.pipeline.job import Job, Status
from generator.pipeline.prepare import Wish, prepare
from generator.pipeline.produce import make, produce
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.workspace import Workspace
from tests.documents import EXAMPLE, PLAN, example, plan_with, typed_report

WARD, STATE = "dang-uy-phuong-le-binh", "ubnd-quan-cai-rang"


def jobs(*kinds: str, loaded: LoadedWorkspace | None = None, plan: Any = None, **wish: Any) -> tuple[Job, ...]:
    workspace, read = example()
    wanted = Wish(tuple(Kind(kind) for kind in kinds) or (Kind.PLAN,), **wish)
    return prepare(loaded or workspace, LoadedPlan(read.path, plan or read.plan), wanted)


def at(root: Path) -> LoadedWorkspace:
    """The example's office, at home in another folder."""
    return replace(example()[0], workspace=Workspace(root))


@pytest.mark.parametrize(
    ("kinds", "wish", "names"),
    [
        ([], {}, ["plan"]),
        (["guidance", "plan"], {}, ["guidance", "plan"]),
        (["report"], {}, ["report-dot-1"]),
        (["report"], {"phase": 1, "unit": WARD}, [f"report-{WARD}-dot-1"]),
        (["slogans"], {"unit": STATE}, [f"slogans-{STATE}"]),
        (["directive", "dispatch"], {}, ["directive", "dispatch"]),
        (["dispatch"], {"unit": STATE}, [f"dispatch-{STATE}"]),
    ],
)
def test_names_are_distinct_and_go_to_the_folder(kinds: list[str], wish: dict[str, Any], names: list[str]) -> None:
    made = jobs(*kinds, **wish)
    assert [job.id for job in made] == names
    assert [job.target for job in made] == [EXAMPLE / "out" / f"{name}.docx" for name in names]
    assert [job.target.parent for job in jobs(*kinds, output=Path("nơi khác"), **wish)] == [Path("nơi khác")] * len(
        made
    )
    assert all(name.isascii() for name in names)


@pytest.mark.parametrize(
    ("unit", "day", "regime", "wanted"),
    [
        (None, "2024-11-25", None, "party-hd36"),
        (None, "2026-05-26", None, "party-hd36"),
        (None, "2026-05-27", None, "party-hd05"),
        (None, "2024-11-25", "party-hd05", "party-hd05"),
        (None, "2026-06-01", "auto", "party-hd05"),
        (WARD, "2024-11-25", None, "party-hd36"),
        (STATE, "2024-11-25", None, "state-nd30"),
        (STATE, "2026-06-01", "auto", "state-nd30"),
    ],
)
def test_the_regime_is_that_of_the_side_and_the_day(
    unit: str | None, day: str, regime: str | None, wanted: str
) -> None:
    plan = plan_with(issued_on=datetime.date.fromisoformat(day))
    (job,) = jobs(plan=plan, unit=unit, regime=regime)
    assert job.profile.id == wanted


@pytest.mark.parametrize(("unit", "wanted"), [(None, "party-hd05"), (WARD, "party-hd05"), (STATE, "state-nd30")])
def test_a_regime_that_the_office_has_fixed_is_for_its_own_side(unit: str | None, wanted: str) -> None:
    workspace = example()[0]
    fixed = replace(workspace, office_file=workspace.office_file.model_copy(update={"regime": "party-hd05"}))
    (job,) = jobs(loaded=fixed, unit=unit)
    assert job.profile.id == wanted


def test_a_unit_may_have_a_profile_of_its_own_and_a_named_regime_goes_before_it(tmp_path: Path) -> None:
    file = tmp_path / "units" / WARD / "profile.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "id: rieng\nname: Nếp riêng\nextends: party-hd05\nbody: {size: {exactly: 15pt}}\n", encoding="utf-8"
    )
    (job,) = jobs(loaded=at(tmp_path), unit=WARD)
    assert (job.profile.id, job.profile.length("body.size").pt) == ("rieng", 15)
    (other,) = jobs(loaded=at(tmp_path), unit=WARD, regime="party-hd36")
    assert other.profile.id == "party-hd36"


def test_habits_are_those_of_a_side() -> None:
    (own,), (ward,), (state,) = jobs(), jobs(unit=WARD), jobs(unit=STATE)
    house = example()[0].office_file.house
    assert own.request.house == ward.request.house == house
    assert state.request.house.recipient_separator is None
    assert state.request.house.bases_form is None
    assert state.request.office_profile.side == "party"
    assert own.request.office_profile == own.profile


def test_templates_go_from_the_unit_over_the_office_to_the_packaged(tmp_path: Path) -> None:
    (job,) = jobs(unit=WARD)
    assert [name for name, _file in job.chain] == ["party/plan", "party/base"]
    packaged = job.chain[0][1]
    for folder in ("templates_docx", f"units/{WARD}/templates_docx"):
        own = tmp_path / folder / "party" / "plan.docx"
        own.parent.mkdir(parents=True)
        own.write_bytes(packaged.read_bytes())
        (job,) = jobs(loaded=at(tmp_path), unit=WARD)
        assert [file for _name, file in job.chain] == [own, packaged.parent / "base.docx"]
    (office,) = jobs(loaded=at(tmp_path))
    assert office.chain[0][1] == tmp_path / "templates_docx" / "party" / "plan.docx"


@pytest.mark.parametrize(
    ("kinds", "wish", "codes"),
    [
        (["report"], {"phase": 2}, ["render/missing-part"]),
        (["plan"], {"regime": "state-nd30"}, ["render/wrong-side"]),
        (["plan", "guidance"], {"regime": "state-nd30"}, ["render/wrong-side"]),
        (["plan", "report"], {"output": Path("a.docx")}, ["render/one-file"]),
        (["plan", "report"], {"output": Path("a.docx"), "phase": 2}, ["render/missing-part"]),
        (["plan"], {"unit": "khong-co"}, ["data/unknown-unit"]),
    ],
)
def test_what_stands_in_the_way(kinds: list[str], wish: dict[str, Any], codes: list[str]) -> None:
    with pytest.raises(Faulty) as caught:
        jobs(*kinds, **wish)
    assert [fault.code for fault in caught.value.diagnostics] == codes
    assert all(fault.hint for fault in caught.value.diagnostics)


def test_two_reports_of_one_phase_would_be_one_file() -> None:
    report = typed_report()
    with pytest.raises(Faulty) as caught:
        jobs("report", plan=plan_with(reports=(report, report)))
    (fault,) = caught.value.diagnostics
    assert fault.code == "render/one-file"
    assert "report-dot-1.docx" in fault.message


@pytest.mark.parametrize(("part", "kind"), [("guidance", "guidance"), ("slogans", "slogans"), ("reports", "report")])
def test_a_part_that_is_missing(part: str, kind: str) -> None:
    with pytest.raises(Faulty) as caught:
        jobs(kind, plan=plan_with(**{part: () if part == "reports" else None}))
    (fault,) = caught.value.diagnostics
    assert fault.code == "render/missing-part"
    assert part in fault.message
    assert fault.where.file == PLAN


# One job


def test_a_job_and_its_result_cross_processes(tmp_path: Path) -> None:
    (job,) = jobs("report", output=tmp_path)
    sent: Job = pickle.loads(pickle.dumps(job))
    assert make(sent)[0] == make(job)[0]
    result = produce(sent)
    assert pickle.loads(pickle.dumps(result)) == result


def test_what_was_made(tmp_path: Path) -> None:
    (job,) = jobs(output=tmp_path / "mới" / "a.docx")
    result = produce(job)
    assert (result.id, result.status, result.target) == ("plan", Status.MADE, job.target)
    assert result.document == make(job)[0]
    assert result.diagnostics == ()
    assert result.seconds > 0
    assert not job.target.parent.exists()


def test_a_template_that_is_no_document_is_a_fault_of_that_document(tmp_path: Path) -> None:
    own = tmp_path / "templates_docx" / "party" / "plan.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"not a document")
    with pytest.raises(Faulty):
        jobs(loaded=at(tmp_path))
    good = jobs()[0]
    broken = replace(good, chain=(("party/plan", own), good.chain[1]), output=tmp_path / "plan.docx")
    result = produce(broken)
    assert result.status is Status.FAULTY
    assert result.document == b""
    assert result.diagnostics


def test_a_template_that_was_changed_is_read_again(tmp_path: Path) -> None:
    own = tmp_path / "templates_docx" / "party" / "plan.docx"
    own.parent.mkdir(parents=True)
    packaged = jobs()[0].chain[0][1].parent
    own.write_bytes((packaged / "plan.docx").read_bytes())
    (job,) = jobs(loaded=at(tmp_path))
    before = make(job)[0]
    own.write_bytes((packaged / "guidance.docx").read_bytes())
    assert make(job)[0] != before


@pytest.mark.parametrize("tags", [["Xin chào"], ["{%p block opening %}", "x", "{%p endblock %}"]])
def test_a_template_that_prints_none_of_the_document_is_refused(tmp_path: Path, tags: list[str]) -> None:
    own = tmp_path / "templates_docx" / "party" / "plan.docx"
    own.parent.mkdir(parents=True)
    template = Document()
    for tag in tags:
        template.add_paragraph(tag)
    template.save(str(own))
    (job,) = jobs(loaded=at(tmp_path))
    assert [found.code for found in produce(job).diagnostics] == ["template/prints-no-content"]


def test_a_form_of_signing_that_the_regime_lacks_is_refused_with_its_clause() -> None:
    loaded = example()[0]
    authority = Authority(form=AuthorityForm.AUTHORISED, of="Ban Thường vụ")
    signers = tuple(
        signer.model_copy(update={"authority": (authority,)}) for signer in loaded.office_file.office.signers
    )
    office = loaded.office_file.office.model_copy(update={"signers": signers})
    changed = replace(loaded, office_file=loaded.office_file.model_copy(update={"office": office}))
    with pytest.raises(Faulty) as refused:
        jobs(loaded=changed)
    (found,) = refused.value.diagnostics
    assert (found.code, found.basis) == ("render/unknown-authority", "HD36 II.1.7")
