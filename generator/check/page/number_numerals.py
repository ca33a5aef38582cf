"""Page numbers in other than Arabic digits, or with words and dashes around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_PATH = "page_number.numerals"
_DIGITS = frozenset(("decimal", "numberInDash"))
_SWITCH = re.compile(r"\\\*\s*(roman|alphabetic|ordinal|cardtext)", re.IGNORECASE)


@rule("page/number-numerals", title=mark("chữ số của số trang"), enforces=(_PATH,))
def number_numerals(subject: Subject) -> Iterator[Finding]:
    """What it checks: page numbers are Arabic digits, by the format of the section and by the field.

    Why: the regulation asks for Arabic digits.
    Example: annexes with pages i, ii, iii.
    What to do: Page Number → Format → “1, 2, 3, …”.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    constraint = subject.profile.constraint(_PATH)
    if not constraint.accepts("arabic"):
        return
    for number in subject.recognised.page_numbers:
        formats = {subject.view.sections[index].page_format for index in number.sections} - _DIGITS
        switch = _SWITCH.search(number.field.code)
        if formats or switch:
            yield Finding(
                _("số trang không phải chữ số Ả Rập"),
                number.paragraph.where,
                expected=accepted_text(constraint),
                actual=switch[1] if switch else ", ".join(sorted(formats)),
                path=_PATH,
            )
