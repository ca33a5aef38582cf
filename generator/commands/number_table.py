"""Tables of numbers for tired eyes: columns as wide as they must be, days as people write them.

It decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from generator.register.records import Entry, Series
    from generator.register.sheet import Kinds

_LONGEST = 48


def print_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Each row on one line, whatever was typed; the last column ends where it ends."""
    from generator.vietnamese.unicode import printable

    whole = [tuple(map(printable, row)) for row in (titles, *rows)]
    widths = [max(map(len, column)) for column in zip(*whole, strict=True)]
    for row in whole:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def titles(*, with_issuer: bool) -> tuple[str, ...]:
    """Of the columns of `row_of`."""
    issuer = (_("Cơ quan"),) if with_issuer else ()
    return (_("Số, ký hiệu"), *issuer, _("Ngày"), _("Loại và trích yếu"), _("Người ký"), _("Tình trạng"), _("Tệp"))


def row_of(entry: Entry, kinds: Kinds, *, with_issuer: bool) -> tuple[str, ...]:
    """Number, perhaps whose it is, day, what it is, who signed, how it stands, its file."""
    told = entry.particulars
    name = kinds.names.get(entry.kind, "")
    return (
        called(entry),
        *((entry.series.issuer,) if with_issuer else ()),
        day_shown(entry),
        shortened(f"{name} {told.subject}".strip()),
        told.signer,
        state_of(entry),
        told.file,
    )


def called(entry: Entry) -> str:
    from generator.pipeline.numbering_find import shown

    return shown(entry)


def series_called(series: Series, kinds: Kinds) -> str:
    """What is numbered together, in words."""
    streams = {"copies": _("bản sao"), "congress": _("văn bản đại hội"), "secret": _("văn bản mật")}
    if series.stream.value in streams:
        return streams[series.stream.value]
    names = (kinds.names.get(each, each) for each in series.kinds.split("+"))
    return _("mọi loại") if series.kinds == "*" else ", ".join(names)


def day_shown(entry: Entry) -> str:
    from generator.vietnamese.dates import short_date

    day = entry.particulars.issued_on
    return short_date(day) if day else ""


def state_of(entry: Entry) -> str:
    from generator.register.records import State

    words = {State.RESERVED: _("đã giữ"), State.ISSUED: _("đã phát hành"), State.VOID: _("đã hủy")}
    return words[entry.state] + (f": {shortened(entry.reason)}" if entry.reason else "")


def shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    head = text[: _LONGEST - 1]
    return f"{head.rpartition(' ')[0] or head} …"
