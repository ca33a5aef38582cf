"""The hour and the day in Vietnam, whatever the machine's own time zone is.

It corrects no clock: one that cannot be right is refused where numbers are given.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

# +07:00 in every year that an office asks about, and without a time zone database, which Windows lacks.
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def now() -> datetime:
    return datetime.now(VIETNAM).replace(microsecond=0)


def today() -> date:
    return now().date()
