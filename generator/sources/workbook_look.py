"""A workbook looked at before it is read: what in it is no text, what is hidden, what would fill the memory.

It reads no value: `workbook` does, once nothing stands in the way.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

MOST_BYTES = 2_000_000_000
"""Of all parts, unpacked: a million rows."""
_MOST_RATIO, _UNSUSPICIOUS = 300, 16_000_000
MOST_COLUMNS = 300
LONGEST = 32_767
"""Letters in a cell that a spreadsheet keeps; it cuts the rest off when it saves."""
_ROOM = 2_000_000
_MOST_ROOM_A_CELL = 20
_MOST_A_COLUMN = 20
_BLOCK = 1 << 18
_SHOWN = 60
_TEXTS = frozenset(("s", "str", "inlineStr"))
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class NoWorkbook(Exception):
    """The file is no workbook that can be read; the first argument says why, in one word."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a sheet that has to be told; row from 1, column from 0. It goes through JSON."""

    kind: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    detail: str = ""


@dataclass
class Look:
    """What was seen in one sheet."""

    sheet: str
    troubles: list[Trouble] = field(default_factory=list)
    cells: int = 0
    last_row: int = 0
    last_column: int = 0
    told: Counter[tuple[str, int]] = field(default_factory=Counter)

    def tell(self, kind: str, row: int, column: int, detail: str = "") -> None:
        self.told[kind, column] += 1
        if self.told[kind, column] <= _MOST_A_COLUMN:
            self.troubles.append(Trouble(kind, self.sheet, row, column, detail))

    @property
    def is_scattered(self) -> bool:
        """A few cells far from one another: a reader that makes room for all between them would need it all."""
        return self.last_row * self.last_column > _ROOM + _MOST_ROOM_A_CELL * self.cells


def refuse_bombs(package: zipfile.ZipFile) -> None:
    """NoWorkbook where parts are too large, packed too tightly, twice there, locked, or not what they say."""
    infos = package.infolist()
    if len({info.filename for info in infos}) < len(infos):
        raise NoWorkbook("twice")
    if any(info.flag_bits & 1 for info in infos):
        raise NoWorkbook("locked")
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise NoWorkbook("large")
    for info in infos:
        if info.file_size > _UNSUSPICIOUS and info.file_size > _MOST_RATIO * max(info.compress_size, 1):
            raise NoWorkbook("large")
    if package.testzip() is not None:
        raise NoWorkbook("broken")


def sheets(package: zipfile.ZipFile) -> Mapping[str, str]:
    """The part of each sheet by its name, in the order of the workbook."""
    targets: dict[str, str] = {}
    for name, attributes in _elements(package, "xl/_rels/workbook.xml.rels"):
        if name == "Relationship":
            targets[attributes.get("Id", "")] = posixpath.normpath(
                posixpath.join("/xl", attributes.get("Target", ""))
            ).lstrip("/")
    found: dict[str, str] = {}
    for name, attributes in _elements(package, "xl/workbook.xml"):
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            found[attributes.get("name", "")] = targets.get(relation, "")
    return found


def _elements(package: zipfile.ZipFile, part: str) -> Iterator[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    parser = _parser()
    parser.StartElementHandler = lambda name, attributes: found.append((_local(name), attributes))
    parser.Parse(package.read(part), True)
    return iter(found)


def _parser() -> Any:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_arguments: object) -> None:
    raise NoWorkbook("doctype")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def look_at(package: zipfile.ZipFile, part: str, sheet: str) -> Look:
    """Everything in a sheet that is no plain text in a plain cell."""
    looker = _Looker(Look(sheet))
    parser = _parser()
    parser.StartElementHandler = looker.start
    parser.EndElementHandler = looker.end
    parser.CharacterDataHandler = looker.text
    with package.open(part) as stream:
        while block := stream.read(_BLOCK):
            parser.Parse(block, False)
        parser.Parse(b"", True)
    return looker.look


class _Looker:
    """The parser's events; a cell is judged when it ends."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.row, self.column = 0, 0
        self.kind = "n"
        self.has_formula = self.has_value = self.in_value = False
        self.value, self.length = "", 0
        self.columns: dict[str, int] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        # Called for every cell of a sheet, some of it twice: what is frequent comes first.
        if ":" in name:
            name = _local(name)
        if name == "c":
            self._place(attributes.get("r", ""))
            self.kind = attributes.get("t", "n")
            self.has_formula = self.has_value = False
            self.value, self.length = "", 0
        elif name in ("v", "t"):
            self.in_value = True
        elif name == "f":
            self.has_formula = True
        elif name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), -1
            if attributes.get("hidden") in ("1", "true"):
                self.look.tell("hidden-row", self.row, 0)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.look.tell("hidden-column", 1, int(attributes.get("min", 1)) - 1)
        elif name == "mergeCell":
            row, column = _cell(attributes.get("ref", "").partition(":")[0]) or (1, 0)
            self.look.tell("merged", row, column, attributes.get("ref", ""))

    def text(self, data: str) -> None:
        if self.in_value:
            self.has_value = True
            self.length += len(data)
            if len(self.value) < _SHOWN:
                self.value += data[:_SHOWN]

    def end(self, name: str) -> None:
        if ":" in name:
            name = _local(name)
        if name == "c":
            self._judge()
        elif name in ("v", "t"):
            self.in_value = False

    def _place(self, reference: str) -> None:
        """The column; the row is that of the element around, unless the cell says another."""
        name = reference.rstrip("0123456789")
        column = self.columns.get(name)
        if column is None:
            found = _cell(reference)
            if found is None:
                self.column += 1
                return
            column = self.columns[name] = found[1]
        self.column, self.row = column, int(reference[len(name) :])

    def _judge(self) -> None:
        look = self.look
        if not self.has_value:
            if self.has_formula:
                look.tell("no-value", self.row, self.column)
            return
        look.cells += 1
        look.last_row, look.last_column = max(look.last_row, self.row), max(look.last_column, self.column + 1)
        if self.column >= MOST_COLUMNS:
            look.tell("far", self.row, self.column)
        elif self.kind not in _TEXTS:
            kind = {"e": "error", "b": "truth", "d": "number"}.get(self.kind, "number")
            look.tell(kind, self.row, self.column, self.value)
        elif self.length > LONGEST:
            look.tell("long", self.row, self.column, str(self.length))


def _cell(reference: str) -> tuple[int, int] | None:
    """Row from 1 and column from 0 of `B7`."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column - 1
