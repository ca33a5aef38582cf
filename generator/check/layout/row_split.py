"""Rows of tables that are cut in two by the end of a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.blocks import paragraphs_of
from generator.messages import _, mark


@rule("layout/row-split", title=mark("dòng của bảng bị tách trang"), severity=Severity.ADVICE, needs_pages=True)
def row_split(subject: Subject) -> Iterator[Finding]:
    """What it checks: that every row of a table of data is on one page.

    Why: half a row cannot be read.
    Example: a task whose deadline is on the next page.
    What to do: Table Properties → Row: do not allow the row to break across pages.
    """
    for table in subject.recognised.tables:
        cut = []
        for row in table.rows:
            spots = (
                subject.printed.by_paragraph.get(paragraph.index, ())
                for cell in row.cells
                if cell.merge is None
                for paragraph in paragraphs_of(cell.blocks)
            )
            if len({spot.page for each in spots for spot in each}) > 1:
                cut.append(row.number)
        if cut:
            rows = ", ".join(str(number) for number in cut)
            yield Finding(
                _("dòng của bảng bị tách sang trang sau"), table.where, actual=_("dòng {rows}").format(rows=rows)
            )
