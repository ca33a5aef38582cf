"""The words and signs of place and date. Zeros, and whether there is such a day, are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark

_ROOM = r"[\s.…_]*"
_FORM = re.compile(rf"[^,]+(?:,[^,]+)?, ngày(?: ?\d+ |{_ROOM})tháng(?: ?\d+ |{_ROOM})năm(?: \d+|{_ROOM})")


@rule(
    "components/dateline-form",
    title=mark("cách viết địa danh, ngày tháng"),
    enforces=["date_format.template", "date_format.place_separator", "date_format.blank"],
)
def dateline_form(subject: Subject) -> Iterator[Finding]:
    """What it checks: the name of the place with a capital, a comma, then ngày, tháng, năm with their numbers;
    room may be left for numbers that are written in by hand.

    Why: the regulations show the line word by word; 5/2/2026 is for use inside sentences.
    Example: “Hà Nội ngày 03 tháng 02 năm 2026”, “Hà Nội, 03/02/2026”.
    What to do: write “Hà Nội, ngày 03 tháng 02 năm 2026”.
    """
    dateline = subject.recognised.dateline
    if dateline is None:
        return
    if not _FORM.fullmatch(dateline.component.text) or dateline.place[:1].islower():
        yield Finding(
            _("địa danh, ngày tháng viết sai"),
            dateline.component.where,
            expected=subject.profile.text("date_format.template"),
            actual=dateline.component.text,
            path="date_format.template",
        )
