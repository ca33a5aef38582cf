"""That the code of the kind is that of the title, and there or not in an official letter. It knows no bodies."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import codes_of, is_dispatch, is_party, kind_named, type_codes
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part

_DISPATCH = "CV"


@rule(
    "components/number-code-of-kind",
    title=mark("ký hiệu và tên loại"),
    enforces=["type_codes.*", "number_format.dispatch_template"],
)
def number_code_of_kind(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the code in the number is the code of the title; that an official letter of the Party has
    CV, and one of the State has no code of a kind.

    Why: the code stands for the title; a document copied from another kind often keeps the old code.
    Example: “Số 05-KH/ĐU” above “BÁO CÁO”; “Số: 05/CV-UBND”.
    What to do: write the code of the kind that the document is.
    """
    number, title = subject.recognised.number, subject.recognised.first(Part.KIND_TITLE)
    if number is None or not codes_of(number):
        return
    code = number.type_code or codes_of(number)[0]
    wrong = None
    if is_dispatch(subject):
        if is_party(subject):
            wrong = "dispatch" if code != subject.profile.text("type_codes.dispatch") else None
        elif codes_of(number)[0].upper() == _DISPATCH:
            message, path = _("ký hiệu của công văn không có “CV”"), "number_format.dispatch_template"
            yield Finding(message, number.component.where, actual=number.component.text, path=path)
    elif title is not None and (kinds := kind_named(subject, title.text)):
        codes = {subject.profile.text(f"type_codes.{kind}").upper() for kind in kinds if _has(subject, kind)}
        known = {each.upper() for each in type_codes(subject)}
        wrong = kinds[0] if code.upper() in known and codes and code.upper() not in codes else None
    if wrong:
        yield Finding(
            _("ký hiệu không phải của tên loại này"),
            number.component.where,
            expected=subject.profile.text(f"type_codes.{wrong}"),
            actual=code,
            path=f"type_codes.{wrong}",
        )


def _has(subject: Subject, kind: str) -> bool:
    return subject.profile.has(f"type_codes.{kind}")
