"""The end of a copy: the stamp of HD05, or the block of HD36 and NĐ30, with the numbers of who copies.

What is copied is the document itself; nothing of it is changed here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypedDict

from generator.measures import Length
from generator.model.copies import Copy, CopyForm
from generator.model.organization import Organization, Signer
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.render.boxes import Box
from generator.render.frame import Recipients, recipient_lines, recipients_label
from generator.render.letterhead import NO_RULE, Rule, letterhead
from generator.render.marks import no_box
from generator.render.request import Request
from generator.render.signing import NOBODY, Signature, signature
from generator.templates.pages import text_width
from generator.typeface import wrap
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.dates import dateline as date_after_place
from generator.vietnamese.numerals import padded
from generator.vietnamese.unicode import upper

_FORMS = (CopyForm.TRUE_COPY, CopyForm.COPY_OF_COPY, CopyForm.EXTRACT)
"""In the order of the regimes' `copy_form.labels`."""
_CODES = (CopyForm.TRUE_COPY, CopyForm.EXTRACT, CopyForm.COPY_OF_COPY)
"""In the order of `copy_number.codes`, where each form has its own."""
_SIDES, _LINE = Length.from_mm(5), 1.15
"""What frame and margins take of a stamp's width, and the height of a line in font sizes."""
_BLANK, _HELD = re.compile(" {2,}"), "\u00a0"
"""Room to write in by hand must not be torn by the end of a line."""
_WEIGHT = 6
"""Eighths of a point, where the regime does not say how heavy the line is."""


class CopyBlock(TypedDict):
    """`form` is empty where the document is no copy."""

    form: str
    """`SAO Y`, as the regime writes it."""
    stamp: Box
    """HD05's; without lines where the regime has a block."""
    rule: Rule
    """Between the original and the block, over the whole width."""
    issuer_lines: list[str]
    issuer_rule: Rule
    """Under them (State)."""
    number: str
    dateline: str
    recipients: Recipients
    signature: Signature


NO_COPY: CopyBlock = {
    "form": "",
    "stamp": no_box(),
    "rule": NO_RULE,
    "issuer_lines": [],
    "issuer_rule": NO_RULE,
    "number": "",
    "dateline": "",
    "recipients": {"label": "", "lines": []},
    "signature": NOBODY,
}


def copy_block(request: Request, profile: Profile) -> CopyBlock:
    """What a copy ends with; empty where the document is made as an original."""
    copy, copier = request.copy, request.copier or request.issuer
    if copy is None:
        return NO_COPY
    form = profile.texts("copy_form.labels")[_FORMS.index(copy.form)]
    number = _number(copy, copier, profile)
    day = date_after_place(copier.place, copy.copied_on or PartialDate())
    head = letterhead(copier, "", profile)
    return {
        "form": upper(form) if profile.text("copy_form.case") == "upper" else form,
        "stamp": _stamp(form, number, day, copy, copier, profile),
        "rule": {"length": text_width(profile), "weight": _weight(profile), "gap": 0},
        "issuer_lines": head["name_lines"],
        "issuer_rule": head["issuer_rule"],
        "number": number,
        "dateline": day,
        "recipients": {
            **recipients_label(profile),
            **recipient_lines(copy.recipients, copier.archive, request.house.recipient_separator, profile),
        },
        "signature": signature(_signer(copy, copier), profile),
    }


def _number(copy: Copy, copier: Organization, profile: Profile) -> str:
    """`Số 24-BS/UBKTTU`, `Số: 05/SY-UBND`."""
    return f"{profile.text('copy_number.template').partition(' ')[0]} {copy_code(copy, copier, profile)}"


def copy_code(copy: Copy, copier: Organization, profile: Profile) -> str:
    """`24-BS/UBKTTU`, `05/SY-UBND`; blank where the number is not yet given."""
    codes = profile.texts("copy_number.codes")
    template = profile.text("copy_number.template").partition(" ")[2]
    return template.format(
        number=padded(copy.number) if copy.number is not None else profile.text("number_format.blank"),
        type=codes[_CODES.index(copy.form)] if len(codes) > 1 else codes[0],
        body=copier.symbol,
    )


def _stamp(form: str, number: str, day: str, copy: Copy, copier: Organization, profile: Profile) -> Box:
    """HD05's stamp of 80 x 50 mm with its five rows filled in (HD05 II.III, PL3)."""
    if not profile.has("copy_stamp.text"):
        return no_box()
    values = (
        " ".join(copier.header.name),
        number,
        form,
        day,
        "; ".join(recipient.text for recipient in copy.recipients),
    )
    rows = [f"{label}: {value}" for label, value in zip(profile.texts("copy_stamp.rows"), values, strict=True)]
    rows = [_BLANK.sub(lambda blank: _HELD * len(blank[0]), row) for row in rows]
    return {
        "lines": [profile.text("copy_stamp.text"), *rows],
        "style": Part.COPY_STAMP.style_id,
        "rest_style": Part.COPY_FORM.style_id,
        "width": profile.length("copy_stamp.width").twips,
        "height": max(profile.length("copy_stamp.height").twips, _height(rows, profile)),
        "framed": profile.flag("copy_stamp.framed"),
        "colour": profile.text("copy_stamp.colour"),
        "alignment": "left",
    }


def _height(rows: Sequence[str], profile: Profile) -> int:
    """Twips that title and rows need: a stamp that is too small for its words grows rather than loses them."""
    size = profile.length("copy_form.size")
    room = Length(profile.length("copy_stamp.width") - _SIDES)
    lines = sum(len(wrap(row, size, room)) for row in rows)
    return round((lines * size.pt + profile.length("copy_stamp.size").pt) * _LINE * 20)


def _weight(profile: Profile) -> int:
    return round(profile.length("copy_rule.weight").pt * 8) if profile.has("copy_rule.weight") else _WEIGHT


def _signer(copy: Copy, copier: Organization) -> Signer:
    found = next((signer for signer in copier.signers if signer.id == copy.signer), None)
    return found or (copier.signers[0] if copier.signers else Signer(id="none"))
