"""That a basis names a document in full. Whether the document exists nobody sees here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import main
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part

_LAW = re.compile(r"\b(?:Luật|Bộ luật|Pháp lệnh)\b[^;.]{0,120}?\bsố\s+\d+/\d{4}/(?:QH|UBTVQH|PL)\S*")
_NUMBER = re.compile(r"\bsố\s*:?\s*\d+(?:/\d{4})?[-/]\w")
_ISSUER = re.compile(r"\bcủa\b")
_DAY = re.compile(r"\bngày\b")


@rule(
    "components/citation-incomplete",
    title=mark("dẫn văn bản chưa đủ"),
    enforces=["citation.first_template"],
    severity=Severity.WARNING,
)
def citation_incomplete(subject: Subject) -> Iterator[Finding]:
    """What it checks: that a basis which gives the number of a document gives its date and the body behind it, too.

    Why: a document is cited in full the first time; numbers repeat from body to body and from year to year.
    Example: “Căn cứ Kế hoạch số 12-KH/TU về chuyển đổi số;”
    What to do: add what is missing.
    """
    for component in main(subject, Part.BASES):
        if not _NUMBER.search(component.text) or _LAW.search(component.text):
            continue
        lacks = [
            label
            for pattern, label in ((_DAY, _("ngày")), (_ISSUER, _("cơ quan ban hành")))
            if not pattern.search(component.text)
        ]
        if lacks:
            yield Finding(
                _("căn cứ thiếu {parts}").format(parts=", ".join(lacks)),
                component.where,
                expected=subject.profile.text("citation.first_template"),
                path="citation.first_template",
            )
