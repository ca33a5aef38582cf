"""Long tables whose header row is not repeated on the next page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_PATH = "table.header_repeats"
_LONG = 10
"""Rows. So long a table seldom ends on the page where it begins; of shorter ones only a page could tell."""


@rule("page/table-header", title=mark("hàng tiêu đề của bảng"), enforces=(_PATH,), severity=Severity.WARNING)
def table_header(subject: Subject) -> Iterator[Finding]:
    """What it checks: in tables of ten rows and more the first row is repeated on every page.

    Why: on the second page nobody knows any more what the columns mean. No regulation says so; it is a service.
    Example: an annex with three pages of assignments, the headings on the first alone.
    What to do: mark the first row, then Table Layout → Repeat Header Rows.
    """
    if not subject.profile.constraint(_PATH).default:
        return
    for table in subject.recognised.tables:
        if len(table.rows) >= _LONG and not table.rows[0].is_header:
            yield Finding(
                _("bảng dài mà hàng tiêu đề không lặp lại ở trang sau"),
                table.where,
                hint=_("chọn hàng đầu rồi bấm Repeat Header Rows"),
                path=_PATH,
            )
