"""`regime`: the formatting standards, every value of each with its clause, and what differs between two.

It does not decide anything: the values are read from the packaged regime files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from generator.profile import Constraint, Profile


@click.group(help=_("Các bộ quy định về thể thức và từng giá trị trong đó."))
def regime() -> None:
    pass


@regime.command("list", help=_("Các bộ quy định đang có và thời gian áp dụng."))
def list_regimes() -> None:
    from generator.profile import load_regime, regimes

    rows = []
    for profile in map(load_regime, regimes()):
        since = f"{profile.valid_from:%d/%m/%Y}" if profile.valid_from else ""
        until = f"{profile.valid_to:%d/%m/%Y}" if profile.valid_to else _("nay")
        rows.append((profile.id, profile.name, profile.side, since, until, str(len(profile.paths()))))
    _print((_("Mã"), _("Tên"), _("Bên"), _("Từ ngày"), _("Đến ngày"), _("Số giá trị")), rows)


@regime.command("show", help=_("Từng giá trị của một bộ quy định, kèm căn cứ; PREFIX như body hay body.size."))
@click.argument("regime_id", metavar="ID")
@click.argument("prefix", required=False, default="")
def show(regime_id: str, prefix: str) -> None:
    from generator.profile import load_regime

    profile = load_regime(regime_id)
    rows = [
        (path, *_accepted(profile.constraint(path)), *_source(profile.constraint(path)))
        for path in _under(profile, prefix)
    ]
    titles = (_("Giá trị"), _("Chấp nhận"), _("Mặc định"), _("Căn cứ"), _("Bậc"), _("Ghi chú"))
    _print(titles, rows)


@regime.command("diff", help=_("Chỉ những giá trị khác nhau giữa hai bộ quy định."))
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
def diff(first: str, second: str) -> None:
    from generator.profile import load_regime

    one, other = load_regime(first), load_regime(second)
    rows = []
    for path in dict.fromkeys((*one.paths(), *other.paths())):
        mine = one.constraint(path) if one.has(path) else None
        theirs = other.constraint(path) if other.has(path) else None
        if mine != theirs:
            rows.append((path, _described(mine), _described(theirs)))
    _print((_("Giá trị"), one.id, other.id), rows)


def _under(profile: Profile, prefix: str) -> list[str]:
    from difflib import get_close_matches

    from generator.errors import GeneratorError

    paths = [path for path in profile.paths() if f"{path}.".startswith(f"{prefix.rstrip('.')}.") or not prefix]
    if paths:
        return paths
    sections = dict.fromkeys(path.partition(".")[0] for path in profile.paths())
    near = get_close_matches(prefix, (*sections, *profile.paths()), n=1, cutoff=0.4)
    message = _("{id} không có giá trị nào bắt đầu bằng “{prefix}”").format(id=profile.id, prefix=prefix)
    raise GeneratorError(message, _("có phải là “{near}”?").format(near=near[0]) if near else "")


def _accepted(constraint: Constraint) -> tuple[str, str]:
    from generator.profile.constraint import Exactly, accepted_text
    from generator.profile.values import written

    default = "" if isinstance(constraint, Exactly) else written(constraint.default)
    return accepted_text(constraint), default


def _source(constraint: Constraint) -> tuple[str, str, str]:
    source = constraint.source
    return source.clause or "", source.grade or "", _(source.note) if source.note else ""


def _described(constraint: Constraint | None) -> str:
    return constraint.describe() if constraint is not None else "—"


def _print(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    import sys

    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*titles, show_lines=False)
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        Console().print(table)
        return
    # Every line aligned but the last column, which may be long; a value never holds a line break that counts.
    flat = [[" ".join(cell.split("\n")) for cell in row] for row in (titles, *rows)]
    widths = [max(len(row[column]) for row in flat) for column in range(len(titles))]
    for row in flat:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
