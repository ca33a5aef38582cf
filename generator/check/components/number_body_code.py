"""The code of the body in the number, where the name of the body settles it. Other bodies choose their own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.bodies import code_of
from generator.check.components.texts import codes_of, folded, is_dispatch, is_party
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.pieces import DocumentNumber

_JOINT = " - "


@rule(
    "components/number-body-code",
    title=mark("ký hiệu cơ quan"),
    enforces=["body_codes.*", "body_code_suffixes.*", "number_format.joint_separator"],
    severity=Severity.WARNING,
)
def number_body_code(subject: Subject) -> Iterator[Finding]:
    """What it checks: the code of the body, where its name settles it: TU for a province's committee, ĐU, CB, ĐH,
    UBND …; and that a document of several bodies bears the code of each.

    Why: the code stands for the body at the top left; a document copied from another body often keeps the old one.
    Example: “Số 05-KH/TU” of “ĐẢNG UỶ PHƯỜNG BA ĐÌNH”.
    What to do: write the code of the body that issues.
    """
    number, issuer = subject.recognised.number, subject.recognised.first(Part.ISSUER)
    codes = _bodies(subject, number)
    if number is None or issuer is None or not codes:
        return
    parent = subject.recognised.first(Part.PARENT_BODY)
    name = folded(issuer.text).upper()
    settled = code_of(subject.profile, name, folded(parent.text).upper() if parent else "")
    if settled is not None and codes[0].upper() != settled[0].upper():
        yield Finding(
            _("ký hiệu không phải của cơ quan ban hành"),
            number.component.where,
            expected=settled[0],
            actual=codes[0],
            path=settled[1],
        )
    elif (
        _JOINT in name
        and name.partition(_JOINT)[2].startswith(("BAN ", "ỦY BAN", "CÔNG AN", "HỘI "))
        and codes[1:] == ()
    ):
        message, path = _("văn bản liên tịch thiếu ký hiệu của cơ quan thứ hai"), "number_format.joint_separator"
        yield Finding(message, number.component.where, actual=number.component.text, path=path)


def _bodies(subject: Subject, number: DocumentNumber | None) -> tuple[str, ...]:
    if number is None:
        return ()
    # An official letter of the State has no code of a kind; CV there is another rule's.
    has_kind = is_party(subject) or not is_dispatch(subject) or codes_of(number)[:1] == ("CV",)
    return codes_of(number)[1:] if has_kind else codes_of(number)
