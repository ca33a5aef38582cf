"""A workbook written row by row, however many rows: texts and numbers, never a formula, in a few kilobytes of memory.

It knows no documents. Columns have a title and a width; the titles stay in view and can be filtered by.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import IO

from generator.opc.workbook import letters_of

MOST_ROWS = 500_000
"""Of one sheet: half of what Excel opens, and below what a ZIP member may hold without a later form of ZIP."""
_LONGEST = 32_000
"""Letters of a cell; Excel cuts at 32,767 without a word."""
_AT_ONCE = 2_000
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_ILLEGAL = re.compile(f"[{_CONTROLS}]|_x(?=[0-9A-Fa-f]{{4}}_)")
_NOT_PLAIN = re.compile(f"[&<>_\r{_CONTROLS}]")
"""Nearly no text has such a sign."""
_DATE = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    # What begins like a formula stays a text when a person edits the cell.
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_NOT_FIRST = frozenset((*_FORMULA, " "))

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: int
    repeats: bool = False
    """Most of its texts stand in many rows."""


def write(target: IO[bytes], title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """The workbook; more rows than a sheet takes go on in a second one. Writes: the target."""
    left = iter(rows)
    count = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        # A sheet is begun before it is known whether there is a row for it: the first may well have none.
        following: Iterator[Sequence[Cell]] = left
        while True:
            count += 1
            with archive.open(_member(f"xl/worksheets/sheet{count}.xml"), "w") as sheet:
                for piece in _sheet(columns, islice(following, MOST_ROWS)):
                    sheet.write(piece.encode())
            first = next(left, None)
            if first is None:
                break
            following = chain([first], left)
        for name, text in _frame(title, count).items():
            archive.writestr(_member(name), text.encode())


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _DATE)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _sheet(columns: Sequence[Column], rows: Iterator[Sequence[Cell]]) -> Iterator[str]:
    last = letters_of(len(columns))
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{column.width}" customWidth="1"/>' for at, column in enumerate(columns, 1)
    )
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>"
    )
    titles = "".join(_text(column.title, 1) for column in columns)
    yield f'<row r="1">{titles}</row>'
    repeats = [column.repeats for column in columns]
    count = 1
    while some := list(islice(rows, _AT_ONCE)):
        yield "".join([_row(number, row, repeats) for number, row in enumerate(some, count + 1)])
        count += len(some)
    yield f'</sheetData><autoFilter ref="A1:{last}{count}"/></worksheet>'


def _row(number: int, row: Sequence[Cell], repeats: Sequence[bool]) -> str:
    own = [cell for cell, again in zip(row, repeats, strict=True) if not again and type(cell) is str and cell]
    text = _plain_text if _are_plain(own) else _text
    cells = [
        (_known_text if again else text)(cell) if isinstance(cell, str) else f"<c><v>{cell}</v></c>"
        for cell, again in zip(row, repeats, strict=True)
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _are_plain(texts: Sequence[str]) -> bool:
    """Whether each may stand in a cell as it is; nearly all may, and are asked at once."""
    whole = "".join(texts)
    if len(whole) > _LONGEST or not whole.isprintable():
        return False
    if "&" in whole or "<" in whole or ">" in whole or "_" in whole:
        return False
    return all(text[0] not in _NOT_FIRST and text[-1] != " " for text in texts)


@lru_cache(maxsize=1024)
def _known_text(text: str) -> str:
    return _text(text)


def _plain_text(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>' if text else "<c/>"


def _text(text: str, style: int = 0) -> str:
    if not text:
        return "<c/>"
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    if text[0] in _FORMULA and not style:
        style = 2
    if _NOT_PLAIN.search(text):
        # Signs that XML cannot hold are written as Excel writes them: _x0000_.
        text = _ILLEGAL.sub(_written, text)
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "_x000D_")
    shown = f' s="{style}"' if style else ""
    kept = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f'<c t="inlineStr"{shown}><is><t{kept}>{text}</t></is></c>'


def _written(found: re.Match[str]) -> str:
    return f"_x{ord(found[0][0]):04X}_{found[0][1:]}"


def _frame(title: str, count: int) -> dict[str, str]:
    """The parts around the sheets."""
    numbers = range(1, count + 1)
    names = [title if number == 1 else f"{title} {number}" for number in numbers]
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, names, strict=True)
    )
    links = "".join(_link(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPES}.worksheet+xml"/>' for n in numbers
    )
    return {
        "xl/styles.xml": _STYLES,
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _links(links + _link(f"rId{count + 1}", "styles", "styles.xml")),
        "_rels/.rels": _links(_link("rId1", "officeDocument", "xl/workbook.xml")),
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>'
        ),
    }


def _links(links: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _link(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
