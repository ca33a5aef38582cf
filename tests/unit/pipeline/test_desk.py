"""A desk: what documents of one kind share is settled once, and a unit costs what differs."""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Faulty, Location
from generator.model.copies import Copy, CopyForm
from generator.model.kinds import Kind
from generator.model.organization import Authority, AuthorityForm, Signer
from generator.pipeline import allowed, desk, signatories
from generator.pipeline.case import Case
from generator.pipeline.desk import Desks
from generator.pipeline.ground import Ground, ground_of, settled_unit, spoken_of
from generator.pipeline.prepare import prepare
from generator.pipeline.produce import make
from generator.pipeline.wish import Wish
from generator.sources.faults import in_order
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.sources.unit_layers import Settled
from generator.workspace import Workspace
from tests.documents import example, plan_with

WARD, CHILD, STATE = "dang-uy-phuong-le-binh", "trung-tam-van-hoa-the-thao-truyen-thanh", "ubnd-quan-cai-rang"


def at(root: Path, files: dict[str, str] | None = None) -> LoadedWorkspace:
    """The example's office, at home in a folder with these profiles."""
    for unit, text in (files or {}).items():
        file = root / "units" / unit / "profile.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return replace(example()[0], workspace=Workspace(root))


def ground(loaded: LoadedWorkspace | None = None, **plan: Any) -> Ground:
    workspace, read = example()
    return ground_of(loaded or workspace, LoadedPlan(read.path, plan_with(**plan), read.warnings, read.source))


def place(name: str, *steps: str | int) -> Location:
    return Location(Path(f"{name}.yaml"), 1, excerpt="/".join(map(str, steps)))


def unit(name: str = "don-vi", **fields: Any) -> Settled:
    one = example()[0].unit(WARD).model_copy(update={"id": name, "name": f"Đảng ủy {name}", **fields})
    return Settled(one, (), partial(place, name))


def signer(**fields: Any) -> tuple[Signer, ...]:
    return (Signer.model_validate({"id": "nguoi-ky", **fields}),)


def named(one: Settled) -> Settled:
    """The same with names under its signatures."""
    signers = tuple(each.model_copy(update={"name": "Nguyễn Văn A"}) for each in one.unit.signers)
    return replace(one, unit=one.unit.model_copy(update={"signers": signers}))


CASES: tuple[dict[str, Any], ...] = (
    {},
    {"signers": signer()},
    {"signers": signer(authority=[{"form": "authorised", "of": "Ban Thường vụ"}], position="Chánh Văn phòng")},
    {"signers": signer(position="KT. Bí thư", body="Đảng ủy")},
    {"signers": ()},
    {"level": "cell"},
    {"contact": None},
)


@pytest.mark.parametrize("fields", CASES, ids=str)
@pytest.mark.parametrize("kind", [Kind.PLAN, Kind.REPORT, Kind.DISPATCH])
def test_findings_that_are_kept_are_those_of_each_unit(kind: Kind, fields: dict[str, Any]) -> None:
    """The second unit that looks alike is told what would be told had there been no first."""
    copies = (Copy(form=CopyForm.TRUE_COPY), Copy(form=CopyForm.TRUE_COPY, unit=STATE))
    base = ground(copies=copies)
    desks = Desks(base, Wish())
    for one in (unit("mot", **fields), named(unit("hai", **fields))):
        (found,) = desks.of(kind, one)
        request = found._request(one.unit)
        case = Case(request, found.profile, base, one.place)
        assert found.findings(one) == in_order((*allowed.findings(case), *signatories.findings(case)))


def test_findings_name_the_unit_and_the_place_where_it_is_declared() -> None:
    marks = example()[1].plan.marks.model_copy(update={"contact": True})
    (found,) = Desks(ground(marks=marks), Wish()).of(Kind.PLAN, unit())
    for name in ("mot", "hai"):
        told = found.findings(unit(name, contact=None, signers=signer()))
        contact, alone = (
            next(each for each in told if each.code == f"render/{code}") for code in ("no-contact", "name-alone")
        )
        assert f"Đảng ủy {name}" in contact.message
        assert alone.where == place(name, "signers", 0)


def test_what_differs_is_looked_at_again() -> None:
    (found,) = Desks(ground(), Wish()).of(Kind.PLAN, unit())
    codes = [
        [each.code for each in found.findings(unit(signers=each))] for each in (signer(position="Bí thư"), signer())
    ]
    assert codes == [[], ["render/name-alone"]]


