"""Sound templates with all that Word and LibreOffice put into a file beside the text, and what is told of each.

Every one prints `KẾ HOẠCH` in its second paragraph.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.docx_files import DECLARED, R, docx, field, p, png, run, section, table
from tests.hostile.making import CONTENT

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SIGNED = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
_TITLE = p("{{ kind_title }}")
_BODY = p(CONTENT)
_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _links(*links: tuple[str, str, str]) -> bytes:
    """Relationships to the outside."""
    lines = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'
        for name, kind, target in links
    )
    return f'<Relationships xmlns="{_RELS}">{lines}</Relationships>'.encode()


def _paragraph(xml: str) -> dict[str, bytes]:
    return docx(_BODY, xml)


def _part(name: str, root: str, link: str) -> dict[str, bytes]:
    kind = f"{_PARTS}.{link}+xml"
    data = f"<w:{root} {DECLARED}/>".encode()
    return docx(
        _BODY,
        _TITLE,
        parts={f"word/{name}.xml": data},
        types={f"/word/{name}.xml": kind},
        links={"rId9": (link, f"{name}.xml")},
    )


def _attached() -> dict[str, bytes]:
    parts = docx(
        _BODY, _TITLE, beside={"settings": '<w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="00A1"/></w:rsids>'}
    )
    return parts | {"word/_rels/settings.xml.rels": _links(("rId1", "attachedTemplate", "file:///C:/a.dotx"))}


def _merged() -> dict[str, bytes]:
    merge = (
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/>'
        '<w:query w:val="SELECT * FROM a"/><w:dataSource r:id="rId1"/></w:mailMerge>'
    )
    parts = docx(_BODY, p("{{ kind_title }}", field("MERGEFIELD Ten").replace(">1<", "><")), beside={"settings": merge})
    return parts | {"word/_rels/settings.xml.rels": _links(("rId1", "mailMergeSource", "file:///C:/a.csv"))}


def _signed() -> dict[str, bytes]:
    parts = docx(_BODY, _TITLE, parts={"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<a/>"})
    link = f'<Relationship Id="rId9" Type="{_SIGNED}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", link.encode())
    return parts


_BOUND = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a[1]" w:storeItemID="{0}"/></w:sdtPr>'
    f"<w:sdtContent>{_TITLE}</w:sdtContent></w:sdt>"
)
_CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:wps="urn:wps" Requires="wps"><w:drawing/></mc:Choice>'
    '<mc:Fallback><w:pict><v:shape style="width:9pt"/></w:pict></mc:Fallback></mc:AlternateContent>'
)
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"

GOOD: dict[str, tuple[Mapping[str, bytes], tuple[str, ...]]] = {
    "plain": (docx(_BODY, _TITLE), ()),
    "attached template": (_attached(), ("template/attached-template",)),
    "mail merge": (_merged(), ("template/mail-merge",) * 2),
    "signed": (_signed(), ("template/signature",)),
    "bound to data": (_paragraph(_BOUND), ("template/data-binding",)),
    "spelling marks": (
        _paragraph(
            p("{{ kind", '<w:proofErr w:type="spellStart"/>', "_title", '<w:proofErr w:type="spellEnd"/>', " }}")
        ),
        (),
    ),
    "revision marks": (
        _paragraph(f'<w:p w:rsidR="00A1" w:rsidRDefault="00A1" w:rsidP="00A1">{run("{{ kind_title }}")}</w:p>'),
        (),
    ),
    "ids of paragraphs": (
        _paragraph(
            f'<w:p xmlns:w14="{_W14}" w14:paraId="1A2B3C4D" w14:textId="77777777">{run("{{ kind_title }}")}</w:p>'
        ),
        (),
    ),
    "bookmarks": (
        _paragraph(p('<w:bookmarkStart w:id="0" w:name="_GoBack"/>', "{{ kind_title }}", '<w:bookmarkEnd w:id="0"/>')),
        (),
    ),
    "smart tags": (
        _paragraph(p(f'<w:smartTag w:uri="urn:a" w:element="place">{run("{{ kind_title }}")}</w:smartTag>')),
        (),
    ),
    "page break": (_paragraph(p("<w:r><w:lastRenderedPageBreak/></w:r>", "{{ kind_title }}")), ()),
    "old and new drawing": (_paragraph(p("{{ kind_title }}", f"<w:r>{_CHOICE}</w:r>")), ()),
    "page number": (docx(_BODY, _TITLE, beside={"header1": p(field("PAGE \\* MERGEFORMAT"))}), ()),
    "table of contents": (
        _paragraph(p("{{ kind_title }}", field(' TOC \\o "1-3" \\h \\z \\u ').replace(">1<", "><"))),
        (),
    ),
    "link": (docx(_BODY, _TITLE, links={"rId9": ("hyperlink", "https://example.org/a?b=c:d", "External")}), ()),
    "mail address": (docx(_BODY, _TITLE, links={"rId9": ("hyperlink", "mailto:a@example.org", "External")}), ()),
    "grid": (
        docx(_BODY, _TITLE, last=section().replace("</w:sectPr>", '<w:docGrid w:linePitch="360"/></w:sectPr>')),
        (),
    ),
    "comments": (_part("comments", "comments", "comments"), ()),
    "fonts": (_part("fontTable", "fonts", "fontTable"), ()),
    "web settings": (_part("webSettings", "webSettings", "webSettings"), ()),
    "glossary": (_part("glossary/document", "glossaryDocument", "glossaryDocument"), ()),
    "theme": (
        docx(_BODY, _TITLE, parts={"word/theme/theme1.xml": b"<a/>"}, links={"rId9": ("theme", "theme/theme1.xml")}),
        (),
    ),
    "embedded fonts": (
        docx(
            _BODY,
            _TITLE,
            parts={"word/fonts/font1.odttf": b"x"},
            types={"odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont"},
        ),
        (),
    ),
    "printer": (
        docx(
            _BODY,
            _TITLE,
            parts={"word/printerSettings1.bin": b"x"},
            types={"bin": f"{_PARTS}.printerSettings"},
            links={"rId9": ("printerSettings", "printerSettings1.bin")},
        ),
        (),
    ),
    "data beside": (
        docx(
            _BODY,
            _TITLE,
            parts={"customXml/item1.xml": b"<a/>"},
            links={"rId9": ("customXml", "../customXml/item1.xml")},
        ),
        (),
    ),
    "picture": (
        docx(
            _BODY,
            _TITLE,
            parts={"word/media/a.png": png(9)},
            types={"png": "image/png"},
            links={"rId9": ("image", "media/a.png")},
        ),
        (),
    ),
    "from the package's root": (
        docx(
            _BODY,
            _TITLE,
            parts={"word/media/a.png": png(9)},
            types={"png": "image/png"},
            links={"rId9": ("image", "/word/media/a.png")},
        ),
        (),
    ),
    "thumbnail": (docx(_BODY, _TITLE, parts={"docProps/thumbnail.jpeg": b"x"}, types={"jpeg": "image/jpeg"}), ()),
    "large table": (docx(_BODY, _TITLE, table(*[("a", "b", "c")] * 1500)), ()),
    "long text": (docx(_BODY, _TITLE, p("chữ nghĩa " * 50_000)), ()),
    "loops": (
        docx(_BODY, _TITLE, p("{% for i in range(300) %}{% for j in range(300) %}x{% endfor %}{% endfor %}")),
        (),
    ),
}
"""Name, file, and the codes of what is told of it."""
