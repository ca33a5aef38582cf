"""That the nine components are there. How each is worded and where it stands are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import is_dispatch, is_party, is_promulgated
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Location
from generator.messages import _, mark
from generator.model.parts import Part

_TITLES = {
    Part.PARTY_TITLE: mark("tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”"),
    Part.NATIONAL_TITLE: mark("Quốc hiệu"),
    Part.MOTTO: mark("Tiêu ngữ"),
}
_LABELS = {
    **_TITLES,
    Part.ISSUER: mark("tên cơ quan ban hành"),
    Part.STAR: mark("dấu sao dưới tên cơ quan ban hành"),
    Part.NUMBER: mark("số và ký hiệu"),
    Part.DATELINE: mark("địa danh và ngày, tháng, năm"),
    Part.KIND_TITLE: mark("tên loại văn bản"),
    Part.SUBJECT: mark("trích yếu"),
    Part.SUBJECT_DISPATCH: mark("trích yếu của công văn"),
    Part.BODY: mark("nội dung"),
    Part.AUTHORITY: mark("quyền hạn, chức vụ của người ký"),
    Part.RECIPIENTS_LABEL: mark("nơi nhận"),
}
# Forms of NĐ30 (mẫu 1.8, 1.10) and slips of the same sort have a title and no subject.
_WITHOUT_SUBJECT = frozenset(
    {
        *("introduction_letter", "leave_permit", "travel_permit", "certificate"),
        *("dispatch_slip", "transfer_slip", "notice_slip", "official_letter", "invitation", "telegram"),
    }
)

_WITHOUT_FORM = frozenset({"contract", "memorandum", "agreement"})
"""Made between two sides; no regulation shows their form."""


@rule(
    "components/missing",
    title=mark("thiếu thành phần"),
    enforces=[*(f"{part}.position" for part in _LABELS), "date_format.without_dateline"],
)
def missing(subject: Subject) -> Iterator[Finding]:
    """What it checks: whether the components that every document must have are there; an official letter has no title
    of its kind, minutes of the State no place and date, and a text that comes with a decision no number of its own.

    Why: each component carries what makes the document valid, and the regulations name them one by one.
    Example: a plan without “Nơi nhận”.
    What to do: add the component that is named.
    """
    for part in _wanted(subject):
        if not _has(subject, part):
            yield Finding(
                _("thiếu {component}").format(component=_(_LABELS[part])),
                Location(subject.view.file),
                path=f"{part}.position",
            )


def _wanted(subject: Subject) -> Iterator[Part]:
    recognised = subject.recognised
    yield from (Part.PARTY_TITLE, Part.ISSUER, Part.STAR) if is_party(subject) else (*list(_TITLES)[1:], Part.ISSUER)
    if is_dispatch(subject):
        yield Part.SUBJECT_DISPATCH
    else:
        yield Part.KIND_TITLE
        if recognised.kind not in _WITHOUT_SUBJECT:
            yield Part.SUBJECT
    yield Part.BODY
    if is_promulgated(subject):
        return
    yield Part.NUMBER
    if recognised.kind in _WITHOUT_FORM:
        yield Part.AUTHORITY
        return
    exempt = "date_format.without_dateline"
    if not (subject.profile.has(exempt) and recognised.kind in subject.profile.texts(exempt)):
        yield Part.DATELINE
    yield from (Part.AUTHORITY, Part.RECIPIENTS_LABEL)


def _has(subject: Subject, part: Part) -> bool:
    recognised = subject.recognised
    if part is Part.AUTHORITY:
        return any(each.authority or each.position for each in recognised.signatures)
    if part is Part.RECIPIENTS_LABEL:
        return recognised.recipients is not None
    if part is Part.BODY:
        return bool(recognised.headings) or any(recognised.of(Part.BODY, Part.CLAUSE, Part.POINT))
    return recognised.first(part) is not None
