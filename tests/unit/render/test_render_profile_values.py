"""Which values of a regime a document shows: every one is changed, and some document must differ.

What is not shown stands in `generator.profile.unprinted`, with the reason; that list is held against the truth here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from generator.diagnostics import Faulty
from generator.measures import Length
from generator.model.content import Passage
from generator.model.document import Appendix, Orientation
from generator.model.house import BasesForm, HouseStyle
from generator.model.organization import Authority, AuthorityForm, Signer
from generator.model.reference import Reference
from generator.pipeline.job import Job
from generator.pipeline.produce import make
from generator.profile.constraint import Constraint, Exactly, OneOf, Value
from generator.profile.profile import Profile
from generator.profile.unprinted import why_unprinted
from tests.documents import REGIMES, job, plan_of

WORDS = {
    **{"upper": "sentence", "sentence": "upper", "as_written": "upper"},
    **{"left": "right", "center": "left", "right": "left", "justified": "left"},
    **{"exactly": "multiple", "multiple": "exactly", "arabic": "roman", "roman": "arabic", "centre": "top"},
    **{"top": "centre", "portrait": "landscape"},
}
CONTENT = (
    {"sections": ({"title": "Một", "content": ({"sections": ("Hai",)}, "Chữ")},)},
    {"numbered": ("một", "hai")},
    {"lettered": ("một", "hai")},
    {"points": ("một", "hai")},
    {"table": {"columns": ("A", "B"), "rows": (("1", "2"),), "note": "Chú thích"}},
)
REFERENCES = (
    {"kind": "Kế hoạch", "number": "329-KH/TU", "issued_on": "2024-09-16", "issuer": "Thành uỷ", "title": "về a"},
    {"kind": "Luật", "issued_on": "2022-06-15", "issuer": "Quốc hội", "title": "Thi đua, khen thưởng"},
    {"kind": "Luật", "issued_on": "2023-06-15", "issuer": "Quốc hội", "title": "Thi đua"},
)


class Recording(Mapping[str, Constraint]):
    """Constraints that remember which paths were asked for."""

    def __init__(self, constraints: Mapping[str, Constraint]) -> None:
        self.constraints, self.asked = constraints, set[str]()

    def __getitem__(self, path: str) -> Constraint:
        self.asked.add(path)
        return self.constraints[path]

    def __contains__(self, path: object) -> bool:
        self.asked.add(str(path))
        return path in self.constraints

    def __iter__(self) -> Iterator[str]:
        return iter(self.constraints)

    def __len__(self) -> int:
        return len(self.constraints)


@cache
def documents(regime: str) -> tuple[Job, ...]:
    """One of each kind, and a plan with all that a plan can hold, with the habits of no house."""
    appendices = tuple(
        Appendix(title="Biểu", orientation=turned, content=tuple(map(Passage.model_validate, CONTENT)))
        for turned in Orientation
    )
    references = tuple(map(Reference.model_validate, REFERENCES))
    full = job(regime=regime, draft=2, plan=plan_of(CONTENT, appendices=appendices, references=references, number=5))
    forms = tuple(Authority(form=form, of="Ban Thường vụ") for form in AuthorityForm)
    signer = Signer(id="s", name="Nguyễn Văn A", position="Phó Bí thư", authority=forms)
    request = replace(
        full.request,
        document=full.request.document.model_copy(update={"signer": None}),
        issuer=full.request.issuer.model_copy(update={"signers": (signer,)}),
        office=full.request.issuer.model_copy(update={"signers": (signer,)}),
        house=HouseStyle(bases_form=BasesForm.LINES),
        office_profile=full.profile,
    )
    habitless = [job(kind, regime=regime) for kind in ("plan", "guidance", "slogans", "report")]
    return (
        replace(full, id="full", request=request),
        *(replace(one, request=replace(one.request, house=HouseStyle())) for one in habitless),
    )


def made(one: Job, profile: Profile) -> bytes:
    own = one.request.office_profile.id == profile.id
    request = replace(one.request, office_profile=profile if own else one.request.office_profile)
    return make(replace(one, profile=profile, request=request))[0]


def asked(one: Job) -> set[str]:
    recording = Recording(one.profile.constraints)
    profile = replace(one.profile, constraints=recording, name=f"{one.profile.name}, read")
    # Kept by the profile once made, it would hide what is asked for; and no compiled template may be found for it.
    profile.__dict__["fingerprint"] = f"{one.id} {id(recording)}"
    made(one, profile)
    return recording.asked


def others(path: str, constraint: Constraint) -> Iterator[Constraint]:
    """Other values for the path: those that it accepts beside its default, then one that it may not accept."""
    accepted = constraint.values if isinstance(constraint, OneOf) else ()
    for value in (*(value for value in accepted if value != constraint.default), changed(path, constraint.default)):
        yield Exactly(value, constraint.source)


def changed(path: str, value: Value) -> Value:
    match value:
        case bool():
            return not value
        case Length():
            return Length(value + Length.from_pt(3))
        case int() | Decimal():
            return Decimal(value) / 2 if path.endswith("ratio") else value + 1
        case tuple():
            return (*value, "ZZ")
        case None:
            return "ZZ"
    key = path.partition(".")[2]
    if key in ("case", "alignment", "numerals", "start", "line_rule", "measured_to", "orientation") and value in WORDS:
        return WORDS[value]
    return {"page.colour": "FF0000", "heading_nested.marker": "({number})"}.get(path, f"ZZ{value}")


def shows(regime: str, path: str) -> bool:
    """Does a document differ when the value does? One that can no longer be made differs too."""
    return any(
        differs(one, regime, path, other)
        for one in documents(regime)
        if path in reads(regime)[one.id]
        for other in others(path, one.profile.constraint(path))
    )


def differs(one: Job, regime: str, path: str, other: Constraint) -> bool:
    profile = replace(one.profile, constraints={**one.profile.constraints, path: other})
    try:
        return made(one, profile) != before(regime)[one.id]
    except (Faulty, TypeError, ValueError):
        return True


@cache
def reads(regime: str) -> dict[str, set[str]]:
    return {one.id: asked(one) for one in documents(regime)}


@cache
def before(regime: str) -> dict[str, bytes]:
    return {one.id: made(one, one.profile) for one in documents(regime)}


@pytest.mark.slow
@pytest.mark.parametrize("regime", REGIMES)
def test_a_value_is_shown_or_listed_with_the_reason_why_not(regime: str) -> None:
    profile = documents(regime)[0].profile
    paths = profile.paths()
    unshown = {path for path in paths if not shows(regime, path)}
    listed = {path for path in paths if why_unprinted(path, profile.side)}
    assert sorted(unshown - listed) == [], "printed by no document and not listed"
    assert sorted(listed - unshown) == [], "listed, yet a document shows them"
