"""How a figure came about, in sentences: added, largest, latest, weighted; before, so far, and the target.

It computes nothing that `totals` has not counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.figures.folding import Catalogue, Values, added
from generator.messages import _
from generator.model.figures import PhaseFigures, Total
from generator.model.indicator import Aggregation, Counting, Indicator
from generator.vietnamese.numerals import grouped


def how_made(
    indicator: Indicator, figures: PhaseFigures, earlier: Sequence[PhaseFigures], catalogue: Catalogue
) -> tuple[str, ...]:
    total = figures.totals[indicator.code]
    lines = [_now(total, figures)]
    if earlier:
        lines.append(_before(total, earlier[-1]))
        lines += _so_far(total, figures, earlier, catalogue)
    lines += _target(total, figures)
    return tuple(lines)


def shown(amount: Decimal | None, indicator: Indicator, is_approximate: bool = False) -> str:
    """`1.250 buổi`, `97,5%`, `khoảng 1.250 buổi`; words where nobody has said anything."""
    if amount is None:
        return _("chưa có số")
    return amount_text(amount, is_approximate) + ("%" if indicator.unit == "%" else f" {indicator.unit}")


def amount_text(amount: Decimal, is_approximate: bool = False) -> str:
    """`1.250`, `97,55`, `khoảng 1.250`: every digit that was counted, and no other."""
    text = grouped(amount)
    return _("khoảng {amount}").format(amount=text) if is_approximate else text


def _now(total: Total, figures: PhaseFigures) -> str:
    indicator = total.indicator
    if total.amount is None:
        return _("chưa đơn vị nào cho số, trong {asked} đơn vị được hỏi").format(asked=total.asked)
    counts = {"answered": total.answered, "asked": total.asked}
    if indicator.aggregation is Aggregation.PERCENT:
        part, whole = _pairs(indicator, figures)
        text = _(
            "tỷ lệ chung: {part} / {whole} = {amount}; cộng hai số của {answered} trên {asked} đơn vị được hỏi, "
            "không lấy trung bình các tỷ lệ"
        )
        amount = shown(total.amount, indicator, total.is_approximate)
        return text.format(part=grouped(part), whole=grouped(whole), amount=amount, **counts)
    if indicator.aggregation is Aggregation.MAX:
        holders = [unit.name for unit in figures.units if _amount(unit.values, indicator.code) == total.amount]
        text = _("số lớn nhất trong {answered} trên {asked} đơn vị được hỏi: {names}")
        return text.format(names=", ".join(holders[:3]) + (", …" if holders[3:] else ""), **counts)
    return _("cộng số của {answered} trên {asked} đơn vị được hỏi").format(**counts)


def _amount(values: Values, code: str) -> Decimal | None:
    value = values.get(code)
    return value.amount if value else None


def _pairs(indicator: Indicator, figures: PhaseFigures) -> tuple[Decimal, Decimal]:
    """What the per cent of all was made of: only of units that gave both."""
    part, whole = str(indicator.part), str(indicator.whole)
    pairs = [(_amount(unit.values, part), _amount(unit.values, whole)) for unit in figures.units]
    both = [(one, two) for one, two in pairs if one is not None and two is not None]
    return added(one for one, _two in both), added(two for _one, two in both)


def _before(total: Total, before: PhaseFigures) -> str:
    if total.indicator.code not in before.totals:
        return _("đợt trước (đợt {phase}) không hỏi chỉ tiêu này").format(phase=before.phase)
    text = _("đợt trước (đợt {phase}): {amount}")
    return text.format(phase=before.phase, amount=shown(total.previous, total.indicator, total.is_previous_approximate))


def _so_far(
    total: Total, figures: PhaseFigures, earlier: Sequence[PhaseFigures], catalogue: Catalogue
) -> Iterator[str]:
    indicator = total.indicator
    amount = shown(total.cumulative, indicator, total.is_cumulative_approximate)
    if indicator.aggregation is Aggregation.PERCENT:
        is_from_start = catalogue[str(indicator.part)].counting is Counting.CUMULATIVE
        text = _("lũy kế {amount}: cộng cả hai số của mọi đợt rồi chia")
        if is_from_start:
            text = _("lũy kế {amount}: từ số mới nhất của từng đơn vị, vì số của đợt đã tính từ đầu kế hoạch")
    elif indicator.aggregation is Aggregation.MAX:
        text = _("lũy kế {amount}: số lớn nhất của mọi đợt")
    elif indicator.aggregation is Aggregation.LAST:
        text = _("lũy kế {amount}: cộng số mới nhất của từng đơn vị")
    elif indicator.counting is Counting.CUMULATIVE:
        text = _("lũy kế {amount}: cộng số mới nhất của từng đơn vị, vì số của đợt đã tính từ đầu kế hoạch")
    else:
        text = _("lũy kế {amount}: {phases}")
    yield text.format(amount=amount, phases=_phases(indicator, (*earlier, figures)))


def _phases(indicator: Indicator, phases: Sequence[PhaseFigures]) -> str:
    """`đợt 1: 12 + đợt 2: 30`; a phase in which it was not asked is left out."""
    each = _("đợt {phase}: {amount}")
    found = [
        each.format(
            phase=phase.phase,
            amount=amount_text(total.amount, total.is_approximate) if total.amount is not None else _("chưa có số"),
        )
        for phase in phases
        for total in (phase.totals.get(indicator.code),)
        if total is not None
    ]
    return " + ".join(found)


def _target(total: Total, figures: PhaseFigures) -> Iterator[str]:
    if total.target is None:
        return
    own = [unit.targets[total.indicator.code] for unit in figures.units if total.indicator.code in unit.targets]
    text = _("chỉ tiêu giao {target}")
    if own and added(own) == total.target:
        text = _("chỉ tiêu giao {target}, cộng của {count} đơn vị")
    said = text.format(target=shown(total.target, total.indicator), count=len(own))
    if total.achieved is not None:
        said += _("; lũy kế đạt {achieved}%").format(achieved=grouped(total.achieved))
    yield said
