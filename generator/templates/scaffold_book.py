"""The packaged template of the book of outgoing documents: a cover, and a table of ten columns on turned sheets.

It draws; which lines stand in the book, and what is said of secret ones, its context decides.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.shared import Emu
from docx.table import Table

from generator.measures import Length
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.templates.package import W
from generator.templates.pages import text_width
from generator.templates.sheet import Sheet

NAME = "register-book"
COLUMNS = (
    # what NĐ30 PL.IV has them called, the field, its share of the width, whether it is centred
    ("Số, ký hiệu văn bản", "code", 28, True),
    ("Ngày tháng văn bản", "day", 25, True),
    ("Tên loại và trích yếu nội dung văn bản", "title", 53, False),
    ("Người ký", "signer", 24, False),
    ("Nơi nhận văn bản", "recipients", 33, False),
    ("Đơn vị, người nhận bản lưu", "holder", 20, False),
    ("Số lượng bản", "copies", 15, True),
    ("Ngày chuyển", "transferred", 25, True),
    ("Ký nhận", "receipt", 14, False),
    ("Ghi chú", "note", 20, False),
)
_COVER_HEIGHT = Length.from_mm(100)
"""What the title stands in the middle of: with the names above it the turned sheet is full."""
_SIDE, _ABOVE = 70, 30
"""Twips between a cell's border and its words."""
_LINES = ("top", "left", "bottom", "right", "insideH", "insideV")


class BookSheet(Sheet):
    """A sheet that is turned, with strokes for a table with borders."""

    def turn(self) -> None:
        self._document.sections[0].orientation = WD_ORIENT.LANDSCAPE

    def new_page(self) -> None:
        """A paragraph without height that begins a page."""
        self.room("VtBreak")
        properties = self._document.paragraphs[-1]._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:pageBreakBefore xmlns:w="{W}"/>'))

    def centred(self, words: str, *, keep: bool = False, bold: bool = False) -> None:
        """A paragraph of a cell in the middle of its column; `keep`: on the page of the row below."""
        self.text(Part.TABLE, words)
        self._place.paragraphs[-1].runs[0].bold = bold or None
        properties = self._place.paragraphs[-1]._p.get_or_add_pPr()
        if keep:
            properties.append(parse_xml(f'<w:keepNext xmlns:w="{W}"/>'))
        properties.append(parse_xml(f'<w:jc xmlns:w="{W}" w:val="center"/>'))

    def lined(self, widths: list[Length]) -> Table:
        """A table as wide as the text, with borders all round."""
        table = self.table(*widths)
        properties = table._tbl.tblPr
        width, margins = properties.find(f"{{{W}}}tblW"), properties.find(f"{{{W}}}tblCellMar")
        assert width is not None
        assert margins is not None
        borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _LINES)
        width.addnext(parse_xml(f'<w:tblBorders xmlns:w="{W}">{borders}</w:tblBorders>'))
        rooms = "".join(
            f'<w:{side} w:w="{room}" w:type="dxa"/>'
            for side, room in (("top", _ABOVE), ("left", _SIDE), ("bottom", _ABOVE), ("right", _SIDE))
        )
        properties.replace(margins, parse_xml(f'<w:tblCellMar xmlns:w="{W}">{rooms}</w:tblCellMar>'))
        return table

    def repeat_last_row(self, table: Table) -> None:
        """The row stands again at the head of every page."""
        table.rows[-1]._tr.get_or_add_trPr().append(parse_xml(f'<w:tblHeader xmlns:w="{W}"/>'))

    def wide_row(self, table: Table, widths: list[Length], draw: Callable[[], None]) -> None:
        """A row of one cell over all columns."""
        self.row(table, (widths[0], draw), *((width, None) for width in widths[1:]))
        row = table.rows[-1]._tr
        first, *others = row.tc_lst
        for other in others:
            row.remove(other)
        first.grid_span = len(widths)
        first.width = Emu(sum(widths))

    def middle(self, table: Table, height: Length) -> None:
        """The last row gets a height, and its words stand in the middle of it."""
        row = table.rows[-1]._tr
        xml = f'<w:trHeight xmlns:w="{W}" w:val="{height.twips}" w:hRule="atLeast"/>'
        row.get_or_add_trPr().append(parse_xml(xml))
        for cell in row.tc_lst:
            cell.get_or_add_tcPr().append(parse_xml(f'<w:vAlign xmlns:w="{W}" w:val="center"/>'))


