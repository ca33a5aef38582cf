"""The lines on the sheet that belong to components: borders, drawings, typed characters, underlined words.

It measures what the file says; how long typed or underlined lines come out only a page shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.docview.blocks import Paragraph
from generator.docview.drawing import Drawing, DrawingKind
from generator.docview.looks import Alignment, Border
from generator.docview.view import DocView
from generator.docview.words import Story
from generator.measures import Length
from generator.model.parts import Part
from generator.recognise.component import Component, Line, LineKind
from generator.recognise.label import Label
from generator.recognise.names import Name
from generator.recognise.segments import Column

_RULED = (Part.PARTY_TITLE, Part.MOTTO, Part.ISSUER, Part.SUBJECT, Part.ANNEX_REFERENCE, Part.KIND_TITLE)
"""What may have a line under it; of these the one nearest above a line has it."""
_RULED_OFF = (Part.CONTACT, Part.COPY_STAMP, Part.COPY_FORM, Part.COPY_ISSUER)
"""What has a line above."""
_REACH = 3
"""A line is looked for in so many paragraphs below."""
_FLAT = Length.from_mm(1)


def lines_of(view: DocView, components: Sequence[Component], labels: Sequence[Label]) -> tuple[Line, ...]:
    """Under each component at most one, the first that is found."""
    columns = {(each.segment.index, each.segment.start): each.segment.column for each in labels}
    typed: dict[int, list[Column]] = {}
    for each in labels:
        if each.part is None:  # with tabs, one paragraph holds the lines of both sides
            typed.setdefault(each.segment.index, []).append(each.segment.column)
    held = {span.paragraph.index for component in components for span in component.spans}
    found: list[Line] = []
    for at, component in enumerate(components):
        in_body = component.first.seat.story is Story.BODY
        if component.part in _RULED and in_body and not _again(components, at):
            span = component.spans[-1]
            column = columns.get((span.paragraph.index, span.start), Column.FULL)
            line = next(_under(view, component, column, typed, held), None)
            if line is not None:
                found.append(line)
        elif component.part in _RULED_OFF and component.part not in {line.of for line in found}:
            found += _above(view, component)
    return tuple(found)


def _again(components: Sequence[Component], at: int) -> bool:
    """A subject or an author follows the title, and so the line is theirs."""
    after = components[at + 1].part if at + 1 < len(components) else None
    return components[at].part is Part.KIND_TITLE and after in (Part.SUBJECT, Part.AUTHOR)


def _under(
    view: DocView, component: Component, column: Column, typed: dict[int, list[Column]], held: set[int]
) -> Iterator[Line]:
    last = component.spans[-1].paragraph
    if _same_side(typed.get(last.index, ()), column):
        yield Line(LineKind.CHARACTERS, component.part, last)
    yield from _own(view, component, last)
    for paragraph in _next(view, last):
        if _same_side(typed.get(paragraph.index, ()), column):
            yield Line(LineKind.CHARACTERS, component.part, paragraph)
        if paragraph.index in held:
            border = paragraph.look.borders.drawn.get("top")
            if border is not None and paragraph.index == last.index + 1:
                yield _bordered(view, component.part, paragraph, border)
            return
        yield from _drawn(component.part, paragraph)
        border = next(iter(paragraph.look.borders.drawn.values()), None)
        if border is not None:
            yield _bordered(view, component.part, paragraph, border)
        if any(run.look.underline and run.text for run in paragraph.runs) or _underlined_spaces(paragraph):
            yield Line(LineKind.UNDERLINE, component.part, paragraph)


def _same_side(some: Sequence[Column], other: Column) -> bool:
    middle = (Column.CENTRE, Column.FULL)
    return any(one is other or (one in middle and other in middle) for one in some)


def _own(view: DocView, component: Component, last: Paragraph) -> Iterator[Line]:
    border = last.look.borders.drawn.get("bottom")
    if border is not None:
        yield _bordered(view, component.part, last, border)
    for span in component.spans:
        yield from _drawn(component.part, span.paragraph)
    if all(run.look.underline for run in component.words):
        yield Line(LineKind.UNDERLINE, component.part, last)
    cell = _cell_border(view, last)
    if cell is not None:
        yield Line(LineKind.TABLE, component.part, last, cell[0], cell[1].weight, border=cell[1])


def _next(view: DocView, last: Paragraph) -> Iterator[Paragraph]:
    """What stands below it in its own column: of a cell its rest, and the cell under it."""
    seat = last.seat
    found = 0
    for paragraph in view.paragraphs[last.index + 1 :]:
        here = paragraph.seat
        if here.table != seat.table and not here.is_boxed:
            return
        row = (here.row or 0) - (seat.row or 0)
        if row > 1 or found == _REACH:
            return
        if here.is_boxed or here.column == seat.column:
            found += 1
            yield paragraph


def _drawn(part: Name, paragraph: Paragraph) -> Iterator[Line]:
    for drawing in paragraph.drawings:
        for each in (drawing, *drawing.children):
            if _is_line(each):
                length = each.length if each.length is not None else each.width
                yield Line(LineKind.DRAWING, part, paragraph, length, each.stroke, drawing=each)


def _is_line(drawing: Drawing) -> bool:
    flat = drawing.height <= _FLAT and drawing.width > _FLAT
    return drawing.is_horizontal_line or (drawing.kind in (DrawingKind.SHAPE, DrawingKind.LINE) and flat)


def _underlined_spaces(paragraph: Paragraph) -> bool:
    return any(run.look.underline and "\t" in run.text for run in paragraph.runs)


def _bordered(view: DocView, part: Name, paragraph: Paragraph, border: Border) -> Line:
    look = paragraph.look
    room = _room(view, paragraph)
    first = min(int(look.first_line), 0) if look.alignment is not Alignment.CENTER else 0
    length = Length(room - look.left - look.right - first) if room is not None else None
    return Line(LineKind.BORDER, part, paragraph, length, border.weight, border=border)


def _room(view: DocView, paragraph: Paragraph) -> Length | None:
    seated = view.cell_of(paragraph)
    if seated is not None:
        table, row, at = seated
        cell = table.rows[row].cells[at]
        return Length(cell.width - cell.left - cell.right) if cell.width else None
    if paragraph.seat.is_boxed:
        return None
    section = view.section_of(paragraph) or (view.sections[0] if paragraph.seat.story is not Story.BODY else None)
    return section.text_width if section is not None else None


def _cell_border(view: DocView, paragraph: Paragraph) -> tuple[Length, Border] | None:
    """The lower border of a cell whose other sides are bare: of a table with all its borders it is no rule."""
    seated = view.cell_of(paragraph)
    if seated is None:
        return None
    table, row, at = seated
    cell = table.rows[row].cells[at]
    drawn = cell.borders.drawn
    last = [each for block in cell.blocks for each in block.paragraphs if not each.is_empty]
    if set(drawn) != {"bottom"} or not last or last[-1].index != paragraph.index:
        return None
    return cell.width, drawn["bottom"]


def _above(view: DocView, component: Component) -> list[Line]:
    """The line over the whole width that parts contact lines and copies from the text."""
    first = component.first
    border = first.look.borders.drawn.get("top")
    if border is not None:
        return [_bordered(view, component.part, first, border)]
    for paragraph in _before(view, first):
        if not paragraph.is_empty and not paragraph.drawings:
            break
        drawn = paragraph.look.borders.drawn
        if drawn:
            return [_bordered(view, component.part, paragraph, next(iter(drawn.values())))]
        lines = list(_drawn(component.part, paragraph))
        if lines:
            return lines[:1]
    return []


def _before(view: DocView, first: Paragraph) -> Iterator[Paragraph]:
    """What stands above, nearest first: above the table where it stands in one."""
    story: Sequence[Paragraph] = view.paragraphs
    if first.seat.story is not Story.BODY:
        besides = (each for section in view.sections for each in (*section.headers.values(), *section.footers.values()))
        story = next((each.paragraphs for each in besides if first in each.paragraphs), ())
    at = min(first.index, len(story))
    while at and first.seat.table is not None and story[at - 1].seat.table == first.seat.table:
        at -= 1
    yield from reversed(story[max(at - _REACH, 0) : at])
