"""The sheets of a workbook as CSV files in a folder of their own; a large one is read by a process of its own.

The library that reads holds a whole sheet in memory, so the process that leads a batch must not be the one to call it.
It judges no value: what it could not take as text it tells (`Trouble`).
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from generator.sources.columns import GROUPS_SHEET, UNITS_SHEET
from generator.sources.csv_text import guarded
from generator.sources.workbook_look import Look, NoWorkbook, Trouble, look_at, refuse_bombs, sheets
from generator.vietnamese.unicode import fold_whitespace, without_marks

SMALL = 512 * 1024
"""What is read in this process."""
_NAMES = {
    UNITS_SHEET: ("units", "don vi", "cac don vi", "danh sach don vi"),
    GROUPS_SHEET: ("groups", "nhom", "nhom don vi", "cac nhom"),
}
_HALVES = re.compile("[\ud800-\udfff]")
_TROUBLES = "troubles.json"
_SECONDS = 900
_START = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from generator.sources.workbook import main
main(*sys.argv[2:])
"""


def spooled(file: Path, folder: Path) -> list[Trouble]:
    """Write `units.csv` and, where there is such a sheet, `groups.csv` into `folder`; what has to be told.

    The first cell of each record is the row of the sheet. Writes: `folder`. Reads: `file`.
    """
    if file.stat().st_size <= SMALL:
        return _spool(file, folder)
    path = json.dumps([str(Path(entry).absolute()) for entry in sys.path])
    command = [sys.executable, "-I", "-X", "utf8", "-c", _START, path, str(file), str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return [Trouble("unreadable", detail="large")]
    told = folder / _TROUBLES
    if done.returncode or not told.exists():
        return [Trouble("unreadable", detail="memory")]
    return [Trouble(**each) for each in json.loads(told.read_text(encoding="utf-8"))]


def main(file: str, folder: str) -> None:
    """The process of its own."""
    troubles = _spool(Path(file), Path(folder))
    (Path(folder) / _TROUBLES).write_text(json.dumps([asdict(each) for each in troubles]), encoding="utf-8")


def _spool(file: Path, folder: Path) -> list[Trouble]:
    try:
        return [*_read(file, folder)]
    except NoWorkbook as fault:
        return [Trouble("unreadable", detail=str(fault.args[0]))]
    except MemoryError:
        return [Trouble("unreadable", detail="memory")]
    except Exception:
        # Six kinds of exceptions come from broken workbooks, and more from the next version: one boundary a file.
        return [Trouble("unreadable", detail="broken")]


def _read(file: Path, folder: Path) -> Iterator[Trouble]:
    with file.open("rb") as stream:
        head = stream.read(8)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise NoWorkbook("old")
    if not zipfile.is_zipfile(file):
        raise NoWorkbook("other")
    with zipfile.ZipFile(file) as package:
        refuse_bombs(package)
        found = sheets(package)
        if not found:
            raise NoWorkbook("other")
        for role in (UNITS_SHEET, GROUPS_SHEET):
            name = _sheet(role, [*found])
            if name is None:
                continue
            look = look_at(package, found[name], name)
            yield Trouble("sheet", name, detail=role)
            yield from look.troubles
            if look.is_scattered and not any(each.kind == "far" for each in look.troubles):
                yield Trouble("scattered", name, look.last_row, look.last_column - 1)
            elif not look.is_scattered:
                _write(file, name, look, folder / f"{role}.csv")


def _sheet(role: str, names: list[str]) -> str | None:
    """The sheet that is called so; else, for the units, the first."""
    called = {fold_whitespace(without_marks(name)).casefold(): name for name in reversed(names)}
    named = next((called[each] for each in _NAMES[role] if each in called), None)
    if named is None and role == UNITS_SHEET:
        groups = _sheet(GROUPS_SHEET, names)
        named = next((name for name in names if name != groups), None)
    return named


def _write(file: Path, sheet: str, look: Look, target: Path) -> None:
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(file) as book, target.open("w", encoding="utf-8", newline="") as stream:
        opened = book.get_sheet_by_name(sheet)
        first_row, first_column = opened.start or (0, 0)
        # What is no text was told by the look, whatever stands for it here.
        writer = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
        before = [""] * first_column
        for number, cells in enumerate(opened.iter_rows(), first_row + 1):
            texts = [cell if isinstance(cell, str) else str(cell) for cell in cells]
            if any(texts):
                writer.writerow([str(number), *before, *map(_plain, texts)])


def _plain(text: str) -> str:
    """No half of a pair of characters, which no file can hold: U+FFFF stands for it, and the model tells of that."""
    return guarded(_HALVES.sub("\uffff", text))
