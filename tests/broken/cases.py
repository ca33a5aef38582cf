"""Broken and hostile files, and what should come of each: refused with one code, or opened with these findings.

It runs nothing.
"""

from __future__ import annotations

from tests.broken.packages import (
    OLE,
    Make,
    body_of,
    cut,
    document,
    encrypted,
    folder_instead,
    holds,
    lying_size,
    main_part,
    overlapping,
    package,
    parts,
    pipe_instead,
    ring_of_links,
    twice,
    zip_of,
)
from tests.docx_files import docx, field, p, run, style

Refused = str
"""The end of the one code."""
Opened = tuple[str, ...]
"""The ends of the codes of all findings."""

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
QUADRATIC = f'<!DOCTYPE a [<!ENTITY a "{"a" * 50_000}">]>'
REMOTE = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'
CALLED = p(run("a").replace(">a<", ">&a;<"))
BOUND = "<w:tbl><w:tr><w:tc>"
UNBOUND = "</w:tc></w:tr></w:tbl>"

NOT_A_DOCUMENT: dict[str, tuple[Make, Refused]] = {
    "nothing": (holds(b""), "empty"),
    "only zeros": (holds(bytes(5_000)), "empty"),
    "a .doc": (holds(OLE + bytes(600) + "WordDocument".encode("utf-16-le")), "old-word"),
    "an .xls": (holds(OLE + bytes(600) + "Workbook".encode("utf-16-le")), "spreadsheet"),
    "a .ppt": (holds(OLE + bytes(600) + "PowerPoint Document".encode("utf-16-le")), "presentation"),
    "a locked .docx": (holds(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")), "password"),
    "another OLE file": (holds(OLE + bytes(600)), "old-office"),
    "an .rtf": (holds(b"{\\rtf1\\ansi a}"), "rtf"),
    "a .pdf": (holds(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "pdf"),
    "an .html": (holds(b"\n<!DOCTYPE html><html><body>a</body></html>"), "html"),
    "an .html without a head": (holds(b"<p>a</p><BODY>a</BODY>"), "html"),
    "an .html of UTF-16": (holds("<html>a</html>".encode("utf-16")), "html"),
    "an .mht": (holds(b"MIME-Version: 1.0\nContent-Type: multipart/related\n"), "html"),
    "an .xml of old Word": (holds(b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>'), "flat-xml"),
    "a text": (holds("Kế hoạch tuyên truyền\n".encode()), "text"),
    "a .png": (holds(b"\x89PNG\r\n\x1a\n" + bytes(50)), "picture"),
    "a .jpg": (holds(b"\xff\xd8\xff\xe0" + bytes(50)), "picture"),
    "a .rar": (holds(b"Rar!\x1a\x07\0" + bytes(50)), "archive"),
    "a .7z": (holds(b"7z\xbc\xaf\x27\x1c" + bytes(50)), "archive"),
    "noise": (holds(bytes(range(256)) * 8), "not-a-docx"),
    "an .odt": (holds(zip_of("mimetype", "content.xml", "styles.xml")), "open-document"),
    "an .xlsx": (holds(zip_of("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")), "spreadsheet"),
    "a .pptx": (holds(zip_of("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml")), "presentation"),
    "another .zip": (holds(zip_of("a.txt", "b.docx")), "archive"),
    "an empty .zip": (holds(zip_of()), "archive"),
    "a folder": (folder_instead, "folder"),
    "no file": (lambda folder: folder / "gone.docx", "missing"),
    "a name with a zero": (lambda folder: folder / "a\0b.docx", "unreadable"),
}
ONLY_ON_POSIX: dict[str, tuple[Make, Refused]] = {
    "a pipe": (pipe_instead, "not-a-file"),
    "a link to itself": (ring_of_links, "unreadable"),
}
DAMAGED: dict[str, tuple[Make, Refused | Opened]] = {
    **{f"cut after {share:.0%}": (cut(share), "cut-short") for share in (0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99)},
    "locked members": (encrypted(), "password"),
    "two members of one name but for case": (twice("word/document.xml", "word/document.xml"), "duplicate-part"),
    "a member that leads out": (package(parts() | {"../a.xml": b"<a/>"}), "part-name"),
    "a member from the root": (package(parts() | {"/a.xml": b"<a/>"}), "part-name"),
    "no main part": (package(parts(word__document_dot_xml=None)), "no-text"),
    "no content types": (package({n: c for n, c in parts().items() if n != "[Content_Types].xml"}), "archive"),
    "broken content types": (package(parts() | {"[Content_Types].xml": b"<a"}), ("broken-xml", "content-type")),
    "other content types": (package(parts() | {"[Content_Types].xml": b"<a/>"}), ("content-type",)),
    "no relationships of the package": (package(parts() | {"_rels/.rels": b"<a/>"}), ()),
    "broken relationships of the package": (package(parts() | {"_rels/.rels": b"<a"}), ("broken-xml",)),
    "no relationships of the main part": (
        package({n: c for n, c in parts().items() if "document.xml.rels" not in n}),
        (),
    ),
    "broken relationships of the main part": (
        package(parts() | {"word/_rels/document.xml.rels": b"\xff"}),
        ("encoding",),
    ),
    "no styles": (package({n: c for n, c in parts().items() if n != "word/styles.xml"}), ("dangling-link",)),
    "broken styles": (package(parts(word__styles_dot_xml=b"<w:styles>")), ("broken-xml",)),
    "styles that are no XML": (package(parts(word__styles_dot_xml=b"\x89PNG")), ("encoding",)),
    "empty styles": (package(parts(word__styles_dot_xml=b"")), ("broken-xml",)),
    "an empty main part": (package(parts(word__document_dot_xml=b"")), "broken-xml"),
    "a main part cut short": (main_part(body_of(p("a"))[:-20]), "broken-xml"),
    "a main part without a body": (main_part(body_of("").replace("w:body", "w:bodyless")), "no-text"),
    "a main part that is another thing": (main_part("<html/>"), "no-text"),
    "a main part of UTF-16": (main_part(body_of(p("Đảng")), encoding="utf-16"), ()),
    "a main part of UTF-32": (main_part(body_of(p("a")), encoding="utf-32"), "encoding"),
    "a main part of an old encoding": (
        main_part(body_of(p("a"), '<?xml version="1.0" encoding="windows-1258"?>')),
        "encoding",
    ),
    "zeros in the text": (main_part(body_of(p("a\0b"))), "broken-xml"),
    "half letters": (
        package(parts(word__document_dot_xml=body_of(p("Đảng")).encode().replace(b"\xba\xa3", b"\xba"))),
        "broken-xml",
    ),
    "two roots": (main_part(body_of(p("a")) * 2), "broken-xml"),
    "names without a meaning": (main_part("<w:document><w:body/></w:document>"), "broken-xml"),
    "an empty body": (document(""), ()),
}
HOSTILE: dict[str, tuple[Make, Refused | Opened]] = {
    "entities that grow": (main_part(body_of(CALLED, LAUGHS)), "document-type"),
    "an entity from a file": (main_part(body_of(CALLED, OUTSIDE)), "document-type"),
    "one long entity, often": (main_part(body_of(CALLED * 50, QUADRATIC)), "document-type"),
    "a type from the network": (main_part(body_of(p("a"), REMOTE)), "document-type"),
    "entities in UTF-16": (main_part(body_of(CALLED, LAUGHS), encoding="utf-16"), "document-type"),
    "entities in the styles": (package(parts(word__styles_dot_xml=f"{LAUGHS}<a/>".encode())), ("document-type",)),
    "deep as no document is": (document("<w:sdt><w:sdtContent>" * 150 + "</w:sdtContent></w:sdt>" * 150), "too-deep"),
    "tables in tables": (document(BOUND * 80 + p("a") + UNBOUND * 80), ()),
    "controls in controls": (
        document("<w:sdt><w:sdtContent>" * 120 + p("a") + "</w:sdtContent></w:sdt>" * 120),
        (),
    ),
    "a size that is a lie": (lying_size(), "damaged"),
    "one part behind many names": (overlapping(), "bomb"),
    "a gigabyte of zeros": (holds(zip_of("[Content_Types].xml", content=bytes(200 << 20))), "bomb"),
    "a bomb in a picture": (package(parts() | {"word/media/a.png": bytes(100 << 20)}), "bomb"),
    "a million empty paragraphs": (document(lambda: "<w:p/>" * 1_000_000), "too-long"),
    "thousands of parts": (holds(zip_of(*(f"{number}.xml" for number in range(5_000)))), "too-many-parts"),
    "styles in a ring": (
        document(p("a", style="A"), styles=style("A", "A", based_on="B") + style("B", "B", based_on="A")),
        (),
    ),
    "a style upon itself": (document(p("a", style="A"), styles=style("A", "A", based_on="A")), ()),
    "lists in a ring": (
        document(
            p("a", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
            styles=style("L", "L", kind="numbering", body='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
            beside={
                "numbering": '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            },
        ),
        (),
    ),
    "a number of a thousand pages": (
        document(
            p("a", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
            beside={
                "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/>'
                f'<w:numFmt w:val="upperRoman"/><w:lvlText w:val="{"%1" * 5_000}"/></w:lvl></w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            },
        ),
        (),
    ),
    "cells over a billion columns": (
        document(BOUND + '<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + p("a") + UNBOUND),
        (),
    ),
    "measures beyond all paper": (document(p("a", properties='<w:ind w:left="999999999999999999999999"/>')), ()),
    "measures that are words": (document(p("a", properties='<w:ind w:left="NaN"/><w:spacing w:line="1e999"/>')), ()),
    "a table without rows": (document("<w:tbl/>"), ()),
    "a cell without a paragraph": (document(BOUND + UNBOUND), ()),
    "fields that never end": (document(p(field("PAGE").replace("end", "begin") * 200)), ()),
    "fields that never began": (document(p(field("PAGE").replace("begin", "end") * 200)), ()),
    "a picture from outside": (
        document(p("a"), links={"rId9": ("image", "https://127.0.0.1:9/a.png", "External")}),
        ("external-link",),
    ),
    "a link to a part that is not there": (document(p("a"), links={"rId9": ("image", "a.png")}), ("dangling-link",)),
    "a link that leads out": (document(p("a"), links={"rId9": ("image", "../../../etc/hostname")}), ("dangling-link",)),
    "a main part elsewhere": (
        package(docx() | {"_rels/.rels": docx()["_rels/.rels"].replace(b"word/document.xml", b"../../x.xml")}),
        ("dangling-link",),
    ),
    "a header that is the document": (
        document(
            p("a"),
            links={"rId9": ("header", "document.xml")},
            last='<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>',
        ),
        (),
    ),
    "macros": (package(parts() | {"word/vbaProject.bin": b"x"}), ("macro",)),
    "an object": (document(p("<w:r><w:object/></w:r>")), ("embedded-object",)),
    "a field that fetches": (document(p(field("INCLUDETEXT a"))), ("fetching-field",)),
    "text of another file": (document('<w:altChunk r:id="rId1"/>'), ("foreign-text",)),
}
