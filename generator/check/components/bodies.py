"""Which code a body bears in its documents, where its name settles it. It judges nothing."""

from __future__ import annotations

import re

from generator.profile.profile import Profile

# The most special first: the army's committee is a ĐẢNG ỦY, too.
_CODES = (
    ("congress", r"ĐẠI HỘI\b"),
    ("central_committee", r"BAN CHẤP HÀNH TRUNG ƯƠNG"),
    ("central_military_commission", r"QUÂN ỦY TRUNG ƯƠNG"),
    ("province_committee", r"TỈNH ỦY\b"),
    ("city_committee", r"THÀNH ỦY\b"),
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
_ADVISORY = (
    ("inspection_committee", r"ỦY BAN KIỂM TRA\b"),
    ("propaganda_mass_mobilisation", r"BAN TUYÊN GIÁO VÀ DÂN VẬN\b"),
    ("party_building", r"BAN XÂY DỰNG ĐẢNG\b"),
    ("organisation", r"BAN TỔ CHỨC\b"),
    ("internal_affairs", r"BAN NỘI CHÍNH\b"),
    ("office", r"VĂN PHÒNG\b"),
)
_SUFFIXES = (
    ("central", r"BAN CHẤP HÀNH TRUNG ƯƠNG"),
    ("province", r"(?:TỈNH|THÀNH) ỦY\b"),
    ("district", r"HUYỆN ỦY\b"),
    ("commune", r"ĐẢNG ỦY\b"),
)


def code_of(profile: Profile, issuer: str, parent: str) -> tuple[str, str] | None:
    """The code of the body and the path that says so; names in capitals, with the tone on the first vowel.

    Organs of a congress are known by the line above, advisory bodies of the Party by both.
    """
    name = parent if parent.startswith("ĐẠI HỘI") else issuer
    path = _path(profile, "body_codes", _CODES, name)
    if path:
        return profile.text(path), path
    body = _path(profile, "body_codes", _ADVISORY, issuer)
    level = _path(profile, "body_code_suffixes", _SUFFIXES, parent)
    return (profile.text(body) + profile.text(level), body) if body and level else None


def _path(profile: Profile, section: str, table: tuple[tuple[str, str], ...], name: str) -> str | None:
    key = next((key for key, pattern in table if re.match(pattern, name)), "")
    path = f"{section}.{key}"
    return path if key and profile.has(path) and profile.text(path) else None
