"""Faults that pydantic found, as diagnostics with the line and column of the file.

It finds no fault itself; what each is called stands in `wording`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Diagnostic, Location
from generator.messages import _
from generator.sources.field_names import fields_at, hint_for_unknown, named, valued, word_for
from generator.sources.table_text import TableText
from generator.sources.wording import (
    ADDRESSEES_BASIS,
    COMMA,
    MOMENT_FORMS,
    NONE_OF_THEM,
    NUMBER_ALONE,
    OTHER,
    WHOM_IT_ADDRESSES,
    WORDINGS,
)
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese import dates, unicode

_LONGEST = 60


def diagnose(error: ValidationError, source: YamlText, model: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Every fault, in the order of the file."""
    details = [dict(detail) for detail in error.errors(include_url=False)]
    kept = [d for d in _one_for_a_union(details, source) if not _follows_from_others(d, details)]
    return in_order(_diagnostic(detail, source, model) for detail in kept)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By file, line and column; what is at one place keeps its order."""
    return tuple(sorted(diagnostics, key=lambda d: (str(d.where.file), d.where.line or 0, d.where.column or 0)))


def real_loc(loc: Loc, source: YamlText) -> Loc:
    """The part of a pydantic location that is in the file: no tags of unions, no fields that wrap a bare text."""
    found: Loc = ()
    value: Any = source.data
    for step in loc:
        inside = (isinstance(value, dict) and step in value) or (
            isinstance(value, list) and isinstance(step, int) and step < len(value)
        )
        if inside:
            found, value = (*found, step), value[step]
    return found


def _one_for_a_union(details: list[dict[str, Any]], source: YamlText) -> list[dict[str, Any]]:
    """A value that fits no member of a union has the faults of one member: the one that got furthest into it."""
    members: dict[Loc, dict[str | int, list[dict[str, Any]]]] = {}
    for number, detail in enumerate(details):
        loc = detail["loc"]
        tag = next((i for i, step in enumerate(loc) if _is_union_tag(step)), None)
        # What is in no union stands alone, under a key of its own.
        union, member = (loc[:tag], loc[tag]) if tag is not None else ((number,), "")
        members.setdefault(union, {}).setdefault(member, []).append(detail)
    kept = []
    for choices in members.values():
        best = max(choices.values(), key=lambda found: max(len(real_loc(d["loc"], source)) for d in found))
        words = [d["ctx"]["expected"] for found in choices.values() for d in found if d["type"] == "literal_error"]
        kept += [detail | {"words": words} for detail in best]
    return kept


def _is_union_tag(step: str | int) -> bool:
    return isinstance(step, str) and re.search(r"^constrained-|[^\[]+\[.+\]$", step) is not None


def _follows_from_others(detail: dict[str, Any], details: list[dict[str, Any]]) -> bool:
    """A list counts as too short when its entries are at fault; they are reported already."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details
    )


def _diagnostic(detail: dict[str, Any], source: YamlText, model: type[BaseModel]) -> Diagnostic:
    kind, loc = detail["type"], detail["loc"]
    facts = _facts(detail)
    wording = WORDINGS.get(f"{kind}:{facts.get('class_name')}") or WORDINGS.get(kind, OTHER)
    found = Diagnostic(
        wording.code,
        _(wording.message).format(**facts),
        _where(kind, loc, facts, source),
        expected=_(wording.expected).format(**facts) if wording.expected else None,
        actual=_shown(detail["input"]) if kind not in _WITHOUT_ACTUAL else None,
        hint=_(wording.hint).format(**facts) if wording.hint else None,
    )
    if kind == "extra_forbidden":
        hint = hint_for_unknown(str(loc[-1]), fields_at(model, loc[:-1]))
        return replace(found, hint=_(COMMA) if real_loc(loc, source) in source.cut else hint)
    if kind == "missing" and facts["name"] == "of" and isinstance(source, TableText):
        hint = _("viết thêm ký thay cho ai, như: TM. Đảng ủy; KT. Chủ tịch")
        return replace(found, code="data/missing-authority", message=_("hình thức ký chưa ghi của ai"), hint=hint)
    if kind == "missing" and facts["name"] == "difficulties":
        return replace(found, hint=_(NONE_OF_THEM).format(**facts))
    if kind in ("missing", "too_short") and facts["name"] == "addressees":
        return replace(found, hint=_(WHOM_IT_ADDRESSES), basis=ADDRESSEES_BASIS)
    if kind == "whole_form" and (number := _number_of_document(loc, facts)):
        return replace(found, hint=_(NUMBER_ALONE).format(number=number))
    if kind in ("enum", "literal_error"):
        return _choice(found, detail)
    if kind == "tuple_type" and detail["words"]:
        return replace(
            found, expected=_("{what}, hoặc {word}").format(what=found.expected, word=detail["words"][0].strip("'"))
        )
    if kind == "duplicate_slogan":
        return replace(found, actual=facts["text"])
    if kind == "moment_value":
        return replace(found, hint=_(MOMENT_FORMS[facts["kind"]]))
    return found


