"""What a returned form says in plain sight beside what its hidden sheet says: whose it is, what each row asks for.

Words that nobody else has are a renaming, in the catalogue, in the roster or on the sheet; words of another are no
slip, and the file is not taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Location, Severity
from generator.figures.layout import BELOW, CUMULATIVE, FORM_SHEET, NUMBER, UNIT_ROW
from generator.figures.returned import Returned
from generator.messages import _
from generator.vietnamese.unicode import folded, without_illegal

Row = tuple[str, str]
"""Name and unit of count."""
_LONGEST = 120


def contradictions(returned: Returned, units: Mapping[str, str], rows: Mapping[str, Row]) -> Iterator[Diagnostic]:
    """`units`: the names of those asked, by id; `rows`: of the indicators, by code."""
    yield from _head(returned, units)
    for code, (name, unit) in returned.rows.items():
        if code in rows:
            yield from _row(returned, code, (name, unit), rows)


def _head(returned: Returned, units: Mapping[str, str]) -> Iterator[Diagnostic]:
    seen, known = returned.addressee, units.get(returned.unit, "")
    if not seen or not known or folded(seen) == folded(known):
        return
    where = Location(returned.file, cell=f"{FORM_SHEET}!{NUMBER}{UNIT_ROW}")
    names = {"seen": _short(seen), "unit": returned.unit, "known": known}
    if any(folded(seen) == folded(other) for other in units.values()):
        message = _("biểu ghi là của “{seen}”, trang ẩn ghi là của “{known}” ({unit})").format(**names)
        hint = _("xin đơn vị điền lại vào biểu đã gửi cho mình; tệp này chưa được tính")
        yield Diagnostic("returned/other-unit", message, where, hint=hint)
    else:
        message = _("biểu ghi tên đơn vị là “{seen}”, danh sách đơn vị ghi “{known}” ({unit})").format(**names)
        hint = _("vẫn tính cho “{unit}”; xem có phải biểu của đơn vị khác").format(unit=returned.unit)
        yield Diagnostic("returned/unit-renamed", message, where, Severity.WARNING, hint=hint)


def _row(returned: Returned, code: str, seen: Row, rows: Mapping[str, Row]) -> Iterator[Diagnostic]:
    name, unit = map(folded, (_plain(seen[0]), seen[1]))
    if (name, unit) == tuple(map(folded, rows[code])):
        return
    where = returned.cells.get(code, Location(returned.file))
    names = {"code": code, "seen": _shown(seen), "known": _shown(rows[code])}
    others = (other for other in rows if other != code)
    if unit != folded(rows[code][1]) or any(name == folded(rows[other][0]) for other in others):
        message = _("dòng này của biểu hỏi {seen}, nhưng mã ở trang ẩn ({code}) là {known}").format(**names)
        hint = _("gửi lại biểu mới để đơn vị điền, hoặc sửa danh mục chỉ tiêu; tệp này chưa được tính")
        yield Diagnostic("returned/other-indicator", message, where, hint=hint)
    else:
        message = _("dòng này của biểu ghi {seen}, danh mục chỉ tiêu nay ghi {known} ({code})").format(**names)
        hint = _("vẫn tính; hỏi lại đơn vị nếu cách tính đã đổi")
        yield Diagnostic("returned/indicator-renamed", message, where, Severity.WARNING, hint=hint)


def _plain(name: str) -> str:
    return name.removeprefix(BELOW).removesuffix(CUMULATIVE)


def _shown(row: Row) -> str:
    return f"“{_short(_plain(row[0]))}” ({_short(row[1])})"


def _short(text: str) -> str:
    return without_illegal(text)[:_LONGEST]
