"""What a template's package may hold: nothing active, nothing that is fetched from outside.

It looks at parts, relationships and elements, `field_codes` at fields; tags are `dialect`'s and `lint`'s matter. What
real letters carry and documents do not need is taken out, and told; all else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _, mark
from generator.templates.field_codes import field_faults
from generator.templates.package import DOCUMENT, RELATIONSHIPS, SETTINGS, STYLES, Package, R, W, serialise

_ACTIVE = re.compile(
    r"vbaProject|vbaData|activeX|/embeddings/|oleObject|attachedToolbars|keyMapCustomizations|customizations\.xml"
    r"|aFChunk|macroEnabled|macrosheet|webextension|customUI|ui/(extensibility|userCustomization)",
    re.IGNORECASE,
)
_ACTIVE_LINKS = ("control", "package")
_SIGNATURES = "_xmlsignatures/"
_SIGNATURE_LINK = "digital-signature/origin"
_STRIPPED = {
    "attachedTemplate": ("template/attached-template", mark("đã bỏ liên kết tới tệp mẫu Word gắn kèm")),
    "mailMergeSource": ("template/mail-merge", mark("đã bỏ nguồn dữ liệu trộn thư gắn với mẫu")),
    "mailMergeHeaderSource": ("template/mail-merge", mark("đã bỏ nguồn dữ liệu trộn thư gắn với mẫu")),
}
"""Links that letters of offices really have in their settings: the code and the words when one is taken out."""
_MAIL_MERGE = "mailMerge"
_BINDING = "dataBinding"
_WEB_ADDRESS = re.compile(r"(?!(https?|mailto|ftp|tel|file):)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OFFICE, _VML = "urn:schemas-microsoft-com:office:office", "urn:schemas-microsoft-com:vml"
_ACTIVE_ELEMENTS = (
    *(f"{{{W}}}{name}" for name in ("object", "control", "altChunk", "subDoc", "frameset", "movie")),
    *(f"{{{_OFFICE}}}OLEObject", "{*}webVideoPr"),
)
_VML_SOURCES = ("src", f"{{{_OFFICE}}}href", f"{{{_OFFICE}}}althref")
_WORD_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass(frozen=True, slots=True)
class Checked:
    """A package without anything active, and what was taken out of it."""

    package: Package
    warnings: tuple[Diagnostic, ...]


def checked(package: Package) -> Checked:
    """Refuse what is active or external; take out what real files carry and no document needs."""
    faults: list[Diagnostic] = []
    warnings: list[Diagnostic] = []
    package = _without_signatures(package, warnings)
    parts = dict(package.parts)
    kinds = package.content_types()
    _is_plain_word(package, kinds)
    for name in package.parts:
        where = Location(package.file, part=name)
        if _ACTIVE.search(f"/{name} {kinds[name]}"):
            faults.append(_active(where))
        elif name.endswith(".rels"):
            parts[name] = _relationships(package, name, where, faults, warnings)
        elif name.endswith(".xml") or kinds[name].endswith("xml"):
            root = package.xml(name)
            faults += _elements(root, where)
            if _taken_out(root, name, where, warnings):
                parts[name] = serialise(root)
    if faults:
        raise Faulty(dict.fromkeys(faults))
    return Checked(Package(package.file, parts), tuple(dict.fromkeys(warnings)))


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


def _without_signatures(package: Package, warnings: list[Diagnostic]) -> Package:
    """A signature seals the template's own words, and would be broken in every document that is made of it."""
    signed = [name for name in package.parts if name.startswith(_SIGNATURES)]
    if not signed:
        return package
    warnings.append(_note("template/signature", _("đã bỏ chữ ký số của tệp mẫu"), Location(package.file)))
    return Package(package.file, {name: data for name, data in package.parts.items() if name not in signed})


def _relationships(
    package: Package, name: str, where: Location, faults: list[Diagnostic], warnings: list[Diagnostic]
) -> bytes:
    root = package.xml(name)
    for relationship in list(root.iter(f"{{{RELATIONSHIPS}}}Relationship")):
        whole = relationship.get("Type", "")
        kind, target = whole.rpartition("/")[2], relationship.get("Target", "")
        is_outside = relationship.get("TargetMode", "").casefold() == "external"
        if _ACTIVE.search(whole) or kind in _ACTIVE_LINKS:
            faults.append(_active(where))
        elif whole.endswith(_SIGNATURE_LINK):
            root.remove(relationship)
        elif kind in _STRIPPED and is_outside and (kind == "attachedTemplate" or "settings" in name):
            root.remove(relationship)
            code, message = _STRIPPED[kind]
            warnings.append(_note(code, _(message), where))
        elif not _is_harmless(kind, target, is_outside):
            message = _("mẫu liên kết ra ngoài tệp ({kind})").format(kind=kind)
            faults.append(_refusal("template/external-link", message, where))
    return serialise(root)


def _is_harmless(kind: str, target: str, is_outside: bool) -> bool:
    """A part of the file, or an address that a reader may click on; neither is fetched by opening the document."""
    if is_outside:
        return kind == "hyperlink" and not _WEB_ADDRESS.match(target)
    return kind == "hyperlink" or not (":" in target or target.startswith(("\\", "//")))


def _elements(root: etree._Element, where: Location) -> Iterator[Diagnostic]:
    if next(root.iter(*_ACTIVE_ELEMENTS), None) is not None:
        yield _active(where)
    for message in dict.fromkeys(field_faults(root)):
        yield _refusal("template/fetching-field", _(message), where)
    if any(drawn.get(name) for drawn in root.iter(f"{{{_VML}}}*") for name in _VML_SOURCES):
        yield _refusal("template/external-link", _("mẫu có hình lấy từ ngoài tệp"), where)


def _taken_out(root: etree._Element, name: str, where: Location, warnings: list[Diagnostic]) -> bool:
    """Whether something of a part was left out: what points at a removed link, or would change the text in Word."""
    found = list(root.iter(f"{{{W}}}{_BINDING}"))
    if found:
        # Word puts the bound value in the place of what was filled in, as soon as the document is opened.
        message = _("đã bỏ liên kết dữ liệu của các ô nội dung (content control)")
        warnings.append(_note("template/data-binding", message, where))
    if name == SETTINGS:
        merges = list(root.iter(f"{{{W}}}{_MAIL_MERGE}"))
        if merges:
            warnings.append(_note("template/mail-merge", _("đã bỏ nguồn dữ liệu trộn thư gắn với mẫu"), where))
        found += [*merges, *root.iter(f"{{{W}}}attachedTemplate")]
    for element in found:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return bool(found)


def _active(where: Location) -> Diagnostic:
    return _refusal("template/active-content", _("mẫu chứa macro hoặc đối tượng nhúng"), where)


def _note(code: str, message: str, where: Location) -> Diagnostic:
    return Diagnostic(code, message, where, severity=Severity.ADVICE)


def _refusal(code: str, message: str, where: Location) -> Diagnostic:
    return Diagnostic(code, message, where, hint=_("bỏ phần đó trong Word (hoặc chép ảnh vào tệp) rồi lưu lại"))
