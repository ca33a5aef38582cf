"""Bodies of districts in documents from after their end. Which body does their work now it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.check.components.texts import folded, found, spot
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part
from generator.vietnamese.dates import PartialDate

_DISSOLVED = date(2025, 7, 1)
_BODY = re.compile(
    r"\b(?:(?:huyện|quận|thị) (?:ủy|uỷ)|(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|Công an"
    r"|Phòng [^.,;]{3,40}?) (?:huyện|quận|thị xã))\b(?! trưởng)",
    re.IGNORECASE,
)
_DISTRICT = re.compile(r"\b(?:HUYỆN|QUẬN|THỊ) (?:ỦY|UỶ)\b|\b(?:HUYỆN|QUẬN|THỊ XÃ) ")
# An old document is still cited with the name that its issuer had.
_CITED = re.compile(r"(?:\d{1,2}[/.-]\d{1,2}[/.-]|năm )(?P<year>20\d\d)[^;.]{0,40}$")
_CODED = re.compile(r"/(?:HU|QU|UBND)\b[^;.]{0,60}$")


@rule("components/district-bodies", title=mark("cơ quan cấp huyện đã kết thúc hoạt động"), severity=Severity.WARNING)
def district_bodies(subject: Subject) -> Iterator[Finding]:
    """What it checks: whether a document dated from 1 July 2025 on names a body of a district (huyện ủy, UBND quận …).
    Documents that such a body issues itself, and the citation of an older document, are let pass.

    Why: districts were dissolved with that day; a text copied from an older one still gives them work.
    Example: “Ủy ban nhân dân huyện chủ trì thực hiện” in a plan of 2026.
    What to do: name the body of the commune or the province that does the work now.
    """
    if not _is_after(subject.recognised.issued_on) or _is_of_district(subject):
        return
    for paragraph, match in found(subject, _BODY):
        before = paragraph.text[: match.start()]
        cited = _CITED.search(before)
        if _CODED.search(before) or (cited and int(cited["year"]) <= _DISSOLVED.year):
            continue
        yield Finding(
            _("cơ quan cấp huyện đã kết thúc hoạt động từ ngày 01/7/2025"),
            spot(paragraph, *match.span()),
            actual=match[0],
        )


def _is_after(when: date | PartialDate | None) -> bool:
    if isinstance(when, PartialDate):
        return when.year is not None and (when.year, when.month or 1) >= (_DISSOLVED.year, _DISSOLVED.month)
    return when is not None and when >= _DISSOLVED


def _is_of_district(subject: Subject) -> bool:
    names = subject.recognised.of(Part.ISSUER, Part.PARENT_BODY)
    return any(_DISTRICT.search(f"{folded(each.text).upper()} ") for each in names)