def book(profile: Profile, *others: Profile) -> Sheet:
    """The template of one side."""
    sheet = BookSheet(profile, *others)
    room = Length.from_pt(text_width(profile, landscape=True) / 20)
    sheet.turn()
    sheet.page_numbers()
    with sheet.block("cover"):
        _cover(sheet, profile, room)
    with sheet.block("book"):
        sheet.new_page()
        _lines(sheet, room)
    return sheet


def _cover(sheet: BookSheet, profile: Profile, room: Length) -> None:
    """Of the Party's book no form is published: it has the head of its documents. NĐ30's has the names alone."""

    def names() -> None:
        with sheet.each("line in letterhead.parent_lines"):
            sheet.text(Part.PARENT_BODY, "{{ line }}")
        with sheet.each("line in letterhead.name_lines"):
            sheet.text(Part.ISSUER, "{{ line }}")
        if profile.side == "party":
            sheet.text(Part.STAR, "{{ letterhead.star }}")
        else:
            sheet.value("letterhead.issuer_rule | rule")

    def head() -> None:
        sheet.text(Part.PARTY_TITLE, "{{ letterhead.title }}")
        sheet.value("letterhead.title_rule | rule")

    def title() -> None:
        sheet.text(Part.KIND_TITLE, "{{ book.title }}")
        sheet.text(Part.SUBJECT, "{{ book.period }}")
        for field in ("days", "numbers", "volume"):
            with sheet.when(f"book.{field}"):
                sheet.room("VtGap")
                sheet.centred(f"{{{{ book.{field} }}}}")

    if profile.side == "party":
        side = Length(room * 2 // 5)
        table = sheet.row(None, (side, names), (Length(room - 2 * side), None), (side, head))
        sheet.end()
    else:
        table = sheet.row(None, (room, names))
        sheet.end()
    table = sheet.row(None, (room, title))
    sheet.middle(table, _COVER_HEIGHT)


def _lines(sheet: BookSheet, room: Length) -> None:
    shares = [share for _title, _field, share, _centred in COLUMNS]
    widths = [Length(room * share // sum(shares)) for share in shares]
    widths[2] = Length(room - sum(widths) + widths[2])
    table = sheet.lined(widths)
    titles = [partial(sheet.centred, title, bold=True) for title, *_others in COLUMNS]
    numbers = [partial(sheet.centred, f"({number})") for number in range(1, len(COLUMNS) + 1)]
    for draws in (titles, numbers):
        sheet.row(table, *zip(widths, draws, strict=True))
        sheet.repeat_last_row(table)
    sheet.row_tag(table, "for part in book.parts")
    sheet.row_tag(table, "if part.heading")
    sheet.wide_row(table, widths, partial(sheet.centred, "{{ part.heading }}", keep=True, bold=True))
    sheet.row_tag(table, "endif")
    sheet.row_tag(table, "for line in part.lines")
    sheet.row(table, *zip(widths, (_field(sheet, field, centred) for _t, field, _s, centred in COLUMNS), strict=True))
    sheet.row_tag(table, "endfor")
    sheet.row_tag(table, "endfor")
    sheet.end()


def _field(sheet: BookSheet, field: str, centred: bool) -> Callable[[], None]:
    if field != "recipients":
        words = f"{{{{ line.{field} }}}}"
        return partial(sheet.centred, words) if centred else partial(sheet.text, Part.TABLE, words)

    def lines() -> None:
        with sheet.each("one in line.recipients"):
            sheet.text(Part.TABLE, "{{ one }}")

    return lines
