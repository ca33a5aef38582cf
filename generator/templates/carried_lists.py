"""Word's numbering across templates: a child's lists get ids of their own in the base, with their definitions.

Lists of the child that share a definition share its copy, so that they go on counting together.
"""

from __future__ import annotations

import copy
import zlib
from collections.abc import Iterable

from lxml import etree

from generator.templates.package import W

_VALUE = f"{{{W}}}val"


class Lists:
    """The base's numbering while that of one child is joined to it."""

    def __init__(self, ours: etree._Element, theirs: etree._Element, seed: str) -> None:
        self._ours = ours
        self._numbers = {e.get(f"{{{W}}}numId", ""): e for e in theirs.iter(f"{{{W}}}num")}
        self._definitions = {e.get(f"{{{W}}}abstractNumId", ""): e for e in theirs.iter(f"{{{W}}}abstractNum")}
        self._seed = seed
        self._renamed: dict[str, str] = {}
        self._copied: dict[str, str] = {}

    def rename_uses(self, roots: Iterable[etree._Element]) -> None:
        """Every list that is used below `roots` becomes a copy of its own; id 0, no list, stays."""
        for root in roots:
            for use in root.iter(f"{{{W}}}numId"):
                use.set(_VALUE, self._ours_for(use.get(_VALUE, "")))

    def _ours_for(self, identifier: str) -> str:
        number = self._numbers.get(identifier)
        reference = number.find(f"{{{W}}}abstractNumId") if number is not None else None
        definition = self._definitions.get(reference.get(_VALUE, "")) if reference is not None else None
        if number is None or definition is None:
            return identifier
        if identifier not in self._renamed:
            made = copy.deepcopy(number)
            self._renamed[identifier] = _next(self._ours, "num", "numId")
            made.set(f"{{{W}}}numId", self._renamed[identifier])
            for inside in made.iterchildren(f"{{{W}}}abstractNumId"):
                inside.set(_VALUE, self._define(definition))
            _insert(self._ours, made, behind=("numPicBullet", "abstractNum", "num"))
        return self._renamed[identifier]

    def _define(self, definition: etree._Element) -> str:
        identifier = definition.get(f"{{{W}}}abstractNumId", "")
        if identifier not in self._copied:
            made = copy.deepcopy(definition)
            self._copied[identifier] = _next(self._ours, "abstractNum", "abstractNumId")
            made.set(f"{{{W}}}abstractNumId", self._copied[identifier])
            for sign in made.iterchildren(f"{{{W}}}nsid"):
                # Word takes two lists with one sign for one list, and a child is often a copy of its base.
                sign.set(_VALUE, f"{zlib.crc32(f'{self._seed} {identifier}'.encode()):08X}")
            for inside in list(made.iter(f"{{{W}}}lvlPicBulletId", f"{{{W}}}styleLink", f"{{{W}}}pStyle")):
                parent = inside.getparent()
                if parent is not None:
                    parent.remove(inside)
            _insert(self._ours, made, behind=("numPicBullet", "abstractNum"))
        return self._copied[identifier]


def _insert(root: etree._Element, made: etree._Element, *, behind: tuple[str, ...]) -> None:
    """The schema fixes the order: picture bullets, definitions, lists."""
    place = max((n for n, e in enumerate(root, 1) if etree.QName(e).localname in behind), default=0)
    root.insert(place, made)


def _next(root: etree._Element, tag: str, attribute: str) -> str:
    used = (int(e.get(f"{{{W}}}{attribute}", "0")) for e in root.iter(f"{{{W}}}{tag}"))
    return str(max(used, default=0) + 1)
