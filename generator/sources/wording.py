"""What each fault that pydantic finds is called, and what to say of it in Vietnamese.

The texts are filled by `faults` with the names in braces; it finds no fault itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.messages import mark


@dataclass(frozen=True, slots=True)
class Wording:
    """One kind of fault; `{field}` and the fault's own context may stand in the texts."""

    code: str
    message: str
    expected: str | None = None
    hint: str | None = None


_QUOTE_OR_FILL = mark("viết một dòng chữ; để trống thì bỏ cả dòng")
_LIST_FORM = mark("xuống dòng, mỗi mục bắt đầu bằng “- ”")
_FIELDS_FORM = mark("xuống dòng, thụt vào, mỗi dòng một “tên: giá trị”")
_DATE_FORM = mark("một ngày, như 2024-11-25 hoặc 25/11/2024")
_NUMBER_FORM = mark("viết 1250, không chấm phân nhóm; phần lẻ sau dấu phẩy: 97,5")
_WHOLE_FORM = mark("viết bằng chữ số, như 12 hoặc 1250, không chấm phân nhóm")
NUMBER_ALONE = mark("gõ riêng số, ví dụ {number}; ký hiệu chương trình tự viết")
NONE_OF_THEM = mark("thêm dòng “{name}: …”; không có thì ghi “{name}: []”")
"""For a list that must be there and may be empty."""
WHOM_IT_ADDRESSES = mark("công văn gửi ai: thêm dòng “addressees: [tên cơ quan]”, in sau “Kính gửi:”")
ADDRESSEES_BASIS = "HD05 II.I.9.2; NĐ30 PL.I, I.II.9a"
COMMA = mark(
    'dấu phẩy trong ngoặc nhọn ngăn các trường: đặt giá trị trong ngoặc kép thẳng "…", hoặc viết thành dòng riêng'
)
_SEE_AGAIN = mark("xem lại giá trị này")
_TYPE = "data/wrong-type"
_RANGE = "data/out-of-range"

_TEXT = Wording(_TYPE, mark("{field} phải là chữ"), mark("một dòng chữ"), _QUOTE_OR_FILL)
_LIST = Wording(_TYPE, mark("{field} phải là một danh sách"), mark("danh sách"), _LIST_FORM)
_FIELDS = Wording(_TYPE, mark("{field} phải gồm các trường con"), mark("nhóm trường"), _FIELDS_FORM)
_ENTRY = Wording(_TYPE, mark("{field} không đúng dạng"), mark("một dòng chữ, hoặc nhóm trường"), _QUOTE_OR_FILL)
_WHOLE = Wording(_TYPE, mark("{field} phải là số nguyên"), mark("số nguyên"), _WHOLE_FORM)
_NUMBER = Wording(_TYPE, mark("{field} phải là số"), mark("số"), _NUMBER_FORM)
_TRUTH = Wording(_TYPE, mark("{field} phải là có hoặc không"), "true / false", mark("viết true hoặc false"))
_DATE = Wording(_TYPE, mark("{field} phải là ngày"), _DATE_FORM, mark("viết 2024-11-25 hoặc 25/11/2024"))
_MOMENT = Wording(
    _TYPE,
    mark("{field} phải là ngày giờ"),
    mark("ngày và giờ, như 2025-06-04T16:40:00+07:00"),
    mark("viết 2025-06-04T16:40:00+07:00"),
)
_CHOICE = Wording("data/unknown-value", mark("{field} không có giá trị này"))

