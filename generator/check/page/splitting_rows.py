"""Rows of long tables that a page may cut in two."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.blocks import Row
from generator.messages import _, mark

_LONG = 10
"""Rows. So long a table seldom ends on the page where it begins."""
_A_PAGE = 900
"""Letters in one cell. A row that may be as high as a page has to be cut."""


@rule("page/splitting-rows", title=mark("hàng bị cắt sang trang"), severity=Severity.ADVICE)
def splitting_rows(subject: Subject) -> Iterator[Finding]:
    """What it checks: rows of tables of ten rows and more stay whole at the end of a page.

    Why: half a task on one page and half on the next is read wrongly. No regulation says so.
    Example: a table of assignments whose rows hold three lines each.
    What to do: mark the table, then Table Properties → Row → clear “Allow row to break across pages”.
    """
    for table in subject.recognised.tables:
        if len(table.rows) >= _LONG and any(_may_split(row) for row in table.rows):
            yield Finding(
                _("hàng của bảng có thể bị cắt sang trang sau"),
                table.where,
                hint=_("bỏ chọn “Allow row to break across pages”"),
            )


def _may_split(row: Row) -> bool:
    return not row.cant_split and all(len(cell.text) < _A_PAGE for cell in row.cells)
