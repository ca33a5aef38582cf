"""Every mark and form of signing as a small document: what is asked for, and in which regimes it exists.

Golden texts, page images and validators all take their cases from here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from generator.model.copies import Copy
from generator.model.document import Document
from generator.model.kinds import Kind
from generator.model.letters import Directive, Dispatch, Minutes
from generator.model.organization import Contact, Header, Signer
from generator.pipeline.job import Job
from generator.pipeline.produce import make
from generator.profile.constraint import Exactly, Source
from generator.profile.profile import Profile
from generator.render.request import Request
from tests.documents import REGIMES, job, plan_of

PARTY = ("party-hd36", "party-hd05")
STATE = ("state-nd30",)
_ON_BEHALF = {"form": "on_behalf", "of": "Ban Thường vụ"}
_COUNCIL = {"form": "on_behalf", "of": "Ủy ban nhân dân"}


@dataclass(frozen=True)
class Form:
    """One case; `document`, `issuer` and `signer` are fields as a plan file or roster has them."""

    regimes: tuple[str, ...]
    kind: Kind = Kind.PLAN
    document: Mapping[str, Any] = field(default_factory=dict)
    issuer: Mapping[str, Any] = field(default_factory=dict)
    signer: Mapping[str, Any] = field(default_factory=dict)
    copy: Mapping[str, Any] = field(default_factory=dict)
    draft: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    """Values of the profile, beside the regime's."""


def _signed(*authority: Mapping[str, str], position: str = "", **more: str) -> dict[str, Any]:
    return {"authority": authority, "position": position, "name": "Nguyễn Văn A", **more}


def _copied(form: str, **more: Any) -> dict[str, Any]:
    return {
        "form": form,
        "number": 5,
        "copied_on": "2026-06-03",
        "recipients": [{"text": "Ban Tuyên giáo"}, {"text": "Các chi bộ"}],
        **more,
    }


_WRITTEN_BY = {"position": "Chánh Văn phòng", "body": "Quận ủy", "name": "Nguyễn Văn A"}
_PARTNER = {
    "name": "Công an quận Cái Răng",
    "symbol": "CA",
    "signer": {"position": "Trưởng Công an", "body": "Công an quận", "name": "Trần Văn B"},
}
_OTHER_PARTNER = {
    "name": "Hội Nông dân quận",
    "symbol": "HND",
    "signer": {
        "authority": [{"form": "for_superior", "of": "Chủ tịch"}],
        "position": "Phó Chủ tịch",
        "body": "Hội Nông dân quận",
        "name": "Lê Thị C",
    },
}
_CONFIRMED = {
    "signed_by": "Nguyễn Văn A",
    "signer": {
        "authority": [{"form": "by_order", "of": "Ban Thường vụ"}],
        "position": "Chánh Văn phòng",
        "name": "Trần Văn B",
    },
}
_CONTACT = {"address": "Số 1, đường A, Cái Răng, Cần Thơ", "telephone": "000 000", "email": "a@example.vn"}
_CONGRESS = ["Đại hội đại biểu", "Đảng bộ quận Cái Răng lần thứ XIII"]

