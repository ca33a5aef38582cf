"""The packaged templates as code: a base a side, a file a kind that changes a block of it, and the book.

`vanthu template build` writes them to templates_docx/; they are committed, and editable in Word like any other.
"""

from __future__ import annotations

from pathlib import Path

from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime, regimes
from generator.templates.marks import OPTIONAL
from generator.templates.scaffold_book import NAME, book
from generator.templates.scaffold_closing import closing, copied
from generator.templates.scaffold_head import letterhead, page_one, title
from generator.templates.sheet import Sheet

REGIMES = {"party": "party-hd05", "state": "state-nd30"}
"""Whose look the files bear when they are opened in Word; compiled, they take any regime's of their side."""

ISSUING_SENTENCES = {
    "plan": "{{ issuer.body }} xây dựng kế hoạch {{ subject }}, như sau:",
    "guidance": "{{ issuer.body }} hướng dẫn {{ subject }}, như sau:",
    "slogans": "{{ issuer.body }} thông báo {{ subject }}, như sau:",
    "report": "{{ issuer.body }} báo cáo {{ subject }} ({{ period }}), như sau:",
}
"""How the opening of these kinds ends."""
KINDS = (*ISSUING_SENTENCES, "directive", "dispatch", "minutes")


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
        others = [other for other in map(load_regime, regimes()) if other.side == side and other.id != regime]
        found.append((f"{side}/base", _base(Sheet(profile, *others), profile)))
        found += [(f"{side}/{kind}", _kind(Sheet(profile, *others), side, kind)) for kind in KINDS]
        found.append((f"{side}/{NAME}", book(profile, *others)))
    return found


def _base(sheet: Sheet, profile: Profile) -> Sheet:
    sheet.page_numbers()
    page_one(sheet, profile)
    with sheet.block("letterhead"):
        letterhead(sheet, profile)
    with sheet.block("title"):
        title(sheet, profile)
    with sheet.block("addressee"):
        sheet.value("addressee | addressed")
    with sheet.block("opening"):
        pass
    with sheet.block("body"):
        sheet.value("outline | typeset")
    with sheet.block("closing"):
        closing(sheet, profile)
    with sheet.block("annex"):
        _annexes(sheet)
    with sheet.block("copy"):
        copied(sheet, profile)
    return sheet


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


def _kind(sheet: Sheet, side: str, kind: str) -> Sheet:
    sheet.tag(f'extends "{side}/base"')
    if kind == "dispatch":
        with sheet.block("title", OPTIONAL):
            pass  # its subject stands under its number
    with sheet.block("opening"):
        _opening(sheet, kind)
    return sheet


def _opening(sheet: Sheet, kind: str) -> None:
    """Bases that have lines of their own come right under the subject; then the aim, and bases that run on."""
    if kind == "minutes":
        return
    with sheet.each("line in bases.lines"):
        sheet.text(Part.BASES, "{{ line }}")
    if kind == "plan":
        with sheet.when("aim"):
            sheet.text(Part.BODY, "{{r aim | formatted }}")
    with sheet.when("bases.sentence"):
        sheet.text(Part.BODY, "{{ bases.sentence }}")
    if kind == "dispatch":
        with sheet.when("enclosed"):
            sheet.text(Part.BODY, "{{ issuer.body }} gửi kèm theo công văn này {{ enclosed }}.")
    if kind in ISSUING_SENTENCES:
        sheet.text(Part.BODY, ISSUING_SENTENCES[kind])
