"""One unit added to a roster, in whatever form it is kept, with all else in the file left as it stands.

It gives the new bytes, read again and found to hold the old units and the new one; it writes no file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError
from generator.messages import _
from generator.sources import decoding
from generator.sources.columns import UNIT_COLUMNS, UNITS_SHEET, field_of, offered_word
from generator.sources.csv_text import LOOKED_THROUGH, guarded, open_csv
from generator.sources.tables import Table, open_table
from generator.sources.titles import known_titles
from generator.sources.yaml_text import YamlText, parse
from generator.sources.yaml_text import read as read_yaml

BLANKS = {"symbol": "‹ký hiệu›", "place": "‹địa danh›", "archive": "‹nơi lưu›"}
"""What still has to be filled in of a new unit, as it stands in the file; see `sources.checks`."""
New = Mapping[str, str]
"""The fields of a table, with the words of the model."""


def with_unit(file: Path, new: New) -> bytes:
    """The content of the roster with one unit more. GeneratorError where that cannot be done without harm."""
    match file.suffix:
        case ".yaml":
            return _yaml(file, new)
        case ".csv":
            return _csv(file, new)
        case _:
            return _workbook(file, new)


def yaml_entry(new: New, indent: str = "  ") -> str:
    """The unit as an entry of `units:`."""
    lines = [f"{indent}- id: {new['id']}"]
    for field in ("name", "side", "level", "parent"):
        if field in new:
            lines.append(f"{indent}  {field}: {_scalar(new[field])}")
    header = {part: new[f"header.{part}"] for part in ("parent", "name") if f"header.{part}" in new}
    lines.append(f"{indent}  header:")
    lines += [f"{indent}    {part}: {_scalar(text)}" for part, text in header.items()]
    lines += [
        f"{indent}  {field}: {_scalar(new[field])}"
        for field in ("issuing_body", "symbol", "place", "archive", "drafting_unit")
        if field in new
    ]
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    """Plain where YAML reads it as the same text, else in quotation marks."""
    if re.fullmatch(r"[^\W_][\w .()/–‹›-]*[\w)›]|‹[^‹›:#]*›|\w", text) and text.lower() not in ("null", "~"):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _yaml(file: Path, new: New) -> bytes:
    if not file.exists():
        return ("units:\n" + yaml_entry(new)).encode("utf-8")
    source = read_yaml(file)
    content = file.read_bytes()
    text, _faults = decoding.clean_text(content, file)
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    place, indent = _end_of_units(source, lines)
    before = "".join(lines[:place])
    if before and not before.endswith(("\n", "\r")):
        before += ending
    entry = ending + yaml_entry(new, indent).replace("\n", ending)
    changed = (before + entry + "".join(lines[place:])).encode("utf-8")
    if content.startswith(b"\xef\xbb\xbf"):
        changed = b"\xef\xbb\xbf" + changed
    _refuse_unlike(parse(changed, file), source, new, file)
    return changed


def _end_of_units(source: YamlText, lines: Sequence[str]) -> tuple[int, str]:
    """The line, from 0, before which a new entry stands, and how far in; comments of what follows stay with that."""
    units = source.get(("units",))
    top = sorted(place[0] for loc, place in source.keys.items() if len(loc) == 1)
    if "units" not in source.data:
        raise _by_hand(source.file)
    if not units:
        # `units:` with nothing behind it.
        return source.keys["units",][0], "  "
    line, _column = source.values["units", len(units) - 1]
    first = lines[line - 1]
    if not re.match(r"\s*-\s", first):
        raise _by_hand(source.file)
    place = next((each - 1 for each in top if each > line), len(lines))
    while place > line and (not lines[place - 1].strip() or lines[place - 1].startswith("#")):
        place -= 1
    return place, first[: len(first) - len(first.lstrip())]


def _refuse_unlike(changed: YamlText, old: YamlText, new: New, file: Path) -> None:
    """Read again, the file must be the old one with one unit more."""
    before: list[Any] = list(old.get(("units",)) or ())
    after = changed.get(("units",))
    others = {key: value for key, value in changed.data.items() if key != "units"}
    same = isinstance(after, list) and after[:-1] == before and after[-1].get("id") == new["id"]
    if not same or others != {key: value for key, value in old.data.items() if key != "units"}:
        raise _by_hand(file)


def _by_hand(file: Path) -> GeneratorError:
    message = _("không tự thêm được đơn vị vào {file}").format(file=file.name)
    return GeneratorError(message, _("thêm đơn vị vào tệp bằng tay, rồi chạy lại"))


def _cells(new: New, fields: Sequence[str | None]) -> list[str]:
    return [offered_word(new[field], UNIT_COLUMNS[field]) if field and field in new else "" for field in fields]


def _csv(file: Path, new: New) -> bytes:
    table = open_table(file)
    text = open_csv(file, lambda cells: known_titles(cells, UNIT_COLUMNS))
    _refuse_without_columns(table, new, file)
    content = file.read_bytes()
    ending = b"\r\n" if b"\r\n" in content else b"\n"
    # Above the notes that stand below the table.
    content, below = content[: table.index.end], content[table.index.end :] if table.index.end else b""
    if not content.endswith(b"\n"):
        content += ending
    row = io.StringIO(newline="")
    cells = map(guarded, _cells(new, table.reader.places.fields))
    csv.writer(row, delimiter=text.separator, lineterminator=ending.decode()).writerow(cells)
    return content + row.getvalue().encode("utf-8") + below


def _refuse_without_columns(table: Table, new: New, file: Path) -> None:
    missing = [UNIT_COLUMNS[field].title for field in new if field not in table.reader.places.fields]
    if missing:
        message = _("{file} thiếu cột: {titles}").format(file=file.name, titles=", ".join(missing))
        raise GeneratorError(message, _("thêm các cột đó vào bảng, hoặc thêm đơn vị bằng tay"))


def _workbook(file: Path, new: New) -> bytes:
    from openpyxl import load_workbook

    table = open_table(file)
    _refuse_without_columns(table, new, file)
    book = load_workbook(file)
    sheet: Any = book[table.reader.places.sheet or UNITS_SHEET]
    filled = [row for row in sheet.iter_rows() if any(cell.value is not None for cell in row)]
    titles = max(
        filled[:LOOKED_THROUGH], key=lambda row: known_titles([str(cell.value or "") for cell in row], UNIT_COLUMNS)
    )
    end = table.index.notes[0] if table.index.notes else sheet.max_row + 2
    last = max(row[0].row for row in filled if row[0].row < end)
    if last + 1 >= end:
        raise _by_hand(file)
    for title in titles:
        field = field_of(title.value, UNIT_COLUMNS) if isinstance(title.value, str) else None
        if field and field in new:
            cell = sheet.cell(last + 1, title.column)
            cell.value = offered_word(new[field], UNIT_COLUMNS[field])
            cell.data_type, cell.number_format = "s", "@"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
