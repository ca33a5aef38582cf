"""Documents as people type them, without any style of ours, each piece marked by hand with what it is.

It knows python-docx and a little raw XML for what python-docx has no words for; it knows nothing of how we recognise.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWN = (
    f'xmlns:w="{_W}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

Piece = tuple[str | None, str]
"""What it is (None: nobody can say), and its words."""


@dataclass
class Sheet:
    """A document in the making, and the marks of what was put into it so far."""

    font: str = "Times New Roman"
    size: float = 14
    marks: list[Piece] = field(default_factory=list)
    document: Any = field(default_factory=Document)

    def __post_init__(self) -> None:
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = self.font, Pt(self.size)
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.top_margin = section.bottom_margin = Mm(20)

    # Paragraphs

    def p(self, mark: str | None, text: str = "", **look: Any) -> Paragraph:
        """A paragraph of one piece; an empty text is an empty paragraph and has no mark."""
        return self.line((mark, text), **look) if text else self.line(**look)

    def line(self, *pieces: Piece | str, into: Any = None, **look: Any) -> Paragraph:
        """A paragraph of pieces, with the gaps between them as plain texts."""
        paragraph = self._paragraph(into)
        self.dress(paragraph, **look)
        for piece in pieces:
            mark, text = piece if isinstance(piece, tuple) else (None, piece)
            if isinstance(piece, tuple):
                self.marks.append((mark, text))
            self._run(paragraph, text, look)
        return paragraph

    def many(self, mark: str | None, *texts: str, **look: Any) -> None:
        for text in texts:
            self.p(mark, text, **look)

    def _paragraph(self, into: Any) -> Paragraph:
        if into is None:
            return self.document.add_paragraph()
        first = into.paragraphs[0]
        return first if len(into.paragraphs) == 1 and not first.text and not first.runs else into.add_paragraph()

    def _run(self, paragraph: Paragraph, text: str, look: dict[str, Any]) -> None:
        run = paragraph.add_run(text)
        run.bold, run.italic, run.underline = look.get("bold"), look.get("italic"), look.get("underline")
        if "font" in look:
            run.font.name = look["font"]
            fonts = run._element.rPr.rFonts
            fonts.set(f"{{{_W}}}hAnsi", look["font"])
        if "size" in look:
            run.font.size = Pt(look["size"])
        if "caps" in look:
            run.font.all_caps = look["caps"]

    def dress(self, paragraph: Paragraph, align: str = "", indent: float = 0, first: float = 0, **_more: Any) -> None:
        """Alignment, and indents in mm."""
        if align:
            paragraph.alignment = _ALIGNMENTS[align]
        if indent:
            paragraph.paragraph_format.left_indent = Mm(indent)
        if first:
            paragraph.paragraph_format.first_line_indent = Mm(first)
        for position in _more.get("tabs", ()):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(position))

    def page_break(self) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    # Tables

    def grid(self, rows: int, columns: int, *widths: float, bordered: bool = False) -> Any:
        """A table; its cells are filled with `cell`."""
        table = self.document.add_table(rows, columns)
        if bordered:
            table.style = "Table Grid"
        for column, width in zip(table.columns, widths, strict=False):
            for cell in column.cells:
                cell.width = Mm(width)
        return table

    def cell(self, table: Any, row: int, column: int, *lines: tuple[str | None, str, dict[str, Any]] | Piece) -> None:
        """The lines of a cell, centred unless they say otherwise."""
        for mark, text, *more in lines:
            look = {"align": "center", **(more[0] if more else {})}
            pieces = [(mark, text)] if text else []
            self.line(*pieces, into=table.cell(row, column), **look)

    def data(self, *rows: Sequence[str], header: str = "table_header") -> None:
        """A table of data with borders; its first row is bold."""
        table = self.grid(len(rows), len(rows[0]), bordered=True)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                mark = header if at == 0 else "table"
                self.cell(table, at, column, (mark, text, {"bold": at == 0}))

    # Drawings

    def drawn_line(self, paragraph: Paragraph, width: float) -> None:
        """A straight line of so many mm, anchored in the paragraph."""
        run = paragraph.add_run()
        run._element.append(parse_xml(_anchor(60, width, 0, _shape(width, 0, "line", ""))))

    def box(self, left: float, width: float, *lines: tuple[str | None, str, dict[str, Any]]) -> None:
        """A floating text box; its lines are marked in the order in which they stand."""
        inside = ""
        for mark, text, look in lines:
            if text:
                self.marks.append((mark, text))
            bold = "<w:b/>" if look.get("bold") else ""
            italic = "<w:i/>" if look.get("italic") else ""
            words = f'<w:r><w:rPr>{bold}{italic}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
            inside += f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{words}</w:p>'
        content = f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
        run = self.document.add_paragraph().add_run()
        run._element.append(parse_xml(_anchor(left, width, 30, _shape(width, 30, "rect", content))))

    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def _anchor(left: float, width: float, height: float, graphic: str) -> str:
    return (
        f'<w:drawing {_DRAWN}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{_emu(left)}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_emu(width)}" cy="{_emu(height)}"/><wp:wrapNone/><wp:docPr id="1" name="Shape"/>'
        f"<wp:cNvGraphicFramePr/>{graphic}</wp:anchor></w:drawing>"
    )


def _shape(width: float, height: float, preset: str, content: str) -> str:
    return (
        f'<a:graphic><a:graphicData uri="{_WPS}"><wps:wsp><wps:cNvPr id="1" name="Shape"/><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
        f"</a:solidFill></a:ln></wps:spPr>{content}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )


def _emu(millimetres: float) -> int:
    return round(millimetres * 36_000)
