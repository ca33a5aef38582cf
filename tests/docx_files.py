"""DOCX files for tests, in a few lines: raw parts, so that every element stands where a test wants it.

It knows nothing of templates: a tag is text here.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.document import Document as DocxDocument
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
KINDS = {
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
}
"""The parts beside the body that `docx` can be given as XML, by their file's name."""

Link = tuple[str, str] | tuple[str, str, str]
"""A relationship: its kind's last word, its target, and `External` where it is."""


# XML of a body


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str | None = None, properties: str = "") -> str:
    """A paragraph of runs; a plain text is a run of its own."""
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def paragraphs(*texts: str) -> str:
    """A paragraph a text."""
    return "".join(p(text) for text in texts)


def table(*rows: Sequence[str], width: int = 2000) -> str:
    """A table; a plain text is a cell of one paragraph."""
    grid = f'<w:gridCol w:w="{width}"/>' * max(map(len, rows))
    drawn = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{c if c.startswith("<") else p(c)}</w:tc>'
            for c in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>'


def picture(identifier: str, number: int = 1) -> str:
    """A run with the picture of a relationship."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="{number}" name="Hình {number}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Hình {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{identifier}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def text_box(*texts: str) -> str:
    """A run with a text box."""
    inside = f"<w:txbxContent>{paragraphs(*texts)}</w:txbxContent>"
    return (
        f'<w:r><w:pict><v:shape style="width:90pt;height:30pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>'
    )


def field(*codes: str) -> str:
    """A field whose code is cut over runs."""
    cut = "".join(f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>' for code in codes)
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}{cut}{middle}{run('1')}{end}"


def section(*, landscape: bool = False, references: str = "") -> str:
    """A section's properties."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    margins = 'w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"'
    return f"<w:sectPr>{references}<w:pgSz {size}/><w:pgMar {margins}/></w:sectPr>"


def style(identifier: str, name: str, *, kind: str = "paragraph", based_on: str = "", body: str = "") -> str:
    """A style definition."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{identifier}">'
        f"<w:name w:val={quoteattr(name)}/>{base}{body}</w:style>"
    )


def png(shade: int) -> bytes:
    """A picture of one grey point."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    point = zlib.compress(bytes((0, shade)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", point) + chunk(b"IEND", b"")


# Files


def docx(
    *body: str,
    beside: Mapping[str, str] | None = None,
    styles: str = "",
    title: str = "",
    links: Mapping[str, Link] | None = None,
    parts: Mapping[str, bytes] | None = None,
    types: Mapping[str, str] | None = None,
    last: str | None = None,
) -> dict[str, bytes]:
    """The parts of a document.

    `beside` gives the XML inside of headers and the like (see KINDS), `links` the relationships of the body, `parts`
    and `types` whatever else, by name and by extension or part name. The body ends with the section `last`.
    """
    beside, links = dict(beside or {}), dict(links or {})
    types = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **(types or {}),
    }
    types |= {"/word/document.xml": f"{_WORD}.document.main+xml", "/word/styles.xml": f"{_WORD}.styles+xml"}
    types |= {f"/word/{name}.xml": KINDS[name.rstrip("0123456789")] for name in beside}
    types |= {"/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
    links |= {f"rId{name}": (name.rstrip("0123456789"), f"{name}.xml") for name in (*beside, "styles")}
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{name}"/>'
        for name in beside
        if (kind := name.rstrip("0123456789")) in ("header", "footer")
    )
    end = section(references=references) if last is None else last
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    made = {
        "[Content_Types].xml": _types(types),
        "_rels/.rels": _links({"rId1": ("officeDocument", "word/document.xml"), "rId2": (core, "docProps/core.xml")}),
        "word/document.xml": f"<w:document {DECLARED}><w:body>{''.join(body)}{end}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": _links(links),
        "word/styles.xml": f"<w:styles {DECLARED}>{normal}{styles}</w:styles>".encode(),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
        ).encode(),
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for name, inside in beside.items():
        root = roots.get(name.rstrip("0123456789"), name)
        made[f"word/{name}.xml"] = f"<w:{root} {DECLARED}>{inside}</w:{root}>".encode()
    return made | dict(parts or {})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def write(file: Path, parts: Mapping[str, bytes] | str, *more: str) -> Path:
    """Write a document of these parts, or of this body."""
    if isinstance(parts, str):
        parts = docx(parts, *more)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(zipped(parts))
    return file


def _types(types: Mapping[str, str]) -> bytes:
    lines = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        if name.startswith("/")
        else f'<Default Extension="{name}" ContentType="{kind}"/>'
        for name, kind in types.items()
    )
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{lines}</Types>'.encode()


def _links(links: Mapping[str, Link]) -> bytes:
    lines = []
    for identifier, (kind, target, *mode) in links.items():
        full = kind if ":" in kind else f"{R}/{kind}"
        outside = f' TargetMode="{mode[0]}"' if mode else ""
        lines.append(f'<Relationship Id="{identifier}" Type="{full}" Target="{target}"{outside}/>')
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join(lines)}</Relationships>'.encode()


# Reading


def opened(data: bytes) -> DocxDocument:
    return Document(io.BytesIO(data))


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def root(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(part(data, name))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(data: bytes, name: str = "word/document.xml") -> list[str]:
    """The text of every paragraph of a part, in order, tables and text boxes included."""
    return [
        "".join(t.text or "" for t in paragraph.iter(f"{{{W}}}t") if next(t.iterancestors(f"{{{W}}}p")) is paragraph)
        for paragraph in root(data, name).iter(f"{{{W}}}p")
    ]


def saved_by_libreoffice(file: Path, folder: Path) -> Path:
    """The same document as LibreOffice writes it. Writes: `folder`."""
    soffice = shutil.which("soffice")
    assert soffice is not None
    home = (folder / ".office").as_uri()
    command = [soffice, f"-env:UserInstallation={home}", "--headless", "--norestore", "--convert-to"]
    process = subprocess.Popen(
        [*command, "docx:MS Word 2007 XML", "--outdir", str(folder), str(file)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=120)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    made = folder / file.name
    assert made.is_file()
    return made
