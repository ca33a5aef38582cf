"""Which positions are shown under T/M. How they look is other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.authority import BODIES, form_of, signing
from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark

_WITH_BODY = re.compile(
    r"(?:PHÓ )?(?:BÍ THƯ|CHỦ NHIỆM|CHỦ TỊCH|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)\s+"
    r"(?:TỈNH|THÀNH|QUẬN|HUYỆN|THỊ|ĐẢNG|CHI|ỦY BAN|ĐẢNG BỘ|BAN|HỘI ĐỒNG|TRUNG ƯƠNG)\b"
)

_CASES = (*BODIES, "district_committee")
"""Those who sign for a body."""


@rule(
    "components/position-shown",
    title=mark("chức vụ khi ký thay mặt"),
    enforces=["position.shown_with_collective", *(f"authority_titles.{case}" for case in _CASES)],
)
def position_shown(subject: Subject) -> Iterator[Finding]:
    """What it checks: that below T/M only the positions stand which the guidance names: bí thư, chủ nhiệm, chủ tịch and
    their deputies (and those of a congress).

    Why: a member who signs for the body shows no position.
    Example: “T/M BAN THƯỜNG VỤ” above “UỶ VIÊN”.
    What to do: leave the position out.
    """
    allowed = {folded(each) for each in subject.profile.texts("position.shown_with_collective")}
    for case in _CASES:
        path = f"authority_titles.{case}"
        allowed |= {folded(each) for each in subject.profile.texts(path)} if subject.profile.has(path) else set()
    for signature in signing(subject):
        if not any((form_of(each) or ("",))[0] == "on_behalf" for each in signature.authority):
            continue
        for component in signature.position:
            name = folded(component.text).upper()
            if name not in allowed and not _WITH_BODY.match(name):
                yield Finding(
                    _("ký thay mặt không ghi chức vụ này"),
                    component.where,
                    actual=component.text,
                    path="position.shown_with_collective",
                )
