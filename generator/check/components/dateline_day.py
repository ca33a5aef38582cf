"""That the date of the document is a day. Whether it was signed on that day nobody sees here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.recognise.pieces import Dateline


@rule("components/dateline-day", title=mark("ngày của văn bản"), enforces=["date_format.pattern"])
def dateline_day(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the day, month and year together are a day of the calendar.

    Why: a document dated on a day that there is not is dated by nothing.
    Example: “ngày 31 tháng 6 năm 2026”, “năm 219”.
    What to do: write the day on which the document was signed.
    """
    dateline = subject.recognised.dateline
    if dateline is None:
        return
    complete = _is_complete(dateline)
    if (complete and dateline.when is None) or (dateline.year.isdecimal() and len(dateline.year) != 4):
        path = "date_format.template"
        yield Finding(_("không có ngày này"), dateline.component.where, actual=dateline.component.text, path=path)


def _is_complete(dateline: Dateline) -> bool:
    return all(each.isdecimal() for each in (dateline.day, dateline.month, dateline.year))
