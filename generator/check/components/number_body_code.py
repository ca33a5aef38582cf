"""The code of the body in the number, where the name of the body settles it. Other bodies choose their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.pieces import DocumentNumber

# The most special first: the army's committee is a ĐẢNG ỦY, too. Organs of a congress are known by the line above.
_CODES = (
    ("congress", r"ĐẠI HỘI\b"),
    ("central_committee", r"BAN CHẤP HÀNH TRUNG ƯƠNG"),
    ("central_military_commission", r"QUÂN ỦY TRUNG ƯƠNG"),
    ("province_committee", r"(?:TỈNH|THÀNH) ỦY\b"),
    ("urban_district_committee", r"QUẬN ỦY\b"),
    ("district_committee", r"HUYỆN ỦY\b"),
    ("military_committee", r"ĐẢNG ỦY QUÂN SỰ\b"),
    ("police_committee", r"ĐẢNG ỦY CÔNG AN\b"),
    ("border_guard_committee", r"ĐẢNG ỦY BỘ ĐỘI BIÊN PHÒNG\b"),
    ("bloc_committee", r"ĐẢNG ỦY KHỐI\b"),
    ("party_committee", r"ĐẢNG ỦY\b"),
    ("cell", r"CHI BỘ\b"),
    ("people_committee", r"ỦY BAN NHÂN DÂN\b"),
    ("people_council", r"HỘI ĐỒNG NHÂN DÂN\b"),
)
_JOINT = " - "


@rule(
    "components/number-body-code",
    title=mark("ký hiệu cơ quan"),
    enforces=["body_codes.*", "number_format.joint_separator"],
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
    codes = _bodies(number)
    if number is None or issuer is None or not codes:
        return
    parent = subject.recognised.first(Part.PARENT_BODY)
    name = folded(issuer.text).upper()
    if parent and folded(parent.text).upper().startswith("ĐẠI HỘI"):
        name = folded(parent.text).upper()
    kind = next((kind for kind, pattern in _CODES if re.match(pattern, name)), "")
    path = f"body_codes.{kind}"
    if kind and subject.profile.has(path) and codes[0].upper() != subject.profile.text(path).upper():
        yield Finding(
            _("ký hiệu không phải của cơ quan ban hành"),
            number.component.where,
            expected=subject.profile.text(path),
            actual=codes[0],
            path=path,
        )
    elif (
        _JOINT in name
        and name.partition(_JOINT)[2].startswith(("BAN ", "ỦY BAN", "CÔNG AN", "HỘI "))
        and codes[1:] == ()
    ):
        message, path = _("văn bản liên tịch thiếu ký hiệu của cơ quan thứ hai"), "number_format.joint_separator"
        yield Finding(message, number.component.where, actual=number.component.text, path=path)


def _bodies(number: DocumentNumber | None) -> tuple[str, ...]:
    if number is None:
        return ()
    return number.body_codes or (number.codes[1:] if number.type_code in number.codes[:1] else number.codes)
