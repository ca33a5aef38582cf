"""A roster cut into what one worker does at once, each unit with what the journal knows of its documents.

Units are drawn one by one; of all that were drawn nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator.pipeline.batch.journal import Journal
from generator.pipeline.batch.order import Chunk, Entry, Setting
from generator.sources.reader import TableReader
from generator.sources.roster import Roster, Row

MOST, MOST_WITH_PDF = 200, 25
_EACH = 4
"""Chunks for every worker in a small run, so that none is left with all the rest."""
_SAMPLE = 24


def size_of(count: int, jobs: int, *, with_pdf: bool) -> int:
    return max(1, min(MOST_WITH_PDF if with_pdf else MOST, count // (jobs * _EACH)))


def chunks(
    rows: Iterable[Row], count: int, size: int, setting: Setting, roster: Roster, journal: Journal
) -> Iterator[Chunk]:
    """All rows, in chunks of so many. Reads: the journal."""
    superiors = Superiors(setting, roster)
    customised = setting.ground.layers.customised
    left = iter(rows)
    is_first = journal.is_empty
    number = start = 0
    while some := list(islice(left, size)):
        known = {} if is_first else journal.earlier([want.name(row.id) for row in some for want in setting.wants])
        entries = []
        for at, row in enumerate(some, start):
            names = [want.name(row.id) for want in setting.wants] if known else ()
            earlier = tuple((name, known[name]) for name in names if name in known)
            is_checked = row.id in customised or _is_in_sample(at, count)
            faults = roster.faulty.get(row.line, ()) if roster.faulty else ()
            entries.append(Entry(row, superiors.of(row), is_checked, earlier, faults=faults))
        yield Chunk(number, tuple(entries))
        number += 1
        start += len(some)


def _is_in_sample(at: int, count: int) -> bool:
    """Some two dozen, evenly chosen and the same ones in every run."""
    return count <= _SAMPLE or at * _SAMPLE // count != (at - 1) * _SAMPLE // count


class Superiors:
    """Of a unit those superiors that have a folder of their own: mostly none, and of many units the same."""

    def __init__(self, setting: Setting, roster: Roster) -> None:
        self._roster = roster
        self._customised = setting.ground.layers.customised
        reader = setting.reader
        fields: Sequence[str | None] = reader.places.fields if isinstance(reader, TableReader) else ()
        self._column = fields.index("parent") if "parent" in fields else None
        self._known: dict[str, tuple[Row, ...]] = {}

    def of(self, row: Row) -> tuple[Row, ...]:
        if not self._customised or not (parent := self._parent(row)):
            return ()
        if parent not in self._known:
            self._known[parent] = self._above(parent)
        return self._known[parent]

    def _parent(self, row: Row) -> str:
        """As the cell has it, without the cost of reading the whole row."""
        if row.unit is not None:
            return row.unit.parent or ""
        return row.cells[self._column].strip() if self._column is not None else ""

    def _above(self, parent: str) -> tuple[Row, ...]:
        above = self._roster.row(parent)
        found = (above, *self._roster.ancestors(above)) if above else ()
        return tuple(row for row in found if row.id in self._customised)
