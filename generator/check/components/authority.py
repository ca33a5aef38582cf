"""The authority to sign taken apart: which form is meant, in whose stead, and by which side it is written.

It judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.subject import Subject
from generator.recognise.component import Component
from generator.recognise.pieces import Signature, SignatureRole

_TYPED = (
    ("authorised", re.compile(r"T\s*[./]?\s*U\s*[./]?\s*Q(?P<sign>\s*[./]*\s*)(?=\S)", re.IGNORECASE)),
    ("on_behalf", re.compile(r"T\s*[./]?\s*M(?P<sign>\s*[./]*\s*|\b)(?=\S)", re.IGNORECASE)),
    ("for_superior", re.compile(r"K\s*[./]?\s*T(?P<sign>\s*[./]*\s*|\b)(?=\S)", re.IGNORECASE)),
    ("by_order", re.compile(r"T\s*[./]?\s*L(?P<sign>\s*[./]*\s*|\b)(?=\S)", re.IGNORECASE)),
    ("acting", re.compile(r"Q(?P<sign>\s*[./]+\s*|\s+)(?=\S)", re.IGNORECASE)),
)
OTHER_SIDE = {"party": re.compile(r"(?:TM|KT|TL|TUQ)\. "), "state": re.compile(r"[TK]/[MTL] ")}
"""Forms that belong to the other regime, letter by letter."""
BODIES = (
    *("central_committee", "politburo", "secretariat", "province_committee", "city_committee"),
    *("central_party_committee", "standing_committee", "party_committee", "cell", "inspection_committee", "council"),
    *("congress_presidium", "congress_secretariat", "congress_credentials", "congress_counting"),
)
"""The bodies that are signed for, as the profile's `authority_cases` and `authority_titles` name them."""
COLLECTIVE = re.compile(
    r"(?:BAN (?:THƯỜNG VỤ|CHẤP HÀNH|BÍ THƯ)|ỦY BAN|HỘI ĐỒNG|(?:ĐẢNG|TỈNH|THÀNH|QUẬN|HUYỆN|THỊ) ỦY|CHI BỘ|TẬP THỂ"
    r"|BỘ CHÍNH TRỊ)\b"
)
HEAD = re.compile(
    r"(?:PHÓ )?(?:(?:TỔNG )?BÍ THƯ|CHỦ TỊCH|CHỦ NHIỆM|CHÁNH|(?:TỔNG )?GIÁM ĐỐC|HIỆU TRƯỞNG|THỦ TRƯỞNG|TRƯỞNG"
    r"|BỘ TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG)\b"
)
DEPUTY = re.compile(r"(?:PHÓ|THỨ TRƯỞNG)\b")


def form_of(component: Component) -> tuple[str, str] | None:
    """The form of authority that is meant, however it is written, and in whose stead; None of a bare position."""
    for form, pattern in _TYPED:
        match = pattern.match(component.text)
        if match and (match["sign"] or form == "authorised"):
            return form, component.text[match.end() :]
    return None


def signing(subject: Subject) -> Iterator[Signature]:
    """The signatures that bear authority: those of minutes do not."""
    for signature in subject.recognised.signatures:
        if signature.role not in (SignatureRole.WRITER, SignatureRole.CHAIR):
            yield signature
