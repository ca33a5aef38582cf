"""Fields of `data`, the typed data of a document, that no document of the kind has: misspelt ones.

While a document is made such a field is told too, but only where a document comes to it. It looks at names that a tag
spells out from `data` on; what a loop over them finds is left to filling.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Union, get_args, get_origin

from lxml import etree

from generator.diagnostics import Diagnostic, Location
from generator.messages import _
from generator.model.base import Record
from generator.model.guidance import Guidance
from generator.model.kinds import Kind
from generator.model.letters import Directive, Dispatch, Minutes
from generator.model.plan import Plan
from generator.model.report import Report
from generator.model.slogans import SloganList
from generator.templates.fields import LEAF, OPEN, Field
from generator.templates.places import own_text, paragraphs
from generator.vietnamese.unicode import nearest

_RECORDS: Mapping[Kind, type[Record]] = {
    Kind.PLAN: Plan,
    Kind.GUIDANCE: Guidance,
    Kind.SLOGANS: SloganList,
    Kind.REPORT: Report,
    Kind.DIRECTIVE: Directive,
    Kind.DISPATCH: Dispatch,
    Kind.MINUTES: Minutes,
}
_TAG = re.compile(r"\{[{%].*?[}%]\}")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’")
_NAMED = re.compile(r"(?<![\w.])data((?:\.[^\W\d]\w*)+)")


def unknown_data(document: etree._Element, where: Location, kind: str) -> Iterator[Diagnostic]:
    """Every name behind `data` that a document of this kind does not have; of a file for several kinds nothing."""
    if kind not in list(Kind):
        return
    for paragraph, place in paragraphs(document, where):
        for tag in _TAG.findall(own_text(paragraph)):
            for found in _NAMED.finditer(_QUOTED.sub("''", tag)):
                yield from _unknown(found[1][1:].split("."), _record(_RECORDS[Kind(kind)]), place)


def _unknown(steps: list[str], field: Field, place: Location) -> Iterator[Diagnostic]:
    for step in steps:
        if field.names is None:
            return
        if step not in field.names:
            near = nearest(step, field.names)
            hint = _("đang có: {names}").format(names=", ".join(sorted(field.names)))
            hint = _("có phải là “{near}”?").format(near=near) if near else hint
            message = _("không có trường “{name}”").format(name=step)
            yield Diagnostic("template/unknown-field", message, place, hint=hint)
            return
        field = field.names[step]


@cache
def _record(record: type[Record]) -> Field:
    fields = {name: _field(info.annotation) for name, info in record.model_fields.items()}
    return Field(names=fields | dict.fromkeys(record.model_computed_fields, OPEN))


def _field(annotation: Any) -> Field:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        chosen = [one for one in arguments if one is not type(None)]
        return _field(chosen[0]) if len(chosen) == 1 else OPEN
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _record(annotation)
    return LEAF
