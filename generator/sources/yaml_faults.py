"""What can be wrong with YAML text before its fields are looked at, in words a clerk understands.

It does not parse: `yaml_text` does, and hands over what the parser said.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Location
from generator.errors import GeneratorError
from generator.messages import _, mark
from generator.vietnamese import unicode

_MOST_NAMES = 8
_QUOTES = mark('đặt cả câu trong ngoặc kép thẳng: "…"')
_ALIGN = mark("thụt đầu dòng bằng dấu cách, thẳng hàng với các dòng cùng mức")

# What the parser says, in which context, our words, the way out; the first that fits.
_PROBLEMS = (
    ("mapping values", "", mark("dấu hai chấm ở đây biến câu thành “tên: giá trị”"), _QUOTES),
    ("end of stream", "quoted", mark("ngoặc kép mở ở đây mà không đóng"), mark("thêm ngoặc đóng ở cuối câu")),
    ("document indicator", "quoted", mark("ngoặc kép mở ở đây mà không đóng"), mark("thêm ngoặc đóng ở cuối câu")),
    ("alphabetic or numeric", "", mark("câu bắt đầu bằng dấu * hoặc &, là ký hiệu riêng của YAML"), _QUOTES),
    ("expected ':'", "", mark("dòng này không có dạng “tên: giá trị”"), _ALIGN),
    ("'-' indicator", "", mark("dòng này không thẳng hàng với các mục “-” của danh sách ở trên"), _ALIGN),
    ("expected key", "", mark("phần này thừa sau giá trị, hoặc dòng không thẳng hàng với các trường ở trên"), _QUOTES),
    ("',' or ']'", "", mark("ngoặc vuông mở ở đây chưa đóng, hoặc thiếu dấu phẩy giữa các mục"), _QUOTES),
    ("',' or '}'", "", mark("ngoặc nhọn mở ở đây chưa đóng, hoặc thiếu dấu phẩy giữa các mục"), _QUOTES),
    ("sequence entries", "", mark("mục “-” phải bắt đầu ở dòng mới"), _QUOTES),
    ("comment or line break", "", mark("sau dấu | hoặc > phải xuống dòng"), _QUOTES),
    ("escape", "", mark("dấu \\ trong ngoặc kép không đi với chữ này"), mark("viết \\\\ để có một dấu \\")),
    ("document start", "", mark("có chữ sau chỗ kết thúc của tệp"), mark("bỏ dòng “...” ở trên")),
    ("tag", "", mark("câu bắt đầu bằng dấu !, là ký hiệu riêng của YAML"), _QUOTES),
    ("node content", "", mark("chỗ này cần một giá trị"), _QUOTES),
)
_AT_THE_OPENING = ("expected ':'", "end of stream", "document indicator", "',' or ']'", "',' or '}'")
EMPTY = "data/empty-file"


def no_file(path: Path) -> GeneratorError:
    """A folder, or a device, where a file should be; the names of those inside."""
    if not path.is_dir():
        return GeneratorError(_("{file} không phải là một tệp").format(file=path))
    names = ", ".join(sorted(each.name for each in path.glob("*.y*ml"))[:_MOST_NAMES])
    hint = _("chỉ ra một tệp trong đó: {names}").format(names=names) if names else _("chỉ ra một tệp .yaml")
    return GeneratorError(_("{file} là một thư mục, không phải là một tệp").format(file=path), hint)


def syntax(error: Any, text: str, file: Path) -> Diagnostic:
    """The parser's own fault (`problem`, `context` and their marks) as ours."""
    problem, context = error.problem or "", error.context or ""
    at = error.problem_mark or error.context_mark
    if error.context_mark and any(sign in problem for sign in _AT_THE_OPENING):
        at = error.context_mark
    line, column = (at.line, at.column) if at else (0, 0)
    rows = re.split(r"\r\n|\n|\r", text)
    row = rows[line] if line < len(rows) else ""
    message, hint = _words(problem, context, row[column : column + 1])
    return Diagnostic("data/yaml-syntax", message, Location(file, line + 1, column + 1), hint=hint)


