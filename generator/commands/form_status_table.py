"""The table of `vanthu form status`, and the words in which a unit's answer stands there and on the page.

It decides nothing: how a unit stands is settled before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from generator.model.figures import Standing
    from generator.pipeline.collection_status import CollectionStatus, UnitLine
    from generator.sources.loaded import LoadedPlan

Cells = tuple[str, ...]
_SOME = 3


def tell(seen: CollectionStatus, plan: LoadedPlan, *, quiet: bool) -> None:
    """`quiet`: only who is missing."""
    from generator.pipeline.collection_status import ORDER
    from generator.reporters.text import shown

    if not quiet:
        click.echo(f"{shown(plan.path)}: {seen.figures.title}{_sample(seen)}")
        click.echo(days_in_words(seen))
    for standing in ORDER[:1] if quiet else ORDER:
        lines = seen.missing if standing is ORDER[0] else seen.of(standing)
        if lines:
            click.echo()
            click.echo(f"{_heading(standing)}: {len(lines)}")
            _print([_titles(standing), *(_cells(line, seen) for line in lines)])
    if not quiet:
        click.echo()
        click.echo(_sum(seen))
        for line in _first_of_all(seen):
            click.echo(line)


def _sample(seen: CollectionStatus) -> str:
    return _(" (số liệu minh họa)") if seen.figures.is_sample else ""


def days_in_words(seen: CollectionStatus) -> str:
    from generator.commands.status_words import left, with_weekday

    due = seen.figures.due
    gone = _("đã quá {days} ngày").format(days=seen.days) if seen.days > 0 else left(due, seen.today)
    words = _("Xem ngày: {day}. Hạn gửi: {due} ({left}).")
    return words.format(day=with_weekday(seen.today), due=with_weekday(due), left=gone)


def _heading(standing: Standing) -> str:
    headings = {
        "missing": _("Chưa báo cáo"),
        "late": _("Trễ hạn"),
        "on_time": _("Đúng hạn"),
        "not_applicable": _("Không có việc"),
    }
    return headings[standing.value]


def _titles(standing: Standing) -> Cells:
    last = _("Hỏi") if standing.value == "missing" else _("Còn để trống")
    return _("Đơn vị"), _("Mã"), _("Tình hình"), last


def _cells(line: UnitLine, seen: CollectionStatus) -> Cells:
    last = (
        _("{count} chỉ tiêu").format(count=line.asked)
        if line.standing.value == "missing"
        else blanks(line, seen, _SOME)
    )
    day = line.unit.answered_on
    words = standing_in_words(line) if day is None else f"{day:%d/%m/%Y}, {standing_in_words(line)}"
    return line.unit.name, line.unit.unit, words, last


def standing_in_words(line: UnitLine) -> str:
    """`đúng hạn`, `trễ 2 ngày`, `chưa báo cáo, quá hạn 7 ngày`, `đã gửi, còn lỗi`."""
    if line.standing.value == "late":
        return _("trễ {days} ngày").format(days=line.days)
    if line.standing.value != "missing":
        return _("không có việc") if line.standing.value == "not_applicable" else _("đúng hạn")
    if line.is_rejected:
        return _("đã gửi, còn lỗi")
    if line.days > 0:
        return _("chưa báo cáo, quá hạn {days} ngày").format(days=line.days)
    return _("chưa báo cáo, còn {days} ngày").format(days=-line.days) if line.days else _("chưa báo cáo, hạn hôm nay")


def blanks(line: UnitLine, seen: CollectionStatus, most: int | None = None) -> str:
    """The names of what was left empty, which is not zero. `most`: so many names, and how many there are."""
    names = [seen.figures.totals[code].indicator.name for code in line.blank]
    if most is None or len(names) <= most:
        return "; ".join(names)
    return _("{count} chỉ tiêu: {names} …").format(count=len(names), names="; ".join(names[:most]))


def _sum(seen: CollectionStatus) -> str:
    counts = ", ".join(f"{_heading(standing).lower()} {count}" for standing, count in seen.counts.items() if count)
    return _("Phải báo cáo: {count} đơn vị; {counts}.").format(count=len(seen.lines), counts=counts)


def _first_of_all(seen: CollectionStatus) -> Iterator[str]:
    """Whom to ask first, once the day has come; a few names, since the table above has all."""
    if seen.missing and seen.days >= 0:
        names = ", ".join(line.unit.name for line in seen.missing[:_SOME])
        yield _("Đôn đốc trước: {names} (được hỏi nhiều chỉ tiêu nhất).").format(names=names)
    if seen.incomplete:
        names = ", ".join(line.unit.name for line in seen.incomplete[:_SOME])
        yield _("Hỏi lại chỗ để trống: {names}.").format(names=names)


def _print(rows: Sequence[Cells]) -> None:
    """Columns as wide as they must be; the last one ends where it ends, and is left out where it says nothing."""
    from generator.vietnamese.unicode import printable

    if not any(row[-1] for row in rows[1:]):
        rows = [row[:-1] for row in rows]
    rows = [tuple(map(printable, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo(f"  {'  '.join(cells)}".rstrip())
