"""A row of a table as a unit, by the model's own types; what many rows share is read once.

It goes to other processes, so it holds no file open; what it remembers stays behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from operator import itemgetter
from typing import Annotated, Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _, mark
from generator.model.base import Record
from generator.model.organization import Header, Signer, Unit
from generator.model.workspace_files import UnitsFile
from generator.sources.cells import lines, values
from generator.sources.columns import UNIT_COLUMNS, Shape, signer_fields, word_of
from generator.sources.faults import diagnose
from generator.sources.roster import Row
from generator.sources.table_text import Entry, Places, field_at, is_blank, signers_of, table_text, unit_entry

T = TypeVar("T")

_REMEMBERED = 4096
"""Distinct texts of a column, or of the columns of a signer, whose meaning is kept."""
_SOMEBODY = "…"
"""Stands for what is a unit's own while the rest, which it has in common with others, is typed."""
_SOME_ID = "x"
_OWN = ("name", "issuing_body")
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


def _rule(record: type[Record], field: str) -> Callable[[Any], Any]:
    """What the model makes of a field's value, as it would within its record; ValidationError where it is none."""
    info = record.model_fields[field]
    annotation: Any = info.annotation
    return _ruled(annotation, tuple(info.metadata))


@cache
def _ruled(annotation: Any, metadata: tuple[Any, ...]) -> Callable[[Any], Any]:
    # Fields of one rule share what it says of a text: a body's name mostly stands in several columns.
    type_: Any = Annotated[annotation, *metadata] if metadata else annotation
    config = ConfigDict(str_strip_whitespace=Record.model_config["str_strip_whitespace"])
    return lru_cache(maxsize=_REMEMBERED)(TypeAdapter(type_, config=config).validator.validate_python)


_ID, _NAMES, _SIGNER = _rule(Unit, "id"), _rule(Header, "name"), _rule(Signer, "name")


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
        self._kind_cells = [number for number, kind in self._kinds]
        self._signers = _remembering(self._read_signers)
        self._recipients = _remembering(self._read_recipients)
        self._alike = _remembering(self._read_alike)
        self._own_texts = [(column[field], field, _rule(Unit, field)) for field in _OWN if field in column]
        self._own_header = column.get("header.name")
        self._own_signers = [number for slot in self._slots for number, field in slot if field.endswith(".name")]
        own = [number for number, *_rest in self._own_texts]
        own += [*self._own_signers, *([] if self._own_header is None else [self._own_header])]
        apart = {*own, *(number for number, field in enumerate(fields) if field in ("id", None))}
        self._own, self._shared = own, [number for number in range(len(fields)) if number not in apart]
        self._own_cells, self._shared_cells = _getter(own), _getter(self._shared)
        self._width = len(fields)

    def __reduce__(self) -> tuple[type[TableReader], tuple[Places]]:
        return TableReader, (self.places,)

    def unit(self, row: Row) -> Unit:
        """Faulty with every fault of the row."""
        cells = row.cells
        told = ["" if is_blank(cell) else _SOMEBODY for cell in self._own_cells(cells)]
        try:
            alike = self._alike((*told, *self._shared_cells(cells)))
            return alike.with_values(self._own_of(row, alike))
        except ValidationError:
            raise Faulty(self.faults(row)) from None

    def _own_of(self, row: Row, alike: Unit) -> dict[str, Any]:
        """What a unit shares with no other, by the same rules as the rest."""
        cells = row.cells
        own: dict[str, Any] = {"id": _ID(row.id)}
        for number, field, rule in self._own_texts:
            if not is_blank(cell := cells[number]):
                own[field] = rule(cell)
        if self._own_header is not None:
            names = _NAMES(tuple(lines(cells[self._own_header])))
            own["header"] = alike.header.with_values({"name": names})
        left = iter([cell for number in self._own_signers if not is_blank(cell := cells[number])])
        if any(one.name for one in alike.signers):
            own["signers"] = tuple(
                one.with_values({"name": _SIGNER(next(left))}) if one.name == _SOMEBODY else one
                for one in alike.signers
            )
        return own

    def _read_alike(self, key: tuple[str, ...]) -> Unit:
        """As YAML would have it, but for the parts that are typed already."""
        cells = [""] * self._width
        for number, cell in zip((*self._own, *self._shared), key, strict=True):
            cells[number] = cell
        data: dict[str, Any] = {"id": _SOME_ID}
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
        if signers := self._signers(tuple([cells[number] for number in self._signer_cells])):
            data["signers"] = signers
        if recipients := self._recipients(tuple([cells[number] for number in self._kind_cells])):
            data["recipients"] = recipients
        return Unit.model_validate(data)

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


def _getter(numbers: Sequence[int]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """What picks these cells of a row."""
    if len(numbers) > 1:
        return itemgetter(*numbers)
    return lambda cells: tuple([cells[number] for number in numbers])


def _remembering(read: Callable[[tuple[str, ...]], T]) -> Callable[[tuple[str, ...]], T]:
    return lru_cache(maxsize=_REMEMBERED)(read)
