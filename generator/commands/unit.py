"""`vanthu unit`: the units of the roster, and where each value of a unit comes from.

It changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from pathlib import Path

    from generator.commands.main import Session
    from generator.model.organization import Unit
    from generator.sources.load import LoadedWorkspace

Row = tuple[str, ...]


@click.group(help=_("Các đơn vị, và mỗi giá trị của một đơn vị lấy từ đâu."))
def unit() -> None:
    pass


@unit.command("list", help=_("Mọi đơn vị trong units.yaml."))
@click.pass_obj
def list_units(session: Session) -> None:
    loaded = _load(session)
    rows = [
        (each.id, each.name, each.side.value, each.level.value if each.level else "", each.symbol, _signer(each))
        for each in loaded.units_file.units
    ]
    if not rows:
        click.echo(_("Chưa có đơn vị nào; khai từng đơn vị trong {file}.").format(file=loaded.workspace.units_file))
        return
    titles = (_("Mã"), _("Tên"), _("Khối"), _("Cấp"), _("Ký hiệu"), _("Người ký"))
    _print([titles, *rows])
    for group in loaded.units_file.groups:
        count = len(loaded.members(group.id))
        click.echo(_("Nhóm {id}: {name} ({count} đơn vị)").format(id=group.id, name=group.name, count=count))


@unit.command("show", help=_("Từng giá trị của một đơn vị và nơi nó được ghi."))
@click.argument("unit_id", metavar=_("MÃ"))
@click.pass_obj
def show(session: Session, unit_id: str) -> None:
    loaded = _load(session)
    _print([(_("Trường"), _("Giá trị"), _("Lấy từ")), *_values(loaded.unit(unit_id), loaded)])


def _load(session: Session) -> LoadedWorkspace:
    from generator.sources.load import load_workspace
    from generator.workspace import open_workspace

    return load_workspace(open_workspace(session.workspace))


def _signer(one: Unit) -> str:
    return (one.signers[0].name if one.signers else "") or _("để trống")


def _values(one: Unit, loaded: LoadedWorkspace) -> Iterator[Row]:
    number = loaded.units_file.units.index(one)
    source = loaded.units_source
    assert source is not None
    file = loaded.workspace.units_file.name
    for field, value in _fields(one):
        loc: tuple[str | int, ...] = ("units", number, *field.split("."))
        typed = source.get(loc) is not None
        origin = f"{file}:{source.value_at(loc).line}" if typed else _("mặc định")
        yield field, value or _("để trống"), origin if typed or value else "-"
    yield from _recipients(one, loaded, number)
    yield from _regime(one, loaded)


def _fields(one: Unit) -> Iterator[tuple[str, str]]:
    yield "name", one.name
    yield "side", one.side.value
    yield "level", one.level.value if one.level else ""
    yield "parent", one.parent or ""
    yield "header.parent", " / ".join(one.header.parent)
    yield "header.name", " / ".join(one.header.name)
    yield "issuing_body", one.issuing_body
    yield "symbol", one.symbol
    yield "place", one.place
    yield "archive", one.archive
    yield "drafting_unit", one.drafting_unit
    yield "contact", one.contact.address if one.contact else ""
    yield "aliases", "; ".join(one.aliases)
    yield "signers", "; ".join(f"{s.name or _('để trống')} ({s.position or s.id})" for s in one.signers)


def _recipients(one: Unit, loaded: LoadedWorkspace, number: int) -> Iterator[Row]:
    """The unit's own recipients; without them only the archive's line is printed, for the office's are not its own."""
    from generator.model.kinds import Kind

    for kind in Kind:
        field = f"recipients.{kind.value}"
        if kind in one.recipients and loaded.units_source:
            place = loaded.units_source.value_at(("units", number, "recipients", kind.value))
            origin = f"{loaded.workspace.units_file.name}:{place.line}"
            yield field, _lines(len(one.recipients[kind])), origin
        else:
            yield field, _("chỉ dòng lưu"), "-"


def _lines(count: int) -> str:
    return _("{count} dòng").format(count=count)


def _regime(one: Unit, loaded: LoadedWorkspace) -> Iterator[Row]:
    """The regime, and what the unit's own profile changes in it."""
    from datetime import date

    from generator.profile import choose, load_profile
    from generator.profile.constraint import accepted_text

    chosen = loaded.office_file.regime
    line = loaded.office_source.value_at(("regime",)).line
    typed = loaded.office_source.get(("regime",)) is not None
    origin = f"{loaded.workspace.office_file.name}:{line}" if typed else _("mặc định")
    if chosen == "auto" or one.side is not loaded.office_file.office.side:
        today = choose(one.side.value, date.today())
        chosen = _("auto: theo khối và ngày văn bản; hôm nay là {id}").format(id=today)
    yield "regime", chosen, origin
    path = loaded.workspace.unit_profile(one.id)
    if path.is_file():
        profile = load_profile(path, side=one.side.value)
        for field in profile.paths():
            source = profile.constraint(field).source
            if source.place.file == path:
                yield field, accepted_text(profile.constraint(field)), _shown(path, source.place.line)


def _shown(path: Path, line: int | None) -> str:
    return "/".join((*path.parts[-3:-1], f"{path.name}:{line}"))


def _print(rows: Sequence[Row]) -> None:
    """Columns as wide as their widest entry; the last one ends where it ends."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())
