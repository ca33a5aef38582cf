"""A blank DOCX and the few strokes that the packaged templates are drawn with; the only user of python-docx.

It draws tags, tables and sections; which ones, `scaffold` says.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.shared import Emu
from docx.table import Table, _Cell
from lxml import etree

from generator.measures import Length
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.templates.archive import assemble, member
from generator.templates.look import write_styles
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
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{{ properties.title }}</dc:title><dc:subject>{{ properties.subject }}</dc:subject>"
    "<dc:creator>{{ properties.author }}</dc:creator><cp:keywords>{{ properties.keywords }}</cp:keywords>"
    "<dc:language>vi-VN</dc:language>"
    "{% if properties.created %}"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{{ properties.created }}</dcterms:created>'
    "{% endif %}</cp:coreProperties>"
)
_SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
_PAGE_FIELD = "".join(
    f'<w:r xmlns:w="{W}">{inside}</w:r>'
    for inside in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)


NO_SPACE = Length(0)


class Sheet:
    """A template being drawn; `into` chooses whether strokes go to the page or into a table's cell."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._document: DocxDocument = Document()
        self._place: DocxDocument | _Cell = self._document
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

    # Strokes

    def text(self, part: Part, words: str) -> None:
        """A paragraph in a component's style."""
        self._paragraph(part.style_id, words)

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
    def block(self, name: str) -> Iterator[None]:
        self.tag(f"block {name}")
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

    def row(
        self,
        table: Table | None,
        *cells: tuple[Length, Callable[[], None] | None],
        space_above: Length = NO_SPACE,
    ) -> Table:
        """A row without borders that never splits over pages; each cell is drawn by its function, or stays empty."""
        if table is None:
            table = self._document.add_table(rows=0, cols=len(cells))
            _strip_table(table, [width for width, _draw in cells])
        row = table.add_row()
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

    def end(self) -> None:
        """The paragraph that Word wants after a table, without height."""
        self._paragraph("VtBreak", "")

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

    def page_numbers(self) -> None:
        """The page number in the header of every page but the first."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.is_linked_to_previous = False
        section.header.is_linked_to_previous = False
        for header, style in ((section.header, Part.PAGE_NUMBER.style_id), (section.first_page_header, "VtBreak")):
            paragraph = header.paragraphs[0]._p
            for child in list(paragraph):
                paragraph.remove(child)
            paragraph.append(parse_xml(f'<w:pPr xmlns:w="{W}"><w:pStyle w:val="{style}"/></w:pPr>'))
        for run in parse_xml(f'<w:p xmlns:w="{W}">{_PAGE_FIELD}</w:p>'):
            section.header.paragraphs[0]._p.append(run)

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
        parts |= {CORE_PROPERTIES: _CORE.encode(), SETTINGS: _SETTINGS.encode(), APP_PROPERTIES: SIGNED}
        package = Package(Path("template"), parts)
        return assemble(
            member(name, serialise(package.xml(name)) if name.endswith((".xml", ".rels")) else content)
            for name, content in parts.items()
        )


def _strip_table(table: Table, widths: list[Length]) -> None:
    """No borders, no cell margins, fixed columns; the table may hang a little over the margin, its text does not."""
    properties = table._tbl.tblPr
    for child in list(properties):
        properties.remove(child)
    total = sum(width.twips for width in widths)
    for xml in (
        f'<w:tblW xmlns:w="{W}" w:w="{total}" w:type="dxa"/>',
        f'<w:tblLayout xmlns:w="{W}" w:type="fixed"/>',
        f'<w:tblCellMar xmlns:w="{W}"><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>',
    ):
        properties.append(parse_xml(xml))
    for column, width in zip(table._tbl.tblGrid.iter(f"{{{W}}}gridCol"), widths, strict=True):
        column.set(f"{{{W}}}w", str(width.twips))


def canonical(xml: bytes) -> bytes:
    """XML for comparing: attribute order and white space between elements do not count."""
    return etree.tostring(etree.fromstring(xml), method="c14n")
