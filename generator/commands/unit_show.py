"""`vanthu unit show`: every value of a unit, and the file and line that say it.

It looks for nothing itself: `pipeline` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from pathlib import Path

    from generator.commands.main import Session
    from generator.diagnostics import Location
    from generator.pipeline.origins import Origin


def show_unit(session: Session, unit_id: str) -> None:
    from generator.pipeline.ground import settled_unit
    from generator.pipeline.origins import origins
    from generator.sources.load import load_workspace
    from generator.sources.unit_layers import Layers
    from generator.workspace import open_workspace

    loaded = load_workspace(open_workspace(session.workspace), unfilled=True)
    layers = Layers(loaded.workspace, loaded.office_file)
    found = origins(settled_unit(unit_id, loaded, layers), loaded, layers)
    rows = [_row(origin, loaded.workspace.root) for origin in found]
    titles = (_("Trường"), _("Giá trị"), _("Lấy từ"))
    widths = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    for row in (titles, *rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _row(origin: Origin, root: Path) -> tuple[str, str, str]:
    nobodys = _("mặc định") if origin.value else "-"
    return origin.field, origin.value or _("để trống"), _place(origin.where, root) if origin.where else nobodys


def _place(where: Location, root: Path) -> str:
    """`units/phuong-mot/profile.yaml:4`, `units.xlsx:units!B7`."""
    if where.file is None:
        return "-"
    inside = where.file.is_relative_to(root)
    file = where.file.relative_to(root).as_posix() if inside else str(where.file)
    return ":".join(filter(None, (file, str(where.line or ""), where.cell)))
