"""What must hold in a roster that is a table: its ids and parents, from the index; what its units say, block by block.

Its titles and cells were judged when it was opened (`tables`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _, mark
from generator.sources import invisible, table_faults
from generator.sources.checks import check_unit_texts
from generator.sources.identifiers import Known
from generator.sources.reader import in_table_words
from generator.sources.roster import unknown_name
from generator.sources.table_index import circles
from generator.sources.table_text import TableText, is_blank, table_text
from generator.sources.tables import Table
from generator.sources.yaml_text import MAX_FAULTS

_BLOCK = 500
_HINTS = {
    "data/line-break": mark("bỏ chỗ xuống dòng (Alt+Enter) trong ô"),
    "data/placeholder": mark("thay cả ‹…› bằng nội dung thật; không cần thì để trống ô"),
    "data/invisible-character": mark("gõ lại nội dung ô này (ký tự lạ thường do dán từ Word hay trang mạng)"),
}


def check_index(table: Table, known: Known) -> Iterator[Diagnostic]:
    """Ids that two have, parents that nobody is, circles; found without typing any row."""
    return islice(_index_faults(table, known), MAX_FAULTS)


def _index_faults(table: Table, known: Known) -> Iterator[Diagnostic]:
    index, places = table.index, table.reader.places
    column = places.fields.index("id") if "id" in places.fields else None
    for row, first in index.twice():
        made = column is None or is_blank(row.cells[column])
        yield table_faults.twice(row, first, places, made=made)
    groups = {group.id for group in table.roster.groups}
    for number, group in enumerate(table.roster.groups):
        if unit := index.find(group.id):
            yield table_faults.twice(unit, unit, places, made=False).at(table.roster.places[number])
    if len(groups) < len(table.roster.groups):
        yield from _twice_among_groups(table)
    if known.office is None:
        return
    office = known.office.office.id
    if same := index.find(office):
        yield table_faults.office_id(same, places)
    for row in index.without_parent((office,)):
        parent = row.cells[places.fields.index("parent")].strip()
        yield unknown_name(parent, table.roster.near(parent), places.at(row.line, "parent"))
    for ring in circles(index.superiors()):
        rows = [index.row_at(number) for number in ring]
        yield table_faults.circle([row.id for row in rows], places.at(rows[0].line, "parent"))


def _twice_among_groups(table: Table) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for group, entry, where in zip(table.roster.groups, table.group_entries, table.roster.places, strict=True):
        if group.id in first:
            message = _("mã “{name}” đã dùng ở dòng {line}").format(name=group.id, line=first[group.id])
            yield Diagnostic("data/duplicate-id", message, where, hint=_("đặt mã khác"))
        first.setdefault(group.id, entry.line)


def check_groups(table: Table, known: Known) -> Iterator[Diagnostic]:
    """What the groups' table says."""
    yield from _texts(table_text(table.reader.places, [], table.groups, table.group_entries), known)


def check_rows(table: Table, known: Known) -> Iterator[Diagnostic]:
    """What every unit of a large table says, with its faults of type; it reads the whole file."""
    return islice(_row_faults(table, known), MAX_FAULTS)


def _row_faults(table: Table, known: Known) -> Iterator[Diagnostic]:
    told = {*table.index.suspicious}
    for rows, source in table.blocks(_BLOCK):
        for row in rows:
            try:
                table.reader.unit(row)
            except Faulty as faulty:
                if row.number not in told:
                    yield from faulty.diagnostics
        yield from _texts(source, known)


def check_small(source: TableText, known: Known) -> Iterator[Diagnostic]:
    """What every unit and group of a small table says."""
    return islice(_texts(source, known), MAX_FAULTS)


def _texts(source: TableText, known: Known) -> Iterator[Diagnostic]:
    for found in (*check_unit_texts(source, known), *_invisible(source)):
        hint = _HINTS.get(found.code)
        yield replace(found, hint=_(hint)) if hint else in_table_words(found)


def _invisible(source: TableText) -> Iterator[Diagnostic]:
    for loc, text in source.texts():
        if found := invisible.in_text(text, 1, 1, source.file):
            yield found.at(source.value_at(loc))
