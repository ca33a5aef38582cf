"""The parts of a compiled template, opened again where pictures and charts are added: links, content types, numbers.

It knows no picture file and no tag. A document without pictures and drawings does not come here.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.templates.archive import Member, member
from generator.templates.compiled import Filled
from generator.templates.package import (
    CONTENT_TYPES,
    RELATIONSHIPS,
    TYPES,
    R,
    parse,
    relationships_name,
    serialise,
)

Uses = Mapping[str, Sequence[tuple[str, Member]]]
"""For each part its pictures and charts: relationship id and the part that is pointed to."""
_CHARTS = "word/charts/"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

_NUMBER = re.compile(r'(<wp:docPr\b[^>]*?\bid=")(\d+)(?=")')
_WITH_DRAWINGS = re.compile(r"word/.*(header|footer|notes|comments)\d*\.xml")


@dataclass(frozen=True, slots=True)
class Written:
    """A part that was filled, not yet compressed."""

    name: str
    text: str


class Parts:
    """The members of a compiled template by name."""

    def __init__(self, members: Sequence[Member | Filled]) -> None:
        self._members = members
        self._static = {one.name.decode(): one for one in members if isinstance(one, Member)}

    def relationship_ids(self, part: str) -> set[str]:
        """The ids of what a part points to already."""
        return {element.get("Id", "") for element in self._links(part)}

    def with_pictures(self, texts: Mapping[str, str], uses: Uses) -> list[Member | Written]:
        """All members of the document: the filled ones with numbered drawings, and what the pictures need."""
        media = self._media(uses)
        changed = {
            relationships_name(part): self._related(
                part, [(identifier, media[one.name]) for identifier, one in pictures]
            )
            for part, pictures in uses.items()
        }
        if media:
            changed[TYPES] = self._declared(media.values())
        numbered = self._numbered(texts)
        made: list[Member | Written] = []
        for one in self._members:
            name = one.name.decode() if isinstance(one, Member) else one.name
            if isinstance(one, Filled):
                made.append(Written(name, numbered[name]))
            else:
                made.append(member(name, changed.pop(name)) if name in changed else one)
        return [*made, *(member(name, content) for name, content in changed.items()), *media.values()]

    def _content(self, name: str) -> bytes:
        return zlib.decompress(self._static[name].data, -zlib.MAX_WBITS)

    def _links(self, part: str) -> Any:
        name = relationships_name(part)
        blank = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
        return parse(self._content(name) if name in self._static else blank, Path(), name)

    def _related(self, part: str, pictures: Sequence[tuple[str, Member]]) -> bytes:
        root = self._links(part)
        for identifier, one in pictures:
            target = posixpath.relpath(one.name.decode(), posixpath.dirname(part))
            kind = "chart" if _is_chart(one) else "image"
            attributes = {"Id": identifier, "Type": f"{R}/{kind}", "Target": target}
            root.append(root.makeelement(f"{{{RELATIONSHIPS}}}Relationship", attributes))
        return serialise(root)

    def _media(self, uses: Uses) -> dict[bytes, Member]:
        """The media parts in the order of their first use, under names that no other part has."""
        taken = {name.lower() for name in self._static}
        media: dict[bytes, Member] = {}
        for one in (one for pictures in uses.values() for _identifier, one in pictures):
            if one.name not in media:
                stem, dot, extension = one.name.decode().rpartition(".")
                numbers = ("", *(f"-{number}" for number in range(1, len(taken) + 2)))
                name = next(new for n in numbers if (new := f"{stem}{n}{dot}{extension}") not in taken)
                media[one.name] = replace(one, name=name.encode())
        return media

    def _declared(self, media: Iterable[Member]) -> bytes:
        """A content type by its extension where that is free, else by the part's name."""
        root = parse(self._content(TYPES), Path(), TYPES)
        usual = {e.get("Extension", "").lower(): e.get("ContentType") for e in root if "Extension" in e.attrib}
        for one in media:
            name = one.name.decode()
            extension = name.rpartition(".")[2]
            kind = _CHART if _is_chart(one) else f"image/{extension}"
            if extension not in usual and kind != _CHART:
                attributes = {"Extension": extension, "ContentType": kind}
                root.insert(0, root.makeelement(f"{{{CONTENT_TYPES}}}Default", attributes))
                usual[extension] = kind
            elif usual.get(extension) != kind:
                attributes = {"PartName": f"/{name}", "ContentType": kind}
                root.append(root.makeelement(f"{{{CONTENT_TYPES}}}Override", attributes))
        return serialise(root)

    def _numbered(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Every drawing of the document under a number of its own; the first that has one keeps it."""
        seen = {"0"}
        for name in filter(_WITH_DRAWINGS.fullmatch, self._static):
            seen |= {found[2] for found in _NUMBER.finditer(self._content(name).decode())}
        used = seen | {found[2] for text in texts.values() for found in _NUMBER.finditer(text)}
        free = (number for n in range(1, 2**31) if (number := str(n)) not in used)

        def own(found: re.Match[str]) -> str:
            number = found[2] if found[2] not in seen else next(free)
            seen.add(number)
            return f"{found[1]}{number}"

        return {name: _NUMBER.sub(own, text) if "<wp:docPr" in text else text for name, text in texts.items()}


def _is_chart(part: Member) -> bool:
    return part.name.startswith(_CHARTS.encode())
