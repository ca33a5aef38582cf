"""Where a paragraph stands, in words: table, row, cell, text box and paragraph, counted from 1 as a person counts.

It looks at no tag.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from generator.diagnostics import Location
from generator.messages import _
from generator.templates.package import W

_TABLE, _ROW, _CELL, _PARAGRAPH = (f"{{{W}}}{name}" for name in ("tbl", "tr", "tc", "p"))
_BOX = f"{{{W}}}txbxContent"
_NOTES = (f"{{{W}}}footnote", f"{{{W}}}endnote")
_COUNTED_IN = {_TABLE: (), _ROW: (_TABLE,), _CELL: (_ROW,), _PARAGRAPH: (_CELL, _BOX, *_NOTES)}
"""Tables are counted through the part; the others anew in each of these."""


def paragraphs(root: etree._Element, where: Location) -> Iterator[tuple[etree._Element, Location]]:
    """Every paragraph with its place; `where` names file and part."""
    numbers = _numbers(root)
    for paragraph in list(root.iter(_PARAGRAPH)):
        part = where.part or ""
        for holder in reversed(list(paragraph.iterancestors(_CELL, _BOX, *_NOTES))):
            part += _inside(holder, numbers)
        excerpt = own_text(paragraph)[:60] or None
        yield paragraph, Location(file=where.file, part=part, paragraph=numbers[paragraph], excerpt=excerpt)


def own_text(paragraph: etree._Element) -> str:
    """The paragraph's own text, without that of text boxes in it."""
    return "".join(
        piece.text or "" for piece in paragraph.iter(f"{{{W}}}t") if next(piece.iterancestors(_PARAGRAPH)) is paragraph
    )


def _inside(holder: etree._Element, numbers: dict[etree._Element, int]) -> str:
    if holder.tag == _BOX:
        return _(", hộp chữ")
    if holder.tag in _NOTES:
        return _(" số {number}").format(number=numbers.get(holder, 0))
    row = next(holder.iterancestors(_ROW))
    table = next(row.iterancestors(_TABLE))
    return _(", bảng {table}, dòng {row}, ô {cell}").format(
        table=numbers[table], row=numbers[row], cell=numbers[holder]
    )


def _numbers(root: etree._Element) -> dict[etree._Element, int]:
    """The number of every table, row, cell, note and paragraph among its like."""
    counts: Counter[tuple[object, str]] = Counter()
    numbers: dict[etree._Element, int] = {}
    for element in root.iter(*_COUNTED_IN, *_NOTES):
        tag = str(element.tag)
        if tag in _NOTES and element.get(f"{{{W}}}type") is not None:
            continue  # the lines that Word draws above notes
        holders = _COUNTED_IN.get(tag, ())
        holder = next(element.iterancestors(*holders), root) if holders else root
        counts[holder, tag] += 1
        numbers[element] = counts[holder, tag]
    return numbers
