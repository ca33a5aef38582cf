"""Small documents without a fault, for cases of rules: by name and regime, `plan-party-hd05`.

Beside those named here every form of `tests/forms.py` is there under its name: `urgency-flash-state-nd30`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from typing import Any

from generator.model.document import Document
from generator.model.kinds import Kind
from generator.model.letters import Directive, Dispatch
from generator.model.organization import Signer
from generator.model.plan import Plan, PlanSection
from generator.model.reference import Reference
from generator.pipeline.produce import make
from tests.documents import REGIMES, job, plan_of
from tests.forms import CASES

_COMMON: Mapping[str, Any] = {
    "number": 5,
    "issued_on": "2026-06-01",
    "recipients": [{"text": "Các chi bộ"}, {"text": "Các đoàn thể quận"}],
}
_SENTENCE = (
    "Các cơ quan, đơn vị trên địa bàn quận tổ chức thực hiện nghiêm túc, đúng tiến độ, gắn với nhiệm vụ thường xuyên"
    " và báo cáo kết quả trước ngày 15 hằng tháng."
)
_SECTIONS = [
    {
        "title": "Mục đích, yêu cầu",
        "content": [
            _SENTENCE,
            {
                "sections": [
                    {
                        "title": "Mục đích",
                        "content": [f"Một đoạn về mục đích. {_SENTENCE}", {"points": ["Điểm một.", "Điểm hai."]}],
                    },
                    {
                        "title": "Yêu cầu",
                        "content": [
                            f"Một đoạn về yêu cầu. {_SENTENCE}",
                            {"lettered": ["Yêu cầu thứ nhất.", "Yêu cầu thứ hai."]},
                        ],
                    },
                ]
            },
        ],
    },
    {
        "title": "Nội dung",
        "content": [
            f"Một đoạn về nội dung. {_SENTENCE}",
            {"table": {"columns": ["Việc", "Hạn"], "rows": [["Việc một", "Quý I"], ["Việc hai", "Quý II"]]}},
            f"Đoạn cuối cùng, theo các phụ lục kèm theo. {_SENTENCE}",
        ],
    },
]  # fmt: skip
_ANNEXES = [
    {"title": "Biểu mẫu", "content": [f"Một đoạn của biểu mẫu. {_SENTENCE}"]},
    {
        "title": "Danh mục",
        "orientation": "landscape",
        "content": [{"table": {"columns": ["Tên", "Ghi chú"], "rows": [["Tên một", ""], ["Tên hai", ""]]}}],
    },
]
_BASIS = {
    "kind": "Kế hoạch",
    "issued_on": "2026-05-04",
    "title": "về công tác cán bộ",
}
_SIGNER = Signer.model_validate(
    {
        "id": "nguoi-ky",
        "authority": [{"form": "on_behalf", "of": "Ủy ban nhân dân"}],
        "position": "Chủ tịch",
        "name": "Nguyễn Văn A",
    }
)
_NUMBERS = {"party": ("329-KH/TU", "Thành ủy"), "state": ("329/KH-UBND", "Ủy ban nhân dân thành phố Cần Thơ")}


def _references(regime: str) -> tuple[Reference, ...]:
    number, issuer = _NUMBERS[regime.partition("-")[0]]
    return (Reference.model_validate({**_BASIS, "number": number, "issuer": issuer}),)


def _made(regime: str, kind: Kind, of: Document) -> bytes:
    """The document as the office (of a State regime: the example's State body) makes it, number and day included."""
    asked = job(kind, regime=regime, plan=plan_of(["Một đoạn."], references=(), **_BESIDE.get(kind, {})))
    request = asked.request
    signers = (_SIGNER,) if regime.startswith("state") else request.issuer.signers
    issuer = request.issuer.model_copy(update={"signers": signers})
    plan = of if isinstance(of, Plan) else request.plan
    return make(replace(asked, request=replace(request, document=of, plan=plan, issuer=issuer, office=issuer)))[0]


def _plan(regime: str, **parts: Any) -> bytes:
    sections = tuple(PlanSection.model_validate(each) for each in _SECTIONS)
    fields = {**_COMMON, "subject": "về công tác cán bộ", "sections": sections, "references": _references(regime)}
    return _made(regime, Kind.PLAN, Plan.model_validate(fields | parts))


_DISPATCH = Dispatch.model_validate(
    {
        **_COMMON,
        "subject": "báo cáo kết quả",
        "addressees": ["Ban Tuyên giáo Thành ủy", "Các chi bộ trực thuộc"],
        "content": [f"Một đoạn. {_SENTENCE}", f"Đoạn cuối cùng. {_SENTENCE}"],
        "drafting_unit": "VX",
    }
)
_DIRECTIVE = Directive.model_validate(
    {**_COMMON, "subject": "về công tác cán bộ", "lead": [_SENTENCE], "tasks": ["Việc thứ nhất.", "Việc thứ hai."]}
)
_BESIDE: Mapping[Kind, Mapping[str, Any]] = {
    Kind.DISPATCH: {"dispatches": (_DISPATCH,)},
    Kind.DIRECTIVE: {"directive": _DIRECTIVE},
}
"""What a plan must hold so that a document of this kind is asked for."""

DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    **CASES,
    **{f"plan-{regime}": partial(_plan, regime) for regime in REGIMES},
    **{f"annexes-{regime}": partial(_plan, regime, appendices=_ANNEXES) for regime in REGIMES},
    **{f"dispatch-{regime}": partial(_made, regime, Kind.DISPATCH, _DISPATCH) for regime in REGIMES},
    **{f"directive-{regime}": partial(_made, regime, Kind.DIRECTIVE, _DIRECTIVE) for regime in REGIMES},
}


@cache
def made(name: str) -> bytes:
    """The bytes of one document."""
    return DOCUMENTS[name]()
