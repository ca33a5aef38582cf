"""DOCX files that would run something, fetch something or choke whoever opens them, and the code each is told by."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping

from tests.docx_files import DECLARED, docx, field, p, zipped
from tests.hostile import archives
from tests.hostile.making import CONTENT

_BODY = p(CONTENT)
_SOUND = docx(_BODY)
_DOCUMENT = "word/document.xml"
_BIN = {"bin": "application/octet-stream"}
ACTIVE, OUTSIDE, FETCHING = "template/active-content", "template/external-link", "template/fetching-field"
BROKEN, LARGE, NO_DOCX = "template/broken-xml", "template/too-large", "template/not-a-docx"

Attack = tuple[str, Callable[[], Mapping[str, bytes] | bytes]]


def _part(name: str, data: bytes, kind: str, link: str) -> Callable[[], Mapping[str, bytes]]:
    return lambda: docx(
        _BODY, parts={f"word/{name}": data}, types={f"/word/{name}": kind}, links={"rId9": (link, name)}
    )


def _inside(xml: str) -> Callable[[], Mapping[str, bytes]]:
    return lambda: docx(_BODY, xml)


def _linked(kind: str, target: str, *mode: str) -> Callable[[], Mapping[str, bytes]]:
    link = (kind, target, mode[0]) if mode else (kind, target)
    return lambda: docx(_BODY, links={"rId9": link})


def _instead(data: bytes, part: str = _DOCUMENT) -> Callable[[], Mapping[str, bytes]]:
    return lambda: {**_SOUND, part: data}


def _declared(kind: str) -> Callable[[], Mapping[str, bytes]]:
    """A DOCX whose body says it is of another kind."""
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = _SOUND["[Content_Types].xml"].replace(usual, kind.encode())
    return _instead(types, "[Content_Types].xml")


def _with_type(declaration: str, text: str = "") -> bytes:
    return f"{declaration}<w:document {DECLARED}><w:body>{_BODY}{p(text)}</w:body></w:document>".encode()


_QUOTED = field("QUOTE 68 68 69 65 85 84 79")
_NESTED = (
    f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{_QUOTED}'
    '<w:r><w:instrText> "cmd"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_LAUGHS = "<!DOCTYPE w:document [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)
_UTF7 = '<?xml version="1.0" encoding="UTF-7"?>+ADw-w:document/+AD4-'
_EBCDIC = '<?xml version="1.0" encoding="IBM037"?><w:document/>'

ATTACKS: dict[str, Attack] = {
    # Active
    "macro": (ACTIVE, _part("vbaProject.bin", b"x", "application/vnd.ms-office.vbaProject", "vbaProject")),
    "macro under another name": (ACTIVE, _part("a.bin", b"x", "application/vnd.ms-office.vbaProject", "theme")),
    "macro file": (ACTIVE, _declared("application/vnd.ms-word.document.macroEnabled.main+xml")),
    "word template": (
        NO_DOCX,
        _declared("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
    ),
    "activex": (ACTIVE, _part("activeX/activeX1.xml", b"<x/>", "application/vnd.ms-office.activeX+xml", "control")),
    "activex element": (ACTIVE, _inside('<w:p><w:r><w:control r:id="rId1"/></w:r></w:p>')),
    "embedded file": (ACTIVE, _part("embeddings/oleObject1.bin", b"x", "a/b", "oleObject")),
    "embedded file elsewhere": (ACTIVE, _part("media/a.bin", b"x", "a/b", "package")),
    "embedded element": (ACTIVE, _inside('<w:p><w:r><w:object><v:shape id="a"/></w:object></w:r></w:p>')),
    "embedded link element": (
        ACTIVE,
        _inside(
            '<w:p><w:r><w:pict><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:pict></w:r></w:p>'
        ),
    ),
    "foreign chunk": (ACTIVE, _part("a.html", b"<p>x</p>", "text/html", "aFChunk")),
    "foreign chunk element": (ACTIVE, _inside('<w:altChunk r:id="rId1"/>')),
    "subdocument": (ACTIVE, _inside('<w:p><w:subDoc r:id="rId1"/></w:p>')),
    "frames": (
        ACTIVE,
        lambda: docx(
            _BODY, parts={"word/webSettings.xml": f"<w:webSettings {DECLARED}><w:frameset/></w:webSettings>".encode()}
        ),
    ),
    "web video": (ACTIVE, _inside('<w:p><w:r><wp15:webVideoPr xmlns:wp15="urn:wp15" embeddedHtml="x"/></w:r></w:p>')),
    "add-in": (
        ACTIVE,
        _part("webextensions/webextension1.xml", b"<x/>", "application/vnd.ms-office.webextension+xml", "webextension"),
    ),
    "own menu": (ACTIVE, lambda: docx(_BODY, parts={"customUI/customUI14.xml": b"<customUI/>"})),
    "keys": (
        ACTIVE,
        _part(
            "customizations.xml", b"<x/>", "application/vnd.ms-word.keyMapCustomizations+xml", "keyMapCustomizations"
        ),
    ),
    # From outside
    "remote picture": (OUTSIDE, _linked("image", "http://example.org/a.png", "External")),
    "local picture": (OUTSIDE, _linked("image", "file:///etc/passwd", "External")),
    "mode in other letters": (OUTSIDE, _linked("image", "http://example.org/a.png", "EXTERNAL")),
    "remote part": (OUTSIDE, _linked("header", "http://example.org/a.xml")),
    "share": (OUTSIDE, _linked("image", "\\\\example.org\\a.png")),
    "remote styles": (OUTSIDE, _linked("transform", "http://example.org/a.xsl", "External")),
    "script link": (OUTSIDE, _linked("hyperlink", "javascript:alert(1)", "External")),
    "tool link": (OUTSIDE, _linked("hyperlink", "ms-msdt:/id", "External")),
    "drawn picture": (
        OUTSIDE,
        _inside(
            '<w:p><w:r><w:pict><v:shape><v:imagedata src="http://example.org/a.png"/></v:shape></w:pict></w:r></w:p>'
        ),
    ),
    "mail merge elsewhere": (OUTSIDE, _linked("mailMergeSource", "file:///a.csv", "External")),
    # Fields
    "text from a file": (FETCHING, _inside(p(field('INCLUDETEXT "/etc/passwd"')))),
    "picture from a page": (FETCHING, _inside(p(field('INCLUDEPICTURE "http://example.org/a.png"')))),
    "dde": (FETCHING, _inside(p(field("DDEAUTO", " c:\\\\windows\\\\cmd.exe")))),
    "dde by quoting": (FETCHING, _inside(p(_NESTED))),
    "dde by a tag": (FETCHING, _inside(p(field("{{ 'DDE' }}AUTO cmd")))),
    "macro button": (FETCHING, _inside(p(field("MACROBUTTON x y")))),
    "other document": (FETCHING, _inside(p(field('RD "a.docx"')))),
    "deleted field": (FETCHING, _inside(p(field("LINK Excel.Sheet").replace("instrText", "delInstrText")))),
    # XML
    "external entity": (
        "template/document-type",
        _instead(_with_type('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    ),
    "billion laughs": ("template/document-type", _instead(_with_type(_LAUGHS))),
    "document type in settings": (
        "template/document-type",
        lambda: {**_SOUND, "word/settings.xml": b"<!DOCTYPE a []><a/>"},
    ),
    "utf-7": (BROKEN, _instead(_UTF7.encode())),
    "ebcdic": (BROKEN, _instead(_EBCDIC.encode("cp037"))),
    "ebcdic said in ascii": (BROKEN, _instead(_EBCDIC.encode())),
    "deep elements": (BROKEN, _inside("<w:p>" * 300 + "</w:p>" * 300)),
    "millions of paragraphs": (LARGE, _inside("<w:p/>" * 4_000_000)),
    "a million attributes": (LARGE, _inside("<w:p {}/>".format(" ".join(f'a{n}=""' for n in range(800_000))))),
    "long text": (LARGE, _inside(p("x" * 20_000_000))),
    # Zip
    "bomb": (LARGE, lambda: {**_SOUND, "word/media/a.png": bytes(200_000_000)}),
    "bomb that lies": (
        NO_DOCX,
        lambda: archives.sized(zipped({**_SOUND, "word/a.xml": bytes(200_000_000)}), "word/a.xml", 99),
    ),
    "zip64 that lies": (LARGE, lambda: archives.zip64(zipped(_SOUND), _DOCUMENT)),
    "many members": (LARGE, lambda: archives.many(_SOUND, 3_000)),
    "a thousand members": (LARGE, lambda: archives.many(_SOUND, 700)),
    "way up": ("template/part-name", lambda: archives.with_members(_SOUND, ("../../evil.xml", b"<a/>"))),
    "way up inside": ("template/part-name", lambda: archives.with_members(_SOUND, ("word/../../evil", b"x"))),
    "from the root": ("template/part-name", lambda: archives.with_members(_SOUND, ("/etc/passwd", b"x"))),
    "from a drive": ("template/part-name", lambda: archives.with_members(_SOUND, ("C:evil.xml", b"x"))),
    "twice": ("template/duplicate-part", lambda: archives.with_members(_SOUND, (_DOCUMENT, b"<a/>"))),
    "twice in other letters": (
        "template/duplicate-part",
        lambda: archives.with_members(_SOUND, ("WORD/document.xml", b"<a/>")),
    ),
    "encrypted": (NO_DOCX, lambda: archives.encrypted(zipped(_SOUND), _DOCUMENT)),
    "wrong checksum": (NO_DOCX, lambda: archives.miscounted(zipped(_SOUND), _DOCUMENT)),
    "another compression": (
        NO_DOCX,
        lambda: archives.with_members(_SOUND, ("word/a.xml", bytes(9999)), method=zipfile.ZIP_LZMA),
    ),
    "no document": (NO_DOCX, lambda: zipped({"a.txt": b"x"})),
    "page": (NO_DOCX, lambda: b"<html><img src='http://example.org/a.png'></html>"),
    "old word": (NO_DOCX, lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 500),
    "unclosed tags in attributes": ("", _inside('<w:p w:rsidR="{%"/>' * 6000)),
}
"""Name, code and file; the last is told by whoever meets it first."""