def _number_of_document(loc: Loc, facts: dict[str, Any]) -> str | None:
    """The 5 of `05-KH/ĐU`."""
    match = re.match(r"\s*(?:số\s+)?0*(\d+)\s*[-/]", facts["value"], re.IGNORECASE) if loc[-1:] == ("number",) else None
    return match[1] if match else None


_WITHOUT_ACTUAL = frozenset(
    (
        "missing",
        "extra_forbidden",
        "one_of_fields",
        "term_backwards",
        "moment_value",
        "missing_parts",
        "duplicate_slogan",
        "range_backwards",
        "illegal_character",
        "row_width",
        "anniversary",
        "exclamation_mark",
        "extract_sections",
    )
)


_BLAMED = {"exclamation_mark": "text", "anniversary": "count", "term_backwards": "term_to", "moment_value": "value"}
"""The field that is to blame most likely when a record does not agree with itself."""


_OF_INDICATORS = {
    ("least", None): {"class_name": "Plausible"},
    (None, "part, whole"): {"class_name": "Indicator"},
}
"""Ranges and parts that are no dates and no documents."""


def _facts(detail: dict[str, Any]) -> dict[str, Any]:
    """What the texts of `wording` may name."""
    context = dict(detail.get("ctx") or {})
    names = [step for step in detail["loc"] if isinstance(step, str) and step.isidentifier()]
    name = names[-1] if names else ""
    field = named(name) if name else _("tệp này")
    if detail["loc"] and isinstance(detail["loc"][-1], int):
        field = _("mục {number} của {field}").format(number=detail["loc"][-1] + 1, field=field)
    facts = {"field": field, "name": name, "problem": detail["msg"], **context}
    if detail["type"] == "extra_forbidden":
        facts["name"] = detail["loc"][-1]
    if detail["type"] == "impossible_date":
        facts["reason"] = _why_no_date(context["value"])
    if detail["type"] == "string_pattern_mismatch":
        facts["slug"] = unicode.slug(str(detail["input"]), limit=80)
        if "_" in context["pattern"]:
            facts |= {"class_name": "Code", "slug": facts["slug"].replace("-", "_")}
    facts |= _OF_INDICATORS.get((context.get("start"), context.get("parts")), {})
    if "parts" in facts:
        facts["parts"] = ", ".join(named(part) for part in facts["parts"].split(", "))
    if detail["type"] == "range_backwards":
        facts |= {"start": named(facts["start"]), "end": named(facts["end"])}
    return facts


def _why_no_date(text: str) -> str:
    try:
        dates.parse_date(text)
    except dates.DateError as error:
        return str(error)
    return text


def _where(kind: str, loc: Loc, facts: dict[str, Any], source: YamlText) -> Location:
    real = real_loc(loc, source)
    if kind == "missing":
        if isinstance(source, TableText):
            return source.value_at(loc)  # a table has a cell for what is missing, too
        # A key with nothing after it is missing too; then the key is the place.
        return source.key_at(real) if real[-1:] == loc[-1:] else source.value_at(real)
    if kind == "extra_forbidden":
        return source.key_at(real)
    if loc and loc[-1] == "[key]":
        return source.key_at(real)
    if kind in _BLAMED:
        return source.value_at((*real, _BLAMED[kind]))
    if kind == "row_width":
        row = (*real, "rows", facts["row"] - 1)
        return source.value_at(row if row in source.values else (*real, "total"))
    if kind == "range_backwards":
        return source.value_at((*real, *_last_name(facts["end"])))
    if kind == "duplicate_slogan":
        return source.value_at(_second(facts["text"], real, source))
    return source.value_at(real)


def _last_name(end: str) -> Loc:
    return (end.split(" ")[0],)


def _second(text: str, loc: Loc, source: YamlText) -> Loc:
    """Where the text stands for the second time below `loc`."""
    places = [at for at, value in source.texts() if at[: len(loc)] == loc and value.strip().casefold() == text]
    return places[1] if len(places) > 1 else loc


def _choice(found: Diagnostic, detail: dict[str, Any]) -> Diagnostic:
    allowed = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
    typed = str(detail["input"])
    near = word_for(typed, allowed) or unicode.nearest(typed, allowed)
    hint = _("có phải là “{name}”?").format(name=near) if near else _("viết một trong các giá trị trên")
    return replace(found, expected=", ".join(map(valued, allowed)), hint=hint)


def _shown(value: Any) -> str:
    """A value in few words."""
    if value is None or value == "":
        return _("để trống")
    if isinstance(value, dict):
        return _("nhóm trường: {names}").format(names=", ".join(map(str, list(value)[:6])))
    if isinstance(value, list | tuple):
        return _("danh sách {count} mục").format(count=len(value))
    text = str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
