"""What a document asks for and its regime does not have, or its issuer cannot give: each with clause and way out."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.model.copies import Copy
from generator.model.kinds import Kind
from generator.model.organization import Level, Organization, Signer
from generator.pipeline.prepare import Wish, prepare
from generator.sources.load import open_plan
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.workspace import Workspace
from tests.documents import EXAMPLE, PLAN, STATE_UNIT, example, plan_with, typed_report

CELL = "chi-bo-van-phong-quan-uy"
HD05 = datetime.date(2026, 6, 1)


def of(office: dict[str, Any], *, state: bool = False) -> LoadedWorkspace:
    """The example with other facts of its office, or with its State body in the office's place."""
    loaded = example()[0]
    body: Organization = loaded.office_file.office
    units = loaded.units_file.units
    if state:
        unit = loaded.unit(STATE_UNIT)
        body = Organization.model_validate(unit.model_dump(exclude={"parent"}))
        units = tuple(each for each in units if each is not unit)
    changed = Organization.model_validate(body.model_dump() | office)
    return replace(
        loaded,
        office_file=loaded.office_file.model_copy(update={"office": changed}),
        units_file=loaded.units_file.model_copy(update={"units": units}),
    )


def findings(
    loaded: LoadedWorkspace, kind: Kind = Kind.PLAN, unit: str | None = None, **parts: Any
) -> tuple[Diagnostic, ...]:
    plan = plan_with(**{"signer": None} | parts)
    try:
        jobs = prepare(loaded, LoadedPlan(PLAN, plan), Wish((kind,), unit))
    except Faulty as faulty:
        return faulty.diagnostics
    return tuple(found for job in jobs for found in job.warnings)


def signer(**facts: Any) -> dict[str, Any]:
    return {"signers": [Signer.model_validate({"id": "a", **facts})]}


def on_behalf(of: str, **facts: Any) -> dict[str, Any]:
    return signer(authority=[{"form": "on_behalf", "of": of}], **facts)


PARTY_SIGNERS = [
    (on_behalf("Ban Thường vụ", position="Bí thư"), []),
    (on_behalf("Ủy ban Kiểm tra", position="Phó Chủ nhiệm"), []),
    (on_behalf("Đoàn Thư ký", position="Trưởng Đoàn"), []),
    (on_behalf("Đoàn Chủ tịch", position="Trưởng Đoàn"), ["position-not-shown"]),
    (on_behalf("Ban Thường vụ", position="Ủy viên"), ["position-not-shown"]),
    (on_behalf("Ban Thường vụ", position="Trưởng Đoàn"), ["position-not-shown"]),
    (signer(position="Trưởng Ban", concurrent="Phó Chủ tịch Hội đồng"), []),
]
WRONG_SIGNERS = [
    (signer(), ["name-alone"]),
    (signer(authority=[{"form": "for_superior", "of": "Bí thư"}], position="Phó Bí thư"), ["deputy-signs-for-body"]),
    (signer(authority=[{"form": "for_superior", "of": "Ban Thường vụ"}], position="Bí thư"), ["deputy-signs-for-body"]),
    # Wherever the tone stands, it is one body.
    (signer(authority=[{"form": "for_superior", "of": "Đảng ủy"}], position="Phó Bí thư"), ["deputy-signs-for-body"]),
    (signer(authority=[{"form": "for_superior", "of": "Đảng uỷ"}], position="Phó Bí thư"), ["deputy-signs-for-body"]),
    (on_behalf("Uỷ ban Kiểm tra", position="Phó Chủ nhiệm"), []),
    (signer(authority=[{"form": "for_superior", "of": "Trưởng ban"}], position="Phó Trưởng ban"), []),
    (on_behalf("T/M Ban Thường vụ", position="Bí thư"), ["typed-authority"]),
    (on_behalf("Ban Thường vụ", position="T/M Bí thư"), ["typed-authority", "position-not-shown"]),
    (signer(position="K/T Chánh Văn phòng"), ["typed-authority"]),
]


