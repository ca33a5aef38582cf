"""The zeros in the date of the document. Dates in the text are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.vietnamese.dates import day_number, month_number


@rule(
    "components/dateline-zero",
    title=mark("số 0 trong ngày, tháng"),
    enforces=["date_format.pad_day_below", "date_format.pad_month_below"],
)
def dateline_zero(subject: Subject) -> Iterator[Finding]:
    """What it checks: a zero before days 1 to 9 and before the months 1 and 2, and before no other month.

    Why: the regulations ask for the zero only where a stroke could turn 1 into 11 and 2 into 12.
    Example: “ngày 3 tháng 06 năm 2026”.
    What to do: write “ngày 03 tháng 6 năm 2026”.
    """
    dateline = subject.recognised.dateline
    if dateline is None:
        return
    for typed, write, path in (
        (dateline.day, day_number, "date_format.pad_day_below"),
        (dateline.month, month_number, "date_format.pad_month_below"),
    ):
        if typed.isdecimal() and int(typed) and typed != write(int(typed)):
            yield Finding(
                _("số 0 trong ngày, tháng viết sai"),
                dateline.component.where,
                expected=write(int(typed)),
                actual=typed,
                path=path,
            )
