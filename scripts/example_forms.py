"""The forms that the example's units sent back, from a table of made-up figures, some with a fault on purpose.

`python scripts/example_forms.py` writes them anew, always the same bytes, and collects them as `form collect` does.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.figures import layout  # noqa: E402
from generator.figures.workbook import AskRow, UnitAsk, make_form  # noqa: E402
from generator.model.collection import Question  # noqa: E402
from generator.opc.writing import packed  # noqa: E402
from generator.pipeline.collection_collect import Options, collect  # noqa: E402
from generator.pipeline.collection_make import Asking, make_forms  # noqa: E402
from generator.pipeline.figures_correct import Wish, correct  # noqa: E402
from generator.sources.answers import folder_of  # noqa: E402
from generator.sources.load import load_indicators, open_plan  # noqa: E402
from generator.vietnamese.clock import VIETNAM  # noqa: E402
from generator.workspace import Workspace  # noqa: E402

EXAMPLE = ROOT / "data" / "examples" / "cai-rang"
PLAN = EXAMPLE / "plans" / "ke-hoach.yaml"
TABLE = ROOT / "scripts" / "example_forms.yaml"
RETURNED, CLERK = "bieu-da-nhan", "van-thu"
SUPERIOR = Path("bieu-cap-tren") / "bieu-thanh-uy.xlsx"
CORE = "docProps/core.xml"
NOT_APPLICABLE = "na"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

Rows = Mapping[str, int]
"""By code, the row of a figure."""
Fault = Callable[[Worksheet, Rows], None]


def words(sheet: Worksheet, rows: Rows) -> None:
    sheet[f"{layout.AMOUNT}{rows['oral_sessions']}"] = "khoảng mười lăm buổi"


def negative(sheet: Worksheet, rows: Rows) -> None:
    cell = sheet[f"{layout.AMOUNT}{rows['social_posts']}"]
    cell.value = -cell.value


def formula(sheet: Worksheet, rows: Rows) -> None:
    sheet[f"{layout.AMOUNT}{rows['banners']}"] = "=20+20"


def day(sheet: Worksheet, rows: Rows) -> None:
    cell = sheet[f"{layout.AMOUNT}{rows['oral_sessions']}"]
    cell.value, cell.number_format = datetime(2026, 1, 9), "dd/mm/yyyy"


def grouped(sheet: Worksheet, rows: Rows) -> None:
    """A thousand typed with a point, as a text: a thousand and more, or one and a bit."""
    cell = sheet[f"{layout.AMOUNT}{rows['oral_attendees']}"]
    cell.value = f"{cell.value:,}".replace(",", ".")


FAULTS: Mapping[str, Fault] = {
    "words": words,
    "negative": negative,
    "formula": formula,
    "date": day,
    "grouped": grouped,
}


def returned() -> Iterator[tuple[Path, bytes]]:
    """Every file by its path below the example."""
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    loaded, plan = open_plan(Workspace(EXAMPLE), PLAN)
    with tempfile.TemporaryDirectory() as name:
        for phase in table:
            make_forms(loaded, plan, Asking(phase, output=Path(name) / str(phase)), date.today())
        for phase, units in table.items():
            folder = Path(RETURNED) / f"dot-{phase}"
            for unit, row in units.items():
                made = Path(name) / str(row.get("phase", phase)) / f"{unit}.xlsx"
                for file, data in _files(made.read_bytes(), unit, row):
                    yield folder / file, data


def _files(form: bytes, unit: str, row: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    file = row.get("file", f"{unit}.xlsx")
    if "before" in row:
        # Sent too early; what follows wins.
        yield row["before"]["file"], _filled(form, {**row, **row["before"]})
    yield file, _filled(form, row)


def _filled(form: bytes, row: Mapping[str, Any]) -> bytes:
    book = load_workbook(io.BytesIO(form))
    sheet = book[layout.FORM_SHEET]
    structure = _structure(book)
    rows = {line.code: line.row for line in structure.figures}
    for (code, at), value in zip(rows.items(), row["values"], strict=True):
        if value == NOT_APPLICABLE:
            sheet[f"{layout.NOT_APPLICABLE}{at}"] = layout.CROSS
        elif value is not None:
            sheet[f"{layout.AMOUNT}{at}"] = value
        if code in row.get("about", ()):
            sheet[f"{layout.APPROXIMATE}{at}"] = layout.ABOUT[-1]
    for text in structure.texts:
        if text.id in row.get("texts", {}):
            sheet[f"{layout.TEXT}{text.row}"] = row["texts"][text.id]
    for fault in row.get("faults", ()):
        FAULTS[fault](sheet, rows)
    return _saved(book, datetime.combine(row["day"], time(15, 30), VIETNAM))


def _structure(book: Workbook) -> layout.Structure:
    rows = book[layout.HIDDEN_SHEET].iter_rows(values_only=True)
    return layout.structure_of(tuple(str(cell) for cell in row if cell is not None) for row in rows)


def _saved(book: Workbook, moment: datetime) -> bytes:
    """As if saved at that moment: without the time at which this ran."""
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    parts[CORE] = _MOMENT.sub(rb"\g<1>" + stamp, parts[CORE])
    return packed(parts)


def superior() -> bytes:
    """A form as the level above may send one to this office: not all of it is what the office collects."""
    catalogue = load_indicators()
    codes = ("oral_sessions", "oral_attendees", "social_posts", "news_items", "cells_done", "cells_total")
    asked = UnitAsk(
        plan="ke-hoach-thanh-uy",
        phase=1,
        version=1,
        title="Số liệu tuyên truyền đại hội (biểu minh họa)",
        office="Thành ủy Cần Thơ",
        unit="quan-uy-cai-rang",
        unit_name="Quận ủy Cái Răng",
        period_from=date(2024, 11, 25),
        period_to=date(2025, 5, 31),
        due=date(2025, 6, 12),
        contact="",
        rows=tuple(AskRow(catalogue[code]) for code in codes),
        questions=(Question(id="kho-khan", text="Khó khăn, vướng mắc"),),
    )
    return make_form(asked)


def take_in(folder: Path) -> None:
    """Collect what lies in a copy of the example, as a clerk did on the days that are shown. Writes: its answers."""
    loaded, plan = open_plan(Workspace(folder), folder / PLAN.relative_to(EXAMPLE))
    for phase, units in yaml.safe_load(TABLE.read_text(encoding="utf-8")).items():
        at = datetime.combine(max(row["day"] for row in units.values()), time(16, 30), VIETNAM)
        forms, options = folder / RETURNED / f"dot-{phase}", Options(at=at, by=CLERK, jobs=1)
        collect(loaded, plan, phase, forms, options)
        for unit, row in units.items():
            if "corrected" in row:
                collect(loaded, plan, phase, forms / f"{unit}.xlsx", replace(options, is_partly=True))
                for code, value in row["corrected"]["figures"].items():
                    wish = Wish(unit, code, str(value), row["corrected"]["reason"], CLERK, at)
                    correct(loaded, plan, phase, wish)
        # It is empty, and whoever collects next makes it anew.
        (folder_of(loaded.workspace, plan.path, phase) / ".lock").unlink(missing_ok=True)


def main() -> None:
    """Writes: the folders `bieu-da-nhan`, `bieu-cap-tren` and `figures` of the example."""
    for name in (RETURNED, SUPERIOR.parent, "figures"):
        shutil.rmtree(EXAMPLE / name, ignore_errors=True)
    for path, data in (*returned(), (SUPERIOR, superior())):
        file = EXAMPLE / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    take_in(EXAMPLE)


if __name__ == "__main__":
    main()
