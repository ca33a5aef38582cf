"""The head of page 1 in the packaged templates: its margins, the letterhead with all below the number, the title.

It draws the parts that all kinds of a side have in common; which block they stand in, `scaffold` says.
"""

from __future__ import annotations

from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.templates.pages import LETTERHEAD, letterhead_widths
from generator.templates.sheet import Sheet


def page_one(sheet: Sheet, profile: Profile) -> None:
    """What stands in the margins of page 1 alone: who may have it; how the issuer is reached (State)."""
    with sheet.page_one(foot=False):
        sheet.value("circulation | boxed")
    if profile.text("contact.position") == "first_page_foot":
        with sheet.page_one(foot=True), sheet.when("contact_lines"):
            with sheet.each("line in contact_lines"):
                sheet.text(Part.CONTACT, "{{ line }}")
            sheet.room("VtFooterRoom")


def letterhead(sheet: Sheet, profile: Profile) -> None:
    (_party_letterhead if profile.side == "party" else _state_letterhead)(sheet, profile)


def _party_letterhead(sheet: Sheet, profile: Profile) -> None:
    left, gap, right = letterhead_widths(profile)

    def issuer() -> None:
        _issuer(sheet)
        sheet.text(Part.STAR, "{{ letterhead.star }}")
        _number(sheet)

    def title() -> None:
        sheet.text(Part.PARTY_TITLE, "{{ letterhead.title }}")
        sheet.value("letterhead.title_rule | rule")
        sheet.text(Part.DATELINE, "{{ dateline }}")

    sheet.mark(sheet.row(None, (left, issuer), (gap, None), (right, title)), LETTERHEAD)


def _state_letterhead(sheet: Sheet, profile: Profile) -> None:
    left, _gap, right = letterhead_widths(profile)

    def issuer() -> None:
        _issuer(sheet)
        sheet.value("letterhead.issuer_rule | rule")

    def title() -> None:
        sheet.text(Part.NATIONAL_TITLE, "{{ letterhead.title }}")
        sheet.text(Part.MOTTO, "{{ letterhead.motto }}")
        sheet.value("letterhead.title_rule | rule")

    table = sheet.row(None, (left, issuer), (right, title))
    sheet.mark(table, LETTERHEAD)
    # A row of its own keeps number and day on one level, however many lines the names above take.
    sheet.row(table, (left, lambda: _number(sheet)), (right, lambda: sheet.text(Part.DATELINE, "{{ dateline }}")))


def _issuer(sheet: Sheet) -> None:
    with sheet.each("line in letterhead.parent_lines"):
        sheet.text(Part.PARENT_BODY, "{{ line }}")
    with sheet.each("line in letterhead.name_lines"):
        sheet.text(Part.ISSUER, "{{ line }}")


def _number(sheet: Sheet) -> None:
    """The number and what stands under it, in the order of HD36's diagram: boxes 3, 5b, 11b, 10a, 10b."""
    sheet.text(Part.NUMBER, "{{ number }}")
    with sheet.when("dispatch_subject"):
        sheet.text(Part.SUBJECT_DISPATCH, "{{ dispatch_subject }}")
    with sheet.when("draft"):
        sheet.text(Part.DRAFT, "{{ draft }}")
    sheet.value("secrecy_room | blank")
    with sheet.when("urgency.lines"):
        sheet.room("VtGap")
        sheet.value("urgency | boxed")


def title(sheet: Sheet, profile: Profile) -> None:
    """The kind's name, whose document it is (Party), the subject and the mark under it."""
    sheet.text(Part.KIND_TITLE, "{{ kind_title }}")
    if profile.has("author.size"):
        with sheet.when("author_line"):
            sheet.text(Part.AUTHOR, "{{ author_line }}")
    sheet.value(f"subject_line | narrowed('{Part.SUBJECT.style_id}', subject_indent)")
    if profile.has("subject_end.text"):
        sheet.text(Part.SUBJECT_END, "{{ subject_end }}")
    else:
        sheet.value("subject_rule | rule")
