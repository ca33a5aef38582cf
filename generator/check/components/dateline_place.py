"""The name of the place, as far as a closed rule settles it. Whether it is the right place needs a gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import is_party
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_SHORT = re.compile(r"(?P<short>TP|TX|TT|ĐK|Q|P|H|X)(?:\.|\b)\s*(?=\S)")
_PERSON = "Hồ Chí Minh"
_UNIT = re.compile(r"(?:Thành phố|Tỉnh|Phường|Xã|Đặc khu|Quận|Huyện|Thị xã|Thị trấn)\b", re.IGNORECASE)
_ONE_SYLLABLE = "một âm tiết"


@rule(
    "components/dateline-place",
    title=mark("địa danh"),
    enforces=["date_format.place_prefix_cases", "date_format.place_prefix_abbreviations"],
    severity=Severity.WARNING,
)
def dateline_place(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the kind of unit is shortened only as the regulation allows, and stands before a name that
    needs it: Hồ Chí Minh, and in Party documents a name of one syllable. Other names of persons are not known here.

    Why: a name that is also a person's, or a single syllable, is not known as a place by itself.
    Example: “TP.HCM, ngày …”, “Huế, ngày …” in a Party document.
    What to do: write “Thành phố Hồ Chí Minh”, “Thành phố Huế”.
    """
    dateline = subject.recognised.dateline
    if dateline is None or not dateline.place.strip():
        return
    place, where = dateline.place.strip(), dateline.component.where
    short = _SHORT.match(place)
    allowed = {each.rstrip(".") for each in subject.profile.texts("date_format.place_prefix_abbreviations")}
    if short and short["short"] not in allowed:
        path = "date_format.place_prefix_abbreviations"
        expected = _("tên đơn vị hành chính viết đủ")
        yield Finding(_("địa danh viết tắt"), where, expected=expected, actual=place, path=path)
        return
    path = "date_format.place_prefix_cases"
    needs = _ONE_SYLLABLE in subject.profile.texts(path) and len(place.split()) == 1 and is_party(subject)
    if not short and not _UNIT.match(place) and (needs or place == _PERSON):
        expected = f"Thành phố {_PERSON}" if place == _PERSON else _("Thành phố …, Phường …, Xã …")
        yield Finding(
            _("trước địa danh này phải ghi cấp hành chính"), where, expected=expected, actual=place, path=path
        )
