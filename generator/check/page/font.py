"""Letters in another font than the regulation's. Fonts of old encodings and look-alikes are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.fonts import is_legacy, is_look_alike, letters_of
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_PATH = "page.font"


@rule("page/font", title=mark("phông chữ"), enforces=(_PATH,))
def font(subject: Subject) -> Iterator[Finding]:
    """What it checks: the font in which every letter and digit is really printed, in the text, in headers, in
    footnotes and in automatic numbers.

    Why: one font for all documents, and one that has every letter of Vietnamese. Word keeps a font of its own for
    plain letters and for those with marks: half a word may look otherwise.
    Example: a paragraph pasted from a mail, in Calibri.
    What to do: mark the whole text (Ctrl+A) and choose the font that the finding names.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    constraint = subject.profile.constraint(_PATH)
    for used in letters_of(subject):
        if constraint.accepts(used.font) or is_legacy(used.font) or is_look_alike(used.font, constraint):
            continue
        yield Finding(
            _("phông chữ không đúng"),
            used.where,
            expected=accepted_text(constraint),
            actual=used.font,
            path=_PATH,
        )
