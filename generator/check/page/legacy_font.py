"""Fonts of encodings from before Unicode."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.fonts import is_legacy, letters_of
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_PATH = "page.encoding"


@rule("page/legacy-font", title=mark("bảng mã cũ"), enforces=(_PATH,))
def legacy_font(subject: Subject) -> Iterator[Finding]:
    """What it checks: letters in fonts of TCVN3 (ABC) or VNI, in which an “µ” is printed as an “à”.

    Why: documents are in Unicode (TCVN 6909:2001); other texts cannot be searched, nor read where the font lacks.
    Example: a part taken over from a document of 2003, in .VnTime.
    What to do: convert the text to Unicode with a converter, then choose Times New Roman.
    """
    constraint = subject.profile.constraint(_PATH)
    yield from once(
        Finding(
            _("phông chữ của bảng mã cũ, không phải Unicode"),
            used.where,
            expected=accepted_text(constraint),
            actual=used.font,
            hint=_("chuyển chữ sang Unicode rồi chọn lại phông"),
            path=_PATH,
        )
        for used in letters_of(subject)
        if is_legacy(used.font)
    )