def _words(problem: str, context: str, character: str) -> tuple[str, str]:
    if character == "\t" or "tab character" in problem:
        return _("dòng này thụt vào bằng phím Tab"), _("thay Tab bằng dấu cách, hai dấu cách một mức")
    if "cannot start any token" in problem:
        return _("giá trị bắt đầu bằng dấu {mark}, là ký hiệu riêng của YAML").format(mark=character), _(_QUOTES)
    for sign, inside, message, hint in _PROBLEMS:
        if sign in problem and inside in context:
            return _(message), _(hint)
    return _("không đọc được YAML ở đây: {problem}").format(problem=problem), _(_ALIGN)


def unreadable(problem: str, file: Path) -> Diagnostic:
    """A parser's fault that has no place."""
    message = _("không đọc được tệp theo YAML: {problem}").format(problem=problem)
    return Diagnostic("data/yaml-syntax", message, Location(file, 1, 1), hint=_(_ALIGN))


def without_illegal(text: str, where: Location) -> tuple[str, list[Diagnostic]]:
    """A text that escapes have filled with what no document can hold: spaces there, and a fault for the first one."""
    wrong = unicode.illegal_characters(text, 1)
    if not wrong:
        return text, []
    message = _("ký tự {codepoint} ở vị trí {position} không đứng được trong văn bản")
    fault = Diagnostic(
        "data/illegal-character",
        message.format(codepoint=wrong[0].escape, position=wrong[0].index + 1),
        where,
        hint=_("xóa ký tự này, hoặc gõ lại chỗ đó"),
    )
    return unicode.without_illegal(text), [fault]


def too_large(file: Path, most: int) -> Diagnostic:
    return Diagnostic(
        "data/too-large",
        _("tệp lớn hơn {most} KiB").format(most=most // 1024),
        Location(file, 1, 1),
        hint=_("chia dữ liệu ra nhiều tệp; một kế hoạch dài thường dưới 200 KiB"),
    )


def too_many(most: int) -> Diagnostic:
    message = _("tệp có hơn {most} giá trị").format(most=most)
    return Diagnostic("data/too-large", message, hint=_("chia dữ liệu ra nhiều tệp"))


def too_deep(most: int) -> Diagnostic:
    message = _("các mức lồng nhau sâu hơn {most}").format(most=most)
    return Diagnostic("data/too-deep", message, hint=_("kiểm tra các dấu ngoặc [ và { và chỗ thụt đầu dòng"))


def empty_file() -> Diagnostic:
    message = _("tệp chưa có dữ liệu nào")
    return Diagnostic(EMPTY, message, hint=_("xem mẫu có chú thích bằng “vanthu new THƯ_MỤC”"))


def not_a_mapping() -> Diagnostic:
    message = _("tệp phải gồm các dòng “tên: giá trị”")
    return Diagnostic("data/not-a-mapping", message, hint=_("xem mẫu có chú thích bằng “vanthu new THƯ_MỤC”"))


def many_documents() -> Diagnostic:
    message = _("một tệp chỉ chứa một tài liệu YAML")
    return Diagnostic("data/many-documents", message, hint=_("bỏ dòng “---” này, hoặc tách ra hai tệp"))


def strange_key() -> Diagnostic:
    message = _("tên trường phải là một từ, không phải danh sách hay nhóm trường")
    return Diagnostic("data/wrong-key", message, hint=_(_QUOTES))


def alias(sign: str) -> Diagnostic:
    return Diagnostic(
        "data/yaml-alias",
        _("không dùng bí danh của YAML ({sign})").format(sign=sign),
        hint=_('chép lại giá trị ở đây; nếu đó là chữ trong câu thì đặt cả câu trong ngoặc kép thẳng: "…"'),
    )


def tag(name: str) -> Diagnostic:
    return Diagnostic(
        "data/yaml-tag",
        _("không dùng thẻ kiểu của YAML ({tag})").format(tag=name),
        hint=_('bỏ thẻ; nếu đó là chữ trong câu thì đặt cả câu trong ngoặc kép thẳng: "…"'),
    )


def duplicate_key(key: str, first_line: int) -> Diagnostic:
    return Diagnostic(
        "data/duplicate-key",
        _("trường {name} đã có ở dòng {line}").format(name=key, line=first_line),
        hint=_("giữ một chỗ, bỏ chỗ kia"),
    )