FORMS: dict[str, Form] = {
    # Marks
    "draft": Form(REGIMES, draft=2),
    **{f"urgency-{word}": Form(REGIMES, document={"marks": {"urgency": word}})
       for word in ("urgent", "very_urgent", "flash")},
    "urgency-dispatch": Form(REGIMES, Kind.DISPATCH, document={"marks": {"urgency": "flash"}}, draft=1),
    "secrecy": Form(REGIMES, document={"marks": {"secrecy": "secret", "urgency": "urgent"}}),
    "circulation": Form(REGIMES, document={"marks": {"circulation": "Lưu hành nội bộ"}}),
    "not-for-media": Form(PARTY, document={"marks": {"not_for_media": True}}),
    "drafter-code": Form(REGIMES, document={"marks": {"drafter_code": {"drafter": "NguyenVanAn", "copies": 26}}}),
    "contact": Form(REGIMES, Kind.DISPATCH, document={"marks": {"contact": True}}, issuer={"contact": _CONTACT}),
    "all-marks": Form(
        REGIMES,
        Kind.DISPATCH,
        document={
            "marks": {
                "urgency": "urgent",
                "circulation": "Xem xong trả lại",
                "drafter_code": {"drafter": "NguyenVanAn", "copies": 26},
                "contact": True,
            },
            "appendices": [{"title": "Biểu mẫu", "content": ["Một đoạn."]}],
        },
        issuer={"contact": _CONTACT},
    ),
    "duplex": Form(PARTY, values={"page.duplex": True}),
    "author": Form(PARTY, document={"author": "của Ban Thường vụ Quận ủy"}),
    # Addressees
    "addressee-one": Form(REGIMES, Kind.DISPATCH, document={"addressees": ["Ban Tuyên giáo Thành ủy"]}),
    "addressee-many": Form(
        REGIMES, Kind.DISPATCH, document={"addressees": ["Ban Tuyên giáo Thành ủy", "Các chi, đảng bộ trực thuộc"]}
    ),
    # Signing
    "signed-on-behalf": Form(PARTY, signer=_signed(_ON_BEHALF, position="Phó Bí thư")),
    "signed-member": Form(PARTY, signer=_signed(_ON_BEHALF)),
    "signed-head": Form(REGIMES, signer=_signed(position="Trưởng ban")),
    "signed-deputy": Form(
        REGIMES, signer=_signed({"form": "for_superior", "of": "Trưởng ban"}, position="Phó Trưởng ban")
    ),
    "signed-by-order": Form(
        PARTY, signer=_signed({"form": "by_order", "of": "Ban Thường vụ"}, position="Chánh Văn phòng")
    ),
    "signed-acting": Form(REGIMES, signer=_signed({"form": "acting", "of": "Trưởng ban"})),
    "signed-council": Form(STATE, signer=_signed(_COUNCIL, position="Chủ tịch")),
    "signed-council-deputy": Form(
        STATE, signer=_signed(_COUNCIL, {"form": "for_superior", "of": "Chủ tịch"}, position="Phó Chủ tịch")
    ),
    "signed-by-order-deputy": Form(
        STATE,
        signer=_signed(
            {"form": "by_order", "of": "Chủ tịch"},
            {"form": "for_superior", "of": "Chánh Văn phòng"},
            position="Phó Chánh Văn phòng",
        ),
    ),
    "signed-authorised": Form(STATE, signer=_signed({"form": "authorised", "of": "Chủ tịch"}, position="Giám đốc")),
    "signed-other-office": Form(
        STATE, signer=_signed(_COUNCIL, position="Chủ tịch", other_office="Bí thư Đảng ủy")
    ),
    "signed-concurrent": Form(PARTY, signer=_signed(position="Bí thư", concurrent="Trưởng Ban Chỉ đạo")),
    "signed-joint": Form(PARTY, signer=_WRITTEN_BY, document={"joint_issuers": [_PARTNER]}),
    "signed-joint-three": Form(PARTY, signer=_WRITTEN_BY, document={"joint_issuers": [_PARTNER, _OTHER_PARTNER]}),
    "signed-confirmed": Form(PARTY, document={"confirmation": _CONFIRMED}),
    "signed-minutes": Form(REGIMES, Kind.MINUTES),
    "signed-minutes-confirmed": Form(PARTY, Kind.MINUTES, document={"confirmation": _CONFIRMED}),
    # Congresses
    "congress": Form(
        PARTY,
        issuer={"header": {"name": _CONGRESS}, "symbol": "ĐH", "level": "congress"},
        signer=_signed({"form": "on_behalf", "of": "Đoàn Chủ tịch"}),
    ),
    "congress-organ": Form(
        PARTY,
        issuer={"header": {"parent": _CONGRESS, "name": "Ban Kiểm phiếu"}, "symbol": "ĐH", "level": "congress"},
        signer=_signed({"form": "on_behalf", "of": "Ban Kiểm phiếu"}, position="Trưởng ban"),
    ),
    # Copies
    **{f"copy-{form}": Form(REGIMES, copy=_copied(form)) for form in ("true_copy", "copy_of_copy")},
    "copy-extract": Form(REGIMES, copy=_copied("extract", sections=[2])),
    "copy-annexes": Form(
        REGIMES,
        document={"appendices": [{"title": "Biểu mẫu", "content": ["Một đoạn."]}]},
        copy=_copied("true_copy"),
    ),
}  # fmt: skip