WORDINGS = {
    "missing": Wording("data/missing-field", mark("thiếu trường {field}"), hint=mark("thêm dòng “{name}: …”")),
    "extra_forbidden": Wording("data/unknown-field", mark("không có trường “{name}”")),
    "string_type": _TEXT,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _FIELDS,
    "mapping_type": _FIELDS,
    "model_type": _FIELDS,
    "model_attributes_type": _FIELDS,
    # Records that a bare list or a bare text may stand for.
    "model_type:Titled": _LIST,
    "model_type:Item": _ENTRY,
    "model_type:Passage": _ENTRY,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "datetime_object_invalid": _MOMENT,
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "greater_than_equal": Wording(_RANGE, mark("{field} quá nhỏ"), mark("từ {ge} trở lên"), _SEE_AGAIN),
    "greater_than": Wording(_RANGE, mark("{field} quá nhỏ"), mark("lớn hơn {gt}"), _SEE_AGAIN),
    "less_than_equal": Wording(_RANGE, mark("{field} quá lớn"), mark("không quá {le}"), _SEE_AGAIN),
    "less_than": Wording(_RANGE, mark("{field} quá lớn"), mark("nhỏ hơn {lt}"), _SEE_AGAIN),
    "string_pattern_mismatch": Wording(
        "data/wrong-form",
        mark("{field} không đúng dạng"),
        mark("chữ thường không dấu, chữ số và gạch nối: phuong-hung-phu"),
        mark("viết “{slug}”"),
    ),
    "string_pattern_mismatch:Code": Wording(
        "data/wrong-form",
        mark("{field} không đúng dạng"),
        mark("chữ thường không dấu, chữ số và gạch dưới: oral_sessions"),
        mark("viết “{slug}”"),
    ),
    "string_too_short": Wording(
        "data/empty-text", mark("{field} để trống"), hint=mark("viết nội dung, hoặc bỏ cả dòng nếu không cần")
    ),
    "string_too_long": Wording(
        "data/too-long", mark("{field} quá dài"), mark("không quá {max_length} ký tự"), mark("rút ngắn lại")
    ),
    "too_short": Wording(
        "data/too-few",
        mark("{field} chưa đủ mục"),
        mark("ít nhất {min_length} mục"),
        mark("thêm mục, mỗi mục bắt đầu bằng “- ”"),
    ),
    "too_long": Wording(
        "data/too-many", mark("{field} quá nhiều mục"), mark("không quá {max_length} mục"), mark("bỏ bớt mục")
    ),
    # Ours, raised in generator/model.
    "illegal_character": Wording(
        "data/illegal-character",
        mark("ký tự {codepoint} ở vị trí {position} không đứng được trong văn bản"),
        hint=mark("xóa ký tự này, hoặc gõ lại chỗ đó"),
    ),
    "device_name": Wording(
        "data/reserved-name",
        mark("mã “{value}” là tên mà Windows dành riêng, không làm tên tệp được"),
        hint=mark("thêm chữ vào mã, như don-vi-{value}"),
    ),
    "impossible_date": Wording("data/impossible-date", "{reason}", _DATE_FORM, mark("xem lại ngày, tháng, năm")),
    "one_of_fields": Wording(
        "data/one-of-fields",
        mark("phải có đúng một trong các trường: {fields}"),
        hint=mark("giữ một trường; nội dung khác viết thành mục “- ” riêng"),
    ),
    "row_width": Wording(
        "data/row-width",
        mark("dòng {row} của bảng có {cells} ô, bảng có {columns} cột"),
        mark("{columns} ô"),
        mark('ô trống viết là ""'),
    ),
    "term_backwards": Wording(
        "data/term-backwards", mark("nhiệm kỳ {start} - {end} chạy ngược"), hint=mark("xem lại term_from, term_to")
    ),
    "moment_value": Wording("data/moment-value", mark("mốc “{kind}” không đi với giá trị “{value}”")),
    "missing_parts": Wording(
        "data/missing-part",
        mark("văn bản này còn thiếu phần: {parts}"),
        hint=mark("thêm các phần đó; tên trường như đã ghi"),
    ),
    "missing_parts:Indicator": Wording(
        "data/missing-part",
        mark("part và whole đi cùng aggregation: percent, thiếu một thì không tính được tỷ lệ"),
        hint=mark("tỷ lệ: ghi cả part và whole; đếm được: bỏ cả hai"),
    ),
    "anniversary": Wording(
        "data/anniversary", mark("số năm kỷ niệm không khớp"), "{real}", mark("sửa count, from_year hoặc to_year")
    ),
    "exclamation_mark": Wording(
        "data/exclamation-mark",
        mark("khẩu hiệu phải có đúng một dấu chấm than, ở cuối, không cách"),
        hint=mark("viết như “… quang vinh muôn năm!”"),
    ),
    "duplicate_slogan": Wording(
        "data/duplicate-slogan", mark("khẩu hiệu này đã có ở trên"), hint=mark("bỏ một trong hai")
    ),
    "range_backwards": Wording("data/range-backwards", mark("{end} sớm hơn {start}"), hint=mark("đổi lại hai ngày")),
    "range_backwards:Plausible": Wording(
        "data/range-backwards", mark("{end} nhỏ hơn {start}"), hint=mark("đổi lại hai số")
    ),
    "extract_sections": Wording(
        "data/extract-sections",
        mark("trích sao phải ghi sections (các phần được sao); sao y, sao lục thì không"),
        hint=mark("trích sao: thêm “sections: [1, 3]”; sao cả văn bản: bỏ sections, form: true_copy hoặc copy_of_copy"),
    ),
    "number_form": Wording(_TYPE, mark("{field} không phải là số viết rõ ràng"), mark("số"), _NUMBER_FORM),
    "whole_form": _WHOLE,
}

MOMENT_FORMS = {
    "date": mark("value là một ngày, như 2025-06-30 hoặc 30/6/2025"),
    "month": mark("value là một tháng, như 2025-06 hoặc 6/2025"),
    "event": mark("value là tên sự kiện, bằng chữ"),
    "now": mark("bỏ value: mốc là ngày ban hành"),
}

OTHER = Wording("data/wrong-value", mark("{field} không hợp lệ: {problem}"), hint=_SEE_AGAIN)
