"""`vanthu number list` and `gaps`: the register page by page; what is not issued, and why; runs that broke off.

It decides nothing: `register` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS, Session
from generator.commands.number_act import (
    acting,
    day_of_option,
    loaded_workspace,
    narrowed,
    opened,
)
from generator.commands.number_table import called, print_table, row_of, series_called, shortened, titles
from generator.messages import _, mark

if TYPE_CHECKING:
    from generator.pipeline.numbering_find import Narrowed
    from generator.register.book import Gap, Wanted
    from generator.register.database import Register
    from generator.register.pending import Pending, Repaired
    from generator.register.records import Act, Entry
    from generator.register.sheet import Kinds
    from generator.sources.loaded import LoadedWorkspace

_STANDINGS = {
    "awaited": mark("đã giữ, chờ phát hành"),
    "not-written": mark("chương trình dừng trước khi ghi tệp"),
    "written": mark("chương trình dừng sau khi ghi tệp"),
    "changed": mark("tệp đã ghi khác với sổ"),
}


def tell_numbers(
    session: Session,
    kind: str | None,
    unit: str | None,
    year: int | None,
    term: str | None,
    state: str | None,
    since: str | None,
    until: str | None,
    limit: int,
    page: int,
) -> int:
    from generator.register.book import Wanted, of_whom
    from generator.register.kind_names import of_all
    from generator.register.records import State

    loaded = loaded_workspace(session)
    some = narrowed(loaded, kind, unit, None, term)
    first, last = _days(year, day_of_option(since, "--from"), day_of_option(until, "--to"))
    wanted = Wanted(some.issuer, None, some.period, state=State(state) if state else None, since=first, until=last)
    if not _is_there(loaded):
        return DONE
    with opened(loaded, term) as register:
        issuers = of_whom(register)
        found = _page(register, wanted, some.types, limit, page)
    if not found:
        click.echo(_nothing(bool(issuers), page))
        return DONE
    # Whose number it is, where that is a question: 01-KH/ĐU and 01-KH/ĐU of two bodies look alike.
    with_issuer = len(issuers) > 1 and some.issuer is None
    kinds = of_all()
    print_table(titles(with_issuer=with_issuer), (row_of(one, kinds, with_issuer=with_issuer) for one in found[:limit]))
    if len(found) > limit:
        click.echo(_("Còn nữa: --page {page}, hoặc --limit lớn hơn.").format(page=page + 1))
    return DONE


def _nothing(has_numbers: bool, page: int) -> str:
    if not has_numbers:
        return _(
            "Sổ chưa có số nào: lấy số bằng “vanthu number reserve …”, hoặc nhập sổ cũ bằng “vanthu number import …”."
        )
    if page > 1:
        return _("Trang {page} không còn số nào; xem từ --page 1.").format(page=page)
    return _("Không có số nào như đã chọn.")


def _page(register: Register, wanted: Wanted, types: Sequence[str], limit: int, page: int) -> list[Entry]:
    """The entries of a page, and one more where there is a next one; `types` have one code, as `QĐ` has two."""
    from dataclasses import replace

    from generator.register.book import listing

    start = (page - 1) * limit
    if len(types) < 2:
        one = replace(wanted, kind=types[0] if types else None)
        return [*listing(register, one, limit=limit + 1, offset=start, newest=True)]
    found = [
        entry
        for each in types
        for entry in listing(register, replace(wanted, kind=each), limit=start + limit + 1, newest=True)
    ]
    return sorted(found, key=lambda entry: entry.reserved_at, reverse=True)[start : start + limit + 1]


def _days(year: int | None, since: date | None, until: date | None) -> tuple[date | None, date | None]:
    """The days of issue that are wanted: of a year those that the other options leave."""
    if year is None:
        return since, until
    first, last = date(year, 1, 1), date(year, 12, 31)
    return max(since or first, first), min(until or last, last)


def tell_gaps(
    session: Session,
    numbers: tuple[int, ...],
    with_repair: bool,
    kind: str | None,
    unit: str | None,
    year: int | None,
    term: str | None,
    by: str | None,
    reason: str,
) -> int:
    """Writes: the database, on demand."""
    from generator.register.book import gaps
    from generator.register.kind_names import of_all
    from generator.register.pending import pending, repair

    loaded = loaded_workspace(session)
    some = narrowed(loaded, kind, unit, year, term)
    if not _is_there(loaded):
        return DONE
    with opened(loaded, term) as register:
        if with_repair:
            _tell_repaired(repair(register, acting(by, reason)))
        if reason.strip():
            _explain(register, _chosen(gaps(register), numbers, some), numbers, acting(by, reason))
        found = _chosen(gaps(register), numbers, some)
        waiting = {(one.entry.series, one.entry.number): one for one in pending(register)}
    if not found:
        click.echo(_("Không có số nào chưa phát hành, đã hủy hay khuyết."))
        return DONE
    titles = (_("Số"), _("Dãy số"), _("Nhiệm kỳ, năm"), _("Cơ quan"), _("Tình trạng"))
    kinds = of_all()
    print_table(titles, (_row(gap, waiting.get((gap.series, gap.first)), kinds) for gap in found))
    return _tell_open(found, any(one.entry.run for one in waiting.values()))


def _chosen(found: Sequence[Gap], numbers: Sequence[int], some: Narrowed) -> list[Gap]:
    """Those that the command line means."""
    return [
        gap
        for gap in found
        if (not numbers or any(gap.first <= number <= gap.last for number in numbers))
        and some.issuer in (None, gap.series.issuer)
        and some.period in (None, gap.series.period)
        and (not some.types or gap.series.kinds == "*" or not {*some.types}.isdisjoint(gap.series.kinds.split("+")))
    ]


def _tell_open(found: Sequence[Gap], broken_off: bool) -> int:
    """What is left to be done about them."""
    lacking = sum(gap.last - gap.first + 1 for gap in found if gap.state is None)
    if lacking:
        click.echo(_("{count} số khuyết chưa rõ lý do: ghi bằng --reason.").format(count=lacking))
    if unexplained := sum(gap.is_unexplained and gap.state is not None for gap in found):
        click.echo(_("{count} số mà sổ cũ không có: biết vì sao thì ghi bằng --reason.").format(count=unexplained))
    if broken_off:
        click.echo(_("Có lượt làm bị dừng giữa chừng: làm lại văn bản đó, hoặc --repair."))
    return FINDINGS if lacking else DONE


def _is_there(loaded: LoadedWorkspace) -> bool:
    """Whether there is a register; to look is no reason to make one."""
    from generator.register.address import is_there

    if is_there(loaded.workspace.root, loaded.office_file.register):
        return True
    click.echo(_("Chưa có sổ: chưa số nào được cấp. Số đầu tiên lập sổ."))
    return False


def _row(gap: Gap, waiting: Pending | None, kinds: Kinds) -> tuple[str, ...]:
    numbers = f"{gap.first:02d}" if gap.first == gap.last else f"{gap.first:02d}–{gap.last:02d}"
    if waiting is not None:
        numbers = called(waiting.entry)
    return numbers, series_called(gap.series, kinds), gap.series.period, gap.series.issuer, _why(gap, waiting)


def _why(gap: Gap, waiting: Pending | None) -> str:
    if waiting is not None:
        file = f" ({waiting.entry.particulars.file})" if waiting.entry.particulars.file else ""
        return _(_STANDINGS[waiting.standing.value]) + file
    if gap.state is None:
        return _("khuyết, chưa rõ lý do")
    return _("đã hủy: {reason}").format(reason=shortened(gap.reason))


def _tell_repaired(done: Repaired) -> None:
    for entries, words in (
        (done.issued, _("{code}: tệp đã ghi đủ, đã phát hành")),
        (done.handed, _("{code}: tệp đã ghi đủ, chờ phát hành")),
        (done.void, _("{code}: chưa ghi tệp, đã hủy")),
    ):
        for entry in entries:
            click.echo(words.format(code=called(entry)))
    for one in _undecided(done.left):
        words = _("{code}: {why}; để người quyết định: làm lại văn bản, hoặc hủy số")
        click.echo(words.format(code=called(one.entry), why=_(_STANDINGS[one.standing.value])))
    if not any((done.issued, done.handed, done.void, *_undecided(done.left))):
        click.echo(_("Không có lượt làm nào bị dừng giữa chừng."))


def _undecided(left: Sequence[Pending]) -> Iterator[Pending]:
    return (one for one in left if one.entry.run)


def _explain(register: Register, found: Sequence[Gap], numbers: Sequence[int], act: Act) -> None:
    from generator.register.explaining import explain
    from generator.register.ledger import Numbered

    places = [
        Numbered(gap.series, number)
        for gap in found
        if gap.is_unexplained
        for number in range(gap.first, gap.last + 1)
        if not numbers or number in numbers
    ]
    explain(register, places, act)
    if places:
        click.echo(_("Đã ghi lý do cho {count} số khuyết.").format(count=len(places)))
    else:
        click.echo(_("Không có số khuyết nào chưa rõ lý do; lý do của số đã hủy không đổi được."))
