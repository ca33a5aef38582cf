"""Capitals of days and months in words. Other capitals are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import STATE, decree_annex, found, spot
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_DAYS = re.compile(
    r"(?<!\w)(?:(?P<lead>ngày|sáng|chiều|tối|trưa) )?thứ (?P<word>hai|ba|tư|năm|sáu|bảy)"
    r"(?P<tail> (?:đến|tới) thứ| h[ằà]ng tuần)?\b"
)
_SUNDAY = re.compile(r"(?<!\w)(?P<word>Chủ Nhật)\b")
_MONTHS = re.compile(r"(?<!\d )(?<!\w)(?:[Cc]ách mạng |[Tt]ết )?tháng (?P<word>giêng|tám|chạp)\b")


@rule("components/capitals-days", title=mark("viết hoa ngày trong tuần, tháng bằng chữ"), severity=Severity.WARNING)
def capitals_days(subject: Subject) -> Iterator[Finding]:
    """What it checks: “thứ Hai”, “tháng Tám”: the number in words with a capital; “Chủ nhật” with one. State only;
    words that may mean a count (“lần thứ hai”, “ba tháng”) are left alone.

    Why: Decree 30, Annex II, V.8c.
    Example: “từ thứ hai đến thứ sáu”.
    What to do: write “từ thứ Hai đến thứ Sáu”.
    """
    if subject.profile.side != STATE:
        return
    for pattern in (_DAYS, _MONTHS, _SUNDAY):
        for paragraph, match in found(subject, pattern):
            groups = match.groupdict()
            behind = paragraph.text[: match.start()]
            is_day = (
                pattern is not _DAYS or groups["lead"] or groups["tail"] or re.search(r"thứ \w+ (?:đến|tới) $", behind)
            )
            if is_day:
                word = match["word"]
                message = _("ngày, tháng bằng chữ viết hoa sai")
                yield Finding(
                    message,
                    spot(paragraph, *match.span()),
                    expected=word.capitalize(),
                    actual=word,
                    hint=decree_annex("V.8c"),
                )
