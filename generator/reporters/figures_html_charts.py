"""One indicator as bars, a unit each, drawn as SVG inside of the page.

It computes no figure: lengths alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.figures.trace_words import amount_text
from generator.messages import _
from generator.model.figures import PhaseFigures, Total, UnitFigures
from generator.model.indicator import Aggregation
from generator.reporters.figures_html_cells import named
from generator.reporters.html_pages import safe

MOST_BARS = 40
"""More are a wall; the table has them all."""
_WIDTH, _NAMES, _FIGURES = 640, 270, 110
_HIGH, _THIN, _STEP = 14, 4, 22
_BAR, _BEFORE = "#2f6fb3", "#9aa3ad"
"""Where the page's own colours do not reach, as in a copy of the picture."""
_LONGEST_NAME = 36


def charts(figures: PhaseFigures) -> Iterator[str]:
    """A figure for each indicator in which units can be compared."""
    for number, code in enumerate(figures.indicators, 1):
        total = figures.totals[code]
        units = [unit for unit in figures.units if _amount(unit, code) is not None]
        if len(units) > 1:
            units.sort(key=lambda unit: -(_amount(unit, code) or Decimal(0)))
            yield _figure(total, units, number)


def _amount(unit: UnitFigures, code: str) -> Decimal | None:
    value = unit.values.get(code)
    return value.amount if value else None


def _before(unit: UnitFigures, code: str) -> Decimal | None:
    value = unit.previous.get(code)
    return value.amount if value else None


def _figure(total: Total, units: Sequence[UnitFigures], number: int) -> str:
    shown = units[:MOST_BARS]
    indicator = total.indicator
    code = indicator.code
    notes = []
    if any(_before(unit, code) is not None for unit in shown):
        notes.append(_("thanh mảnh: đợt trước"))
    if len(units) > len(shown):
        notes.append(
            _("{count} đơn vị nhiều nhất; còn {left} đơn vị, xem ở bảng").format(
                count=len(shown), left=len(units) - len(shown)
            )
        )
    silent = total.asked - total.answered
    if silent > 0:
        notes.append(_("{count} đơn vị chưa có số").format(count=silent))
    caption = safe(named(indicator))
    note = f"<p>{safe('; '.join(notes))}</p>" if notes else ""
    return (
        f'<figure>\n<figcaption id="c{number}">{caption}</figcaption>{note}\n'
        f'<svg viewBox="0 0 {_WIDTH} {len(shown) * _STEP + 4}" role="img" aria-labelledby="c{number}">\n'
        f"{''.join(_bars(shown, total))}</svg>\n</figure>\n"
    )


def _bars(units: Sequence[UnitFigures], total: Total) -> Iterator[str]:
    code = total.indicator.code
    known = [amount for unit in units for amount in (_amount(unit, code), _before(unit, code)) if amount is not None]
    most = Decimal(100) if total.indicator.aggregation is Aggregation.PERCENT else max(known) or Decimal(1)
    room = _WIDTH - _NAMES - _FIGURES
    for place, unit in enumerate(units):
        top = place * _STEP + 3
        amount, before = _amount(unit, code) or Decimal(0), _before(unit, code)
        long = _length(amount, most, room)
        name, value = safe(unit.name), safe(amount_text(amount, unit.values[code].is_approximate))
        yield f"<g><title>{name}: {value}</title>"
        yield f'<text x="{_NAMES - 8}" y="{top + 11}" text-anchor="end">{safe(_shortened(unit.name))}</text>'
        yield f'<rect class="bar" fill="{_BAR}" x="{_NAMES}" y="{top}" width="{long}" height="{_HIGH}"/>'
        if before is not None:
            thin = _length(before, most, room)
            at = f'x="{_NAMES}" y="{top + _HIGH}" width="{thin}" height="{_THIN}"'
            yield f'<rect class="before" fill="{_BEFORE}" {at}/>'
        yield f'<text x="{_NAMES + float(long) + 6:.1f}" y="{top + 11}">{value}</text></g>\n'


def _length(amount: Decimal, most: Decimal, room: int) -> str:
    return f"{min(max(float(amount / most), 0), 1) * room:.1f}"


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST_NAME:
        return name
    return name[: _LONGEST_NAME - 1].rstrip(" ,-") + "…"