@pytest.mark.parametrize(("office", "codes"), WRONG_SIGNERS)
def test_a_signature_that_would_print_wrong(office: dict[str, Any], codes: list[str]) -> None:
    found = findings(of(office))
    assert [one.code for one in found] == [f"render/{code}" for code in codes]
    assert all(one.hint for one in found)


@pytest.mark.parametrize(("office", "codes"), PARTY_SIGNERS)
def test_a_position_under_a_collective(office: dict[str, Any], codes: list[str]) -> None:
    found = findings(of(office))
    assert [one.code for one in found] == [f"render/{code}" for code in codes]
    assert all(one.severity is Severity.WARNING and one.basis and one.hint for one in found)


def test_every_finding_comes_at_once() -> None:
    faults = findings(
        of(signer(position="Trưởng phòng", concurrent="Trưởng Ban Chỉ đạo"), state=True),
        author="của Ủy ban nhân dân",
        addressees=("Các phường",),
        marks=example()[1].plan.marks.model_copy(update={"circulation": "Tài liệu hội nghị", "contact": True}),
    )
    assert {one.code for one in faults} == {
        "render/no-concurrent-line",
        "render/no-author-line",
        "render/addressees-not-here",
        "render/unknown-circulation",
        "render/no-contact",
    }
    assert all(one.basis and one.basis.startswith("NĐ30") and one.hint for one in faults)


@pytest.mark.parametrize(("state", "codes"), [(True, []), (False, ["render/addressees-not-here"])])
def test_a_report_to_a_superior_addresses_it_on_the_state_side(state: bool, codes: list[str]) -> None:
    report = typed_report()
    addressed = report.model_copy(update={"addressees": ("Ủy ban nhân dân thành phố",)})
    assert [one.code for one in findings(of({}, state=state), Kind.REPORT, reports=(addressed,))] == codes


def test_the_notice_against_mass_media_is_no_circulation_mark() -> None:
    words = "Không phổ biến trên phương tiện thông tin đại chúng"
    marks = example()[1].plan.marks.model_copy(update={"circulation": words})
    (found,) = findings(of({}), marks=marks)
    assert "not_for_media: true" in (found.hint or "")


def test_every_document_of_a_kind_is_judged() -> None:
    (dispatch,) = example()[1].plan.dispatches
    marked = [
        dispatch.model_copy(update={"id": name, "marks": dispatch.marks.model_copy(update={mark: True})})
        for name, mark in (("mot", "contact"), ("hai", "not_for_media"))
    ]
    found = findings(of({}, state=True), Kind.DISPATCH, dispatches=tuple(marked))
    assert [one.code for one in found] == ["render/no-contact", "render/no-such-mark"]


def test_a_unit_leaves_out_what_it_cannot_give() -> None:
    marks = example()[1].plan.marks.model_copy(update={"contact": True})
    (found,) = findings(of({}), unit=CELL, marks=marks)
    assert (found.code, found.severity) == ("render/no-contact", Severity.WARNING)


def test_parts_of_the_offices_own_document_are_not_asked_of_a_unit() -> None:
    assert findings(of({}), unit=STATE_UNIT, author="của Ban Thường vụ Quận ủy") == ()


