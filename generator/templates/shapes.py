"""How a component sits among others: what no regime fixes, such as what keeps with what and which style is a heading.

Sizes, weights and measures are the Profile's; `look` writes both into styles.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.parts import Part


@dataclass(frozen=True, slots=True)
class Shape:
    """How a component sits among others. `flow`: it has the body's line spacing, gap and first-line indent."""

    name: str
    """As Word's style list shows it."""
    flow: bool = False
    keep_next: bool = False
    outline: int | None = None
    """Heading level for Word's navigation, from 0."""
    before: float = 0
    after: float = 0
    """Extra space above and below it, in pt, where the regime says nothing."""
    coloured: bool = False
    """It has a colour of its own; the others have the page's."""
    rule: str = ""
    """The section of the line above it."""


SHAPES = {
    Part.BODY: Shape("Nội dung", flow=True),
    Part.PARTY_TITLE: Shape("Tiêu đề Đảng"),
    Part.STAR: Shape("Dấu sao"),
    Part.NATIONAL_TITLE: Shape("Quốc hiệu"),
    Part.MOTTO: Shape("Tiêu ngữ"),
    Part.PARENT_BODY: Shape("Cơ quan cấp trên"),
    Part.ISSUER: Shape("Cơ quan ban hành"),
    Part.NUMBER: Shape("Số và ký hiệu"),
    Part.DATELINE: Shape("Địa danh và ngày tháng"),
    Part.DRAFT: Shape("Dự thảo"),
    Part.SUBJECT_DISPATCH: Shape("Trích yếu công văn"),
    Part.URGENCY: Shape("Độ khẩn", coloured=True),
    Part.CIRCULATION: Shape("Phạm vi lưu hành"),
    Part.KIND_TITLE: Shape("Tên loại", keep_next=True),
    Part.AUTHOR: Shape("Tác giả", keep_next=True),
    Part.SUBJECT: Shape("Trích yếu", keep_next=True),
    Part.SUBJECT_END: Shape("Hết trích yếu"),
    Part.ADDRESSEE: Shape("Kính gửi", keep_next=True),
    Part.ADDRESSEE_NAMES: Shape("Nơi kính gửi"),
    Part.BASES: Shape("Căn cứ", flow=True),
    Part.HEADING_ROMAN: Shape("Mục La Mã", flow=True, keep_next=True, outline=0),
    Part.HEADING_DECIMAL: Shape("Mục số", flow=True, keep_next=True, outline=1),
    Part.HEADING_NESTED: Shape("Tiểu mục số", flow=True, keep_next=True, outline=2),
    Part.CLAUSE: Shape("Khoản", flow=True),
    Part.POINT: Shape("Điểm", flow=True),
    Part.AUTHORITY: Shape("Quyền hạn ký", keep_next=True),
    Part.POSITION: Shape("Chức vụ", keep_next=True),
    Part.CONCURRENT: Shape("Kiêm", keep_next=True),
    Part.SIGNER_NAME: Shape("Họ tên người ký"),
    Part.CONFIRMATION: Shape("Xác nhận chữ ký", keep_next=True, before=12),
    Part.RECIPIENTS_LABEL: Shape("Nhãn nơi nhận", keep_next=True),
    Part.RECIPIENTS: Shape("Nơi nhận", keep_next=True),
    Part.DRAFTER_CODE: Shape("Người soạn thảo"),
    Part.CIRCULATION_FOOT: Shape("Không phổ biến", before=12),
    Part.CONTACT: Shape("Liên hệ", rule="contact_rule"),
    Part.ANNEX_LABEL: Shape("Số phụ lục", keep_next=True, outline=0),
    Part.ANNEX_TITLE: Shape("Tên phụ lục", keep_next=True),
    Part.ANNEX_REFERENCE: Shape("Kèm theo", keep_next=True),
    Part.ANNEX_END: Shape("Hết đầu phụ lục", after=12),
    Part.COPY_STAMP: Shape("Dấu bản sao", coloured=True),
    Part.COPY_FORM: Shape("Hình thức sao", keep_next=True),
    Part.COPY_ISSUER: Shape("Cơ quan sao", keep_next=True),
    Part.COPY_NUMBER: Shape("Số bản sao", keep_next=True),
    Part.COPY_DATELINE: Shape("Nơi và ngày sao", keep_next=True),
    Part.COPY_POSITION: Shape("Quyền hạn người sao", keep_next=True),
    Part.COPY_RECIPIENTS: Shape("Nơi nhận bản sao"),
    Part.TABLE: Shape("Bảng"),
    Part.PAGE_NUMBER: Shape("Số trang"),
}
