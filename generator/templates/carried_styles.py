"""Styles across templates: found again by their name, copied where the base lacks them.

Word and LibreOffice make a style's id anew from its name in their own ways; only the name is the same everywhere.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.templates.package import STYLES, Package, W, serialise
from generator.vietnamese.unicode import compose

_USES = tuple(f"{{{W}}}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_LINKS = tuple(f"{{{W}}}{name}" for name in ("basedOn", "link", "next"))
_USING = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|numbering)\.xml")
_ID, _VALUE = f"{{{W}}}styleId", f"{{{W}}}val"


class Styles:
    """The base's styles while those of one child are joined to them."""

    def __init__(self, ours: etree._Element, theirs: etree._Element, suffix: str) -> None:
        self.copied: list[etree._Element] = []
        self._ours = ours
        self._suffix = suffix
        self._offered = {style.get(_ID, ""): style for style in _styles(theirs)}
        self._taken = {style.get(_ID, "") for style in _styles(ours)}
        self._by_name = {_key(style): style.get(_ID, "") for style in _styles(ours)}
        self._renamed: dict[str, str] = {}

    def rename_uses(self, root: etree._Element) -> None:
        """Every style that `root` names becomes the base's of that name, or a copy of the child's."""
        for use in root.iter(*_USES):
            use.set(_VALUE, self._ours_for(use.get(_VALUE, "")))

    def _ours_for(self, identifier: str) -> str:
        style = self._offered.get(identifier)
        if style is None:
            return identifier
        if identifier not in self._renamed:
            known = self._by_name.get(_key(style))
            # Noted before it is copied, for styles may name each other in a circle.
            self._renamed[identifier] = known or self._free(identifier)
            if known is None:
                self._copy(style, self._renamed[identifier])
        return self._renamed[identifier]

    def _free(self, identifier: str) -> str:
        return identifier if identifier not in self._taken else f"{identifier}{self._suffix}"

    def _copy(self, style: etree._Element, identifier: str) -> None:
        made = copy.deepcopy(style)
        made.set(_ID, identifier)
        if made.get(f"{{{W}}}default") is not None:
            del made.attrib[f"{{{W}}}default"]  # the base has its own
        self._taken.add(identifier)
        self._ours.append(made)
        self.copied.append(made)
        for link in list(made.iterchildren(*_LINKS)):
            if link.get(_VALUE, "") in self._offered:
                link.set(_VALUE, self._ours_for(link.get(_VALUE, "")))
            else:
                made.remove(link)


def with_own_ids(package: Package, names: Mapping[str, str]) -> Package:
    """The package with these styles (name to id) under their own ids, where a program has made others of them."""
    own = {compose(name).casefold(): identifier for name, identifier in names.items()}
    styles = package.xml(STYLES)
    renamed: dict[str, str] = {}
    for style in _styles(styles):
        wanted = own.get(_key(style)[1])
        if wanted is not None and style.get(_ID) != wanted:
            renamed[style.get(_ID, "")] = wanted
            style.set(_ID, wanted)
    if not renamed:
        return package
    roots = {STYLES: styles} | {part: package.xml(part) for part in package.parts if _USING.fullmatch(part)}
    for root in roots.values():
        for use in root.iter(*_USES, *_LINKS):
            use.set(_VALUE, renamed.get(use.get(_VALUE, ""), use.get(_VALUE, "")))
    return Package(package.file, dict(package.parts) | {part: serialise(root) for part, root in roots.items()})


def _styles(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter(f"{{{W}}}style")


def _key(style: etree._Element) -> tuple[str, str]:
    name = style.find(f"{{{W}}}name")
    shown = name.get(_VALUE, "") if name is not None else style.get(_ID, "")
    return style.get(f"{{{W}}}type", "paragraph"), compose(shown).casefold()
