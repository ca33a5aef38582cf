"""What in a document is active, or comes from outside when it is opened: macros, objects, links, fields.

It only tells, the more dangerous the louder; the view is made all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from generator.diagnostics import Severity
from generator.docview.blocks import Paragraph
from generator.docview.markup import OFFICE, VML, w
from generator.docview.parts import Parts
from generator.messages import _, mark

_Kind = tuple[str, str, Severity]
"""The end of the code, the message to be looked up, and how bad it is."""

_MACRO: _Kind = ("macro", mark("tệp chứa macro"), Severity.ERROR)
_CONTROL: _Kind = ("control", mark("tệp chứa điều khiển ActiveX"), Severity.ERROR)
_OBJECT: _Kind = ("embedded-object", mark("tệp nhúng đối tượng hay tệp khác"), Severity.WARNING)
_CHUNK: _Kind = ("foreign-text", mark("tệp chèn nguyên văn bản của tệp khác"), Severity.ERROR)
_FETCHING: _Kind = ("fetching-field", mark("tệp có trường tự lấy nội dung từ ngoài ({name})"), Severity.ERROR)
_OUTSIDE: _Kind = ("external-link", mark("tệp lấy nội dung từ ngoài khi mở ({name})"), Severity.ERROR)
_TEMPLATE: _Kind = ("attached-template", mark("tệp gắn với một tệp mẫu Word ở nơi khác"), Severity.WARNING)
_MERGE: _Kind = ("mail-merge", mark("tệp gắn với nguồn dữ liệu trộn thư"), Severity.WARNING)
_EXTENSION: _Kind = ("extension", mark("tệp mang theo tiện ích hay giao diện riêng"), Severity.WARNING)
_SIGNATURE: _Kind = ("signature", mark("tệp đã ký số trong Word; việc kiểm tra không xét chữ ký"), Severity.ADVICE)
_DANGLING: _Kind = ("dangling-link", mark("tệp trỏ tới một phần không có trong tệp ({name})"), Severity.WARNING)
_DOTX: _Kind = ("template-type", mark("đây là tệp mẫu của Word (.dotx), không phải văn bản"), Severity.ADVICE)
_ODD_TYPE: _Kind = ("content-type", mark("tệp không tự khai là văn bản Word"), Severity.WARNING)

_BY_NAME = (
    (re.compile(r"vbaProject|vbaData|macroEnabled|attachedToolbars|keyMapCustomizations", re.IGNORECASE), _MACRO),
    (re.compile(r"activeX", re.IGNORECASE), _CONTROL),
    (re.compile(r"/embeddings/|oleObject", re.IGNORECASE), _OBJECT),
    (re.compile(r"aFChunk", re.IGNORECASE), _CHUNK),
    (re.compile(r"webextension|customUI|userCustomization|ui/extensibility", re.IGNORECASE), _EXTENSION),
    (re.compile(r"_xmlsignatures/", re.IGNORECASE), _SIGNATURE),
)
_BY_ELEMENT = {
    w("control"): _CONTROL,
    w("altChunk"): _CHUNK,
    w("subDoc"): _CHUNK,
    w("object"): _OBJECT,
    f"{{{OFFICE}}}OLEObject": _OBJECT,
    w("mailMerge"): _MERGE,
}
_FETCHES = re.compile(r"(INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|DDEAUTO|DDE|LINK|DATABASE|RD)\b", re.IGNORECASE)
_ACTS = re.compile(r"(MACROBUTTON|PRINT|HTMLCONTROL|HTMLACTIVEX|CONTROL)\b", re.IGNORECASE)
_BY_LINK = {"control": _CONTROL, "aFChunk": _CHUNK, "subDocument": _CHUNK, "mailMergeSource": _MERGE}
_BY_LINK |= {"mailMergeHeaderSource": _MERGE, "attachedTemplate": _TEMPLATE}
_FAR = re.compile(r"https?:|ftp:|\\\\|//|file:/*\\\\", re.IGNORECASE)
_IGNORED_LINKS = frozenset(("hyperlink", "customXml", "customXmlProps"))
_MAIN_TYPE = "wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = "wordprocessingml.template.main+xml"
_MOST = 100


class Watch:
    """Gathers what is active in one document; each kind once a part."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._seen: set[tuple[str, str | None, str]] = set()

    def look_at_package(self) -> None:
        """At the names, types and links of all parts."""
        types = self._parts.content_types()
        main = types.get(self._parts.main, "")
        if _TEMPLATE_TYPE in main:
            self._tell(_DOTX, None)
        elif _MAIN_TYPE not in main and "macroEnabled" not in main:
            self._tell(_ODD_TYPE, self._parts.main)
        for name in self._parts.package.sizes:
            for pattern, kind in _BY_NAME:
                if pattern.search(f"/{name} {types.get(name, '')}"):
                    self._tell(kind, name)
                    break
        for name in self._parts.package.parts:
            if name.casefold().endswith(".rels"):
                self._look_at_links(name)

    def look_at_elements(self, root: etree._Element, part: str) -> None:
        """At what stands in a part that was parsed."""
        for tag, kind in _BY_ELEMENT.items():
            if next(root.iter(tag), None) is not None:
                self._tell(kind, part)
        if any(drawn.get("src") for drawn in root.iter(f"{{{VML}}}imagedata")):
            self._tell(_OUTSIDE, part, "image")

    def look_at_fields(self, paragraphs: Iterable[Paragraph]) -> None:
        """At the codes of all fields."""
        for paragraph in paragraphs:
            for field in paragraph.fields:
                found = _FETCHES.match(field.code) or _ACTS.match(field.code)
                if found:
                    self._tell(_FETCHING, paragraph.where.part, found[1].upper())

    def _look_at_links(self, name: str) -> None:
        folder, _rels, file = name.rpartition("_rels/")
        owner = folder + file.removesuffix(".rels")
        for link in self._parts.links(owner).values():
            if link.external and link.kind not in _IGNORED_LINKS:
                kind = _BY_LINK.get(link.kind, _OUTSIDE)
                is_far = kind is _TEMPLATE and bool(_FAR.match(link.target))
                self._tell(_OUTSIDE if is_far else kind, name, link.kind)
            elif link.kind in _BY_LINK:
                self._tell(_BY_LINK[link.kind], name)
            elif link.kind not in _IGNORED_LINKS and self._parts.package.find(link.target) is None:
                self._tell(_DANGLING, name, link.target[:100])

    def _tell(self, kind: _Kind, part: str | None, name: str = "") -> None:
        code, message, severity = kind
        key = (code, part, name)
        if key in self._seen or len(self._seen) >= _MOST:
            return
        self._seen.add(key)
        self._parts.tell(code, _(message).format(name=name), part, severity)