CASES: dict[str, Callable[[], bytes]] = {}
"""Every form in every regime that has it, as something that makes the document."""


def form_job(name: str, regime: str) -> Job:
    """What is to be made of one case; it went past the checks of a workspace, which tests of theirs look at."""
    form = FORMS[name]
    made = job("plan", regime=regime, draft=form.draft, plan=plan_of(["Một đoạn."], references=()))
    profile = _with(made.profile, form.values)
    return replace(
        made,
        id=f"{name}-{regime}",
        request=_request(form, made.request, profile),
        profile=profile,
        chain=_chain(made, form.kind),
    )


def _chain(made: Job, kind: Kind) -> tuple[tuple[str, Any], ...]:
    name, file = made.chain[0]
    return ((name.replace("plan", kind.value), file.with_name(f"{kind.value}.docx")), *made.chain[1:])


def _request(form: Form, request: Request, profile: Profile) -> Request:
    document = _document(form)
    issuer = request.issuer.model_copy(update=_issuer(form))
    plan = request.plan.model_copy(update={"guidance": None})
    return replace(
        request,
        kind=form.kind,
        plan=document if form.kind is Kind.PLAN else plan,  # type: ignore[arg-type]
        document=document,
        office=issuer,
        issuer=issuer,
        office_profile=profile,
        copy=Copy.model_validate(form.copy) if form.copy else None,
    )


def _document(form: Form) -> Document:
    common = {
        "subject": "về công tác cán bộ",
        "number": 5,
        "issued_on": "2026-06-01",
        "recipients": [{"text": "Các chi bộ"}],
    }
    own: dict[Kind, tuple[type[Document], dict[str, Any]]] = {
        Kind.DISPATCH: (Dispatch, {"addressees": ["Các chi bộ"], "content": ["Một đoạn."], "drafting_unit": "VX"}),
        Kind.DIRECTIVE: (Directive, {"lead": ["Một đoạn."], "tasks": ["Một việc.", "Hai việc."]}),
        Kind.MINUTES: (
            Minutes,
            {
                "sections": [{"title": "Nội dung", "content": ["Một đoạn."]}],
                "writer": "Lê Thị C",
                "chair": "Nguyễn Văn A",
            },
        ),
    }
    if form.kind is Kind.PLAN:
        sections = [{"title": title, "content": [f"Một đoạn về {title.lower()}."]} for title in ("Một", "Hai")]
        return type(plan_of([])).model_validate(common | {"sections": sections} | dict(form.document))
    model, fields = own[form.kind]
    return model.model_validate(common | fields | dict(form.document))


def _issuer(form: Form) -> dict[str, Any]:
    changed = dict(form.issuer)
    if "header" in changed:
        changed["header"] = Header.model_validate(changed["header"])
    if "contact" in changed:
        changed["contact"] = Contact.model_validate(changed["contact"])
    if form.signer:
        changed["signers"] = (Signer.model_validate({"id": "nguoi-ky", **form.signer}),)
    return changed


def _with(profile: Profile, values: Mapping[str, Any]) -> Profile:
    if not values:
        return profile
    changed = {path: Exactly(value, Source()) for path, value in values.items()}
    return replace(profile, constraints={**profile.constraints, **changed})


def _made(name: str, regime: str) -> bytes:
    return make(form_job(name, regime))[0]


CASES |= {f"{name}-{regime}": partial(_made, name, regime) for name, form in FORMS.items() for regime in form.regimes}
