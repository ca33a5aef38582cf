"""On which side of the sheet every paragraph of the body stands, seen through tables, text boxes and indents.

It reads no words.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.docview.blocks import Block, Paragraph, Table
from generator.docview.drawing import Drawing, Position
from generator.docview.looks import Alignment
from generator.docview.view import DocView, Section
from generator.recognise.segments import Column, Place

_MIDDLE = (0.44, 0.56)
"""Shares of the width between which something stands in the middle."""


def places_of(view: DocView) -> dict[int, Place]:
    """The place of every body paragraph by its index."""
    return dict(_walk(view.blocks, view, None))


def _walk(blocks: tuple[Block, ...], view: DocView, around: Place | None) -> Iterator[tuple[int, Place]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            place = around or _free(block, view)
            yield block.index, place
            for drawing in block.drawings:
                yield from _boxed(drawing, block, view, place)
        elif around is not None and around.cell is not None:
            yield from ((index, around) for index, _inner in _walk_table(block, view))
        else:
            yield from _walk_table(block, view)


def _walk_table(table: Table, view: DocView) -> Iterator[tuple[int, Place]]:
    columns = max((cell.column + cell.span for cell in table.cells), default=1)
    for row in table.rows:
        for cell in row.cells:
            column = Column.FULL
            if columns > 1 and len(row.cells) > 1:
                column = _side(*_extent(table, cell.column, cell.span, columns))
            place = Place(column, table.number, columns, (row.number, cell.number))
            yield from _walk(cell.blocks, view, place)


def _extent(table: Table, first: int, span: int, columns: int) -> tuple[float, float]:
    widths = [max(int(width), 1) for width in table.grid] if len(table.grid) >= columns else [1] * columns
    total = sum(widths)
    return sum(widths[:first]) / total, sum(widths[: first + span]) / total


def _side(start: float, stop: float) -> Column:
    # Two columns of any widths: the one that begins at the left edge is the left one.
    if start == 0:
        return Column.LEFT if stop < 1 else Column.FULL
    if stop >= 0.999:
        return Column.RIGHT
    middle = (start + stop) / 2
    return Column.LEFT if middle < _MIDDLE[0] else Column.RIGHT if middle > _MIDDLE[1] else Column.CENTRE


def _free(paragraph: Paragraph, view: DocView) -> Place:
    look = paragraph.look
    section = view.section_of(paragraph) or view.sections[0]
    width = max(int(section.text_width), 1)
    if look.frame is not None and look.frame.x is not None:
        return Place(Column.LEFT if look.frame.x * 2 < width else Column.RIGHT)
    if look.frame is not None and look.frame.horizontal_align in ("left", "right"):
        return Place(Column(look.frame.horizontal_align))
    if look.alignment is Alignment.RIGHT:
        return Place(Column.RIGHT)
    start, stop = look.left / width, 1 - look.right / width
    if look.alignment is Alignment.CENTER:
        middle = (start + stop) / 2
        inside = _MIDDLE[0] - 0.06 <= middle <= _MIDDLE[1] + 0.06
        return Place(Column.CENTRE if inside else Column.LEFT if middle < 0.5 else Column.RIGHT)
    if start + look.first_line / width > 0.38:
        return Place(Column.RIGHT)
    return Place(Column.LEFT if stop < 0.62 else Column.FULL)


def _boxed(drawing: Drawing, anchor: Paragraph, view: DocView, around: Place) -> Iterator[tuple[int, Place]]:
    section = view.section_of(anchor) or view.sections[0]
    column = around.column if around.cell or drawing.is_inline else _of_box(drawing, section)
    place = Place(column, around.table, around.grid, around.cell, is_boxed=True)
    for block in drawing.blocks:
        for paragraph in block.paragraphs:
            yield paragraph.index, place
    for child in drawing.children:
        yield from _boxed(child, anchor, view, around)


def _of_box(drawing: Drawing, section: Section) -> Column:
    at: Position | None = drawing.horizontal
    if at is None:
        return Column.FULL
    if at.align in ("left", "inside"):
        return Column.LEFT
    if at.align in ("right", "outside"):
        return Column.RIGHT
    if at.align == "center" or at.offset is None:
        return Column.CENTRE
    edge = 0 if at.relative == "page" else int(section.left)
    middle = (edge + at.offset + drawing.width / 2 - section.left) / max(int(section.text_width), 1)
    return Column.LEFT if middle < _MIDDLE[0] else Column.RIGHT if middle > _MIDDLE[1] else Column.CENTRE
