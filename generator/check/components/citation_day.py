"""That dates in the text are days. How they are written no regulation says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.check.components.texts import found, spot
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_WHEN = (
    re.compile(
        r"\bngày\s+(?P<day>\d{1,2})\s*(?P<mark>[/.-])\s*(?P<month>\d{1,2})\s*(?P=mark)\s*(?P<year>\d{2,5})(?![\w/])"
    ),
    re.compile(r"\bngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{1,5})(?!\w)"),
)


@rule(
    "components/citation-day",
    title=mark("ngày được dẫn"),
    enforces=["citation.date_template"],
    severity=Severity.WARNING,
)
def citation_day(subject: Subject) -> Iterator[Finding]:
    """What it checks: that every date in the text is a day of the calendar.

    Why: a wrong date sends the reader to a document that there is not.
    Example: “ngày 31/6/2026”, “ngày 30/8/219”.
    What to do: look the date up.
    """
    for pattern in _WHEN:
        for paragraph, match in found(subject, pattern):
            if not _exists(match):
                path = "citation.date_template"
                yield Finding(_("không có ngày này"), spot(paragraph, *match.span()), actual=match[0], path=path)


def _exists(match: re.Match[str]) -> bool:
    if len(match["year"]) != 4:
        return False
    try:
        date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True
