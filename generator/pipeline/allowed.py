"""What a document asks for and its regime does not know, or its issuer cannot give: marks, addressees, parts, copies.

Every finding has its place and clause. Who signs and how is judged by `signatories`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.model.letters import Dispatch
from generator.model.organization import Level, Side
from generator.pipeline.case import Case
from generator.render.abbreviations import Declarations
from generator.render.body import body, highest_level
from generator.render.frame import DISPATCH_NAME
from generator.vietnamese.unicode import upper

_BODIES = {Level.CELL: "cell", Level.GRASSROOTS: "grassroots_committee"}
_PRIMARY = ("A", "A1", "ND")
"""Grades of what was read in the text of the law itself."""


def findings(case: Case) -> Iterator[Diagnostic]:
    yield from _addressees(case)
    yield from _marks(case)
    yield from _contact(case)
    yield from _drafting_unit(case)
    if case.is_own:
        yield from _parts_of_one_side(case)
    yield from _copies(case)
    yield from _authority_to_issue(case)


def _addressees(case: Case) -> Iterator[Diagnostic]:
    allowed = case.profile.texts("addressee.kinds")
    if case.document.addressees and case.type_id not in allowed:
        yield case.finding(
            "addressees-not-here",
            _("{regime} không có phần “Kính gửi” trong loại văn bản này").format(regime=case.profile.id),
            case.at("addressees"),
            _("bỏ addressees, hoặc ghi vào recipients (Nơi nhận); cần “Kính gửi” thì làm công văn (dispatches)"),
            path="addressee.kinds",
        )


def _marks(case: Case) -> Iterator[Diagnostic]:
    profile, marks = case.profile, case.document.marks
    if marks.circulation:
        yield from _circulation(case)
    if marks.not_for_media and not profile.has("circulation_foot.text"):
        yield case.finding(
            "no-such-mark",
            _("{regime} không có dòng “không phổ biến trên phương tiện thông tin đại chúng”").format(regime=profile.id),
            case.at("marks", "not_for_media"),
            _("bỏ not_for_media; phạm vi lưu hành ghi ở circulation"),
            path="circulation.labels",
            # A unit adapts the office's document: what its regime lacks is left out.
            severity=Severity.ERROR if case.is_own else Severity.WARNING,
        )
    if marks.secrecy is not None:
        yield case.finding(
            "secrecy-by-hand",
            _("chương trình không in dấu độ mật, chỉ chừa chỗ dưới số, ký hiệu để đóng dấu"),
            case.at("marks", "secrecy"),
            _(
                "mẫu dấu do Bộ Công an quy định theo pháp luật về bảo vệ bí mật nhà nước; máy soạn thảo và số bản của "
                "văn bản mật cũng theo quy định riêng"
            ),
            path="secrecy.printed",
            severity=Severity.WARNING,
        )


def _circulation(case: Case) -> Iterator[Diagnostic]:
    profile = case.profile
    written = upper(case.document.marks.circulation)
    known = [
        *profile.texts("circulation.labels"),
        *([profile.text("recall.text")] if profile.has("recall.text") else []),
    ]
    if written in known:
        return
    if profile.has("circulation_foot.text") and written == upper(profile.text("circulation_foot.text")):
        hint = _("dòng này đứng ở cuối trang cuối: viết not_for_media: true thay cho circulation")
    else:
        hint = _("các chỉ dẫn có trong quy định: {labels}").format(labels=", ".join(known))
    party = profile.side == Side.PARTY
    yield case.finding(
        "unknown-circulation",
        _("{regime} không nêu chỉ dẫn phạm vi lưu hành “{label}”").format(regime=profile.id, label=written),
        case.at("marks", "circulation"),
        hint,
        path="circulation.labels",
        # The Party's labels are examples, the State's a closed list.
        severity=Severity.WARNING if party else Severity.ERROR,
    )


def _contact(case: Case) -> Iterator[Diagnostic]:
    if case.document.marks.contact and case.issuer.contact is None:
        yield case.finding(
            "no-contact",
            _("{issuer} chưa khai thông tin liên hệ (contact)").format(issuer=case.issuer.name),
            case.at("marks", "contact"),
            _("thêm contact với address, telephone, email … vào {file}, hoặc bỏ contact: true").format(
                file=case.file_of(case.issuer)
            ),
            path="contact.template",
            # A unit adapts the office's document: what it cannot give is left out.
            severity=Severity.ERROR if case.is_own else Severity.WARNING,
        )


def _drafting_unit(case: Case) -> Iterator[Diagnostic]:
    document = case.document
    if not isinstance(document, Dispatch) or "{unit}" not in case.profile.text("number_format.dispatch_template"):
        return
    if not (case.issuer.drafting_unit or (case.is_own and document.drafting_unit)):
        yield case.finding(
            "no-drafting-unit",
            _("số công văn của {issuer} cần ký hiệu đơn vị soạn thảo hoặc lĩnh vực").format(issuer=case.issuer.name),
            case.at() if case.is_own else case.at_organization(case.issuer),
            _("thêm drafting_unit vào {file}, như VX trong “Số: 12/UBND-VX”; hoặc vào chính công văn").format(
                file=case.file_of(case.issuer)
            ),
            path="number_format.dispatch_template",
        )


def _parts_of_one_side(case: Case) -> Iterator[Diagnostic]:
    """Parts that the State's regime has no form for."""
    document, profile = case.document, case.profile
    if document.author and not profile.has("author.case"):
        yield case.finding(
            "no-author-line",
            _("{regime} không có dòng tác giả giữa tên loại và trích yếu").format(regime=profile.id),
            case.at("author"),
            _("bỏ author; cơ quan ban hành đã đứng ở góc trái đầu trang"),
            path="kind_title.case",
        )
    if document.joint_issuers and not profile.has("issuer_forms.joint"):
        yield case.finding(
            "no-joint-form",
            _("{regime} không có mẫu văn bản liên tịch").format(regime=profile.id),
            case.at("joint_issuers"),
            _("bỏ joint_issuers; văn bản do một cơ quan ban hành, các cơ quan khác ghi trong nội dung"),
            path="issuer.case",
        )
    if document.confirmation is not None and not profile.has("confirmation.text"):
        yield case.finding(
            "no-confirmation",
            _("{regime} không có khối xác nhận chữ ký").format(regime=profile.id),
            case.at("confirmation"),
            _("bỏ confirmation"),
            path="authority.case",
        )


