"""Capitals of parts, chapters and articles that are cited. Other capitals are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import STATE, decree_annex, found, is_mid_sentence, spot
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_PARTS = re.compile(
    r"(?<!\w)(?P<word>điều|chương|phần)(?= (?:\d+[a-zđ]?(?= (?:của |Chương|Luật|Nghị định)|[.,;)]|$)|[IVXL]+\b))"
)
_SMALL_PARTS = re.compile(r"(?<!\w)(?P<word>Khoản|Điểm)(?= (?:\d+|[a-zđ]\b))")


@rule("components/capitals-parts", title=mark("viết hoa phần, chương, điều được dẫn"), severity=Severity.WARNING)
def capitals_parts(subject: Subject) -> Iterator[Finding]:
    """What it checks: “Phần”, “Chương”, “Điều” cited with a capital, “khoản”, “điểm” without. State only.

    Why: Decree 30, Annex II, V.7: “điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I”.
    Example: “theo Khoản 2 điều 5 Nghị định này”.
    What to do: write “theo khoản 2 Điều 5 Nghị định này”.
    """
    if subject.profile.side != STATE:
        return
    for paragraph, match in found(subject, _PARTS):
        if is_mid_sentence(paragraph.text, match.start()):
            word = match["word"]
            yield Finding(
                _("viết hoa khi dẫn"),
                spot(paragraph, *match.span()),
                expected=word.capitalize(),
                actual=word,
                hint=decree_annex("V.7"),
            )
    for paragraph, match in found(subject, _SMALL_PARTS):
        if is_mid_sentence(paragraph.text, match.start()):
            word = match["word"]
            yield Finding(
                _("viết thường khi dẫn"),
                spot(paragraph, *match.span()),
                expected=word.lower(),
                actual=word,
                hint=decree_annex("V.7"),
            )