@pytest.mark.parametrize(
    ("level", "of_whom", "kind", "told"),
    [
        (Level.CELL, "Chi bộ", Kind.GUIDANCE, True),
        (Level.CELL, "Chi bộ", Kind.PLAN, False),
        (Level.GRASSROOTS, "Đảng ủy", Kind.GUIDANCE, True),
        (Level.GRASSROOTS, "Ban Thường vụ", Kind.GUIDANCE, False),
        (Level.GRASSROOTS, "Ban Thường vụ", Kind.DIRECTIVE, True),
        (Level.COMMUNE, "Ban Thường vụ", Kind.DIRECTIVE, False),
        (None, "Ban Thường vụ", Kind.DIRECTIVE, False),
    ],
)
def test_kinds_without_authority_are_told_with_their_grade(
    level: Level | None, of_whom: str, kind: Kind, told: bool
) -> None:
    loaded = of({"level": level} | on_behalf(of_whom, position="Bí thư"))
    plan = example()[1].plan
    parts = {
        "guidance": plan.guidance and plan.guidance.model_copy(update={"issued_on": HD05}),
        "directive": plan.directive and plan.directive.model_copy(update={"issued_on": HD05}),
    }
    found = findings(loaded, kind, issued_on=HD05, **parts)
    assert [one.code for one in found] == ["render/kind-without-authority"] * told
    assert all("thứ cấp" in one.message and one.basis == "QĐ399 Điều 11" for one in found)


@pytest.mark.parametrize(
    ("copy", "codes"),
    [
        ({"form": "true_copy", "unit": CELL}, []),
        ({"form": "true_copy", "unit": "quan-uy-cai-rang"}, []),
        ({"form": "true_copy", "unit": STATE_UNIT}, ["render/copier-of-other-side"]),
        ({"form": "extract", "sections": [1, 4]}, []),
        ({"form": "extract", "sections": [0, 5]}, ["render/no-such-section"] * 2),
        ({"form": "true_copy", "unit": "khong-co"}, ["data/unknown-unit"]),
    ],
)
def test_copies_are_judged_whether_they_are_made_or_not(copy: dict[str, Any], codes: list[str]) -> None:
    found = findings(of({}), copies=(Copy.model_validate(copy),))
    assert [one.code for one in found] == codes


def test_who_copies_is_filled_in() -> None:
    copies = (Copy.model_validate({"form": "true_copy", "unit": CELL}), Copy.model_validate({"form": "true_copy"}))
    plan = LoadedPlan(PLAN, plan_with(copies=copies))
    made = [prepare(example()[0], plan, Wish(copy=number))[0] for number in (1, 2)]
    assert [job.id for job in made] == ["plan-copy-1", "plan-copy-2"]
    assert [job.request.copier and job.request.copier.id for job in made] == [CELL, "quan-uy-cai-rang"]
    assert [job.request.copy for job in made] == list(copies)


def test_the_place_is_that_of_the_field(tmp_path: Path) -> None:
    for name in ("vanthu.yaml", "units.yaml"):
        (tmp_path / name).write_text((EXAMPLE / name).read_text(encoding="utf-8"), encoding="utf-8")
    file = tmp_path / "plans" / "ke-hoach.yaml"
    file.parent.mkdir()
    text = PLAN.read_text(encoding="utf-8")
    file.write_text(text.replace("    encloses: [guidance]\n", "    marks: {contact: true}\n"), encoding="utf-8")
    loaded, plan = open_plan(Workspace(tmp_path), file)
    with pytest.raises(Faulty) as refused:
        prepare(loaded, plan, Wish((Kind.DISPATCH,)))
    (found,) = refused.value.diagnostics
    line = file.read_text(encoding="utf-8").splitlines().index("    marks: {contact: true}") + 1
    assert (found.where.file, found.where.line, found.where.column) == (file, line, 22)


def test_a_signer_is_found_in_the_file_of_who_signs() -> None:
    (found,) = findings(example()[0], unit=CELL, copies=()) or (None,)
    assert found is None
    loaded = example()[0]
    units = tuple(
        unit.model_copy(update={"signers": (unit.signers[0].model_copy(update={"position": "Ủy viên"}),)})
        if unit.id == CELL
        else unit
        for unit in loaded.units_file.units
    )
    changed = replace(loaded, units_file=loaded.units_file.model_copy(update={"units": units}))
    (told,) = findings(changed, unit=CELL)
    assert told.where.file == EXAMPLE / "units.yaml"
    line = (told.where.file.read_text(encoding="utf-8").splitlines())[(told.where.line or 0) - 1]
    assert line.strip().startswith("position:")
