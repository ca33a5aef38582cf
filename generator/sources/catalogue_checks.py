"""What must hold between the indicators of a catalogue: codes, parts and wholes, one unit of count each.

It works on the office's entries as typed, each beside the whole catalogue; the types of fields are the model's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.model.indicator import Aggregation, Indicator
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese.unicode import nearest

_SEVERAL_UNITS = re.compile(r"\s*[/,;+]\s*|\s+(?:và|hoặc)\s+")
Merged = Mapping[str, Indicator]


def check_catalogue(source: YamlText, merged: Merged) -> Iterator[Diagnostic]:
    """Every finding about the entries of a file; `merged` has them and all others, by code."""
    first: dict[str, Loc] = {}
    listed = source.get(("indicators",))
    for number, entry in enumerate(listed if isinstance(listed, list) else ()):
        loc: Loc = ("indicators", number)
        code = entry.get("code") if isinstance(entry, dict) else None
        if not isinstance(code, str):
            continue
        yield from _twice(code, loc, first, source)
        yield from _references(entry, code, loc, source, merged)
        yield from _sum_of_nothing(entry, code, loc, source, merged)
        yield from _several_units(entry, loc, source)
        yield from _same_name(entry, code, loc, source, merged)
    yield from _circles(source, merged)


def _twice(code: str, loc: Loc, first: dict[str, Loc], source: YamlText) -> Iterator[Diagnostic]:
    if code in first:
        message = _("mã “{name}” đã dùng ở dòng {line}")
        said = message.format(name=code, line=source.value_at((*first[code], "code")).line)
        yield Diagnostic("data/duplicate-id", said, source.value_at((*loc, "code")), hint=_("đặt mã khác"))
    first.setdefault(code, loc)


def _named(entry: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The fields of an entry that name another indicator, with what they name."""
    for name in ("part", "whole", "part_of"):
        if isinstance(entry.get(name), str):
            yield (name,), entry[name]
    ratio = entry.get("goes_with")
    if isinstance(ratio, dict) and isinstance(ratio.get("of"), str):
        yield ("goes_with", "of"), ratio["of"]


def _references(
    entry: Mapping[str, Any], code: str, loc: Loc, source: YamlText, merged: Merged
) -> Iterator[Diagnostic]:
    for steps, name in _named(entry):
        where = source.value_at((*loc, *steps))
        other = merged.get(name)
        if other is None:
            near = nearest(name, merged)
            hint = _("có phải là “{name}”?").format(name=near) if near else _("thêm chỉ tiêu ấy, hoặc bỏ trường này")
            message = _("không có chỉ tiêu “{name}” trong danh mục").format(name=name)
            yield Diagnostic("data/unknown-indicator", message, where, hint=hint)
        elif name == code:
            message = _("chỉ tiêu “{name}” dẫn tới chính nó").format(name=name)
            yield Diagnostic("data/circle", message, where, hint=_("ghi mã của chỉ tiêu khác"))
        elif other.aggregation is Aggregation.PERCENT:
            message = _("“{name}” là tỷ lệ, không đếm được").format(name=name)
            yield Diagnostic("data/per-cent-of-per-cent", message, where, hint=_("ghi mã của chỉ tiêu đếm được"))
        elif steps == ("part_of",) and _unit(entry) not in (None, other.unit):
            yield _other_unit(_unit(entry), other, source.value_at((*loc, "unit")))
    part, whole = merged.get(str(entry.get("part"))), merged.get(str(entry.get("whole")))
    if part and whole and part.code == whole.code:
        message = _("tỷ lệ của “{name}” so với chính nó luôn là 100%").format(name=part.code)
        yield Diagnostic("data/circle", message, source.value_at((*loc, "whole")), hint=_("sửa part hoặc whole"))
    elif part and whole and part.unit != whole.unit:
        yield _other_unit(part.unit, whole, source.value_at((*loc, "part")))


def _unit(entry: Mapping[str, Any]) -> str | None:
    typed = entry.get("unit")
    return typed.strip() if isinstance(typed, str) else None


def _other_unit(own: str | None, other: Indicator, where: Location) -> Diagnostic:
    return Diagnostic(
        "data/other-unit",
        _("phần đếm bằng “{own}”, tổng “{name}” đếm bằng “{unit}”").format(own=own, name=other.code, unit=other.unit),
        where,
        Severity.WARNING,
        hint=_("hai chỉ tiêu so với nhau phải cùng đơn vị tính"),
    )


def _sum_of_nothing(
    entry: Mapping[str, Any], code: str, loc: Loc, source: YamlText, merged: Merged
) -> Iterator[Diagnostic]:
    if str(entry.get("is_sum_of_parts")).lower() == "true" and not any(
        each.part_of == code for each in merged.values()
    ):
        yield Diagnostic(
            "data/sum-of-nothing",
            _("không chỉ tiêu nào ghi part_of: {code}").format(code=code),
            source.value_at((*loc, "is_sum_of_parts")),
            hint=_("thêm part_of: {code} vào các phần, hoặc bỏ is_sum_of_parts").format(code=code),
        )


def _several_units(entry: Mapping[str, Any], loc: Loc, source: YamlText) -> Iterator[Diagnostic]:
    """`tấm/cụm`: five of them are five of what?"""
    unit = _unit(entry)
    if unit and unit != "%" and len([word for word in _SEVERAL_UNITS.split(unit) if word]) > 1:
        yield Diagnostic(
            "data/several-units",
            _("“{unit}” là nhiều đơn vị tính trong một chỉ tiêu").format(unit=unit),
            source.value_at((*loc, "unit")),
            Severity.WARNING,
            hint=_("tách thành những chỉ tiêu khác nhau, mỗi chỉ tiêu một đơn vị tính"),
        )


def _same_name(entry: Mapping[str, Any], code: str, loc: Loc, source: YamlText, merged: Merged) -> Iterator[Diagnostic]:
    name = entry.get("name")
    if not isinstance(name, str):
        return
    alike = [each.code for each in merged.values() if each.code != code and _bare(each.name) == _bare(name)]
    if alike:
        message = _("tên này là của chỉ tiêu “{other}” nữa").format(other=alike[0])
        hint = _("đặt tên khác, hoặc dùng mã {other} để thay chỉ tiêu ấy").format(other=alike[0])
        yield Diagnostic("data/same-name", message, source.value_at((*loc, "name")), Severity.WARNING, hint=hint)


def _bare(name: str) -> str:
    return " ".join(name.casefold().split())


def _circles(source: YamlText, merged: Merged) -> Iterator[Diagnostic]:
    """Parts of parts that come back to themselves; of oneself alone is told with the field."""
    listed = source.get(("indicators",))
    told: set[str] = set()
    for number, entry in enumerate(listed if isinstance(listed, list) else ()):
        code = entry.get("code") if isinstance(entry, dict) else None
        ring = _ring(code, merged) if isinstance(code, str) else ()
        if len(ring) > 1 and not told.intersection(ring):
            told.update(ring)
            message = _("“trong đó” đi vòng: {ring}").format(ring=" → ".join([*ring, ring[0]]))
            where = source.value_at(("indicators", number, "part_of"))
            yield Diagnostic("data/circle", message, where, hint=_("bỏ một part_of"))


def _ring(code: str, merged: Merged) -> tuple[str, ...]:
    """The indicators from `code` over what they are part of back to it; none where it does not come back."""
    path = [code]
    while (above := merged.get(path[-1])) and above.part_of and above.part_of not in path:
        path.append(above.part_of)
    last = merged.get(path[-1])
    return tuple(path) if last and last.part_of == code else ()
