"""Whether the machine's clock can be right, beside what the book has last written.

It corrects no clock: a wrong one is refused where numbers are given.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from generator.errors import GeneratorError
from generator.messages import _
from generator.vietnamese.clock import VIETNAM, now

__all__ = ["VIETNAM", "checked", "now"]

_EARLIEST_YEAR = 2024
_TOLERANCE = timedelta(days=1)


def checked(at: datetime, latest: datetime | None) -> datetime:
    """`at`, if a right clock can show it; a GeneratorError where it lies before what the book has last written."""
    local = at.astimezone(VIETNAM)
    if local.year < _EARLIEST_YEAR or (latest is not None and local < latest - _TOLERANCE):
        raise GeneratorError(
            _("đồng hồ của máy chỉ {now}, sai: sổ đã ghi đến {latest}").format(
                now=f"{local:%d/%m/%Y %H:%M}", latest=f"{latest:%d/%m/%Y %H:%M}" if latest else _EARLIEST_YEAR
            ),
            _("chỉnh lại ngày giờ của máy rồi làm lại"),
        )
    return local
