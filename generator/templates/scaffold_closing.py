"""The end of a document in the packaged templates: recipients, signatures, the foot of the last page, the copy block.

It draws; which lines a signer has, and whether there is a copy at all, is the context's matter.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.measures import Length
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.templates.sheet import NO_SPACE, Sheet

_GAP = Length.from_pt(9)
"""Between the last words and the signature; no regime says how much."""


def closing(sheet: Sheet, profile: Profile) -> None:
    """Recipients left, signature right; where two sign side by side the recipients stand below them."""
    left, right = _columns(profile)
    with sheet.when("signature_pairs"):
        table = sheet.table(left, right)
        sheet.row_tag(table, "for pair in signature_pairs")
        # Two rows, for the names stand on one level whatever stands above them.
        for draw, above in ((_authority, _GAP), (_name, NO_SPACE)):
            sides = (left, draw(sheet, profile, "pair.left")), (right, draw(sheet, profile, "pair.right"))
            sheet.row(table, *sides, space_above=above)
        sheet.row_tag(table, "endfor")
        sheet.row(table, (left, _recipients(sheet)), (right, None), space_above=_GAP)
        sheet.tag("else")
        both = (left, _recipients(sheet)), (right, _signature(sheet, profile, "signature"))
        sheet.row(None, *both, space_above=_GAP)
    if profile.has("confirmation.text"):
        with sheet.when("confirmation.label"):
            sheet.text(Part.CONFIRMATION, "{{ confirmation.label }}")
            _signature(sheet, profile, "confirmation.signature")()
    if profile.has("circulation_foot.text"):
        sheet.value("foot_notice | placed")
    if profile.text("contact.position") == "last_page_foot":
        sheet.value("contact | placed")
    sheet.end()


def _columns(profile: Profile) -> tuple[Length, Length]:
    return profile.length("signature.left_width"), profile.length("signature.right_width")


def _recipients(sheet: Sheet) -> Callable[[], None]:
    def draw() -> None:
        sheet.text(Part.RECIPIENTS_LABEL, "{{ recipients.label }}")
        with sheet.each("line in recipients.lines"):
            sheet.text(Part.RECIPIENTS, "{{ line }}")
        with sheet.when("drafter_code"):
            sheet.text(Part.DRAFTER_CODE, "{{ drafter_code }}")

    return draw


def _signature(sheet: Sheet, profile: Profile, who: str, authority: Part = Part.AUTHORITY) -> Callable[[], None]:
    """The lines of one signer, `who` being the expression that has them."""

    def draw() -> None:
        _authority(sheet, profile, who, authority)()
        _name(sheet, profile, who)()

    return draw


def _authority(sheet: Sheet, profile: Profile, who: str, authority: Part = Part.AUTHORITY) -> Callable[[], None]:
    def draw() -> None:
        with sheet.each(f"line in {who}.authority"):
            sheet.text(authority, "{{ line }}")
        for name in ("position", "body"):
            with sheet.when(f"{who}.{name}"):
                sheet.text(Part.POSITION, f"{{{{ {who}.{name} }}}}")
        if profile.has("concurrent.text"):
            with sheet.when(f"{who}.concurrent"):
                sheet.text(Part.CONCURRENT, f"{{{{ {who}.concurrent }}}}")
                sheet.text(Part.AUTHORITY, f"{{{{ {who}.concurrent_position }}}}")

    return draw


def _name(sheet: Sheet, _profile: Profile, who: str) -> Callable[[], None]:
    def draw() -> None:
        with sheet.when(f"{who}.other_office"):
            # The room for the signature is the style's, above the first of the two lines.
            sheet.text(Part.SIGNER_NAME, f"{{{{ {who}.other_office }}}}")
            sheet.text(Part.SIGNER_NAME, f"{{{{ {who}.name }}}}", close=True)
            sheet.tag("else")
            sheet.text(Part.SIGNER_NAME, f"{{{{ {who}.name }}}}")

    return draw


def copied(sheet: Sheet, profile: Profile) -> None:
    """The end of a copy, under a line over the whole width: HD05's stamp, or the block of HD36 and of NĐ30."""
    left, right = _columns(profile)
    signature = _signature(sheet, profile, "copy.signature", Part.COPY_POSITION)
    with sheet.when("copy.form"):
        sheet.room("VtGap")
        sheet.value("copy.rule | rule")
        if profile.has("copy_stamp.text"):
            with sheet.when("copy.stamp.lines"):
                sheet.row(None, (left, lambda: sheet.value("copy.stamp | boxed")), (right, signature), space_above=_GAP)
                sheet.tag("else")
                _copy_block(sheet, profile, signature)
        else:
            _copy_block(sheet, profile, signature)
        sheet.end()


def _copy_block(sheet: Sheet, profile: Profile, signature: Callable[[], None]) -> None:
    """Boxes 14 | 16, 15 | 17, 20 | 18 of HD36's diagram; 2 | 1, 3 | 4, 7 | 5 of NĐ30's."""
    left, right = _columns(profile)

    def issuer() -> None:
        with sheet.each("line in copy.issuer_lines"):
            sheet.text(Part.COPY_ISSUER, "{{ line }}")
        if profile.has("issuer_rule.ratio"):
            sheet.value("copy.issuer_rule | rule")

    def recipients() -> None:
        with sheet.when("copy.recipients.lines"):
            sheet.text(Part.RECIPIENTS_LABEL, "{{ copy.recipients.label }}")
            with sheet.each("line in copy.recipients.lines"):
                sheet.text(Part.COPY_RECIPIENTS, "{{ line }}")

    def text(part: Part, words: str) -> Callable[[], None]:
        return lambda: sheet.text(part, words)

    table = sheet.row(None, (left, issuer), (right, text(Part.COPY_FORM, "{{ copy.form }}")), space_above=_GAP)
    number, day = text(Part.COPY_NUMBER, "{{ copy.number }}"), text(Part.COPY_DATELINE, "{{ copy.dateline }}")
    sheet.row(table, (left, number), (right, day))
    sheet.row(table, (left, recipients), (right, signature), space_above=_GAP)
