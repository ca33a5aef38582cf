"""The order in which a document is read: letterhead, beginning, text, foot, annexes, copy.

Each zone's finder labels it; this module only says where one ends and the next begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.docview.view import DocView
from generator.recognise import attached, beginning, body, closing
from generator.recognise.label import Label
from generator.recognise.layout import data_tables, taken_tables
from generator.recognise.letterhead import letterhead_of
from generator.recognise.segments import Place, Segment, segments_of, whole


def labels_of(view: DocView, places: dict[int, Place]) -> list[Label]:
    """The labels of the whole body by wording and position, in reading order."""
    segments = segments_of(view.paragraphs, places, cut=True)
    breaks = attached.page_starts(view.paragraphs)
    head, start = letterhead_of(segments)
    head = head + _beginning(segments[start:]) if start else _without_letterhead(segments)
    start = max(start, _after(segments, head))
    foot = start + closing.first_closing(segments[start:])
    first_annex = attached.next_annex(segments, breaks, start, is_signed=False)
    if first_annex < foot:
        foot = first_annex
    annex = attached.next_annex(segments, breaks, foot, is_signed=foot < first_annex)
    copy = attached.first_copy(segments, foot)
    tail = closing.closing_of(segments[foot : min(annex, copy)])
    rest = _annexes(segments[annex:copy], breaks) if annex < copy else []
    copied = list(attached.copy_of(segments[copy:]))
    known = [*head, *tail, *rest, *copied]
    if not known:
        return []
    return sorted([*known, *_texts(view, segments, known, places, foot)], key=_order)


def _order(label: Label) -> tuple[int, int]:
    return label.segment.index, label.segment.start


def _beginning(segments: Sequence[Segment]) -> list[Label]:
    labels: list[Label] = []
    at = 0
    for find in (beginning.addressee_of, beginning.title_of, beginning.addressee_of, beginning.bases_of):
        found = find(segments[at:])
        labels += found
        at = _after(segments, labels)
    return labels


def _without_letterhead(segments: Sequence[Segment]) -> list[Label]:
    """Minutes typed in haste, a text without its first page: the title alone shows what it is."""
    for at in range(min(len(segments), 10)):
        if beginning.title_of(segments[at:]):
            return _beginning(segments[at:])
    return []


def _after(segments: Sequence[Segment], labels: Sequence[Label]) -> int:
    """The first piece behind all that is labelled."""
    if not labels:
        return 0
    last = max((label.segment.index, label.segment.stop) for label in labels)
    return next((at for at, each in enumerate(segments) if (each.index, each.start) >= last), len(segments))


def _annexes(segments: Sequence[Segment], breaks: frozenset[int]) -> list[Label]:
    labels: list[Label] = []
    at = 0
    while at < len(segments):
        stop = attached.next_annex(segments, breaks, at + 1, is_signed=True)
        head = attached.annex_head(segments[at:stop])
        labels += head
        inner = at + max(_after(segments[at:stop], head), 1)
        foot = inner + closing.first_closing(segments[inner:stop])
        found = closing.closing_of(segments[foot:stop])
        signed = any(label.part is not None for label in found)
        labels += found if signed else []
        at = stop
    return labels


def _texts(
    view: DocView, segments: Sequence[Segment], known: Sequence[Label], places: dict[int, Place], foot: int
) -> list[Label]:
    """The text: what no other zone holds, before the foot, and in annexes before a foot of theirs."""
    tables = data_tables(view, taken_tables(known))
    labelled = {label.segment.index for label in known}
    first = min(labelled)
    last = segments[foot].index if foot < len(segments) else len(view.paragraphs)
    order = sorted(known, key=_order)
    pieces = [
        segment
        for paragraph in view.paragraphs
        if first < paragraph.index not in labelled
        for segment in whole(paragraph, places.get(paragraph.index, Place()))
        if paragraph.index < last or segment.place.table in tables or _in_annex(paragraph.index, order)
    ]
    return list(body.body_of(pieces, tables))


def _in_annex(index: int, known: Sequence[Label]) -> bool:
    """The nearest label before is of an annex's head, or of its text."""
    last = next((label for label in reversed(known) if label.segment.index < index), None)
    return last is not None and str(last.part).startswith("annex")
