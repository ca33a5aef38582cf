"""Where the rows of a table stand, by id, in a few bytes a row: ids made of names, ids twice, parents, circles.

It holds no text of any row.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from generator.sources.csv_text import CsvText, Record
from generator.sources.roster import Row
from generator.sources.table_notes import is_note
from generator.sources.table_text import is_blank
from generator.vietnamese.slugs import LONGEST, is_device, marked_id, needs_mark, readable_id
from generator.vietnamese.unicode import compose

LONGEST_MADE = LONGEST + 10
"""Letters of an id that was made of a name, with its mark."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_TOLD = 100
_EIGHT_BYTES = (1 << 64) - 1
_NOBODY = 0
"""The digest of no id."""


def digest(name: str) -> int:
    """The same for ids that a file system may hold for the same; in this process alone."""
    return hash(compose(name).casefold()) & _EIGHT_BYTES or 1


@dataclass(frozen=True, slots=True)
class Shape:
    """Which columns the index looks at; None is a column that the table does not have."""

    width: int
    id: int | None
    name: int | None
    parent: int | None
    header_parent: int | None
    numbered: bool = False
    """The first cell of a record is the row of the sheet."""


class Index:
    """The rows of a table; iterating reads the file."""

    def __init__(self, text: CsvText, shape: Shape) -> None:
        self.text, self.shape = text, shape
        self.places, self.lines = array("Q"), array("L")
        self.ids, self.parents = array("Q"), array("Q")
        self.wide: list[int] = []
        """Lines that have a text beyond the last title; the first ones."""
        self.suspicious: list[int] = []
        """Rows with an id that the model will not take; the first ones."""
        self._longest = 0
        self.notes: tuple[int, ...] = ()
        """Lines below the table that are about it and no units."""
        self.end: int | None = None
        """Where the first of them begins, in bytes."""
        self._shared: Sequence[int] = ()
        self._sorted: Sequence[int] = ()
        self._order: Sequence[int] = ()
        self._first_pass()
        self._second_pass()

    @property
    def count(self) -> int:
        return len(self.places)

    @property
    def longest_id(self) -> int | None:
        return None if self.suspicious else max(self._longest, LONGEST_MADE)

    def _first_pass(self) -> None:
        """Typed ids, and which readable ids more than one row would have."""
        shape, readable, below = self.shape, array("Q"), 0
        for record in self._records():
            below = below + 1 if is_note(record.cells, shape.id, shape.name) else 0
            self.places.append(record.place)
            self.lines.append(record.line)
            typed = _cell(record.cells, shape.id)
            name = typed or readable_id(_cell(record.cells, shape.name))
            readable.append(digest(name))
            self.parents.append(digest(parent) if (parent := _cell(record.cells, shape.parent)) else _NOBODY)
            self.ids.append(readable[-1] if typed or not needs_mark(name) else _NOBODY)
            if typed and (not _ID.fullmatch(typed) or is_device(typed)) and len(self.suspicious) < _MOST_TOLD:
                self.suspicious.append(self.count - 1)
            if len(typed) > self._longest:
                self._longest = len(typed)
        if below:
            self._leave_out(below, readable)
        ordered = sorted(readable)
        twice = {one for one, other in pairwise(ordered) if one == other}
        self._shared = array("Q", sorted(twice))
        for number, one in enumerate(readable):
            if one in twice:
                self.ids[number] = _NOBODY

    def _leave_out(self, below: int, readable: array[int]) -> None:
        """The last rows, which are notes."""
        self.notes, self.end = tuple(self.lines[-below:]), self.places[-below]
        for each in (self.places, self.lines, self.ids, self.parents, readable):
            del each[-below:]
        self.wide = [line for line in self.wide if line < self.notes[0]]
        self.suspicious = [number for number in self.suspicious if number < self.count]

    def _second_pass(self) -> None:
        """The ids with a mark, now that it is known which need one."""
        if _NOBODY in self.ids:
            for number, row in enumerate(self):
                if self.ids[number] == _NOBODY:
                    self.ids[number] = digest(row.id)
        order = sorted(range(self.count), key=self.ids.__getitem__)
        self._order = array("L", order)
        self._sorted = array("Q", [self.ids[number] for number in order])

    def _records(self, place: int | None = None, line: int | None = None) -> Iterator[Record]:
        shape = self.shape
        for record in self.text.records(place, line):
            cells = record.cells
            if shape.numbered:
                record, cells = Record(record.place, int(cells[0]), cells), cells[1:]
            if len(cells) != shape.width:
                if any(not is_blank(cell) for cell in cells[shape.width :]) and len(self.wide) < _MOST_TOLD:
                    self.wide.append(record.line)
                cells = cells[: shape.width] + [""] * (shape.width - len(cells))
            yield Record(record.place, record.line, cells)

    def __iter__(self) -> Iterator[Row]:
        if self.count:
            width = self.shape.width
            rows = self.text.rows(self.places[0], self.lines[0])
            for number, (line, cells) in enumerate(islice(rows, self.count)):
                if self.shape.numbered:
                    line, cells = int(cells[0]), cells[1:]
                if len(cells) != width:
                    cells = cells[:width] + [""] * (width - len(cells))
                yield Row(self._id(cells), number, line, tuple(cells))

    def _id(self, cells: Sequence[str]) -> str:
        shape = self.shape
        if typed := _cell(cells, shape.id):
            return compose(typed)
        name = _cell(cells, shape.name)
        readable = readable_id(name)
        if needs_mark(readable) or _has(self._shared, digest(readable)):
            return marked_id(name, _cell(cells, shape.parent), _cell(cells, shape.header_parent))
        return readable

    def row_at(self, number: int) -> Row:
        record = next(self._records(self.places[number], self.lines[number]))
        return Row(self._id(record.cells), number, record.line, tuple(record.cells))

    def numbers(self, wanted: int) -> Iterator[int]:
        """The rows with this digest, in the order of the file."""
        place = bisect_left(self._sorted, wanted)
        while place < self.count and self._sorted[place] == wanted:
            yield self._order[place]
            place += 1

    def find(self, name: str) -> Row | None:
        rows = map(self.row_at, self.numbers(digest(name)))
        return next((row for row in rows if row.id == name), None)

    def twice(self) -> Iterator[tuple[Row, Row]]:
        """Rows with an id that another row has, with the first that has it, in the order of the file."""
        same = [n for n in range(1, self.count) if self._sorted[n] == self._sorted[n - 1]]
        for number in sorted(self._order[n] for n in same):
            row, first = self.row_at(number), self.row_at(next(self.numbers(self.ids[number])))
            if compose(row.id).casefold() == compose(first.id).casefold():
                yield row, first

    def without_parent(self, others: Sequence[str]) -> Iterator[Row]:
        """Rows with a parent that is neither a row nor one of the `others`."""
        known = {_NOBODY, *map(digest, others)}
        missing = {parent for parent in {*self.parents} - known if not _has(self._sorted, parent)}
        if missing:
            yield from (self.row_at(number) for number, parent in enumerate(self.parents) if parent in missing)

    def superiors(self) -> array[int]:
        """The number of each row's parent; -1 is none."""
        numbers: dict[int, int] = {_NOBODY: -1}
        for parent in {*self.parents} - {_NOBODY}:
            numbers[parent] = next(self.numbers(parent), -1)
        return array("l", [numbers[parent] for parent in self.parents])


def _cell(cells: Sequence[str], column: int | None) -> str:
    return "" if column is None else cells[column].strip()


def _has(ordered: Sequence[int], wanted: int) -> bool:
    place = bisect_left(ordered, wanted)
    return place < len(ordered) and ordered[place] == wanted


def circles(superiors: Sequence[int]) -> Iterator[list[int]]:
    """Each ring of rows that stand above one another, from its smallest number on."""
    seen = bytearray(len(superiors))
    for start in range(len(superiors)):
        path, here = [], start
        while here >= 0 and not seen[here]:
            seen[here] = 1
            path.append(here)
            here = superiors[here]
        if here >= 0 and seen[here] == 1 and here in path:
            ring = path[path.index(here) :]
            turn = ring.index(min(ring))
            yield ring[turn:] + ring[:turn]
        for each in path:
            seen[each] = 2
