"""The roster of the small workspace as a table, and tables with one cell changed."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from generator.workspace import Workspace

TITLES = (
    "id", "name", "side", "level", "header.name", "issuing_body", "symbol", "place", "archive", "parent",
    "signer.id", "signer.position", "recipients.report",
)  # fmt: skip
ROWS = (
    ("chi-bo-mot", "Chi bộ Một", "Đảng", "Chi bộ", "Chi bộ Một", "Chi bộ", "CB", "Xã Mẫu", "chi bộ", "",
     "bi-thu-mot", "Bí thư", "Đảng ủy xã (để b/c)"),
    ("chi-bo-hai", "Chi bộ Hai", "party", "cell", "Chi bộ Hai", "Chi bộ", "CB", "Xã Mẫu", "chi bộ", "dang-uy-xa-mau",
     "", "", ""),
)  # fmt: skip
GROUPS = (
    ("id", "name", "members"),
    ("cac-chi-bo", "Các chi bộ", "all"),
    ("nhom-mot", "Nhóm Một", "chi-bo-mot"),
)
TABLE = (TITLES, *ROWS)

Table = Sequence[Sequence[Any]]
Sheet = Any


def with_cells(changes: dict[tuple[int, str], Any], table: Table = TABLE) -> list[list[Any]]:
    """The table with other cells: by the row, from 1 as in the sheet, and the title."""
    changed = [list(row) for row in table]
    for (row, title), value in changes.items():
        changed[row - 1][TITLES.index(title)] = value
    return changed


def put_csv(workspace: Workspace, table: Table = TABLE, *, separator: str = ",", encoding: str = "utf-8") -> Path:
    workspace.units_file.unlink(missing_ok=True)
    for name, rows in (("units.csv", table), ("groups.csv", GROUPS)):
        with (workspace.root / name).open("w", newline="", encoding=encoding) as stream:
            csv.writer(stream, delimiter=separator).writerows(rows)
    return workspace.root / "units.csv"


def put_workbook(workspace: Workspace, table: Table = TABLE, change: Callable[[Sheet], None] | None = None) -> Path:
    workspace.units_file.unlink(missing_ok=True)
    book = Workbook()
    sheet: Sheet = book.active
    sheet.title = "units"
    groups = book.create_sheet("groups")
    for into, rows in ((sheet, table), (groups, GROUPS)):
        for row in rows:
            into.append([value if value != "" else None for value in row])
    if change:
        change(sheet)
    file = workspace.root / "units.xlsx"
    book.save(file)
    return file
