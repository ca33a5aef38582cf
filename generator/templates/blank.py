"""What all templates begin with: properties with their tags, settings, the page number's field, tables without lines.

It opens no files: `sheet` puts them into one.
"""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.table import Table

from generator.measures import Length
from generator.templates.package import W

CORE = (
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
SETTINGS_XML = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

PAGE_FIELD = "".join(
    f'<w:r xmlns:w="{W}">{inside}</w:r>'
    for inside in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)


def strip_table(table: Table, widths: list[Length]) -> None:
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
