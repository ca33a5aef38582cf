"""Which lines make one signature, and who gets the document: read out of labelled lines.

It knows no wording beyond the writer and the chair of minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.docview.blocks import Paragraph
from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.component import Component
from generator.recognise.grouping import named
from generator.recognise.names import Extra
from generator.recognise.pieces import Addressee, Recipients, Signature, SignatureRole
from generator.recognise.plain import plain
from generator.recognise.segments import Column, Place

_BLOCK = (
    *(Part.AUTHORITY, Part.POSITION, Part.CONCURRENT, Part.SIGNER_NAME, Part.CONFIRMATION),
    *(Part.COPY_POSITION,),
)


@dataclass
class _Lines:
    """The lines of one block while it is read."""

    components: list[Component] = field(default_factory=list)

    @property
    def is_closed(self) -> bool:
        """A name stands in it, not only another office of the signer."""
        return any(component.part == Part.SIGNER_NAME and not _is_office(component) for component in self.components)


def signatures_of(
    components: Iterable[Component], places: dict[int, Place], paragraphs: Sequence[Paragraph]
) -> tuple[Signature, ...]:
    """The blocks in order of their first lines; a name closes one, in each column for itself."""
    blocks: list[_Lines] = []
    open_blocks: dict[tuple[int | None, Column], _Lines] = {}
    for component in components:
        if component.part not in _BLOCK:
            continue
        place = places.get(component.first.index, Place())
        key = (place.table, place.column)
        block = open_blocks.get(key)
        starts = component.part in (Part.CONFIRMATION, Part.COPY_POSITION)
        if block is None or block.is_closed or (starts and block.components):
            block = open_blocks[key] = _Lines()
            blocks.append(block)
        block.components.append(component)
    minutes = any(
        wordings.WRITER.match(plain(line.text)) for block in blocks for line in block.components if _leads(line)
    )
    return tuple(_signature(block.components, paragraphs, minutes=minutes) for block in blocks)


def _leads(component: Component) -> bool:
    return component.part == Part.AUTHORITY


def _signature(lines: list[Component], paragraphs: Sequence[Paragraph], *, minutes: bool) -> Signature:
    authority = tuple(line for line in lines if line.part in (Part.AUTHORITY, Part.COPY_POSITION))
    names = [line for line in lines if line.part == Part.SIGNER_NAME]
    name = next((line for line in names if not _is_office(line)), None)
    above = [line for line in lines if line not in names]
    return Signature(
        role=_role(lines, authority, minutes=minutes),
        authority=authority,
        position=tuple(line for line in lines if line.part == Part.POSITION),
        name=name,
        concurrent=named(lines, Part.CONCURRENT),
        confirmation=named(lines, Part.CONFIRMATION),
        gap=_gap(above, names[0] if names else None, paragraphs),
        other_office=next((line for line in names if _is_office(line)), None),
    )


def _is_office(component: Component) -> bool:
    return wordings.POSITION.match(plain(component.text)) is not None


def _role(lines: list[Component], authority: Sequence[Component], *, minutes: bool) -> SignatureRole:
    if named(lines, Part.CONFIRMATION):
        return SignatureRole.CONFIRMATION
    if named(lines, Part.COPY_POSITION):
        return SignatureRole.COPY
    first = plain(authority[0].text) if authority else ""
    if wordings.WRITER.match(first):
        return SignatureRole.WRITER
    return SignatureRole.CHAIR if minutes and wordings.CHAIR.match(first) else SignatureRole.SIGNER


def _gap(above: Sequence[Component], name: Component | None, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    if name is None or not above:
        return ()
    between = paragraphs[above[-1].first.index + 1 : name.first.index]
    return tuple(paragraph for paragraph in between if paragraph.is_empty and _same_cell(paragraph, name.first))


def _same_cell(one: Paragraph, other: Paragraph) -> bool:
    return (one.seat.table, one.seat.cell) == (other.seat.table, other.seat.cell)


def recipients_of(components: Sequence[Component]) -> Recipients | None:
    """Those of the document itself: of a copy's there is `Copy`."""
    label = named(components, Part.RECIPIENTS_LABEL)
    items = tuple(component for component in components if component.part == Part.RECIPIENTS)
    archive = named(components, Extra.RECIPIENTS_ARCHIVE)
    if label is None and not items and archive is None:
        return None
    return Recipients(label, items, archive)


def addressee_of(components: Sequence[Component]) -> Addressee | None:
    label = named(components, Part.ADDRESSEE)
    names = tuple(component for component in components if component.part == Part.ADDRESSEE_NAMES)
    return Addressee(label, names) if label else None
