"""A row of a table as a unit, by the model's own types; what many rows share is read once.

It goes to other processes, so it holds no file open; what it remembers stays behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _, mark
from generator.model.base import Optional
from generator.model.organization import Unit
from generator.model.workspace_files import UnitsFile
from generator.sources.cells import values
from generator.sources.columns import UNIT_COLUMNS, Shape, signer_fields, word_of
from generator.sources.faults import diagnose
from generator.sources.roster import Row
from generator.sources.table_text import Entry, Places, field_at, is_blank, signers_of, table_text, unit_entry

T = TypeVar("T")

_REMEMBERED = 4096
"""Distinct texts of a column, or of the columns of a signer, whose meaning is kept."""
_SOMEBODY = "…"
"""Stands for the name while the rest of a signer is typed."""
_NAME: TypeAdapter[str] = TypeAdapter(Optional)
_OFFERED = {
    ", ".join(column.choices.values()): ", ".join(column.choices)
    for column in UNIT_COLUMNS.values()
    if column.choices is not None
}
"""The model's words of a closed set, and those that stand in a table for them."""
_HINTS = {"data/missing-field": mark("điền ô này"), "data/empty-text": mark("điền ô này")}


@cache
def _typed(field: str) -> TypeAdapter[Any]:
    annotation: Any = Unit.model_fields[field].annotation
    return TypeAdapter(annotation)


class TableReader:
    """`unit` is called for every unit of a batch: it must stay far below what its document costs."""

    def __init__(self, places: Places) -> None:
        self.places = places
        fields = places.fields
        column = {field: number for number, field in enumerate(fields) if field}
        shapes = {field: UNIT_COLUMNS[field] for field in column}
        self._texts = [
            (number, field)
            for field, number in column.items()
            if "." not in field and field != "id" and shapes[field].shape is Shape.TEXT and not shapes[field].choices
        ]
        self._choices = [(number, field) for field, number in column.items() if shapes[field].choices]
        self._lists = [(number, field) for field, number in column.items() if shapes[field].shape is Shape.LIST]
        self._header = [(column[f], f.partition(".")[2]) for f in column if f.startswith("header.")]
        self._contact = [(column[f], f.partition(".")[2]) for f in column if f.startswith("contact.")]
        self._kinds = [(column[f], f.partition(".")[2]) for f in column if f.startswith("recipients.")]
        self._slots = [[(column[f], f) for f in names] for names in signer_fields([*column]).values()]
        self._signer_cells = [number for slot in self._slots for number, field in slot]
        signer_fields_in_order = [field for slot in self._slots for number, field in slot]
        self._name_places = [n for n, field in enumerate(signer_fields_in_order) if field.endswith(".name")]
        self._kind_cells = [number for number, kind in self._kinds]
        self._signers = _remembering(self._read_signers)
        self._recipients = _remembering(self._read_recipients)

    def __reduce__(self) -> tuple[type[TableReader], tuple[Places]]:
        return TableReader, (self.places,)

    def unit(self, row: Row) -> Unit:
        """Faulty with every fault of the row."""
        try:
            return Unit.model_validate(self._data(row))
        except ValidationError:
            raise Faulty(self.faults(row)) from None

    def _data(self, row: Row) -> dict[str, Any]:
        """As YAML would have it, but for the parts that are typed already."""
        cells = row.cells
        data: dict[str, Any] = {"id": row.id}
        for number, field in self._texts:
            if not is_blank(cell := cells[number]):
                data[field] = cell
        for number, field in self._choices:
            if not is_blank(cell := cells[number]):
                data[field] = _chosen(cell, field)
        for number, field in self._lists:
            if not is_blank(cell := cells[number]):
                data[field] = values(cell, Shape.LIST)
        for name, parts, shape in (("header", self._header, Shape.LINES), ("contact", self._contact, Shape.TEXT)):
            inner = {part: values(cells[number], shape) for number, part in parts if not is_blank(cells[number])}
            if inner:
                data[name] = inner
        if signers := self._named([cells[number] for number in self._signer_cells]):
            data["signers"] = signers
        if recipients := self._recipients(tuple([cells[number] for number in self._kind_cells])):
            data["recipients"] = recipients
        return data

    def _named(self, cells: list[str]) -> Any:
        """The signers; every unit has others, whose positions and authority are those of many."""
        names = [cell for number in self._name_places if not is_blank(cell := cells[number])]
        for number in self._name_places:
            cells[number] = _SOMEBODY if not is_blank(cells[number]) else ""
        signers = self._signers(tuple(cells))
        if not names:
            return signers
        left = iter(names)
        return tuple(
            one.model_copy(update={"name": _NAME.validate_python(next(left))}) if one.name == _SOMEBODY else one
            for one in signers
        )

    def _read_signers(self, cells: tuple[str, ...]) -> Any:
        found: Iterator[str] = iter(cells)
        slots = [{field: next(found) for _number, field in slot} for slot in self._slots]
        filled = [{field: cell for field, cell in slot.items() if not is_blank(cell)} for slot in slots]
        return _typed("signers").validate_python(signers_of([slot for slot in filled if slot]))

    def _read_recipients(self, cells: tuple[str, ...]) -> Any:
        raw = {
            kind: values(cell, Shape.RECIPIENTS)
            for (_number, kind), cell in zip(self._kinds, cells, strict=True)
            if not is_blank(cell)
        }
        return _typed("recipients").validate_python(raw)

    def entry(self, row: Row) -> Entry:
        """The row as data with places, for those who look at what was typed."""
        found = unit_entry(row.line, row.cells, self.places.fields)
        return replace(found, data={**found.data, "id": row.id})

    def faults(self, row: Row) -> tuple[Diagnostic, ...]:
        """What the model refuses in a row, each with its cell."""
        source = table_text(self.places, [self.entry(row)])
        try:
            UnitsFile.model_validate(source.data)
        except ValidationError as error:
            return tuple(in_table_words(each) for each in diagnose(error, source, UnitsFile))
        return ()

    def where(self, row: Row, *steps: str | int) -> Location:
        entry = self.entry(row)
        return self.places.at(row.line, field_at(steps, entry.signers, self.places.fields))


def in_table_words(fault: Diagnostic) -> Diagnostic:
    """What to do about it in a table, where YAML's advice would not help; and the words that its lists offer."""
    if fault.code == "data/unknown-value" and fault.expected in _OFFERED:
        return replace(fault, expected=_OFFERED[fault.expected])
    return replace(fault, hint=_(_HINTS[fault.code])) if fault.code in _HINTS else fault


@lru_cache(maxsize=256)
def _chosen(cell: str, field: str) -> str:
    return word_of(cell, UNIT_COLUMNS[field])


def _remembering(read: Callable[[tuple[str, ...]], T]) -> Callable[[tuple[str, ...]], T]:
    return lru_cache(maxsize=_REMEMBERED)(read)
