"""The additional components: urgency, circulation, drafter's code, how to reach the issuer, room for a secrecy stamp.

Which words and places they have is the Profile's; no secrecy stamp is ever printed: its design is the secrecy law's.
"""

from __future__ import annotations

import re

from generator.measures import Length
from generator.model.marks import Urgency
from generator.model.organization import Contact
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.render.boxes import Box, FootLine
from generator.render.request import Request
from generator.typeface import text_width
from generator.vietnamese.unicode import upper

_URGENCIES = (Urgency.URGENT, Urgency.VERY_URGENT, Urgency.FLASH)
"""In the order of the regimes' `urgency.labels`."""
_WIDTHS = {Urgency.URGENT: "khan", Urgency.VERY_URGENT: "thuong_khan", Urgency.FLASH: "hoa_toc"}
_PADDING = Length.from_mm(4)
"""Left and right of the words of a frame whose size no regime gives, together."""
_HEIGHT = 1.6
"""Of such a frame, in font sizes."""
_JOINT = re.compile(r"([;,] )")
_FIELD = re.compile(r"\{(\w+)\}")
_BLACK = "000000"

NO_LINE: FootLine = {"lines": [], "style": "", "from_edge": 0, "at_bottom": False, "ruled": False}


def no_box() -> Box:
    return _box("", Part.URGENCY, framed=False, colour=_BLACK, alignment="center", profile=None)


def urgency(request: Request, profile: Profile) -> Box:
    """`KHẨN` in its frame: of the size that NĐ30 gives (PL.I, I.III.2b), else as large as the words need."""
    wanted = request.document.marks.urgency
    if wanted is None:
        return no_box()
    label = profile.texts("urgency.labels")[_URGENCIES.index(wanted)]
    box = _box(
        label,
        Part.URGENCY,
        framed=profile.flag("urgency.framed"),
        colour=profile.text("urgency.colour"),
        alignment=profile.text("urgency.alignment"),
        profile=profile,
    )
    if profile.has("urgency.height"):
        box["height"] = profile.length("urgency.height").twips
        box["width"] = profile.length(f"urgency.width_{_WIDTHS[wanted]}").twips
    return box


def circulation(request: Request, profile: Profile) -> Box:
    """`LƯU HÀNH NỘI BỘ` at the top right of page 1; framed on the State side (NĐ30 PL.I, I.III.2c)."""
    words = request.document.marks.circulation
    return _box(
        upper(words),
        Part.CIRCULATION,
        framed=profile.has("circulation.framed") and profile.flag("circulation.framed"),
        colour=_BLACK,
        alignment="right",
        profile=profile,
    )


def _box(label: str, part: Part, *, framed: bool, colour: str, alignment: str, profile: Profile | None) -> Box:
    width = height = 0
    if label and framed and profile is not None:
        size = profile.length(f"{part}.size")
        width = Length(text_width(label, size, bold=profile.flag(f"{part}.bold")) + _PADDING).twips
        height = Length(round(size * _HEIGHT)).twips
    return {
        "lines": [label] if label else [],
        "style": part.style_id,
        "rest_style": part.style_id,
        "width": width,
        "height": height,
        "framed": framed,
        "colour": colour,
        "alignment": alignment,
    }


def secrecy_room(request: Request, profile: Profile) -> int:
    """Twips for a stamp that is put on by hand, 0 where none is wanted."""
    if request.document.marks.secrecy is None or not profile.has("secrecy.room"):
        return 0
    return profile.length("secrecy.room").twips


def drafter_code(request: Request, profile: Profile) -> str:
    """`NguyenVanAn-26`, `PL.(300)`."""
    code = request.document.marks.drafter_code
    if code is None:
        return ""
    drafter = upper(code.drafter) if profile.text("drafter_code.case") == "upper" else code.drafter
    return profile.text("drafter_code.template").format(drafter=drafter, copies=code.copies)


def foot_notice(request: Request, profile: Profile) -> FootLine:
    """`Không phổ biến …`: HD05 at the foot of the last page, HD36 under the signature."""
    if not request.document.marks.not_for_media or not profile.has("circulation_foot.text"):
        return NO_LINE
    at_foot = profile.text("circulation_foot.position") == "last_page_foot"
    return NO_LINE | {
        "lines": [profile.text("circulation_foot.text")],
        "style": Part.CIRCULATION_FOOT.style_id,
        "from_edge": profile.length("circulation_foot.distance").twips if at_foot else 0,
    }


def contact(request: Request, profile: Profile) -> FootLine:
    """How the issuer is reached, where the regime wants it at the foot of the last page (HD05 II.II)."""
    place = contact_place(profile)
    return place | {"lines": _contact_lines(request, profile)} if place["style"] else place


def contact_place(profile: Profile) -> FootLine:
    """Where and how the lines stand, without them."""
    if profile.text("contact.position") != "last_page_foot":
        return NO_LINE
    return NO_LINE | {"style": Part.CONTACT.style_id, "at_bottom": True, "ruled": True}


def contact_lines(request: Request, profile: Profile) -> list[str]:
    """The same, where it stands at the foot of page 1 (NĐ30 PL.I, I.III.4)."""
    return _contact_lines(request, profile) if profile.text("contact.position") == "first_page_foot" else []


def _contact_lines(request: Request, profile: Profile) -> list[str]:
    known = request.issuer.contact
    if not request.document.marks.contact or known is None:
        return []
    lines = (_filled(line, known) for line in profile.text("contact.template").splitlines())
    return [line for line in lines if line]


def _filled(template: str, known: Contact) -> str:
    """The line without the pieces whose field is not known; a piece that is left out takes its mark with it."""
    values = known.model_dump()
    kept = ""
    for joint, piece in zip(*_pieces(template), strict=True):
        fields = _FIELD.findall(piece)
        if all(values.get(field) for field in fields):
            kept += (joint if kept else "") + piece.format(**values)
    return kept


def _pieces(template: str) -> tuple[list[str], list[str]]:
    """(the mark in front of each, the pieces between marks)."""
    parts = _JOINT.split(template)
    return ["", *parts[1::2]], parts[::2]
