"""Characters that nobody sees, or that only look like letters. Letters and marks apart are another rule's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import everywhere
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.words import RunKind
from generator.messages import _, mark

_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc\ufffd"
_OWN = "\ue000-\uf8ff"
"""Of a font: with another font it is another sign or none."""
_WIDE = "\uff01-\uff5e\u3000"
"""Full-width letters and digits of East Asian keyboards."""
_OTHER_SCRIPTS = "\u0370-\u03ff\u0400-\u052f"
"""Greek and Cyrillic letters, of which half look like Latin ones; told only inside of a word of Latin letters."""
_ODD = re.compile(f"[{_UNSEEN}{_OWN}{_WIDE}]|(?<=[a-zA-ZÀ-ỹ])[{_OTHER_SCRIPTS}]|[{_OTHER_SCRIPTS}](?=[a-zA-ZÀ-ỹ])")


@rule("page/odd-characters", title=mark("ký tự lạ"), severity=Severity.WARNING)
def odd_characters(subject: Subject) -> Iterator[Finding]:
    """What it checks: characters without width, marks of direction, characters of a single font, full-width letters,
    and Greek or Cyrillic letters inside of a word. Signs that were inserted as symbols are free.

    Why: they come with pasted text; a search does not find the word, and numbers are not numbers.
    Example: a zero-width space in the number of a document, so that no register finds it.
    What to do: delete the character at the place named, and type the word anew.
    """
    if subject.recognised.encoding is None:  # of an old encoding no letter is what its code says
        yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for paragraph in everywhere(subject):
        for run in paragraph.runs:
            if run.kind is not RunKind.TEXT:
                continue
            for character in dict.fromkeys(_ODD.findall(run.text)):
                name = unicodedata.name(character, "").lower()
                yield Finding(
                    _("có ký tự lạ hoặc không nhìn thấy"),
                    paragraph.where,
                    actual=f"U+{ord(character):04X} {name}".strip(),
                    hint=_("xóa ký tự này rồi gõ lại"),
                )
