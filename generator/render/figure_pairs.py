"""Per cents whose part and whole come from different units: what a reader must know who divides the totals by hand.

It computes no figure: it counts units.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.figures import PhaseFigures
from generator.render.figure_values import is_per_cent


def notes_on_pairs(codes: Sequence[str], figures: PhaseFigures) -> str:
    """A sentence for each per cent whose part and whole do not come from the same units; empty where all do."""
    return " ".join(filter(None, (_note(code, figures) for code in codes if code in figures.totals)))


def _note(code: str, figures: PhaseFigures) -> str:
    total = figures.totals[code]
    if not is_per_cent(total.indicator) or total.amount is None:
        return ""
    of_part, of_whole = (_told(str(base), figures) for base in (total.indicator.part, total.indicator.whole))
    if of_part == of_whole:
        return ""
    return f"“{total.indicator.name}” chỉ tính trên {len(of_part & of_whole)} đơn vị có đủ cả hai số liệu."


def _told(code: str, figures: PhaseFigures) -> set[str]:
    """The units that gave the figure."""
    values = ((unit.unit, unit.values.get(code)) for unit in figures.units)
    return {unit for unit, value in values if value is not None and value.amount is not None}
