"""That the code of the kind is one of the list. Whether it is that of the title is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import codes_of, is_dispatch, is_party, type_codes
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.vietnamese.unicode import nearest

_OLD = {"QĐi": mark("“QĐi” là ký hiệu của Hướng dẫn 36; nay Quy định dùng QĐ"),
        "QyĐ": mark("“QyĐ” là ký hiệu của văn bản nhà nước; Quy định của Đảng dùng QĐ")}  # fmt: skip


@rule("components/number-code-unknown", title=mark("ký hiệu tên loại"), enforces=["type_codes.*"])
def number_code_unknown(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the code of the kind is one of the regulation's.

    Why: registers and machines find documents by it. A code that the guidance of today no longer has (QĐi) is named.
    Example: “Số 05-QĐi/ĐU” in a document of 2026, “Số: 05/QCh-UBND”.
    What to do: write the code of the list.
    """
    number = subject.recognised.number
    if number is None or not codes_of(number) or (is_dispatch(subject) and not is_party(subject)):
        return
    code = number.type_code or codes_of(number)[0]
    known = {*type_codes(subject)}
    # With the wrong case it is another rule's.
    if code.upper() in {each.upper() for each in known}:
        return
    yield Finding(
        _("không có ký hiệu tên loại “{code}”").format(code=code),
        number.component.where,
        expected=nearest(code, known),
        actual=code,
        hint=_(_OLD[code]) if code in _OLD and is_party(subject) else None,
        path="number_format.template",
    )
