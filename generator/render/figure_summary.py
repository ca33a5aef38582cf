"""The totals of a phase as a table in the text: this phase, the one before, all so far, the target.

It counts nothing, and leaves out a column of which nobody knows anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.model.content import Passage, Table
from generator.model.figures import PhaseFigures, Total
from generator.render.figure_pairs import notes_on_pairs
from generator.render.figure_values import is_per_cent, shown

LEAD = "Kết quả theo các chỉ tiêu chính:"
NOW, BEFORE, SO_FAR, TARGET, ACHIEVED = "Kỳ này", "Kỳ trước", "Lũy kế", "Chỉ tiêu giao", "Đạt (%)"


def summary_passages(codes: Sequence[str], figures: PhaseFigures) -> tuple[Passage, ...]:
    """The sentence before the table, and the table; nothing where no indicator was chosen."""
    totals = [figures.totals[code] for code in codes if code in figures.totals]
    if not totals:
        return ()
    columns: list[tuple[str, list[str]]] = [
        ("STT", [str(number) for number in range(1, len(totals) + 1)]),
        ("Chỉ tiêu", [total.indicator.name for total in totals]),
        ("Đơn vị tính", [total.indicator.unit for total in totals]),
        (NOW, [_amount(total, total.amount) for total in totals]),
    ]
    further = [
        (BEFORE, [_amount(total, total.previous) for total in totals]),
        (SO_FAR, [_amount(total, total.cumulative) for total in totals]),
        (TARGET, [_amount(total, total.target) for total in totals]),
        (ACHIEVED, [*map(_achieved, totals)]),
    ]
    columns += [(heading, cells) for heading, cells in further if any(cells)]
    rows = tuple(zip(*(cells for _heading, cells in columns), strict=True))
    note = notes_on_pairs(codes, figures) or None
    table = Table(columns=tuple(heading for heading, _cells in columns), rows=rows, note=note)
    return Passage(text=LEAD), Passage(table=table)


def _achieved(total: Total) -> str:
    return "" if total.achieved is None else shown(total.achieved, per_cent=True)


def _amount(total: Total, amount: Decimal | None) -> str:
    return "" if amount is None else shown(amount, per_cent=is_per_cent(total.indicator))
