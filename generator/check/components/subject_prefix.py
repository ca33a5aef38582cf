"""How the subject begins. How it ends and looks are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import is_party
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import Exactly

_SHORT = re.compile(r"v\s*/\s*v\b[\s:.]*", re.IGNORECASE)
_COLON = re.compile(r"(?:về việc|về|v/v)\s*:", re.IGNORECASE)
_LONG = re.compile(r"(?:về việc|về)\s+", re.IGNORECASE)
# After “V/v” a capital may begin a name; these words begin none.
_OPENERS = re.compile(
    r"(?:Triển khai|Thực hiện|Tổ chức|Báo cáo|Đăng ký|Cử|Mời|Góp ý|Cung cấp|Rà soát|Phối hợp|Tăng cường|Hướng dẫn"
    r"|Đề nghị|Trả lời|Xin|Tham gia|Lấy|Điều chỉnh|Công tác|Chuẩn bị|Thông báo|Ban hành|Phê duyệt|Giao"
    r"|Kiểm tra|Việc|Báo)\b"
)


@rule(
    "components/subject-prefix",
    title=mark("chữ đầu của trích yếu"),
    enforces=["subject_dispatch.prefix", "subject_dispatch.start", "subject.prefix"],
)
def subject_prefix(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the subject of a State's official letter begins with “V/v” and then a small letter; that of
    a Party letter with “về việc” in small letters where the guidance has it so; that “V/v” follows
    no title. “V/v” in a Party letter is named by the rule on mixed regimes.

    Why: the regulations show the beginning of the subject letter by letter.
    Example: “Về việc báo cáo kết quả” under a State number, “Về việc …” in a Party letter of 2026.
    What to do: begin as expected.
    """
    for component in subject.recognised.of(Part.SUBJECT):
        if _SHORT.match(component.text):
            message, path = _("trích yếu dưới tên loại không viết “V/v”"), "subject.prefix"
            yield Finding(message, component.where, actual=component.text[:30], path=path)
    letter = subject.recognised.first(Part.SUBJECT_DISPATCH)
    if letter is None:
        return
    text, path = letter.text, "subject_dispatch.prefix"
    prefix = subject.profile.text(path)
    if is_party(subject):
        starts = subject.profile.constraint("subject_dispatch.start")
        if isinstance(starts, Exactly) and _LONG.match(text) and text[0].isupper():
            path = "subject_dispatch.start"
            message = _("trích yếu công văn bắt đầu bằng chữ thường")
            yield Finding(message, letter.where, expected=f"“{prefix.strip()} …”", actual=text[:30], path=path)
    elif not text.startswith(prefix) and not _COLON.match(text):
        message = _("trích yếu công văn bắt đầu sai")
        yield Finding(message, letter.where, expected=f"“{prefix.strip()} …”", actual=text[:30], path=path)
    elif _OPENERS.match(text[len(prefix) :]):
        path = "subject_dispatch.start"
        message = _("sau “V/v” là chữ thường")
        yield Finding(message, letter.where, expected=_("chữ thường"), actual=text[:30], path=path)
