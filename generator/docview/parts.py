"""The parts of one document as trees: what is missing or broken beside the main part is told and left out.

It knows which part is the main one, and nothing of what is in any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.docview.markup import STRICT, w
from generator.messages import _
from generator.opc.diagnosis import what_holds
from generator.opc.faults import fault
from generator.opc.limits import Limits
from generator.opc.package import Package, Relationship, read_package
from generator.opc.xml import parse

_MB = 1 << 20
LIMITS = Limits(file=100 * _MB, kept=64 * _MB, xml=48 * _MB, tags=1_300_000, attributes=1_300_000)
"""Enough for some thousand pages; in memory never more than half a gigabyte, in time never more than ten seconds."""
_TAGS_IN_ALL = 1_500_000
_USUAL_MAIN = "word/document.xml"
_STRICT_NAME = b"http://purl.oclc.org/ooxml/"
_XML = (".xml", ".rels")


class Parts:
    """One package being read. `findings` grows with each part that cannot be read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.findings: list[Diagnostic] = []
        self._links: dict[str, Mapping[str, Relationship]] = {}
        self._tags = 0
        self.main = self._find_main()

    @property
    def file(self) -> Path:
        return self.package.file

    def links(self, part: str) -> Mapping[str, Relationship]:
        """What a part points to; nothing where that cannot be read."""
        if part not in self._links:
            try:
                self._links[part] = self.package.relationships(part)
            except Faulty as broken:
                self._tell(broken)
                self._links[part] = {}
        return self._links[part]

    def targets(self, part: str) -> dict[str, str]:
        """Part names and addresses by relationship id."""
        return {identifier: link.target for identifier, link in self.links(part).items()}

    def linked(self, kind: str) -> str | None:
        """The part of a kind (`styles`, `settings` …) that the main part points to."""
        for link in self.links(self.main).values():
            if link.kind == kind and not link.external:
                return self.package.find(link.target)
        return None

    def tree(self, name: str | None) -> etree._Element | None:
        """A part parsed, in the usual vocabulary; None where it is not there or not XML."""
        found = self.package.find(name) if name else None
        if found is None or found not in self.package.parts:
            return None
        try:
            return self._parsed(found)
        except Faulty as broken:
            self._tell(broken)
            return None

    def main_tree(self) -> etree._Element:
        """The main part; without it there is nothing to look at."""
        root = self._parsed(self.main)
        if root.tag != w("document") or root.find(w("body")) is None:
            raise fault(self.file, "no-text", _("tệp không có phần thân văn bản Word"), self.main)
        return root

    def content_types(self) -> Mapping[str, str]:
        try:
            return self.package.content_types
        except Faulty as broken:
            self._tell(broken)
            return {}

    def _parsed(self, name: str) -> etree._Element:
        data = self.package.parts[name]
        if _STRICT_NAME in data:
            for strict, usual in STRICT:
                data = data.replace(strict, usual)
        self._tags += data.count(b"<")
        if self._tags > _TAGS_IN_ALL:
            raise fault(self.file, "too-many-elements", _("tệp có quá nhiều thành phần XML"), name)
        return parse(data, self.file, name, self.package.limits)

    def _find_main(self) -> str:
        links = self.links("").values()
        named = [
            self.package.find(link.target) for link in links if link.kind == "officeDocument" and not link.external
        ]
        found = next((name for name in named if name), None) or self.package.find(_USUAL_MAIN)
        folder = (found or "").partition("/")[0].casefold()
        if found is None or found not in self.package.parts or folder in ("xl", "ppt", "visio"):
            code, message, hint = what_holds(self.package.sizes)
            if any(name.casefold().startswith("word/") for name in self.package.sizes):
                raise fault(self.file, "no-text", _("tệp không có phần thân văn bản Word"))
            raise fault(self.file, code, _(message), hint=_(hint))
        return found

    def _tell(self, broken: Faulty) -> None:
        self.findings += (replace(each, severity=Severity.WARNING) for each in broken.diagnostics)

    def tell(self, code: str, message: str, part: str | None, severity: Severity, hint: str = "") -> None:
        """A finding about the file; `message` and `hint` are in the spoken language."""
        where = Location(self.file, part=part)
        self.findings.append(Diagnostic(f"file/{code}", message, where, severity, hint=hint or None))


def open_parts(file: Path) -> Parts:
    """The package behind a file; pictures and other parts that are no XML are checked, but not held."""
    return Parts(read_package(file, LIMITS, lambda name: name.casefold().endswith(_XML)))
