"""What stands behind one figure: how it was made, in words, and every unit's value with its place.

It computes nothing: it reads what `totals` has counted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Location
from generator.figures.folding import Catalogue
from generator.figures.trace_words import how_made
from generator.messages import _
from generator.model.answers import AnswerFile
from generator.model.figures import PhaseFigures, Standing, Total, UnitFigures, Value
from generator.model.indicator import Aggregation, Indicator
from generator.model.report import NullReason
from generator.vietnamese.numerals import grouped

Where = Callable[..., Location]
"""The place of a field in a unit's answer: `where("to-mot", "figures", "banners")`."""


@dataclass(frozen=True, slots=True)
class Behind:
    """One unit's share in a figure."""

    unit: str
    name: str
    value: Value
    shown: str
    """The amount as people write it, of a per cent with what it was made of; empty where there is none."""
    why: str
    """Why there is none, or what there is to say of the one there is."""
    where: Location | None
    """None: the unit has no file."""


@dataclass(frozen=True, slots=True)
class Trace:
    figures: PhaseFigures
    total: Total
    words: tuple[str, ...]
    """How the figure, what was before, so far, and the target came about."""
    units: tuple[Behind, ...]
    """In the order of the form, those that were asked."""
    not_asked: int

    @property
    def counted(self) -> tuple[Behind, ...]:
        return tuple(each for each in self.units if each.value.amount is not None)

    @property
    def left_out(self) -> tuple[Behind, ...]:
        return tuple(each for each in self.units if each.value.amount is None)


def explain(
    code: str,
    figures: PhaseFigures,
    earlier: Sequence[PhaseFigures],
    answers: Mapping[str, AnswerFile],
    faulty: Collection[str],
    catalogue: Catalogue,
    where: Where,
) -> Trace:
    """`code` is one of the form's; `faulty`: units whose file is there and could not be counted."""
    indicator = catalogue[code]
    asked = [unit for unit in figures.units if code in unit.values]
    units = tuple(_behind(unit, indicator, answers.get(unit.unit), unit.unit in faulty, where) for unit in asked)
    words = how_made(indicator, figures, earlier, catalogue)
    return Trace(figures, figures.totals[code], words, units, len(figures.units) - len(asked))


def _behind(
    unit: UnitFigures, indicator: Indicator, answer: AnswerFile | None, is_faulty: bool, where: Where
) -> Behind:
    value = unit.values[indicator.code]
    field = indicator.part if indicator.aggregation is Aggregation.PERCENT else indicator.code
    place = where(unit.unit, "figures", str(field)) if answer or is_faulty else None
    notes = [_why(unit, value, is_faulty), value.note, *_corrections(indicator, answer)]
    return Behind(
        unit.unit, unit.name, value, _shown(unit, indicator), "; ".join(note for note in notes if note), place
    )


def _shown(unit: UnitFigures, indicator: Indicator) -> str:
    value = unit.values[indicator.code]
    if value.amount is None:
        return ""
    if indicator.aggregation is not Aggregation.PERCENT:
        return grouped(value.amount)
    part, whole = unit.values[str(indicator.part)].amount, unit.values[str(indicator.whole)].amount
    assert part is not None
    assert whole is not None
    return f"{grouped(part)} / {grouped(whole)} = {grouped(value.amount)}%"


def _why(unit: UnitFigures, value: Value, is_faulty: bool) -> str:
    if value.amount is not None:
        return _("số áng chừng") if value.is_approximate else ""
    if is_faulty:
        return _("tệp trả lời có lỗi, chưa đọc được")
    if unit.standing is Standing.MISSING:
        return _("chưa báo cáo")
    if value.null_reason is NullReason.NOT_APPLICABLE:
        return _("không có việc này")
    return _("có trả lời, nhưng thiếu số này")


def _corrections(indicator: Indicator, answer: AnswerFile | None) -> list[str]:
    if answer is None:
        return []
    fields = {indicator.code, indicator.part, indicator.whole}
    said = _("{by} sửa ngày {day:%d/%m/%Y}, trước là {was}: {reason}")
    return [
        said.format(by=each.by, day=each.at, was=each.was or _("để trống"), reason=each.reason)
        for each in answer.corrections
        if each.field in fields
    ]