def test_a_unit_that_cannot_sign_so_is_refused_and_others_are_not() -> None:
    (found,) = Desks(ground(), Wish()).of(Kind.PLAN, unit())
    authority = (Authority(form=AuthorityForm.AUTHORISED, of="Ban Thường vụ"),)
    bad = unit("hai", signers=(example()[0].unit(WARD).signers[0].model_copy(update={"authority": authority}),))
    with pytest.raises(Faulty) as caught:
        found.job(bad)
    assert [fault.code for fault in caught.value.diagnostics] == ["render/unknown-authority"]
    assert found.job(unit("ba")).id == "plan-ba"


def test_units_with_the_same_layers_share_a_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[tuple[str, ...]] = []
    monkeypatch.setattr(desk.Desk, "__init__", lambda self, *settled: made.append(settled[-1]))
    desks = Desks(ground(at(tmp_path)), Wish())
    for one in (unit("mot"), unit("hai"), replace(unit("ba"), line=("ba",)), unit("bon")):
        desks.of(Kind.PLAN, one)
    assert made == [(), ("ba",)]


def test_faults_of_a_desk_are_told_to_every_unit() -> None:
    desks = Desks(ground(guidance=None), Wish())
    told = []
    for one in (unit("mot"), unit("hai")):
        with pytest.raises(Faulty) as caught:
            desks.of(Kind.GUIDANCE, one)
        told += [fault.code for fault in caught.value.diagnostics]
    assert told == ["render/missing-part"] * 2


@pytest.mark.parametrize("kind", [Kind.PLAN, Kind.GUIDANCE, Kind.REPORT, Kind.SLOGANS])
@pytest.mark.parametrize("name", [WARD, STATE])
def test_a_desk_gives_the_document_that_render_gives(kind: Kind, name: str) -> None:
    workspace, read = example()
    base = ground()
    one = settled_unit(name, workspace, base.layers)
    wish = Wish((kind,), name, output=Path("nowhere"))
    (job,) = (each.job(one) for each in Desks(base, wish).of(kind, one))
    (wanted,) = prepare(workspace, read, wish)
    assert (job.id, job.target) == (wanted.id, wanted.target)
    assert make(job)[0] == make(wanted)[0]


def test_a_ground_crosses_processes() -> None:
    sent: Ground = pickle.loads(pickle.dumps(ground()))
    (one,) = (each.job(unit()) for each in Desks(sent, Wish()).of(Kind.PLAN, unit()))
    assert one.id == "plan-don-vi"


def test_a_request_names_the_units_that_the_plan_speaks_of_and_no_others() -> None:
    workspace, read = example()
    names = ground().names
    assert {*names} == {*spoken_of(read.plan), workspace.office_file.office.id}
    assert all(assignment.unit in names for section in read.plan.sections for assignment in section.assignments)
    assert len(names) < workspace.roster.count


# From the workspace's files


def test_what_a_unit_says_of_itself_is_in_its_document(tmp_path: Path) -> None:
    text = "issuer:\n  symbol: ĐUP\nhouse: {roman_suffix: dot}\nbody: {size: 14pt}\n"
    (job,) = prepare(at(tmp_path, {WARD: text}), example()[1], Wish(unit=WARD))
    assert job.request.issuer.symbol == "ĐUP"
    assert job.request.house.roman_suffix == "dot"
    assert job.profile.layers == ("party-hd36", WARD)


def test_a_unit_has_what_its_superior_has(tmp_path: Path) -> None:
    loaded = at(tmp_path, {STATE: "house: {roman_suffix: dot}\nbody: {size: 14pt}\nissuer: {symbol: X}\n"})
    packaged = prepare(loaded, example()[1], Wish(unit=CHILD))[0].chain[0][1]
    own = tmp_path / "units" / STATE / "templates_docx" / "state" / "plan.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(packaged.read_bytes())
    (job,) = prepare(loaded, example()[1], Wish(unit=CHILD))
    assert job.request.issuer.symbol == loaded.unit(CHILD).symbol
    assert job.request.house.roman_suffix == "dot"
    assert job.profile.layers == ("state-nd30", STATE)
    assert job.chain[0][1] == own
    assert job.pictures == (tmp_path / "units" / STATE / "pictures", tmp_path / "pictures")


def test_a_fault_of_a_signer_is_in_the_file_that_names_it(tmp_path: Path) -> None:
    loaded = at(tmp_path, {WARD: "issuer:\n  signers:\n    - {id: a, position: Bí thư, other_office: Ủy viên}\n"})
    with pytest.raises(Faulty) as caught:
        prepare(loaded, example()[1], Wish(unit=WARD))
    (fault,) = caught.value.diagnostics
    assert (fault.where.file, fault.where.line) == (tmp_path / "units" / WARD / "profile.yaml", 3)
