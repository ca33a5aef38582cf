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
from generator.model.content import Item, Passage, Section
from generator.model.copies import Copy, CopyForm
from generator.model.document import Appendix, Confirmation, JointIssuer, Orientation
from generator.model.house import BasesForm, HouseStyle
from generator.model.kinds import Kind
from generator.model.letters import Directive, Dispatch, Minutes
from generator.model.marks import DrafterCode, Marks, Secrecy, Urgency
from generator.model.organization import Authority, AuthorityForm, Contact, Organization, Recipient, Signer
from generator.model.reference import Reference
from generator.pipeline.job import Job
from generator.pipeline.produce import make
from generator.profile.constraint import Constraint, Exactly, OneOf, Value
from generator.profile.profile import Profile
from generator.profile.unprinted import why_unprinted
from tests.documents import REGIMES, job, plan_of, plan_with

WORDS = {
    **{"upper": "sentence", "sentence": "upper", "as_written": "upper"},
    **{"left": "right", "center": "left", "right": "left", "justified": "left"},
    **{"exactly": "multiple", "multiple": "exactly", "arabic": "roman", "roman": "arabic", "centre": "top"},
    **{"top": "centre", "portrait": "landscape", "foot_centre": "last_page_foot"},
}
_CHOSEN = (*("case", "alignment", "numerals", "line_rule", "measured_to", "orientation", "position"),)
"""Values of a closed list, of which another is in WORDS."""
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


FORMS = tuple(Authority(form=form, of="Ban Thường vụ") for form in AuthorityForm)
CONTACT = Contact(address="Số 1", telephone="1", fax="2", email="a", website="b")
TEXT = (Passage.model_validate("Chữ."),)
ITEM = (Item.model_validate("Việc."),)
DIRECTIVE = Directive(subject="về a", number=7, lead=TEXT, tasks=ITEM)
DISPATCH = Dispatch(subject="về a", number=7, addressees=("A",), encloses=(Kind.PLAN,), content=TEXT)
MINUTES = Minutes(subject="về a", number=7, sections=(Section(title="Một", content=TEXT),), writer="A", chair="B")


def signer(regime: str) -> Signer:
    return Signer(
        id="s",
        name="Nguyễn Văn A",
        position="Phó Bí thư",
        authority=FORMS,
        concurrent="Trưởng ban" if regime.startswith("party") else "",
        other_office="Uỷ viên",
    )


def marks(urgency: Urgency) -> Marks:
    return Marks(
        urgency=urgency,
        secrecy=Secrecy.SECRET,
        circulation="Lưu hành nội bộ",
        not_for_media=True,
        drafter_code=DrafterCode(drafter="NguyenVanAn", copies=26),
        contact=True,
    )


def letters(regime: str) -> Iterator[Job]:
    """The kinds that stand beside a plan, each mark of urgency, and one addressee or more."""
    plan = plan_with(directive=DIRECTIVE, dispatches=(DISPATCH,), minutes=MINUTES)
    for kind in (Kind.DIRECTIVE, Kind.MINUTES):
        yield with_parts(job(kind, regime=regime, plan=plan), author="của Ban Thường vụ")
    for number, (urgency, names) in enumerate(zip(Urgency, (("A",), ("A", "B"), ("A",)), strict=True)):
        one = job(Kind.DISPATCH, regime=regime, plan=plan)
        yield with_parts(replace(one, id=f"dispatch-{number}"), addressees=names, marks=marks(urgency))


def with_parts(one: Job, **parts: object) -> Job:
    """The same with parts that not every regime allows, past all checks."""
    return replace(one, request=replace(one.request, document=one.request.document.model_copy(update=parts)))


def signed_otherwise(one: Job, by: Signer) -> Iterator[Job]:
    """The same by two bodies, with a confirmation, and as a copy of each form."""
    partner = JointIssuer(name="Công an", symbol="CA", signer=by)
    confirmed = Confirmation(signed_by="A", signer=by)
    own = replace(one, id="joint", request=replace(one.request, office=one.request.issuer))
    yield with_parts(own, joint_issuers=(partner,), confirmation=confirmed)
    for form in CopyForm:
        sections = (1,) if form is CopyForm.EXTRACT else ()
        copy = Copy(form=form, number=5, recipients=(Recipient(text="A"),), sections=sections)
        yield replace(one, id=f"copy-{form}", request=replace(one.request, copy=copy))


@cache
def documents(regime: str) -> tuple[Job, ...]:
    """One of each kind, and a plan with all that a plan can hold, with the habits of no house."""
    appendices = tuple(
        Appendix(title="Biểu", orientation=turned, content=tuple(map(Passage.model_validate, CONTENT)))
        for turned in Orientation
    )
    references = tuple(map(Reference.model_validate, REFERENCES))
    full = job(regime=regime, draft=2, plan=plan_of(CONTENT, appendices=appendices, references=references, number=5))
    office = full.request.issuer.model_copy(update={"signers": (signer(regime),), "contact": CONTACT})
    request = replace(
        full.request,
        document=full.request.document.model_copy(update={"signer": None, "marks": marks(Urgency.FLASH)}),
        issuer=office,
        office=office,
        house=HouseStyle(bases_form=BasesForm.LINES),
        office_profile=full.profile,
    )
    others = [job(kind, regime=regime) for kind in ("plan", "guidance", "slogans", "report")]
    others += letters(regime)
    others += signed_otherwise(others[0], signer(regime))
    return (
        replace(full, id="full", request=request),
        *(replace(one, request=replace(one.request, house=HouseStyle(), issuer=_reachable(one))) for one in others),
    )


def _reachable(one: Job) -> Organization:
    return one.request.issuer.model_copy(update={"contact": CONTACT})


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
            return tuple(f"ZZ{one}" for one in value) or ("ZZ",)
        case None:
            return "ZZ"
    key = path.partition(".")[2]
    if key in _CHOSEN and value in WORDS:
        return WORDS[value]
    if key == "start":
        return "as_written" if value == "sentence" else "sentence"
    if key == "colour" and value.isalnum():
        return "00FF00"
    return {"heading_nested.marker": "({number})"}.get(path, f"ZZ{value}ZZ")


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
    except (Faulty, LookupError, TypeError, ValueError):
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
