"""Rows of long tables: the first one on every page, none of them torn in two.

What stands in the cells is others'.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.check.page.splitting_rows import splitting_rows
from generator.check.page.table_header import table_header
from generator.docview.blocks import Row, Table, paragraphs_of
from generator.docview.markup import w
from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.fix.markup import properties_of, put
from generator.messages import _

_LONG = 10
_A_PAGE = 900
"""So many letters in a cell may be more than a page holds: such a row has to be torn."""


def headings(desk: Desk) -> Iterator[Change]:
    """The first row of a long table is repeated."""
    if not list(table_header(desk.subject)):
        return
    for table in _long_tables(desk):
        row = None if table.rows[0].is_header else _row(desk, table.rows[0])
        if row is not None:
            put(properties_of(row), "tblHeader", val=None)
            yield desk.change(
                _("hàng tiêu đề của bảng"), "table.header_repeats", _("không lặp"), _("lặp lại"), table.where
            )


def whole_rows(desk: Desk) -> Iterator[Change]:
    """The rows of a long table stay whole."""
    if not list(splitting_rows(desk.subject)):
        return
    for table in _long_tables(desk):
        count = 0
        for each in table.rows:
            may_split = not each.cant_split and all(len(cell.text) < _A_PAGE for cell in each.cells)
            row = _row(desk, each) if may_split else None
            if row is not None:
                put(properties_of(row), "cantSplit", val=None)
                count += 1
        if count:
            after = _("không cắt ({count} hàng)").format(count=count)
            yield desk.change(_("hàng bị cắt sang trang"), None, _("có thể cắt"), after, table.where)


def _long_tables(desk: Desk) -> Iterator[Table]:
    return (table for table in desk.subject.recognised.tables if len(table.rows) >= _LONG)


def _row(desk: Desk, row: Row) -> etree._Element | None:
    """The `w:tr` of the copy, by a paragraph that stands directly in it."""
    for cell in row.cells:
        for block in cell.blocks:
            for paragraph in paragraphs_of((block,)) if not isinstance(block, Table) else ():
                element = desk.element(paragraph)
                found = None if element is None else next(element.iterancestors(w("tr")), None)
                if found is not None:
                    return found
    return None
