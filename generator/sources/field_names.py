"""The fields of the data files: what each is called in Vietnamese, and which record stands at a place.

It judges nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel

from generator.messages import _, mark
from generator.vietnamese.unicode import nearest

LABELS = {
    "aim": mark("câu mục tiêu mở đầu"),
    "appendices": mark("phụ lục"),
    "archive": mark("nơi lưu"),
    "assignments": mark("phân công, tổ chức thực hiện"),
    "audience": mark("đối tượng"),
    "authority": mark("hình thức ký"),
    "body": mark("tên đảng bộ"),
    "channels": mark("hình thức tuyên truyền"),
    "congresses": mark("bảng kỳ đại hội"),
    "content_points": mark("nội dung hướng dẫn"),
    "deadline": mark("thời hạn"),
    "difficulties": mark("khó khăn, hạn chế"),
    "due": mark("thời hạn"),
    "figures": mark("số liệu"),
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
    "issued_on": mark("ngày ban hành"),
    "issuer": mark("cơ quan ban hành"),
    "issuing_body": mark("chủ thể ban hành"),
    "items": mark("nội dung"),
    "kind": mark("loại"),
    "lead": mark("lời dẫn"),
    "leadership": mark("lãnh đạo, chỉ đạo"),
    "level": mark("cấp"),
    "name": mark("tên"),
    "next_tasks": mark("nhiệm vụ đợt tới"),
    "number": mark("số, ký hiệu"),
    "office": mark("cơ quan"),
    "ordinal": mark("lần thứ"),
    "period_from": mark("từ ngày"),
    "period_to": mark("đến ngày"),
    "phase": mark("đợt"),
    "phases": mark("các đợt"),
    "place": mark("địa danh"),
    "position": mark("chức vụ"),
    "purposes": mark("mục đích"),
    "recipients": mark("nơi nhận"),
    "references": mark("căn cứ"),
    "reporting": mark("chế độ báo cáo"),
    "reports": mark("báo cáo"),
    "requirements": mark("yêu cầu"),
    "results": mark("kết quả"),
    "sections": mark("các phần"),
    "side": mark("khối"),
    "signer": mark("người ký"),
    "signers": mark("người ký"),
    "slogans": mark("khẩu hiệu"),
    "strengths": mark("ưu điểm"),
    "subject": mark("trích yếu"),
    "symbol": mark("ký hiệu cơ quan"),
    "tasks": mark("nhiệm vụ"),
    "term_from": mark("nhiệm kỳ từ năm"),
    "term_to": mark("nhiệm kỳ đến năm"),
    "text": mark("lời văn"),
    "title": mark("tên, tiêu đề"),
    "unit": mark("đơn vị"),
    "units": mark("các đơn vị"),
    "value": mark("giá trị"),
    "window_from": mark("từ"),
    "window_to": mark("đến"),
}


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
