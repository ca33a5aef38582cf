"""A package: its parts by name, what type each is, and what points to what.

It knows no paragraph; who reads a part knows what is in it.
"""

from __future__ import annotations

import posixpath
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from generator.messages import _
from generator.opc.diagnosis import EMPTY, what_holds
from generator.opc.faults import fault
from generator.opc.limits import USUAL, Limits
from generator.opc.members import read_members
from generator.opc.xml import parse

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part points to."""

    kind: str
    """The last word of its type: `header`, `image`, `hyperlink` …"""
    target: str
    """A part's name, or an address where `external`."""
    external: bool
    type: str = ""
    """Its whole type."""


@dataclass(frozen=True)
class Package:
    """The parts of one file by name, in their order."""

    file: Path
    parts: Mapping[str, bytes]
    """Those that were kept."""
    sizes: Mapping[str, int]
    """All, with their inflated size."""
    limits: Limits = USUAL

    def xml(self, name: str) -> etree._Element:
        """A part parsed anew; ill-formed or boundless XML is a `Faulty`."""
        return parse(self.parts[name], self.file, name, self.limits)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {name.casefold(): name for name in self.sizes}

    def find(self, name: str) -> str | None:
        """The real name of a part: to Word, case makes no difference."""
        return self._names.get(name.casefold())

    @cached_property
    def content_types(self) -> Mapping[str, str]:
        """The content type of every part, by its own line or by its extension's; empty where nothing says it."""
        types = self.find(TYPES)
        own: dict[str, str] = {}
        usual: dict[str, str] = {}
        for line in self.xml(types) if types is not None and types in self.parts else ():
            own[line.get("PartName", "").lstrip("/").casefold()] = line.get("ContentType", "")
            usual[line.get("Extension", "").casefold()] = line.get("ContentType", "")
        return {
            name: own.get(name.casefold()) or usual.get(name.rpartition(".")[2].casefold(), "") for name in self.sizes
        }

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """What a part points to, by relationship id; of the package itself where `part` is empty."""
        name = self.find(relationships_name(part))
        if name is None or name not in self.parts:
            return {}
        base = posixpath.dirname(part)
        return {
            element.get("Id", ""): _relationship(element, base)
            for element in self.xml(name).iter(f"{{{RELATIONSHIPS}}}Relationship")
        }


def relationships_name(part: str) -> str:
    """`word/document.xml` keeps its relationships in `word/_rels/document.xml.rels`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relationship(element: etree._Element, base: str) -> Relationship:
    whole, target = element.get("Type", ""), element.get("Target", "")
    external = element.get("TargetMode", "").casefold() == "external"
    if not external:
        # A target is an address: `h%C3%ACnh.png` means a part of the name `hình.png`.
        target = unquote(target.partition("#")[0])
        target = target.lstrip("/") if target.startswith("/") else posixpath.join(base, target)
        target = posixpath.normpath(target)
    return Relationship(whole.rpartition("/")[2], target, external, whole)


def read_package(file: Path, limits: Limits = USUAL, keep: Callable[[str], bool] = lambda name: True) -> Package:
    """The parts of a file; one that is no package, is damaged, or is over the limits is a `Faulty`."""
    data = _bytes(file, limits)
    members = read_members(data, file, limits, keep)
    if not any(name.casefold() == TYPES.casefold() for name in members.sizes) or _is_other_office(members.sizes):
        code, message, hint = what_holds(members.sizes)
        raise fault(file, code, _(message), hint=_(hint))
    return Package(file, members.parts, members.sizes, limits)


def _is_other_office(names: Mapping[str, int]) -> bool:
    """Without a folder `word`; a document whose main part stands elsewhere has at least no workbook."""
    folders = {name.casefold().partition("/")[0] for name in names}
    return "word" not in folders and bool(folders & {"xl", "ppt", "visio"})


def _bytes(file: Path, limits: Limits) -> bytes:
    """All of a regular file; a pipe or device is not even opened, for reading it may never end."""
    try:
        found = file.stat()
        if stat.S_ISDIR(found.st_mode):
            raise fault(file, "folder", _("đây là thư mục, không phải tệp"), hint=_("chọn một tệp .docx"))
        if not stat.S_ISREG(found.st_mode):
            raise fault(file, "not-a-file", _("không phải là một tệp thường"), hint=_("chọn một tệp .docx"))
        if found.st_size > limits.file:
            message = _("tệp lớn hơn {limit} MB").format(limit=limits.file >> 20)
            raise fault(file, "too-large", message, hint=_("nén nhỏ các ảnh trong tệp rồi lưu lại"))
        with file.open("rb") as stream:
            data = stream.read(limits.file)
    except FileNotFoundError as error:
        raise fault(file, "missing", _("không có tệp này"), hint=_("kiểm tra lại tên tệp và thư mục")) from error
    except (OSError, ValueError) as error:
        hint = _("đóng tệp ở chương trình khác, hoặc xem lại quyền đọc tệp")
        raise fault(file, "unreadable", _("không đọc được tệp này"), hint=hint) from error
    if not data:
        code, message, hint = EMPTY
        raise fault(file, code, _(message), hint=_(hint))
    return data
