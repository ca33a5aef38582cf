"""The figures of a report: every unit once, every indicator of the table, nothing else, and whole counts.

It works on the data as typed; whether an indicator or a unit exists, `identifiers` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic
from generator.messages import _
from generator.model.indicator import Aggregation, Indicator
from generator.sources.identifiers import ends_with
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese.unicode import nearest

_FRACTION = re.compile(r"-?\d+[.,]\d+", re.ASCII)


def check_figures(source: YamlText, indicators: Mapping[str, Indicator]) -> Iterator[Diagnostic]:
    for loc, table in source.nodes():
        if isinstance(table, dict) and ends_with(loc, ("reports", int, "figures")):
            yield from _without_indicators(loc, table, source)
            yield from _table(loc, table, source, indicators)
            yield from _fractions(loc, source, indicators)


def _without_indicators(loc: Loc, table: dict[str, object], source: YamlText) -> Iterator[Diagnostic]:
    """Typed figures stand in the columns that the table names; only collected ones know theirs from the form."""
    if table.get("rows") and not table.get("indicators"):
        message = _("bảng số liệu gõ tay phải ghi các chỉ tiêu của nó")
        hint = _("thêm indicators: [mã, mã…] vào figures, theo thứ tự các cột")
        yield Diagnostic("data/missing-field", message, source.key_at(loc), hint=hint)


def _table(
    loc: Loc, table: dict[str, object], source: YamlText, indicators: Mapping[str, Indicator]
) -> Iterator[Diagnostic]:
    listed = table.get("indicators")
    columns = [name.strip() for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    rows = table.get("rows")
    first: dict[str, Loc] = {}
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        if not isinstance(row, dict):
            continue
        at = (*loc, "rows", number)
        yield from _unit_twice(row, at, first, source)
        # A mistyped column is told once, not in every row.
        if columns and indicators.keys() >= set(columns) and isinstance(row.get("figures"), list):
            yield from _row(at, row, columns, source)


def _unit_twice(row: dict[str, object], at: Loc, first: dict[str, Loc], source: YamlText) -> Iterator[Diagnostic]:
    unit = row.get("unit")
    if not isinstance(unit, str):
        return
    place = (*at, "unit")
    if unit in first:
        message = _("đơn vị “{name}” đã có số liệu ở dòng {line}").format(
            name=unit, line=source.value_at(first[unit]).line
        )
        hint = _("mỗi đơn vị một mục trong rows: gộp lại, hoặc sửa mã đơn vị")
        yield Diagnostic("data/duplicate-unit", message, source.value_at(place), hint=hint)
    first.setdefault(unit, place)


def _row(at: Loc, row: dict[str, object], columns: list[str], source: YamlText) -> Iterator[Diagnostic]:
    """The figures of one unit against the columns of the table."""
    found: dict[str, Loc] = {}
    for loc, name in source.texts(at):
        if not ends_with(loc, ("figures", int, "indicator")):
            continue
        if name in found:
            message = _("chỉ tiêu “{name}” đã có ở dòng {line}").format(
                name=name, line=source.value_at(found[name]).line
            )
            yield Diagnostic("data/duplicate-figure", message, source.value_at(loc), hint=_("bỏ một trong hai"))
        elif name not in columns:
            yield _not_listed(name, columns, source, loc)
        found.setdefault(name, loc)
    for name in columns:
        if name not in found:
            yield Diagnostic(
                "data/missing-figure",
                _("đơn vị “{unit}” thiếu số liệu của chỉ tiêu “{name}”").format(unit=row.get("unit", ""), name=name),
                source.key_at((*at, "figures")),
                hint=_(
                    "thêm mục indicator: {name} với value; không có số thì thay value bằng null_reason: not_reported "
                    "(chưa báo cáo) hoặc not_applicable (không có việc này)"
                ).format(name=name),
            )


def _not_listed(name: str, columns: list[str], source: YamlText, loc: Loc) -> Diagnostic:
    near = nearest(name, columns)
    hint = _("thêm mã này vào indicators của bảng, hoặc bỏ số liệu này")
    if near:
        hint = _("có phải là “{name}”?").format(name=near) + " " + hint
    message = _("chỉ tiêu “{name}” không có trong indicators của bảng, nên không được in").format(name=name)
    return Diagnostic("data/unlisted-indicator", message, source.value_at(loc), hint=hint)


def _fractions(table: Loc, source: YamlText, indicators: Mapping[str, Indicator]) -> Iterator[Diagnostic]:
    """What is counted has no fraction: `1,250` is a thousand and more, typed the English way."""
    for loc, text in source.texts(table):
        if not ends_with(loc, ("figures", int, "value")) or not _FRACTION.fullmatch(text.strip()):
            continue
        code = source.get((*loc[:-1], "indicator"))
        indicator = indicators.get(code) if isinstance(code, str) else None
        if indicator is None or indicator.aggregation is Aggregation.PERCENT or _is_grouped(text):
            continue
        yield Diagnostic(
            "data/fraction-of-a-count",
            _("“{name}” đếm bằng {unit}, không có phần lẻ").format(name=indicator.name, unit=indicator.unit),
            source.value_at(loc),
            actual=text,
            hint=_("viết {number}, không có dấu phân nhóm").format(number=re.sub("[.,]", "", text.strip())),
        )


def _is_grouped(text: str) -> bool:
    """`1.250` is refused as a number in any case."""
    return re.search(r"\.\d{3}", text) is not None
