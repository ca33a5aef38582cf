"""Which body stands above a Party body, as far as the names alone tell. Whether it is the right one they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part

_COMMITTEE = re.compile(r"(?:ĐẢNG|TỈNH|THÀNH|QUẬN|HUYỆN|THỊ|QUÂN) ỦY\b|CHI BỘ\b")
_ADVISORY = re.compile(
    r"(?:BAN (?:TỔ CHỨC|TUYÊN GIÁO|NỘI CHÍNH|DÂN VẬN|XÂY DỰNG ĐẢNG)|VĂN PHÒNG|ỦY BAN KIỂM TRA|BAN CHỈ ĐẠO"
    r"|TIỂU BAN|HỘI ĐỒNG)\b"
)
_JOINT = re.compile(r" - (?=BAN |ỦY BAN|CÔNG AN|HỘI )")
_PROVINCE = re.compile(r"(?:TỈNH|THÀNH) ỦY\b")


@rule(
    "components/parent-body",
    title=mark("tên cơ quan cấp trên"),
    enforces=[
        *("parent_forms.*committee", "parent_forms.cell", "parent_forms.advisory_body", "parent_forms.steering_body"),
        *("parent_forms.congress", "parent_forms.joint", "issuer_forms.*committee"),
    ],
)
def parent_body(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the line above a Party committee names the party organisation (ĐẢNG BỘ …) and that above an
    advisory body the committee (TỈNH UỶ …); that none stands above a province's committee, a congress or joint
    bodies; and that a committee, not its ĐẢNG BỘ, issues.

    Why: the guidance gives the pair of lines for each sort of body.
    Example: “TỈNH UỶ CÀ MAU” above “ĐẢNG UỶ XÃ TÂN THUẬN”.
    What to do: write the line as the finding says.
    """
    issuer, parent = subject.recognised.first(Part.ISSUER), subject.recognised.first(Part.PARENT_BODY)
    if subject.profile.side != "party" or issuer is None:
        return
    name = folded(issuer.text).upper()
    above = folded(parent.text).upper() if parent else ""
    if name.startswith("ĐẢNG BỘ"):
        message = _("cơ quan ban hành là cấp ủy, không phải đảng bộ")
        path = "issuer_forms.grassroots_committee"
        yield Finding(message, issuer.where, expected="ĐẢNG UỶ …", actual=issuer.text, path=path)
    if parent is None or above.startswith("ĐẠI HỘI"):
        return
    if name.startswith("ĐẠI HỘI") or _JOINT.search(name):
        path = "congress" if name.startswith("ĐẠI HỘI") else "joint"
        message, expected = _("trên tên đại hội, tên các cơ quan liên tịch không có dòng nào"), None
    elif _PROVINCE.match(name):
        path, message, expected = "province_committee", _("trên tên tỉnh ủy, thành ủy không có dòng nào"), None
    elif _COMMITTEE.match(name) and _COMMITTEE.match(above):
        path, message, expected = "grassroots_committee", _("trên tên cấp ủy là tên đảng bộ cấp trên"), "ĐẢNG BỘ …"
    elif _ADVISORY.match(name) and above.startswith("ĐẢNG BỘ"):
        path, message, expected = (
            "advisory_body",
            _("trên tên cơ quan tham mưu là tên cấp ủy, không phải đảng bộ"),
            None,
        )
    else:
        return
    yield Finding(message, parent.where, expected=expected, actual=parent.text, path=f"parent_forms.{path}")
