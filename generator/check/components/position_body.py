"""That the position stands without its body. How it looks is other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.authority import form_of, signing
from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part

_WITH_BODY = re.compile(
    r"(?:PHÓ )?(?:BÍ THƯ|CHỦ NHIỆM|CHỦ TỊCH|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)\s+"
    r"(?:TỈNH|THÀNH|QUẬN|HUYỆN|THỊ|ĐẢNG|CHI|ỦY BAN|ĐẢNG BỘ|BAN|HỘI ĐỒNG|TRUNG ƯƠNG)\b"
)


@rule("components/position-body", title=mark("tên cơ quan sau chức vụ"), enforces=["position.with_body_name"])
def position_body(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the position of a Party signer stands alone, without the name of the body.

    Why: the body is named at the top; only joint documents and bodies without a seal of their own (kiêm) name it again.
    Example: “PHÓ BÍ THƯ QUẬN UỶ”.
    What to do: write PHÓ BÍ THƯ.
    """
    signatures = list(signing(subject))
    is_joint = len([each for each in signatures if each.confirmation is None]) > 1 or len(_names(subject)) > 1
    for signature in signatures:
        bare = [each for each in signature.authority if form_of(each) is None]
        if is_joint or signature.concurrent is not None:
            continue
        for component in (*bare, *signature.position):
            if _WITH_BODY.match(folded(component.text).upper()):
                yield Finding(
                    _("chức vụ kèm tên cơ quan"), component.where, actual=component.text, path="position.with_body_name"
                )


def _names(subject: Subject) -> list[str]:
    issuer = subject.recognised.first(Part.ISSUER)
    text = issuer.text if issuer else ""
    return re.split(r" - (?=BAN |ỦY BAN|UỶ BAN|CÔNG AN|HỘI )", text)
