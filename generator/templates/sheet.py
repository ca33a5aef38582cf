"""A blank DOCX and the few strokes that the packaged templates are drawn with; the only user of python-docx.

It draws tags, tables and sections; which ones, `scaffold` says.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from docx import Document
from docx.blkcntnr import BlockItemContainer
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.section import Section
from docx.shared import Emu
from docx.table import Table, _Row

from generator.measures import Length
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.templates.archive import assemble, member
from generator.templates.blank import CORE, PAGE_FIELD, SETTINGS_XML, strip_table
from generator.templates.look import add_missing_styles, write_styles
from generator.templates.package import (
    APP_PROPERTIES,
    CORE_PROPERTIES,
    SETTINGS,
    SIGNED,
    Package,
    W,
    read_parts,
    serialise,
)
from generator.templates.pages import set_up_pages

_DROPPED = ("customXml", "thumbnail", "printerSettings", "stylesWithEffects", "glossary", "numbering")
_KEPT_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
NO_SPACE = Length(0)


class Sheet:
    """A template being drawn: strokes go to the page, into a table's cell, or into the margins of page 1."""

    def __init__(self, profile: Profile, *others: Profile) -> None:
        """`others`: the side's other regimes, for the styles of what only they have."""
        self._profile, self._others = profile, others
        self._document: DocxDocument = Document()
        self._place: DocxDocument | BlockItemContainer = self._document
        body = self._document.element.body
        for child in list(body):
            if not child.tag.endswith("}sectPr"):
                body.remove(child)
        self._keep_own_styles()

    def _keep_own_styles(self) -> None:
        styles = self._document.styles.element
        for style in list(styles.iter(f"{{{W}}}style")):
            if style.get(f"{{{W}}}styleId") not in _KEPT_STYLES:
                styles.remove(style)
        for style in styles.iter(f"{{{W}}}style"):
            for old in style.findall(f"{{{W}}}pPr") + style.findall(f"{{{W}}}rPr"):
                style.remove(old)
        write_styles(styles, self._profile)
        add_missing_styles(styles, self._others)

    # Strokes

    def text(self, part: Part, words: str, *, close: bool = False) -> None:
        """A paragraph in a component's style; `close`: without the style's room above."""
        self._paragraph(part.style_id, words)
        if close:
            properties = self._place.paragraphs[-1]._p.get_or_add_pPr()
            properties.append(parse_xml(f'<w:spacing xmlns:w="{W}" w:before="0"/>'))

    def room(self, style: str) -> None:
        """An empty paragraph of a height that its style gives."""
        self._paragraph(style, "")

    def tag(self, code: str) -> None:
        """A paragraph that holds only a tag, small and grey, so that a person sees it is not text."""
        self._paragraph("VtTag", f"{{%p {code} %}}")

    def value(self, expression: str) -> None:
        """A paragraph that is replaced by what a filter makes of a value: blocks, rules."""
        self._paragraph("VtTag", f"{{{{p {expression} }}}}")

    def _paragraph(self, style: str, words: str) -> None:
        paragraph = self._place.add_paragraph()
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:pStyle xmlns:w="{W}" w:val="{style}"/>'))
        if words:
            paragraph.add_run(words)

    @contextmanager
    def block(self, name: str, *marks: str) -> Iterator[None]:
        self.tag(" ".join(("block", name, *marks)))
        yield
        self.tag("endblock")

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        self.tag(f"if {condition}")
        yield
        self.tag("endif")

    @contextmanager
    def each(self, loop: str) -> Iterator[None]:
        self.tag(f"for {loop}")
        yield
        self.tag("endfor")

    def mark(self, table: Table, words: str) -> None:
        """Alternative text: how the program knows a table again after a person has changed it in Word."""
        table._tbl.tblPr.append(parse_xml(f'<w:tblDescription xmlns:w="{W}" w:val="{words}"/>'))

    def table(self, *widths: Length) -> Table:
        """A table without rows or borders."""
        table: Table = self._document.add_table(rows=0, cols=len(widths))
        strip_table(table, list(widths))
        return table

    def row(
        self,
        table: Table | None,
        *cells: tuple[Length, Callable[[], None] | None],
        space_above: Length = NO_SPACE,
    ) -> Table:
        """A row without borders that never splits over pages; each cell is drawn by its function, or stays empty."""
        if table is None:
            table = self.table(*(width for width, _draw in cells))
        row = _new_row(table)
        row._tr.get_or_add_trPr().append(parse_xml(f'<w:cantSplit xmlns:w="{W}"/>'))
        for cell, (width, draw) in zip(row.cells, cells, strict=True):
            cell.width = Emu(width)
            if space_above:
                xml = f'<w:tcMar xmlns:w="{W}"><w:top w:w="{space_above.twips}" w:type="dxa"/></w:tcMar>'
                cell._tc.get_or_add_tcPr().append(parse_xml(xml))
            first = cell.paragraphs[0]._p
            self._place = cell
            if draw is not None:
                cell._tc.remove(first)
                draw()
            else:
                first.get_or_add_pPr().append(parse_xml(f'<w:pStyle xmlns:w="{W}" w:val="VtBreak"/>'))
            self._place = self._document
        return table

    def row_tag(self, table: Table, code: str) -> None:
        """A row that holds only a tag."""
        cells = _new_row(table).cells
        paragraphs = [cell.paragraphs[0] for cell in cells]
        for paragraph in paragraphs:
            paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:pStyle xmlns:w="{W}" w:val="VtTag"/>'))
        paragraphs[0].add_run(f"{{%tr {code} %}}")

    def end(self) -> None:
        """The paragraph that Word wants after a table, without height."""
        self.room("VtBreak")

    def section_break(self, *, landscape: bool, restart: bool) -> None:
        """The end of a section: a new page follows; pages of this one are numbered from 1 where `restart`."""
        self._document.add_section(WD_SECTION.NEW_PAGE)
        ended = self._document.sections[-2]
        if landscape:
            ended.orientation = WD_ORIENT.LANDSCAPE
        paragraph = self._document.paragraphs[-1]._p
        paragraph.get_or_add_pPr().insert(0, parse_xml(f'<w:pStyle xmlns:w="{W}" w:val="VtBreak"/>'))
        if restart:
            margins = ended._sectPr.find(f"{{{W}}}pgMar")
            assert margins is not None
            margins.addnext(parse_xml(f'<w:pgNumType xmlns:w="{W}" w:start="1"/>'))
            self._blank_first_page(ended)

    def _blank_first_page(self, section: Section) -> None:
        """A later section would have the first one's marks on its first page: Word lets sections inherit them."""
        tags = (f"{{{W}}}headerReference", f"{{{W}}}footerReference")
        made = [s for s in list(self._document.sections)[1:] if any(True for _one in s._sectPr.iterchildren(*tags))]
        if made:
            for place, reference in enumerate(list(made[0]._sectPr.iterchildren(*tags))):
                section._sectPr.insert(place, copy.deepcopy(reference))
            return
        first = self._document.sections[0]
        for margin, inherited in (
            (section.first_page_header, first.first_page_header),
            (section.first_page_footer, first.first_page_footer),
        ):
            if not inherited.is_linked_to_previous:
                margin.is_linked_to_previous = False
                self._restyle(margin, "VtBreak")

    def page_numbers(self) -> None:
        """The page number in the header of every page but the first."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = True
        section.header.is_linked_to_previous = False
        self._restyle(section.header, Part.PAGE_NUMBER.style_id)
        for run in parse_xml(f'<w:p xmlns:w="{W}">{PAGE_FIELD}</w:p>'):
            section.header.paragraphs[0]._p.append(run)

    @contextmanager
    def page_one(self, *, foot: bool) -> Iterator[None]:
        """Strokes go into the upper or the lower margin of page 1, below a paragraph without height."""
        section = self._document.sections[0]
        margin = section.first_page_footer if foot else section.first_page_header
        margin.is_linked_to_previous = False
        self._restyle(margin, "VtBreak" if foot else "VtHeaderRoom")
        self._place = margin
        yield
        self._place = self._document

    def _restyle(self, margin: BlockItemContainer, style: str) -> None:
        """The one paragraph of a new header or footer, without anything of its own."""
        paragraph = margin.paragraphs[0]._p
        for child in list(paragraph):
            paragraph.remove(child)
        paragraph.append(parse_xml(f'<w:pPr xmlns:w="{W}"><w:pStyle w:val="{style}"/></w:pPr>'))

    # The file

    def save(self, file: Path) -> None:
        """Write the template: lean, in a fixed order, with fixed time stamps."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(self.to_bytes())

    def to_bytes(self) -> bytes:
        set_up_pages(self._document.element, self._profile)
        for part in (self._document.part, self._document.part.package):
            for identifier, relationship in list(part.rels.items()):
                if any(word in relationship.reltype + str(relationship.target_ref) for word in _DROPPED):
                    del part.rels[identifier]
        stream = io.BytesIO()
        self._document.save(stream)
        parts = dict(read_parts(stream.getvalue()))
        parts |= {CORE_PROPERTIES: CORE.encode(), SETTINGS: SETTINGS_XML.encode(), APP_PROPERTIES: SIGNED}
        package = Package(Path("template"), parts)
        return assemble(
            member(name, serialise(package.xml(name)) if name.endswith((".xml", ".rels")) else content)
            for name, content in parts.items()
        )


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row
