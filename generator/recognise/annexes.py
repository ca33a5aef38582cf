"""Annexes and copies as wholes: their heads, and the paragraphs that they cover.

It groups what is labelled already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.docview.view import DocView
from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.component import Component
from generator.recognise.grouping import named
from generator.recognise.pieces import Annex, Copy
from generator.recognise.plain import plain

_HEAD = (Part.ANNEX_LABEL, Part.ANNEX_TITLE, Part.ANNEX_REFERENCE, Part.ANNEX_END)
_LETTERHEAD = (Part.PARTY_TITLE, Part.NATIONAL_TITLE, Part.MOTTO, Part.ISSUER, Part.PARENT_BODY, Part.NUMBER, Part.STAR)
_TITLES = (Part.KIND_TITLE, Part.SUBJECT, Part.AUTHOR)
_COPY = (
    *(Part.COPY_STAMP, Part.COPY_FORM, Part.COPY_ISSUER, Part.COPY_NUMBER, Part.COPY_DATELINE),
    *(Part.COPY_POSITION, Part.COPY_RECIPIENTS),
)


def annexes_of(view: DocView, components: Sequence[Component]) -> tuple[Annex, ...]:
    """Each from its first line to the next one, to a copy's block or to the end."""
    runs = _runs(components)
    copies = [component.first.index for component in components if component.part in _COPY]
    end = min(copies, default=len(view.paragraphs))
    starts = [run[0].first.index for run in runs]
    return tuple(
        _annex(run, start, min(stop, end) if start < end else stop)
        for run, (start, stop) in zip(runs, pairwise((*starts, len(view.paragraphs))), strict=True)
    )


def _runs(components: Sequence[Component]) -> list[list[Component]]:
    """The heads: stretches of components of a head, each with a letterhead of its own before it."""
    runs: list[list[Component]] = []
    pending: list[Component] = []
    is_open = False
    for at, component in enumerate(components):
        if component.part in _HEAD and not (at and not is_open and components[at - 1].part in _TITLES):
            if is_open and not (component.part is Part.ANNEX_LABEL and named(runs[-1], Part.ANNEX_LABEL)):
                runs[-1].append(component)
            else:
                runs.append([*pending, component])
            is_open, pending = True, []
        elif component.part in _LETTERHEAD:
            pending.append(component)
        else:
            is_open, pending = False, []
    return runs


def _annex(run: Sequence[Component], start: int, stop: int) -> Annex:
    label = named(run, Part.ANNEX_LABEL)
    number = ""
    if label is not None and (found := wordings.ANNEX_LABEL.match(plain(label.text))) and found["number"]:
        number = label.text[found.start("number") : found.end("number")]
    return Annex(
        label=label,
        title=named(run, Part.ANNEX_TITLE),
        reference=named(run, Part.ANNEX_REFERENCE),
        end=named(run, Part.ANNEX_END),
        number=number,
        start=start,
        stop=stop,
        section=run[0].first.section,
    )


def copy_of(view: DocView, components: Sequence[Component]) -> Copy | None:
    """The block or stamp, where there is one; its signature is among the signatures."""
    block = [component for component in components if component.part in _COPY]
    if not block:
        return None
    forms = [component for component in block if component.part is Part.COPY_FORM]
    table = block[0].first.seat.table
    return Copy(
        form=_form(forms),
        issuer=named(block, Part.COPY_ISSUER),
        number=named(block, Part.COPY_NUMBER),
        dateline=named(block, Part.COPY_DATELINE),
        recipients=tuple(component for component in block if component.part is Part.COPY_RECIPIENTS),
        stamp=named(block, Part.COPY_STAMP),
        table=view.tables[table - 1] if table and not block[0].first.seat.is_boxed else None,
    )


def _form(forms: Sequence[Component]) -> Component | None:
    """`SAO Y`, or the row of the stamp that says it."""
    said = [form for form in forms if re.search(r"\bhinh thuc sao\b", plain(form.text))]
    worded = [form for form in forms if wordings.mark_of(plain(form.text)) is Part.COPY_FORM]
    return next(iter((*worded, *said, *forms)), None)
