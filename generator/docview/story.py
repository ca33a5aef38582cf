"""One strand of text, the body, a header, a note: its blocks in order, each paragraph with its place and number.

It puts together what `inline`, `tables`, `drawings` and `cascade` read; it reads no settings and no sections.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from generator.diagnostics import Location
from generator.docview.blocks import Block, Paragraph, Table
from generator.docview.budget import DRAWING, SECTION, Budget
from generator.docview.cascade import NO_LAYER, Cascade, Dressed, Layer
from generator.docview.drawing import Drawing
from generator.docview.drawings import Desk, read_drawing
from generator.docview.field_stack import FieldStack
from generator.docview.inline import Content, Inline
from generator.docview.lists import Counter, Lists
from generator.docview.markup import MC, chosen, value, w
from generator.docview.table_styles import TableStyles
from generator.docview.tables import CellPlace, Hall, read_table
from generator.docview.theme import Theme
from generator.docview.vml import read_vml
from generator.docview.words import Numbering, Seat, Story
from generator.messages import _

_PARAGRAPH, _TABLE, _CONTROL, _DRAWING = w("p"), w("tbl"), w("sdt"), w("drawing")
_PROPERTIES, _SECTION = w("pPr"), w("sectPr")
_WRAPPERS = frozenset(w(name) for name in ("customXml", "ins", "moveTo", "smartTag"))
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Shelf:
    """What all stories of a document share."""

    file: Path
    budget: Budget
    cascade: Cascade
    lists: Lists
    tables: TableStyles
    theme: Theme


@dataclass(slots=True)
class Holder:
    """What paragraphs are counted in: the part, a cell, a text box, a note."""

    words: str
    seat: Seat
    layer: Layer = NO_LAYER
    paragraphs: int = 0


@dataclass(slots=True)
class Break:
    """A section ends here: how many blocks it is from the beginning, and what it says."""

    stop: int
    element: etree._Element


@dataclass(slots=True)
class StoryReader:
    """Reads one part. What it found stands in `paragraphs`, `tables` and `breaks`."""

    shelf: Shelf
    story: Story
    links: Mapping[str, str]
    """What the part's relationships point to."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    _fields: FieldStack = field(default_factory=FieldStack)
    _counter: Counter = field(init=False)

    def __post_init__(self) -> None:
        self._counter = Counter(self.shelf.lists)

    def read(self, parent: etree._Element, words: str) -> tuple[Block, ...]:
        """The blocks of the body, of a header or of one note; `words` name the place."""
        return self._blocks(parent, Holder(words, Seat(self.story)), is_top=self.story is Story.BODY)

    def _blocks(self, parent: etree._Element, holder: Holder, is_top: bool = False) -> tuple[Block, ...]:
        found: list[Block] = []
        self._collect(parent, holder, holder.seat, found, is_top)
        return tuple(found)

    def _collect(self, parent: etree._Element, holder: Holder, seat: Seat, found: list[Block], is_top: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag == _PARAGRAPH:
                found.append(self._paragraph(child, holder, seat))
                ending = _ending(child) if is_top else None
                if ending is not None:
                    self.shelf.budget.spend(SECTION)
                    self.breaks.append(Break(len(found), ending))
            elif tag == _TABLE:
                found.append(self._table(child, holder, seat))
            elif tag == _CONTROL:
                content = child.find(w("sdtContent"))
                if content is not None:
                    self._collect(content, holder, replace(seat, control=_control(child)), found, is_top)
            elif tag in _WRAPPERS:
                self._collect(child, holder, seat, found, is_top)
            elif tag == _ALTERNATIVES:
                shown = chosen(child)
                if shown is not None:
                    self._collect(shown, holder, seat, found, is_top)

    @property
    def _section(self) -> int | None:
        return len(self.breaks) if self.story is Story.BODY else None

    # Paragraphs

    def _paragraph(self, element: etree._Element, holder: Holder, seat: Seat) -> Paragraph:
        self.shelf.budget.spend()
        holder.paragraphs += 1
        number, index, in_field = holder.paragraphs, len(self.paragraphs), self._fields.kind
        properties = element.find(_PROPERTIES)
        dressed = self.shelf.cascade.paragraph(properties, holder.layer)
        numbering = self._numbering(dressed)
        # Its place in the list is taken before the paragraphs of its text boxes come.
        self.paragraphs.append(_PLACEHOLDER)
        content = self._content(element, dressed, holder)
        paragraph = Paragraph(
            index=index,
            text=content.text,
            runs=content.runs,
            look=dressed.look,
            mark=dressed.mark,
            where=Location(self.shelf.file, part=holder.words, paragraph=number, excerpt=_excerpt(content.text)),
            seat=seat,
            style_id=dressed.style.id,
            style=dressed.style.name,
            numbering=numbering,
            drawings=content.drawings,
            fields=content.fields,
            in_field=in_field,
            bookmarks=content.bookmarks,
            notes=content.notes,
            section=self._section,
            direct=dressed.direct,
            ends_section=properties is not None and properties.find(_SECTION) is not None,
        )
        self.paragraphs[index] = paragraph
        return paragraph

    def _content(self, element: etree._Element, dressed: Dressed, holder: Holder) -> Content:
        # A field that is open around a text box does not go on in it.
        outer = self._fields
        desk = Desk(lambda box: self._box(box, holder), self.links, self.shelf.theme)

        def draws(drawn: etree._Element) -> tuple[Drawing, ...]:
            self.shelf.budget.spend(DRAWING)
            self._fields = FieldStack()
            shown = read_drawing(drawn, desk) if drawn.tag == _DRAWING else read_vml(drawn, desk)
            self._fields = outer
            return shown

        inline = Inline(self.shelf.cascade, dressed.style.id, holder.layer, outer, self.links, draws)
        return inline.read(element)

    def _box(self, element: etree._Element, holder: Holder) -> tuple[Block, ...]:
        # As Word does: what a table's style sets does not reach into a text box.
        return self._blocks(element, Holder(holder.words + _(", hộp chữ"), replace(holder.seat, is_boxed=True)))

    def _numbering(self, dressed: Dressed) -> Numbering | None:
        level = dressed.level
        if level is None or dressed.list_id is None or dressed.number is None:
            return None
        text = self._counter.next(dressed.list_id, dressed.list_level)
        return Numbering(dressed.list_id, dressed.list_level, level.format, text, level.suffix, dressed.number)

    # Tables

    def _table(self, element: etree._Element, holder: Holder, seat: Seat) -> Table:
        number = len(self.tables) + 1
        self.tables.append(_NO_TABLE)

        def written(cell: etree._Element, place: CellPlace) -> tuple[Block, ...]:
            words = _(", bảng {table}, dòng {row}, ô {cell}").format(table=number, row=place.row, cell=place.cell)
            inner = replace(
                seat, table=number, row=place.row, cell=place.cell, column=place.column, depth=seat.depth + 1
            )
            return self._blocks(cell, Holder(holder.words + words, inner, place.layer))

        where = Location(self.shelf.file, part=holder.words + _(", bảng {table}").format(table=number))
        shelf = self.shelf
        table = read_table(
            element, Hall(shelf.tables, shelf.theme, shelf.budget, number, where, self._section, written)
        )
        self.tables[number - 1] = table
        return table


def _ending(paragraph: etree._Element) -> etree._Element | None:
    """The section that ends with a paragraph."""
    properties = paragraph.find(_PROPERTIES)
    return None if properties is None else properties.find(_SECTION)


def _control(element: etree._Element) -> str:
    properties = element.find(w("sdtPr"))
    names = (value(properties.find(w(name))) for name in ("alias", "tag")) if properties is not None else ()
    return next((name for name in names if name), "")


def _excerpt(text: str) -> str | None:
    return text[:_EXCERPT].strip() or None


_PLACEHOLDER = Paragraph.__new__(Paragraph)
_NO_TABLE = Table((), 0, Location())
