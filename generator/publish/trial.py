"""A page of our own, given to LibreOffice when it failed: does it make any PDF at all on this machine?

It only holds the page; `chunk` gives it out.
"""

from __future__ import annotations

from pathlib import Path

from generator.publish.source import Source

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LINE = "Trang thử của Vanthu: ắ ằ ẳ ẵ ặ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:p><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr>'
    f"<w:t>{_LINE}</w:t></w:r></w:p></w:body></w:document>",
}


def trial_page() -> Source:
    """A DOCX of one line, which never was a file."""
    parts = {name: text.encode() for name, text in _PARTS.items()}
    return Source(Path("vanthu.docx"), parts, (_LINE,), frozenset({"Times New Roman"}))
