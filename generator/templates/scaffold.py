"""The packaged templates as code: a base a side, and a file a kind that changes a block of it.

`vanthu template build` writes them to templates_docx/; they are committed, and editable in Word like any other.
"""

from __future__ import annotations

from pathlib import Path

from generator.measures import Length
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime
from generator.templates.pages import LETTERHEAD, letterhead_widths
from generator.templates.sheet import Sheet

REGIMES = {"party": "party-hd05", "state": "state-nd30"}
"""Whose look the files bear when they are opened in Word; compiled, they take any regime's of their side."""

ISSUING_SENTENCES = {
    "plan": "{{ issuer.body }} xây dựng kế hoạch {{ subject }}, như sau:",
    "guidance": "{{ issuer.body }} hướng dẫn {{ subject }}, như sau:",
    "slogans": "{{ issuer.body }} thông báo {{ subject }}, như sau:",
    "report": "{{ issuer.body }} báo cáo {{ subject }} ({{ period }}), như sau:",
}
"""How the opening of each kind ends."""
SIGNATURE_GAP = Length.from_pt(9)
"""Between the last words and the signature; no regime says how much."""


def build(folder: Path) -> list[Path]:
    """Write every packaged template; the files written, in order. Writes: below `folder`."""
    written = []
    for name, sheet in sheets():
        file = folder / f"{name}.docx"
        sheet.save(file)
        written.append(file)
    return written


def sheets() -> list[tuple[str, Sheet]]:
    """(name, drawn template) of all that are packaged."""
    found = []
    for side, regime in REGIMES.items():
        profile = load_regime(regime)
        found.append((f"{side}/base", _base(side, profile)))
        found += [(f"{side}/{kind}", _kind(side, kind, profile)) for kind in ISSUING_SENTENCES]
    return found


def _base(side: str, profile: Profile) -> Sheet:
    sheet = Sheet(profile)
    sheet.page_numbers()
    with sheet.block("letterhead"):
        (_party_letterhead if side == "party" else _state_letterhead)(sheet, profile)
    with sheet.block("title"):
        sheet.text(Part.KIND_TITLE, "{{ kind_title }}")
        sheet.value(f"subject_line | narrowed('{Part.SUBJECT.style_id}', subject_indent)")
        if side == "party":
            sheet.text(Part.SUBJECT_END, "{{ subject_end }}")
        else:
            sheet.value("subject_rule | rule")
    with sheet.block("addressee"):
        pass
    with sheet.block("opening"):
        pass
    with sheet.block("body"):
        sheet.value("outline | typeset")
    with sheet.block("closing"):
        _closing(sheet, profile)
    with sheet.block("annex"):
        _annexes(sheet)
    return sheet


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
    sheet.text(Part.NUMBER, "{{ number }}")
    with sheet.when("draft"):
        sheet.text(Part.DRAFT, "{{ draft }}")


def _closing(sheet: Sheet, profile: Profile) -> None:
    left, right = profile.length("signature.left_width"), profile.length("signature.right_width")

    def recipients() -> None:
        sheet.text(Part.RECIPIENTS_LABEL, "{{ recipients.label }}")
        with sheet.each("line in recipients.lines"):
            sheet.text(Part.RECIPIENTS, "{{ line }}")

    def signature() -> None:
        with sheet.each("line in signature.authority"):
            sheet.text(Part.AUTHORITY, "{{ line }}")
        with sheet.when("signature.position"):
            sheet.text(Part.POSITION, "{{ signature.position }}")
        sheet.text(Part.SIGNER_NAME, "{{ signature.name }}")

    sheet.row(None, (left, recipients), (right, signature), space_above=SIGNATURE_GAP)
    sheet.end()


def _annexes(sheet: Sheet) -> None:
    """Each annex begins a section; what stands before it ends as main text or as an annex, upright or turned."""
    with sheet.each("annex in annexes"):
        sheet.tag("if loop.first")
        sheet.section_break(landscape=False, restart=False)
        sheet.tag("elif loop.previtem.landscape")
        sheet.section_break(landscape=True, restart=True)
        sheet.tag("else")
        sheet.section_break(landscape=False, restart=True)
        sheet.tag("endif")
        sheet.text(Part.ANNEX_LABEL, "{{ annex.label }}")
        sheet.text(Part.ANNEX_TITLE, "{{ annex.title }}")
        sheet.text(Part.ANNEX_REFERENCE, "{{ annex.reference }}")
        with sheet.when("annex.end"):
            sheet.text(Part.ANNEX_END, "{{ annex.end }}")
        sheet.value("annex.outline | typeset")


def _kind(side: str, kind: str, profile: Profile) -> Sheet:
    sheet = Sheet(profile)
    sheet.tag(f'extends "{side}/base"')
    with sheet.block("opening"):
        _opening(sheet, kind)
    return sheet


def _opening(sheet: Sheet, kind: str) -> None:
    """Bases that have lines of their own come right under the subject; then the aim, and bases that run on."""
    with sheet.each("line in bases.lines"):
        sheet.text(Part.BASES, "{{ line }}")
    if kind == "plan":
        with sheet.when("aim"):
            sheet.text(Part.BODY, "{{r aim | formatted }}")
    with sheet.when("bases.sentence"):
        sheet.text(Part.BODY, "{{ bases.sentence }}")
    sheet.text(Part.BODY, ISSUING_SENTENCES[kind])
