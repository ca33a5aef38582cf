"""The fields of the data files: what each is called in Vietnamese, and which record stands at a place.

It judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel

from generator.messages import _, mark
from generator.vietnamese.unicode import nearest, without_marks

LABELS = {
    "address": mark("địa chỉ"),
    "addressees": mark("kính gửi"),
    "aim": mark("câu mục tiêu mở đầu"),
    "answered_on": mark("ngày trả lời"),
    "appendices": mark("phụ lục"),
    "approximate": mark("số áng chừng"),
    "archive": mark("nơi lưu"),
    "asks": mark("hỏi gì, hỏi ai"),
    "assignments": mark("phân công, tổ chức thực hiện"),
    "at": mark("lúc"),
    "audience": mark("đối tượng"),
    "author": mark("tác giả, dưới tên loại"),
    "authority": mark("hình thức ký"),
    "body": mark("đảng bộ, tên cơ quan"),
    "by": mark("người ghi"),
    "chair": mark("người chủ trì"),
    "channels": mark("hình thức tuyên truyền"),
    "circulation": mark("phạm vi lưu hành"),
    "closing": mark("lời kết"),
    "concurrent": mark("chức vụ kiêm"),
    "confirmation": mark("xác nhận chữ ký"),
    "congresses": mark("bảng kỳ đại hội"),
    "contact": mark("thông tin liên hệ"),
    "content": mark("nội dung"),
    "content_points": mark("nội dung hướng dẫn"),
    "copied_on": mark("ngày sao"),
    "copies": mark("bản sao, số bản"),
    "corrections": mark("các lần sửa"),
    "deadline": mark("thời hạn"),
    "difficulties": mark("khó khăn, hạn chế"),
    "directive": mark("chỉ thị"),
    "dispatches": mark("công văn"),
    "drafter": mark("người soạn thảo"),
    "drafter_code": mark("ký hiệu người soạn thảo"),
    "drafting_unit": mark("đơn vị soạn thảo"),
    "due": mark("thời hạn"),
    "email": mark("thư điện tử"),
    "encloses": mark("văn bản gửi kèm"),
    "fax": mark("fax"),
    "field": mark("mục được sửa"),
    "figures": mark("số liệu"),
    "form": mark("hình thức"),
    "forms": mark("biểu số liệu"),
    "forms_channels": mark("hình thức thực hiện"),
    "groups": mark("nhóm"),
    "guidance": mark("hướng dẫn"),
    "hang_from": mark("ngày treo"),
    "hang_to": mark("ngày hạ"),
    "header": mark("tên ở đầu trang"),
    "house": mark("nếp trình bày"),
    "id": mark("mã"),
    "implementation": mark("tổ chức thực hiện"),
    "indicator": mark("chỉ tiêu"),
    "indicators": mark("các chỉ tiêu"),
    "issued_on": mark("ngày ban hành"),
    "issuer": mark("cơ quan ban hành"),
    "issuing_body": mark("chủ thể ban hành"),
    "items": mark("nội dung"),
    "joint_issuers": mark("cơ quan cùng ban hành"),
    "keywords": mark("từ khóa"),
    "kind": mark("loại"),
    "lead": mark("lời dẫn"),
    "leadership": mark("lãnh đạo, chỉ đạo"),
    "level": mark("cấp"),
    "marks": mark("dấu chỉ, ký hiệu"),
    "minutes": mark("biên bản"),
    "name": mark("tên"),
    "next_tasks": mark("nhiệm vụ đợt tới"),
    "not_for_media": mark("không phổ biến trên phương tiện thông tin đại chúng"),
    "number": mark("số, ký hiệu"),
    "of": mark("của ai"),
    "office": mark("cơ quan"),
    "ordinal": mark("lần thứ"),
    "other_office": mark("chức vụ khác"),
    "parent": mark("cơ quan cấp trên"),
    "period_from": mark("từ ngày"),
    "period_to": mark("đến ngày"),
    "phase": mark("đợt"),
    "phases": mark("các đợt"),
    "place": mark("địa danh"),
    "position": mark("chức vụ"),
    "purposes": mark("mục đích"),
    "questions": mark("câu hỏi"),
    "reason": mark("lý do"),
    "received": mark("việc nhận trả lời"),
    "recipients": mark("nơi nhận"),
    "references": mark("căn cứ"),
    "reporter": mark("người báo cáo"),
    "reporting": mark("chế độ báo cáo"),
    "reports": mark("báo cáo"),
    "requirements": mark("yêu cầu"),
    "results": mark("kết quả"),
    "secrecy": mark("độ mật"),
    "sections": mark("các phần"),
    "side": mark("khối"),
    "signed_by": mark("người có chữ ký được xác nhận"),
    "signer": mark("người ký"),
    "signers": mark("người ký"),
    "slogans": mark("khẩu hiệu"),
    "strengths": mark("ưu điểm"),
    "subject": mark("trích yếu"),
    "symbol": mark("ký hiệu cơ quan"),
    "targets": mark("chỉ tiêu giao"),
    "tasks": mark("nhiệm vụ"),
    "telephone": mark("điện thoại"),
    "term_from": mark("nhiệm kỳ từ năm"),
    "term_to": mark("nhiệm kỳ đến năm"),
    "text": mark("lời văn"),
    "title": mark("tên, tiêu đề"),
    "unit": mark("đơn vị"),
    "units": mark("các đơn vị"),
    "urgency": mark("độ khẩn"),
    "value": mark("giá trị"),
    "was": mark("số cũ"),
    "website": mark("trang thông tin"),
    "window_from": mark("từ"),
    "window_to": mark("đến"),
    "writer": mark("người ghi biên bản"),
}

VALUES = {
    "urgent": mark("khẩn"),
    "very_urgent": mark("thượng khẩn"),
    "flash": mark("hỏa tốc"),
    "secret": mark("mật"),
    "highly_secret": mark("tối mật"),
    "top_secret": mark("tuyệt mật"),
    "true_copy": mark("sao y"),
    "copy_of_copy": mark("sao lục"),
    "extract": mark("trích sao"),
    "on_behalf": mark("thay mặt"),
    "for_superior": mark("ký thay"),
    "by_order": mark("thừa lệnh"),
    "authorised": mark("thừa ủy quyền"),
    "acting": mark("quyền cấp trưởng"),
}
"""What the words of an enumeration mean, where English alone would not tell a clerk."""


def valued(word: str) -> str:
    """`urgent (khẩn)`."""
    label = VALUES.get(word)
    return f"{word} ({_(label)})" if label else word


def word_for(typed: str, words: Iterable[str]) -> str | None:
    """The word that is called so in Vietnamese, however its marks are typed."""
    meant = without_marks(typed.strip().casefold())
    return next((word for word in words if word in VALUES and without_marks(VALUES[word]) == meant), None)


def named(field: str) -> str:
    """`subject (trích yếu)`."""
    label = LABELS.get(field)
    return f"{field} ({_(label)})" if label else field


def fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """The fields of the record at a pydantic location; empty where there is none."""
    here: type[BaseModel] | None = model
    for step in loc:
        # What is no field is an index, a key of a mapping, or the tag of a union: the record stays the same.
        if isinstance(step, str) and here is not None and step in here.model_fields:
            here = _record_in(here.model_fields[step].annotation)
    return tuple(here.model_fields) if here else ()


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return None
    return next((found for inner in get_args(annotation) if (found := _record_in(inner))), None)


def hint_for_unknown(field: str, known: tuple[str, ...]) -> str:
    """The nearest known field, or all of them."""
    if any(letter.isspace() for letter in field):
        # A sentence with a colon in it reads as `name: value`.
        return _('nếu đây là một câu có dấu hai chấm thì đặt cả câu trong ngoặc kép thẳng: "…"')
    near = nearest(field, known)
    if near:
        return _("có phải là “{name}”?").format(name=near)
    return _("các trường ở đây: {names}").format(names=", ".join(known))
