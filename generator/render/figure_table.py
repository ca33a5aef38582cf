"""The annex of the figures that the units have answered: a row a unit, totals as they were counted, who is missing.

It counts nothing. What does not fit between the margins goes on in a further table of the same units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.model.content import Item, Passage, Table
from generator.model.figures import PhaseFigures, Standing, UnitFigures, Value
from generator.model.indicator import Indicator
from generator.model.report import FigureTable, NullReason
from generator.render.figure_pairs import notes_on_pairs
from generator.render.figure_typed import NOT_APPLICABLE, SAMPLE_NOTE, TOTAL, column_heading
from generator.render.figure_values import is_per_cent, shown
from generator.render.runs import literal
from generator.render.tables import least_widths
from generator.vietnamese.dates import short_date

NOT_REPORTED, NOT_ASKED = "", "x"
_LEGEND = {
    NOT_REPORTED: "ô trống: chưa báo cáo",
    NOT_APPLICABLE: "“-”: đơn vị không có việc này",
    NOT_ASKED: "“x”: đơn vị không phải báo cáo chỉ tiêu này",
}
_FEW = 15
"""Names that are read in a sentence; more of them stand in columns."""
_ABREAST = 3


def answer_passages(table: FigureTable, figures: PhaseFigures, room: int, *, is_sample: bool) -> tuple[Passage, ...]:
    """The tables, and under them the units that have not answered, were late, or did not count to the last.

    `room`: twips between the margins.
    """
    codes = [code for code in table.indicators or figures.indicators if code in figures.totals]
    columns = [_column(code, figures) for code in codes]
    names = ["Đơn vị", *(literal(unit.name) for unit in figures.units)]
    parts = _parts([*least_widths(columns)], least_widths([names])[0], room)
    signs = {sign for column in columns for sign in column[1:-1] if sign in _LEGEND}
    notes = (_legend(signs), notes_on_pairs(codes, figures), table.note, SAMPLE_NOTE if is_sample else "")
    note = " ".join(filter(None, notes))
    found = [_table(names, columns[start:end], note if end == len(codes) else "") for start, end in parts]
    if len(found) > 1:
        titles = [_title(codes[start:end], figures) for start, end in parts]
        found = [
            Passage(sections=tuple(Item(title=title, content=(one,)) for title, one in zip(titles, found, strict=True)))
        ]
    return (*found, *_who(figures))


def _column(code: str, figures: PhaseFigures) -> list[str]:
    """Heading, a cell for each unit, total."""
    total = figures.totals[code]
    indicator = total.indicator
    per_cent = is_per_cent(indicator)
    cells = [_cell(unit, code, indicator) for unit in figures.units]
    whole = NOT_REPORTED if total.amount is None else shown(total.amount, per_cent=per_cent)
    return [column_heading(indicator.name, indicator.unit), *cells, whole]


def _cell(unit: UnitFigures, code: str, indicator: Indicator) -> str:
    value: Value | None = unit.values.get(code)
    if value is None:
        return NOT_REPORTED if unit.standing is Standing.MISSING and not unit.values else NOT_ASKED
    if value.amount is None:
        return NOT_APPLICABLE if value.null_reason is NullReason.NOT_APPLICABLE else NOT_REPORTED
    return shown(value.amount, per_cent=is_per_cent(indicator))


def _legend(signs: set[str]) -> str:
    words = "; ".join(words for sign, words in _LEGEND.items() if sign in signs)
    return f"{words[0].upper()}{words[1:]}." if words else ""


def _parts(widths: Sequence[int], names: int, room: int) -> list[tuple[int, int]]:
    """Where each table begins and ends among the indicators: as few tables as can be, and those about even."""
    free = room - least_widths([["STT", "9.999"]])[0] - min(names, room // 5)
    for count in range(1, len(widths) + 1):
        ends = [len(widths) * number // count for number in range(count + 1)]
        parts = list(pairwise(ends))
        if all(sum(widths[start:end]) <= free for start, end in parts):
            return parts
    return [(number, number + 1) for number in range(len(widths))]


def _table(names: Sequence[str], columns: Sequence[Sequence[str]], note: str) -> Passage:
    """What the cells hold was checked when it was read, and is not checked again thousands of times."""
    (_heading, *units), ends = names, [column[-1] for column in columns]
    inside = zip(*(column[1:-1] for column in columns), strict=True) if columns else [() for _unit in units]
    rows = [(str(n), unit, *cells) for n, (unit, cells) in enumerate(zip(units, inside, strict=True), 1)]
    table = Table.model_construct(
        columns=("STT", names[0], *(column[0] for column in columns)),
        rows=tuple(rows),
        total=("", TOTAL, *ends),
        note=note or None,
    )
    return Passage.model_construct({"table"}, table=table)


def _title(codes: Sequence[str], figures: PhaseFigures) -> str:
    first, last = (figures.totals[code].indicator.name for code in (codes[0], codes[-1]))
    return f"Chỉ tiêu “{first}”" if len(codes) == 1 else f"Các chỉ tiêu từ “{first}” đến “{last}”"


def _who(figures: PhaseFigures) -> Iterator[Passage]:
    asked = len(figures.units)
    missing, late = figures.of(Standing.MISSING), figures.of(Standing.LATE)
    if missing:
        yield from _named(f"Đơn vị chưa báo cáo ({len(missing)}/{asked})", [unit.name for unit in missing])
    if late:
        days = [f"{unit.name} ({short_date(unit.answered_on)})" if unit.answered_on else unit.name for unit in late]
        yield from _named(f"Đơn vị báo cáo sau hạn ngày {short_date(figures.due)} ({len(late)}/{asked})", days)
    guessed = [unit.name for unit in figures.units if any(value.is_approximate for value in unit.values.values())]
    if guessed:
        yield from _named(f"Đơn vị có số liệu ước tính ({len(guessed)}/{asked})", guessed)


def _named(lead: str, names: Sequence[str]) -> Iterator[Passage]:
    """A sentence; of many names the sentence's beginning, and a table in which a name is found again."""
    names = [*map(literal, names)]
    if len(names) <= _FEW:
        yield Passage.model_construct({"text"}, text=f"{lead}: {', '.join(names)}.")
        return
    yield Passage.model_construct({"text"}, text=f"{lead}:")
    cells = [cell for number, name in enumerate(names, 1) for cell in (str(number), name)]
    wide = 2 * _ABREAST
    cells += [""] * (-len(cells) % wide)
    rows = tuple(tuple(cells[start : start + wide]) for start in range(0, len(cells), wide))
    table = Table.model_construct(columns=("STT", "Đơn vị") * _ABREAST, rows=rows, total=None, note=None)
    yield Passage.model_construct({"table"}, table=table)