def _copies(case: Case) -> Iterator[Diagnostic]:
    for number, copy in enumerate(case.document.copies):
        copier = case.copier(copy)
        if copier.side.value != case.profile.side:
            yield case.finding(
                "copier-of-other-side",
                _("{copier} không sao theo {regime}: một bên là thể thức của Đảng, một bên của Nhà nước").format(
                    copier=copier.name, regime=case.profile.id
                ),
                case.at("copies", number, "unit"),
                _("chọn đơn vị cùng khối với cơ quan ban hành"),
                path="copy_form.labels",
            )
        if copy.sections:
            yield from _extract(case, number, copy.sections)


def _extract(case: Case, number: int, sections: tuple[int, ...]) -> Iterator[Diagnostic]:
    """Sections that the document does not have, as its own numbers count them."""
    blocks = body(replace(case.request, copy=None), case.profile, Declarations(()))
    highest = highest_level(blocks)
    count = sum(block["level"] == highest for block in blocks) if highest else 0
    for place, section in enumerate(sections):
        if not 1 <= section <= count:
            yield case.finding(
                "no-such-section",
                _("văn bản không có phần {number} để trích sao").format(number=section),
                case.at("copies", number, "sections", place),
                _("văn bản có {count} phần đánh số ở cấp cao nhất, đếm từ 1").format(count=count),
                path="copy_form.labels",
            )


def _authority_to_issue(case: Case) -> Iterator[Diagnostic]:
    """Kinds that a grassroots organization or a cell may not issue, as far as the profile knows."""
    body = _BODIES.get(case.issuer.level) if case.issuer.level else None
    if body and body != "cell" and _signs_for_standing_committee(case):
        body = "grassroots_standing_committee"
    path = f"kind_authority.{body}"
    if not body or not case.profile.has(path) or case.type_id in case.profile.texts(path):
        return
    names = (case.profile.text(f"type_names.{kind}") or upper(DISPATCH_NAME) for kind in case.profile.texts(path))
    yield case.finding(
        "kind-without-authority",
        _("{issuer} có thể không có thẩm quyền ban hành loại văn bản này (theo tài liệu thứ cấp)").format(
            issuer=case.issuer.name
        ),
        case.at(),
        _("các loại được ban hành: {kinds}").format(kinds=", ".join(name.capitalize() for name in names)),
        path=path,
        # Every list that is known comes from a secondary source so far.
        severity=Severity.ERROR if case.profile.constraint(path).source.grade in _PRIMARY else Severity.WARNING,
    )


def _signs_for_standing_committee(case: Case) -> bool:
    """`T/M BAN THƯỜNG VỤ`: the words after the form, in any case and with what may follow."""
    words = case.profile.text("authority_cases.standing_committee").partition(" ")[2].casefold()
    return any(words in one.of.casefold() for one in case.request.signer.authority)
