"""A form of ours that came from elsewhere, filled in and otherwise left as it came.

Whether it is a form, and sound, `returned` has found before; what goes into it, the pipeline knows.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from generator.figures.layout import FORM_SHEET, HIDDEN_SHEET, TEXT, Structure, literal, structure_of
from generator.figures.sheet_looks import height
from generator.figures.workbook import CORE_PART, given_cells, stamp
from generator.model.answers import Given
from generator.opc.writing import packed

_MODIFIED = re.compile(r"<dcterms:modified\b.*?</dcterms:modified>")
_WHOLE_WIDTH = 140
"""Characters in a row of an answer."""


def structure_in(data: bytes) -> Structure:
    """What the form asks, row by row; a LookupError or ValueError where its own two sheets are gone or changed."""
    book = _opened(data)
    book[FORM_SHEET]
    return structure_of(_lines(book[HIDDEN_SHEET]))


def filled(data: bytes, figures: Mapping[str, Given], texts: Mapping[str, str], moment: datetime) -> bytes:
    """The form with these figures by code and answers by question, saved at this moment."""
    book = _opened(data)
    sheet = book[FORM_SHEET]
    structure = structure_of(_lines(book[HIDDEN_SHEET]))
    for line in structure.figures:
        for place, content in given_cells(line.row, figures[line.code]) if line.code in figures else ():
            _put(sheet[place], content)
    for text in structure.texts:
        if text.id in texts:
            _put(sheet[f"{TEXT}{text.row}"], texts[text.id])
            row = sheet.row_dimensions[text.row]
            row.height = max(row.height or 0, height(texts[text.id], _WHOLE_WIDTH))
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    # What the library puts there is the clock of the machine.
    parts[CORE_PART] = stamp(_MODIFIED.sub("", parts[CORE_PART].decode()).encode(), moment)
    return packed(parts)


def _opened(data: bytes) -> Any:
    with warnings.catch_warnings():
        # Of what another program added and this library does not keep: nothing that a form needs.
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data))


def _lines(sheet: Any) -> Iterator[tuple[str, ...]]:
    for row in sheet.iter_rows(values_only=True):
        texts = ["" if value is None else str(value) for value in row]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield tuple(texts)


def _put(cell: Any, content: str | Decimal) -> None:
    if isinstance(content, str):
        cell.value = literal(content)
        cell.data_type = "s"  # a text that begins with `=` is no formula
    else:
        cell.value = content
