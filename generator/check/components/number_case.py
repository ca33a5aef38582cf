"""The letters of the codes, small or capital. Which code is right is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import codes_of, is_dispatch, is_party, type_codes
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark

_INTERNAL = "nb"
"""`5053-CV/VPTW/nb`: an official usage for letters that stay inside."""


@rule("components/number-case", title=mark("chữ hoa trong ký hiệu"), enforces=["number.case", "type_codes.*"])
def number_case(subject: Subject) -> Iterator[Finding]:
    """What it checks: that codes are in capitals, but for those that the regulation itself writes with small letters
    (CTr, TTr, QyĐ, TrS).

    Why: the list of codes is to be used as it stands.
    Example: “Số 05-Kh/ĐU”, “Số: 05/TTR-UBND”.
    What to do: write the code as in the list.
    """
    number = subject.recognised.number
    if number is None:
        return
    known = {code.upper(): code for code in type_codes(subject)}
    for index, code in enumerate(codes_of(number)):
        # A code of no kind is another rule's.
        if index == 0 and code.upper() not in known and not (is_dispatch(subject) and not is_party(subject)):
            continue
        expected = known.get(code.upper(), code.upper()) if index == 0 or code == number.type_code else code.upper()
        if code not in (expected, _INTERNAL):
            yield Finding(
                _("chữ hoa, chữ thường trong ký hiệu viết sai"),
                number.component.where,
                expected=expected,
                actual=code,
                path="number.case",
            )
