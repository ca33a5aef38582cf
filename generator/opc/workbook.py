"""A workbook of anybody's as sheets of cells: what stands where, as it is stored, and how it is shown.

It judges no value and knows no table; dates, formulas and errors are told from numbers, and nothing is computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from lxml import etree

from generator.messages import _
from generator.opc.faults import fault
from generator.opc.limits import Limits
from generator.opc.members import read_members
from generator.opc.package import Package
from generator.opc.workbook_formats import Formats

_MB = 1 << 20
SMALL = Limits(
    file=20 * _MB, inflated=120 * _MB, part=60 * _MB, xml=24 * _MB, tags=400_000, attributes=800_000, kept=40 * _MB
)
"""For a workbook of a few pages, pictures pasted in; the rest is read elsewhere, row by row."""
_KEPT = re.compile(
    r"\[content_types\]\.xml|docprops/core\.xml|.*\.rels|xl/(?:workbook\.xml|sharedstrings\.xml|styles\.xml|worksheets/.*)",
    re.IGNORECASE,
)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_MOST_COLUMN = 16_384


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds: a number as its digits, a text as itself, an error as `#REF!`."""

    kind: str
    """`number`, `text`, `truth`, `error`, `date`; `empty` where a formula has no value."""
    text: str
    format: str = ""
    """How a number is shown: `0.00%`, `dd/mm/yyyy`; empty for the general form."""
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that are merged, from the first to the last, rows and columns from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet; cells by row and column, both from 1, without the blank ones."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[Area, ...]

    def text(self, row: int, column: int) -> str:
        """As stored; empty where nothing is."""
        cell = self.cells.get((row, column))
        return cell.text if cell else ""


@dataclass(frozen=True)
class Workbook:
    """A workbook; each sheet is read when it is asked for."""

    package: Package
    parts: Mapping[str, str]
    """The part of each sheet by its name, in order."""
    hidden: frozenset[str]
    part: str

    def sheet(self, name: str) -> Sheet:
        """Faulty where it is ill-formed or too large."""
        root = self.package.xml(self.parts[name])
        merged = (_area(element.get("ref", "")) for element in root.iter("{*}mergeCell"))
        return Sheet(name, dict(self._cells(root)), tuple(area for area in merged if area))

    @cached_property
    def modified(self) -> str:
        """When it was last saved, as the file itself says: `2025-06-04T09:40:00Z`; empty where it does not."""
        core = self.package.find("docProps/core.xml")
        if core is None or core not in self.package.parts:
            return ""
        return next((each.text or "" for each in self.package.xml(core).iter("{*}modified")), "")

    def _cells(self, root: etree._Element) -> Iterator[tuple[tuple[int, int], Cell]]:
        row = column = 0
        for element in root.iter("{*}row", "{*}c"):
            if etree.QName(element).localname == "row":
                row, column = _whole(element.get("r"), row + 1), 0
                continue
            row, column = place(element.get("r", "")) or (row, column + 1)
            cell = self._cell(element) if len(element) else None
            if cell is not None:
                yield (row, column), cell

    def _cell(self, element: etree._Element) -> Cell | None:
        kind, value, formula = element.get("t", "n"), None, None
        for child in element:
            name = etree.QName(child).localname
            if name == "v":
                value = child.text or ""
            elif name == "f":
                formula = child.text or ""
            elif name == "is":
                value = _rich(child)
        if value is None or (not value and kind != "inlineStr"):
            return None if formula is None else Cell("empty", "", "", formula)
        if kind == "s":
            index = _whole(value, -1)
            found = self._strings[index] if 0 <= index < len(self._strings) else ""
            return Cell("text", found, "", formula) if found else None
        if kind in ("str", "inlineStr"):
            text = _unescaped(value) if kind == "str" else value  # of rich text it was done for all runs together
            return Cell("text", text, "", formula) if text else None
        named = {"b": "truth", "e": "error", "d": "date"}.get(kind, "number")
        return Cell(named, value.strip(), self._formats.of(_whole(element.get("s"), 0)), formula)

    @cached_property
    def _strings(self) -> tuple[str, ...]:
        name = self._target("sharedStrings")
        return tuple(_rich(item) for item in self.package.xml(name).iterfind("{*}si")) if name else ()

    @cached_property
    def _formats(self) -> Formats:
        name = self._target("styles")
        return Formats(self.package.xml(name) if name else None)

    def _target(self, kind: str) -> str | None:
        found = (each.target for each in self.package.relationships(self.part).values() if each.kind == kind)
        return next((name for each in found if (name := self.package.find(each)) in self.package.parts), None)


def read_workbook(data: bytes, file: Path, limits: Limits = SMALL) -> Workbook:
    """The workbook in `data`, which was read from `file`; Faulty where it is none, is damaged or too large."""
    members = read_members(data, file, limits, lambda name: _KEPT.fullmatch(name) is not None)
    package = Package(file, members.parts, members.sizes, limits)
    main = next((each.target for each in package.relationships("").values() if each.kind == "officeDocument"), "")
    part = package.find(main or "xl/workbook.xml")
    if part is None or part not in package.parts:
        raise fault(file, "not-a-workbook", _("tệp không chứa bảng tính nào"))
    targets = package.relationships(part)
    parts: dict[str, str] = {}
    hidden: set[str] = set()
    for element in package.xml(part).iter("{*}sheet"):
        relation = next((str(value) for key, value in element.items() if etree.QName(key).localname == "id"), "")
        found = package.find(targets[relation].target) if relation in targets else None
        if found is not None and found in package.parts:
            name = _unescaped(element.get("name", ""))
            parts[name] = found
            if element.get("state", "visible") != "visible":
                hidden.add(name)
    return Workbook(package, parts, frozenset(hidden), part)


def place(reference: str) -> tuple[int, int] | None:
    """Row and column, from 1, of `B7`; None for what names no cell of a sheet."""
    match = _REFERENCE.fullmatch(reference)
    column = column_of(match[1]) if match else 0
    return (int(match[2]), column) if match and column <= _MOST_COLUMN else None


@cache
def column_of(letters: str) -> int:
    """1 of `A`, 27 of `AA`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters_of(column: int) -> str:
    """`A` of 1, `AA` of 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _area(reference: str) -> Area | None:
    first, _colon, last = reference.partition(":")
    start, end = place(first), place(last or first)
    return Area(*start, *end) if start and end else None


def _rich(element: etree._Element) -> str:
    """The text of all runs; how it is read aloud (`rPh`) is no part of it."""
    texts = element.iterfind("{*}t"), element.iterfind("{*}r/{*}t")
    return _unescaped("".join(each.text or "" for found in texts for each in found))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 10 else otherwise
