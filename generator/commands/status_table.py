"""The table of `vanthu status`: what is overdue first, groups counted or opened, sums at the end.

It decides nothing: how a thing stands is settled before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

import click

from generator.commands.status_words import SHORT_NAME, finished, left, name_of, shortened, what, who, with_weekday
from generator.messages import _, mark

if TYPE_CHECKING:
    from collections import Counter

    from generator.commands.status import Look
    from generator.pipeline.deadlines import Standing
    from generator.pipeline.status import Line, View
    from generator.sources.loaded import LoadedWorkspace

Row = tuple[str, ...]
_HEADINGS = {
    "overdue": mark("Quá hạn"),
    "due": mark("Đến hạn"),
    "later": mark("Còn sau"),
    "undated": mark("Chưa rõ ngày"),
    "done": mark("Đã xong"),
}
_AT_ONCE = 500
"""Rows that are written together; the widths are those of the first, since a long table is not held for its looks."""


def tell(look: Look, loaded: LoadedWorkspace, view: View, *, with_all: bool, quiet: bool, whole: bool) -> None:
    """One plan. `quiet`: only what is overdue. `whole`: texts are not shortened."""
    from generator.pipeline.deadlines import Standing
    from generator.reporters.text import shown

    if not quiet:
        click.echo(f"{shown(look.path)}: {look.plan.subject}")
        day = with_weekday(view.today)
        click.echo(_("Xem ngày: {day}. Đến hạn: trong {days} ngày tới.").format(day=day, days=view.within))
    for standing in Standing if not quiet else (Standing.OVERDUE,):
        table = _Table(loaded, view, whole, standing)
        rows = table.opened(look.lines) if with_all else table.folded(look.lines)
        count = table.count(look.lines, with_all=with_all)
        if count:
            click.echo()
            click.echo(f"{_(_HEADINGS[standing])}: {count}")
            _print(chain([table.titles()], rows), "  ")
    if not quiet:
        _tell_sums(look, loaded)


def tell_all(looks: Sequence[Look]) -> None:
    """One line for several plans."""
    from collections import Counter

    from generator.pipeline.deadlines import Standing
    from generator.pipeline.status import sums

    total: Counter[Standing] = Counter()
    for look in looks:
        total.update(sums(look.lines).total)
    counts = ", ".join(f"{_(heading).lower()} {total[Standing(name)]}" for name, heading in _HEADINGS.items())
    click.echo()
    click.echo(_("Cả {count} kế hoạch: {counts}").format(count=len(looks), counts=counts))


class _Table:
    """The rows of one standing."""

    def __init__(self, loaded: LoadedWorkspace, view: View, whole: bool, standing: Standing) -> None:
        self.loaded, self.view, self.whole, self.standing = loaded, view, whole, standing
        self.is_done = standing == "done"

    def titles(self) -> Row:
        return _("Hạn"), "", _("Đợt"), _("Mã việc"), _("Đơn vị"), _("Việc")

    def count(self, lines: Iterable[Line], *, with_all: bool) -> int:
        """Things, each once for each unit; what is done in a group that is not opened stands beside its name."""
        if self.is_done:
            return sum(len(line.done) for line in lines if with_all or not line.is_open)
        return sum(line.count - len(line.done) for line in lines if line.standing == self.standing)

    def folded(self, lines: Iterable[Line]) -> Iterator[Row]:
        """A row for each thing; of what comes back the first one that is open, or the last one that is done."""
        series: dict[tuple[str, str], list[Line]] = {}
        for line in lines:
            if line.standing == self.standing:
                series.setdefault((line.due.id.partition("@")[0], line.due.who), []).append(line)
        for same in series.values():
            line, more = same[-1] if self.is_done else same[0], len(same) - 1
            name = who(line, self.loaded, None if self.whole else SHORT_NAME)
            after = _(" (và {count} kỳ trước)") if self.is_done else _(" (còn {count} kỳ nữa)")
            yield self._row(line, name, after.format(count=more) if more else "")

    def opened(self, lines: Iterable[Line]) -> Iterator[Row]:
        """A row for each unit, one by one: a group may be the whole country."""
        from generator.pipeline.progress import owing_of

        owing = owing_of(self.loaded)
        for line in lines:
            if line.standing == self.standing or (self.is_done and line.done):
                for unit, name in owing.named_units(line.due.who):
                    if (unit in line.done) is self.is_done:
                        yield self._row(line, name or name_of(unit, self.loaded), unit=unit)

    def _row(self, line: Line, name: str, after: str = "", unit: str | None = None) -> Row:
        due, phase = line.due, str(line.due.phase or "")
        day = with_weekday(due.day) if due.day else shortened(due.words or _("không ghi ngày"), 40)
        if self.is_done:
            on = line.done[unit] if unit else max(line.done.values())
            stands = finished(on, due.day)
        else:
            stands = left(due.day, self.view.today)
        text = what(due) if self.whole else shortened(what(due))
        return day, stands, phase, due.id, name, text + after


def _tell_sums(look: Look, loaded: LoadedWorkspace) -> None:
    from generator.pipeline.status import sums

    found = sums(look.lines)
    rows: list[Row] = [("", *(_(heading) for heading in _HEADINGS.values()))]
    if any(found.by_phase):
        phases = sorted(found.by_phase.items(), key=lambda item: (item[0] is None, item[0] or 0))
        rows += (_sum(_("Đợt {number}").format(number=n) if n else _("Ngoài các đợt"), c) for n, c in phases)
    if len(found.by_who) > 1:
        rows += (_sum(name_of(each, loaded), counter) for each, counter in found.by_who.items())
    rows.append(_sum(_("Cộng"), found.total))
    click.echo()
    _print(rows, "")


def _sum(name: str, counter: Counter[Standing]) -> Row:
    from generator.pipeline.deadlines import Standing

    return (name, *(str(counter[Standing(each)] or "-") for each in _HEADINGS))


def _print(rows: Iterable[Row], indent: str) -> None:
    """Columns as wide as their widest entry among the first; the last one ends where it ends."""
    rest = iter(rows)
    some = [*islice(rest, _AT_ONCE)]
    widths = [max(map(len, column)) for column in zip(*some, strict=True)]
    while some:
        lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in some)
        click.echo("\n".join((indent + line).rstrip() for line in lines))
        some = [*islice(rest, _AT_ONCE)]
