"""The typefaces that a PDF is really set in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Location, Severity
from generator.messages import _, mark
from generator.paper.page import Font

_SAME = {"timesnewroman": ("timesnewroman", "tinos", "times")}
"""Typefaces that count as the one that is wanted: Tinos has its shapes and widths, and prints in its stead."""
_SYMBOLS = ("symbol", "wingdings", "webdings", "opensymbol", "zapfdingbats")


@rule(
    "layout/typeface",
    title=mark("kiểu chữ trong tệp PDF"),
    enforces=("page.font",),
    severity=Severity.WARNING,
    needs_pages=True,
)
def typeface(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the PDF carries its typefaces, and that the letters are in the wanted one.

    Why: without them another computer prints other letters; a missing typeface is replaced letter by letter.
    Example: letters with two marks in DejaVu Serif amid Times, because the computer had only Liberation Serif.
    What to do: install the typeface where the PDF is made, and make it again with typefaces embedded.
    """
    fonts = dict.fromkeys(font for page in subject.printed.pages for font in page.fonts)
    where = Location(subject.view.file)
    loose = [font.name for font in fonts if not font.is_embedded]
    if loose:
        yield Finding(_("tệp PDF không nhúng phông chữ"), where, actual=", ".join(loose), path="page.font")
    wanted = subject.profile.text("page.font")
    strange = [font.name for font in fonts if not _is(font, wanted)]
    if strange:
        message = _("tệp PDF có kiểu chữ khác")
        yield Finding(message, where, expected=wanted, actual=", ".join(strange), path="page.font")


def _is(font: Font, wanted: str) -> bool:
    plain, name = (re.sub(r"\W|_", "", text).casefold() for text in (wanted, font.name))
    return name.startswith((*_SAME.get(plain, (plain,)), *_SYMBOLS))
