"""The sign at the end of the text. What stands below the text is other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import main
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.blocks import Paragraph
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.recognise.component import Component
from generator.recognise.names import Extra

_CONTENT = (Part.BODY, Part.CLAUSE, Part.POINT, Part.HEADING_DECIMAL, Part.HEADING_NESTED, Extra.ARTICLE)
_SIGN = re.compile(r"(?:\.\s*/\s*\.|/\.|\./|\.{2,}|[.,;:…])?$")
# A slogan ends with its own sign.
_OWN = ("!", "?", "”", ")")


@rule("components/end-mark", title=mark("dấu kết thúc văn bản"), enforces=["body.end_mark"], severity=Severity.WARNING)
def end_mark(subject: Subject) -> Iterator[Finding]:
    """What it checks: the sign after the last sentence: “./.” in the forms of the State (a full stop is let pass), a
    full stop in the Party. A text that ends with a table, a slogan or a quotation is not judged.

    Why: it shows that nothing was cut off; “./.” is no sign of the Party.
    Example: “… để báo cáo./.” at the end of a Party document.
    What to do: end the text with the sign that is expected.
    """
    last = _last(subject)
    if last is None or last.text.endswith(_OWN) or _table_follows(subject, last.paragraphs[-1]):
        return
    constraint = subject.profile.constraint("body.end_mark")
    match = _SIGN.search(last.text)
    sign = match[0] if match else ""
    if not constraint.accepts(sign):
        yield Finding(
            _("dấu kết thúc văn bản không đúng") if sign else _("thiếu dấu kết thúc văn bản"),
            last.paragraphs[-1].where,
            expected=accepted_text(constraint),
            actual=f"“{sign}”" if sign else None,
            path="body.end_mark",
        )


def _last(subject: Subject) -> Component | None:
    closing = [each.first.index for each in main(subject, Part.AUTHORITY, Part.RECIPIENTS_LABEL, Part.POSITION)]
    end = min(closing, default=len(subject.view.paragraphs))
    content = [each for each in main(subject, *_CONTENT) if each.first.index < end and each.text]
    return max(content, key=lambda each: each.first.index, default=None)


def _table_follows(subject: Subject, last: Paragraph) -> bool:
    if last.seat.table is not None:
        return True
    closing = [each.first.index for each in main(subject, Part.AUTHORITY, Part.RECIPIENTS_LABEL)]
    starts = [each.index for table in subject.recognised.tables for each in list(table.paragraphs)[:1]]
    return any(last.index < start < min(closing, default=0) for start in starts)
