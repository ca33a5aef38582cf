"""What a template's package may hold: nothing active, nothing that is fetched from outside.

It looks at parts, relationships and field codes; tags are `dialect`'s and `lint`'s matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _
from generator.templates.package import DOCUMENT, RELATIONSHIPS, SETTINGS, STYLES, Package, R, W, serialise

_ACTIVE = re.compile(r"vbaProject|activeX|/embeddings/|oleObject|attachedToolbars|aFChunk|macroEnabled", re.IGNORECASE)
_FETCHING = re.compile(r"(INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|DDEAUTO|DDE|LINK|DATABASE)\b", re.IGNORECASE)
_PLAIN_FIELD = re.compile(r"(=|[A-Za-z]+(?![^\s\\\"]))")
"""A field code that begins with its name, so that no tag can make another name of it."""
_STRIPPED = "attachedTemplate"
_ALLOWED_OUTSIDE = ("hyperlink",)
_WORD_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass(frozen=True, slots=True)
class Checked:
    """A package without anything active, and what was taken out of it."""

    package: Package
    warnings: tuple[Diagnostic, ...]


def checked(package: Package) -> Checked:
    """Refuse what is active or external; a link to a Word template, which real files carry, is taken out."""
    faults: list[Diagnostic] = []
    warnings: list[Diagnostic] = []
    parts = dict(package.parts)
    kinds = package.content_types()
    _is_plain_word(package, kinds)
    for name in package.parts:
        where = Location(package.file, part=name)
        if _ACTIVE.search(f"/{name} {kinds[name]}"):
            faults.append(_refusal("template/active-content", _("mẫu chứa macro hoặc đối tượng nhúng"), where))
        if name.endswith(".rels"):
            parts[name] = _relationships(package, name, where, faults, warnings)
        elif name.endswith(".xml"):
            faults += _fields(package.xml(name), where)
    if faults:
        raise Faulty(dict.fromkeys(faults))
    if warnings and SETTINGS in parts:
        parts[SETTINGS] = _without_attached_template(package)
    return Checked(Package(package.file, parts), tuple(warnings))


def _is_plain_word(package: Package, kinds: dict[str, str]) -> None:
    """A document, not a template or one with macros, in the usual (transitional) vocabulary."""
    root = package.xml(DOCUMENT)
    main = [found.target for found in package.relationships("").values() if found.kind == f"{R}/officeDocument"]
    if kinds[DOCUMENT] == _WORD_DOCUMENT and main == [DOCUMENT] and root.tag == f"{{{W}}}document":
        if root.prefix == "w" and STYLES in package.parts:
            return
    elif _ACTIVE.search(kinds[DOCUMENT]):
        return  # told with the other active parts
    message = _("đây không phải văn bản Word thông thường (.docx)")
    hint = _("mở tệp bằng Word, chọn Save As, kiểu “Word Document (*.docx)”")
    raise Faulty([Diagnostic("template/not-a-docx", message, Location(package.file), hint=hint)])


def _relationships(
    package: Package, name: str, where: Location, faults: list[Diagnostic], warnings: list[Diagnostic]
) -> bytes:
    root = package.xml(name)
    for relationship in list(root.iter(f"{{{RELATIONSHIPS}}}Relationship")):
        kind = relationship.get("Type", "").rpartition("/")[2]
        if _ACTIVE.search(kind):
            faults.append(_refusal("template/active-content", _("mẫu chứa macro hoặc đối tượng nhúng"), where))
        elif relationship.get("TargetMode") != "External" or kind in _ALLOWED_OUTSIDE:
            continue
        elif kind == _STRIPPED:
            root.remove(relationship)
            message = _("đã bỏ liên kết tới tệp mẫu Word gắn kèm")
            warnings.append(Diagnostic("template/attached-template", message, where, severity=Severity.ADVICE))
        else:
            message = _("mẫu liên kết ra ngoài tệp ({kind})").format(kind=kind)
            faults.append(_refusal("template/external-link", message, where))
    return serialise(root)


def _fields(root: etree._Element, where: Location) -> Iterator[Diagnostic]:
    for code in _field_codes(root):
        if _FETCHING.match(code):
            message = _("mẫu có trường tự lấy nội dung từ ngoài")
            yield _refusal("template/fetching-field", message, where)
        elif "{" in code and not _PLAIN_FIELD.match(code):
            message = _("mẫu có trường mà tên của nó do thẻ viết ra")
            yield _refusal("template/fetching-field", message, where)


def _field_codes(root: etree._Element) -> Iterator[str]:
    """The code of every field, put together again where Word has split it over runs."""
    for simple in root.iter(f"{{{W}}}fldSimple"):
        yield simple.get(f"{{{W}}}instr", "").strip()
    codes: list[str] = [""]
    for element in root.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        kind = element.get(f"{{{W}}}fldCharType")
        if kind == "begin":
            codes.append("")
        elif kind == "end" and len(codes) > 1:
            yield codes.pop().strip()
        elif kind is None:
            codes[-1] += element.text or ""
    yield from (code.strip() for code in codes)


def _without_attached_template(package: Package) -> bytes:
    root = package.xml(SETTINGS)
    for element in list(root.iter(f"{{{W}}}{_STRIPPED}")):
        root.remove(element)
    return serialise(root)


def _refusal(code: str, message: str, where: Location) -> Diagnostic:
    return Diagnostic(code, message, where, hint=_("bỏ phần đó trong Word (hoặc chép ảnh vào tệp) rồi lưu lại"))
