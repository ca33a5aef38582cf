"""The components of a document and the two sides as people call them.

It holds words only; what a component is stands in the glossary of CONTRIBUTING.md.
"""

from __future__ import annotations

from generator.messages import _, mark

SIDES = {"party": mark("Đảng"), "state": mark("Nhà nước")}
COMPONENTS = {
    "body": mark("nội dung"),
    "party_title": mark("tiêu đề"),
    "star": mark("dấu sao"),
    "national_title": mark("Quốc hiệu"),
    "motto": mark("Tiêu ngữ"),
    "parent_body": mark("cơ quan cấp trên"),
    "issuer": mark("cơ quan ban hành"),
    "number": mark("số, ký hiệu"),
    "dateline": mark("địa danh, ngày tháng"),
    "kind_title": mark("tên loại"),
    "subject": mark("trích yếu"),
    "subject_end": mark("dấu kết thúc trích yếu"),
    "subject_dispatch": mark("trích yếu công văn"),
    "author": mark("tác giả"),
    "addressee": mark("kính gửi"),
    "addressee_names": mark("nơi được kính gửi"),
    "bases": mark("căn cứ"),
    "enacting": mark("lời quyết định"),
    "part": mark("phần, chương"),
    "part_title": mark("tên phần, chương"),
    "section": mark("mục, tiểu mục"),
    "section_title": mark("tên mục, tiểu mục"),
    "article": mark("điều"),
    "clause": mark("khoản"),
    "point": mark("điểm"),
    "heading_roman": mark("đề mục số La Mã"),
    "heading_decimal": mark("đề mục số Ả Rập"),
    "heading_nested": mark("đề mục nhiều cấp"),
    "authority": mark("quyền hạn ký"),
    "position": mark("chức vụ"),
    "concurrent": mark("chức vụ kiêm nhiệm"),
    "signature": mark("chữ ký"),
    "signer_name": mark("họ tên người ký"),
    "confirmation": mark("xác nhận"),
    "recipients_label": mark("chữ “Nơi nhận”"),
    "recipients": mark("nơi nhận"),
    "recipients_archive": mark("dòng lưu"),
    "draft": mark("dự thảo"),
    "urgency": mark("độ khẩn"),
    "secrecy": mark("độ mật"),
    "recall": mark("thu hồi"),
    "circulation": mark("phạm vi lưu hành"),
    "circulation_foot": mark("phạm vi lưu hành ở chân trang"),
    "contact": mark("thông tin liên hệ"),
    "drafter_code": mark("ký hiệu người soạn thảo"),
    "annex_label": mark("chữ “Phụ lục”"),
    "annex_title": mark("tên phụ lục"),
    "annex_reference": mark("dòng kèm theo"),
    "annex_end": mark("dấu kết thúc phụ lục"),
    "table": mark("bảng"),
    "table_header": mark("đầu bảng"),
    "page_number": mark("số trang"),
    "copy_stamp": mark("chữ về bản sao"),
    "copy_form": mark("hình thức sao"),
    "copy_issuer": mark("cơ quan sao"),
    "copy_number": mark("số, ký hiệu bản sao"),
    "copy_dateline": mark("địa danh, ngày sao"),
    "copy_position": mark("chức vụ người ký sao"),
    "copy_signature": mark("người ký sao"),
    "attachment_signature": mark("người ký văn bản kèm theo"),
    "copy_recipients": mark("nơi nhận bản sao"),
}


def component(name: str) -> str:
    """A component in the spoken language; one without words of its own keeps its identifier."""
    return _(COMPONENTS[name]) if name in COMPONENTS else name


def side(name: str | None) -> str:
    return _(SIDES[name]) if name in SIDES else _("chưa rõ")
