"""Rows of series: found or made, locked, and held against those that the book has already.

It gives no number.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, func, insert, select, text, update

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.register.kind_names import named
from generator.register.ledger import note, series_of_row
from generator.register.records import Act, Series
from generator.register.schema import entries
from generator.register.schema import series as table
from generator.vietnamese.dates import short_date

# Any number that only we use: one clerk at a time opens a series, so that no two open what is one.
_OPENING = 0x6F70656E


def series_rows(connection: Connection, wanted: Sequence[Series], act: Act, at: datetime) -> dict[Series, int]:
    """The id of each series' row, locked until the change is done; a row is made where there is none.

    Faulty where the settings have changed under numbers that were given: they would be given again.
    Writes: the database.
    """
    if lacking := [one for one in wanted if _row(connection, one) is None]:
        if connection.dialect.name != "sqlite":  # there the whole file is locked
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_OPENING})"))
        for one in lacking:
            _make(connection, one, act, at)
    ids = {}
    for one in wanted:
        row = _row(connection, one)
        assert row is not None
        _follow(connection, one, row, act, at)
        ids[one] = int(row["id"])
    if connection.dialect.name != "sqlite":
        for series_id in sorted(ids.values()):
            connection.execute(select(table.c.id).where(table.c.id == series_id).with_for_update())
    return ids


def _row(connection: Connection, one: Series) -> RowMapping | None:
    query = select(table).where(
        table.c.issuer == one.issuer,
        table.c.side == one.side.value,
        table.c.stream == one.stream.value,
        table.c.kinds == one.kinds,
        table.c.period == one.period,
    )
    return connection.execute(query).mappings().one_or_none()


def _make(connection: Connection, one: Series, act: Act, at: datetime) -> None:
    query = select(table).where(
        table.c.issuer == one.issuer, table.c.side == one.side.value, table.c.stream == one.stream.value
    )
    others = [series_of_row(row) for row in connection.execute(query).mappings()]
    if one in others:
        return  # another clerk has just made it
    twins = [other for other in others if other.shares_kinds(one)]
    if split := [other for other in twins if other.period == one.period]:
        raise Faulty([_split_changed(one, split[0])])
    if renamed := [other for other in twins if other.starts == one.starts]:
        raise Faulty([_renamed(one, renamed[0])])
    row = {
        "issuer": one.issuer,
        "side": one.side.value,
        "stream": one.stream.value,
        "kinds": one.kinds,
        "period": one.period,
        "starts": one.starts,
        "first_number": 1,
    }
    made = connection.execute(insert(table).values(row)).inserted_primary_key
    note(connection, act, at, "open", made[0] if made else None, None, row)


def _split_changed(one: Series, other: Series) -> Diagnostic:
    return Diagnostic(
        "register/split-changed",
        _("trong “{period}” các loại văn bản đã đánh số theo nhóm “{old}”, nay khai là “{new}”: số sẽ trùng").format(
            period=one.period, old=named(other.kinds), new=named(one.kinds)
        ),
        hint=_("giữ nguyên together ở mục register của vanthu.yaml đến hết kỳ này; cách chia mới bắt đầu từ kỳ sau"),
    )


def _renamed(one: Series, other: Series) -> Diagnostic:
    return Diagnostic(
        "register/period-renamed",
        _("nhiệm kỳ bắt đầu ngày {day} có tên “{old}” trong sổ, nay khai là “{new}”: số sẽ bắt đầu lại từ 01").format(
            day=short_date(one.starts), old=other.period, new=one.period
        ),
        hint=_("giữ nguyên name ở mục register của vanthu.yaml"),
    )


def _follow(connection: Connection, one: Series, row: RowMapping, act: Act, at: datetime) -> None:
    """The first day of a term put right in the settings is put right in the book, where no document is older."""
    if row["starts"] == one.starts:
        return
    query = select(func.min(entries.c.issued_on)).where(entries.c.series_id == row["id"], entries.c.state == "issued")
    earliest = connection.execute(query).scalar()
    if earliest is not None and earliest < one.starts:
        raise Faulty([_older(one, row)])
    connection.execute(update(table).where(table.c.id == row["id"]).values(starts=one.starts))
    note(connection, act, at, "starts", int(row["id"]), None, {"starts": [row["starts"], one.starts]})


def _older(one: Series, row: RowMapping) -> Diagnostic:
    return Diagnostic(
        "register/period-moved",
        _("“{period}” trong sổ bắt đầu ngày {old} và đã có văn bản trước ngày {new} là ngày đang khai").format(
            period=one.period, old=short_date(row["starts"]), new=short_date(one.starts)
        ),
        hint=_("sửa lại ngày ở mục register của vanthu.yaml; nhiệm kỳ mới thì đặt tên khác"),
    )
