"""Free fonts in the place of the regulation's. Other fonts are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.fonts import is_look_alike, letters_of
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_PATH = "page.font"


@rule("page/look-alike-font", title=mark("phông chữ thay thế"), enforces=(_PATH,), severity=Severity.WARNING)
def look_alike_font(subject: Subject) -> Iterator[Finding]:
    """What it checks: letters in a free font of the same widths as the one that the regulation names.

    Why: such fonts print nearly the same, and lines break at the same places; but the name is another one, and on
    a computer without the font Word takes any.
    Example: Tinos or Liberation Serif, after LibreOffice has saved the document.
    What to do: mark the whole text and choose the font that the finding names.
    """
    constraint = subject.profile.constraint(_PATH)
    yield from once(
        Finding(
            _("phông chữ thay thế, không phải phông theo quy định"),
            used.where,
            expected=accepted_text(constraint),
            actual=used.font,
            path=_PATH,
        )
        for used in letters_of(subject)
        if is_look_alike(used.font, constraint)
    )
