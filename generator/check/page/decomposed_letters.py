"""Letters and their marks as several characters. Odd characters are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import everywhere
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.vietnamese.unicode import compose

_PATH = "page.encoding"


@rule("page/decomposed-letters", title=mark("chữ tổ hợp"), enforces=(_PATH,), severity=Severity.WARNING)
def decomposed_letters(subject: Subject) -> Iterator[Finding]:
    """What it checks: every letter with its marks is one character (Unicode “dựng sẵn”, NFC).

    Why: an “ế” of three characters looks the same, and no search for “ế” finds it; lists and other programs break.
    Example: text typed on a Mac, or copied out of a PDF.
    What to do: convert the text to composed Unicode (“Unicode dựng sẵn”), or type the words anew.
    """
    yield from once(
        Finding(
            _("chữ và dấu là những ký tự rời (Unicode tổ hợp)"),
            paragraph.where,
            expected=_("Unicode dựng sẵn"),
            path=_PATH,
        )
        for paragraph in everywhere(subject)
        if compose(paragraph.text) != paragraph.text
    )
