"""`vanthu unit table`: the roster as a table, to be filled in with a spreadsheet.

What stands in the cells, `sources` knows.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.commands.main import Session
    from generator.sources.roster import Roster

_SUFFIXES = (".xlsx", ".csv")


def write_table(session: Session, output: Path, *, overwrite: bool) -> None:
    """Writes: `output`, and `groups.csv` beside a CSV."""
    from generator.errors import GeneratorError
    from generator.reporters.text import shown
    from generator.sources.load import load_workspace
    from generator.workspace import UNITS_FILES, open_workspace, write_all_whole

    if output.suffix.lower() not in _SUFFIXES:
        raise click.UsageError(_("-o cần một tệp .xlsx hoặc .csv, không phải {name}").format(name=output.name))
    loaded = load_workspace(open_workspace(session.workspace), unfilled=True)
    files = _files(loaded.roster, output)
    there = next((file for file in files if file.exists()), None)
    if there is not None and not overwrite:
        message = _("đã có {file}").format(file=shown(there))
        raise GeneratorError(message, _("chọn tên khác, hoặc thêm --overwrite để thay"))
    write_all_whole(files)
    for file in files:
        click.echo(_("Đã ghi {file}").format(file=shown(file)))
    others = [each for each in loaded.workspace.rosters() if each.resolve() != output.resolve()]
    if output.name in UNITS_FILES and output.absolute().parent == loaded.workspace.root.absolute() and others:
        click.echo(_("Muốn dùng bảng này thì cất {file} đi: danh sách chỉ có một tệp.").format(file=others[0].name))


def _files(roster: Roster, output: Path) -> Mapping[Path, bytes]:
    from generator.sources.write_table import csv_bytes, workbook_bytes

    if output.suffix.lower() == ".xlsx":
        return {output: workbook_bytes(roster)}
    units, groups = csv_bytes(roster)
    return {output: units} | ({output.with_name("groups.csv"): groups} if groups is not None else {})
