"""Where a text speaks of the area of a level as its own: `trên địa bàn quận`, `của tỉnh`, `Nhân dân huyện`.

It does not know who issues the text: each phrase carries the level that may say so. Phrases are taken narrowly: what a
lower body rightly says of a higher one (cites, is led by, its congress) is none. Bodies: `superior_bodies`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.vietnamese.levels import AREA, NAME, Rank, area_of, rank_of


class Sort(StrEnum):
    AREA = "area"
    """An area or its people as one's own."""
    BODY = "body"
    """A body that acts, or is told what to do."""
    PEERS = "peers"
    """All bodies of a level told what to do: above them alone can it be said."""


@dataclass(frozen=True, slots=True)
class Phrase:
    sort: Sort
    words: str
    rank: Rank
    area: str
    """The area that the words name or mean; empty for cells."""
    is_party: bool = False
    """A body of the Party."""
    is_committee: bool = False
    """Words of a committee or authority alone, not of one of its departments."""
    start: int = 0


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_CITED = re.compile(r"(?<!\w)số\s+\d+\s*[/-][^;]*?(?=;|\.\s|\.?$)", re.IGNORECASE)
"""From a number and symbol to the end of the sentence: the title of what is cited."""
_LEVELS = rf"(?:trung ương|cơ sở|địa phương|đất nước|quốc gia|{AREA})"
_BESIDE_BEFORE = re.compile(rf"{_LEVELS}{NAME}?\s*(?:,|và|hoặc|hay|/)\s*(?:của\s+)?$", re.IGNORECASE)
_BESIDE_BEHIND = re.compile(
    rf"\s*(?:,|và|hoặc|hay|/|đến)\s*(?:của\s+|các\s+|ngoài\s+|trong\s+)?{_LEVELS}", re.IGNORECASE
)
"""Several levels named one after another mean the whole system."""
_OWN_AREAS = (
    re.compile(rf"địa\s+bàn\s+(?:toàn\s+|của\s+)?(?P<area>{AREA})(?:{NAME})?", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:toàn|khắp|trong)\s+(?P<area>{AREA})(?!\s+(?:và|,)\s+ngoài)", re.IGNORECASE),
    re.compile(rf"(?P<area>{AREA})\s+(?:ta|nhà)(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w)Nhân\s+dân\s+(?P<area>{AREA})(?!{NAME})", re.IGNORECASE),
    re.compile(rf"(?<!\w)của\s+(?:toàn\s+)?(?P<area>{AREA})(?!{NAME})", re.IGNORECASE),
    re.compile(rf"(?<!\w)Đảng\s+bộ\s+(?P<area>{AREA})(?!{NAME})", re.IGNORECASE),
)
# What a higher level sets and a lower one follows, or what is told of the higher one: its plan, its history.
_SET_ABOVE = re.compile(
    r"(?<!\w)(?:theo|chỉ đạo|lãnh đạo|hướng dẫn|định hướng|kế hoạch|nghị quyết|chỉ thị|quy định|quyết định|"
    r"chương trình|đề án|chủ trương|kết luận|văn bản|thông báo|yêu cầu|ý kiến|đề cương|tài liệu|phân công|phân cấp|"
    r"đại hội|ban chấp hành|văn kiện|báo cáo chính trị|lịch sử|truyền thống|nhiệm kỳ|chung|hội nghị|lãnh đạo|"
    r"báo cáo viên|phát động|tổ chức|với|gửi|về|từ|góp phần[^,;]*|đóng góp[^,;]*)"
    r"(?:\s+[^\s,;.:()]+){0,6}\s*$",
    re.IGNORECASE,
)

_NEAR = 120
"""Letters before and behind that can change what a phrase means."""


def areas(text: str) -> Iterator[Phrase]:
    """A higher level's area as one's own. Quotations and the titles of cited documents are left alone."""
    silent = [match.span() for pattern in (_QUOTED, _CITED) for match in pattern.finditer(text)]
    for pattern in _OWN_AREAS:
        for match in pattern.finditer(text):
            before, behind = text[max(match.start() - _NEAR, 0) : match.start()], text[match.end("area") :][:_NEAR]
            beside = _BESIDE_BEFORE.search(before) or _BESIDE_BEHIND.match(behind)
            if beside or any(start <= match.start() < stop for start, stop in silent):
                continue
            if match[0][:3].casefold() in ("của", "đản") and _SET_ABOVE.search(before):
                continue
            area = match["area"]
            yield Phrase(Sort.AREA, match[0], rank_of(area), area_of(area), start=match.start())
