"""What a template's package may hold: nothing active, nothing that is fetched from outside.

It looks at parts and relationships; tags are `dialect`'s and `lint`'s matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _
from generator.templates.package import RELATIONSHIPS, SETTINGS, Package, W, serialise

_ACTIVE = re.compile(r"vbaProject|/activeX/|/embeddings/|oleObject|attachedToolbars", re.IGNORECASE)
_FETCHING = re.compile(rb"\b(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK)\s", re.IGNORECASE)
_FIELD = re.compile(rb"<w:instrText[^>]*>([^<]*)<|w:instr=\"([^\"]*)\"")
_STRIPPED = "attachedTemplate"
_ALLOWED_OUTSIDE = ("hyperlink",)


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
    for name, content in package.parts.items():
        where = Location(package.file, part=name)
        if _ACTIVE.search(name):
            faults.append(_refusal("template/active-content", _("Mẫu chứa macro hoặc đối tượng nhúng."), where))
        if name.endswith(".rels"):
            parts[name] = _relationships(package, name, where, faults, warnings)
        elif name.startswith("word/") and name.endswith(".xml"):
            for field in _FIELD.finditer(content):
                if _FETCHING.match((field[1] or field[2] or b"").strip() + b" "):
                    message = _("Mẫu có trường tự lấy nội dung từ ngoài.")
                    faults.append(_refusal("template/fetching-field", message, where))
    if faults:
        raise Faulty(faults)
    if warnings and SETTINGS in parts:
        parts[SETTINGS] = _without_attached_template(package)
    return Checked(Package(package.file, parts), tuple(warnings))


def _relationships(
    package: Package, name: str, where: Location, faults: list[Diagnostic], warnings: list[Diagnostic]
) -> bytes:
    root = package.xml(name)
    for relationship in list(root.iter(f"{{{RELATIONSHIPS}}}Relationship")):
        kind = relationship.get("Type", "").rpartition("/")[2]
        if relationship.get("TargetMode") != "External" or kind in _ALLOWED_OUTSIDE:
            continue
        if kind == _STRIPPED:
            root.remove(relationship)
            message = _("Đã bỏ liên kết tới tệp mẫu Word gắn kèm.")
            warnings.append(Diagnostic("template/attached-template", message, where, severity=Severity.ADVICE))
        else:
            message = _("Mẫu liên kết ra ngoài tệp ({kind}).").format(kind=kind)
            faults.append(_refusal("template/external-link", message, where))
    return serialise(root)


def _without_attached_template(package: Package) -> bytes:
    root = package.xml(SETTINGS)
    for element in list(root.iter(f"{{{W}}}{_STRIPPED}")):
        root.remove(element)
    return serialise(root)


def _refusal(code: str, message: str, where: Location) -> Diagnostic:
    return Diagnostic(code, message, where, hint=_("Bỏ phần đó trong Word (hoặc chép ảnh vào tệp) rồi lưu lại."))
