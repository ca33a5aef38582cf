"""`vanthu unit new`: a unit's own folder with a profile to fill in, and its place in the roster.

It overwrites nothing, and writes both files or none.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import click

from generator.messages import _, mark

if TYPE_CHECKING:
    from pathlib import Path

    from generator.commands.main import Session
    from generator.diagnostics import Diagnostic
    from generator.sources.loaded import LoadedWorkspace

_ALIKE = ("symbol", "archive")
_LOOKED_AT = 2_000
_HINTS = {
    "data/line-break": mark("viết trên một dòng"),
    "data/missing-field": mark("viết giá trị sau tùy chọn này"),
    "data/empty-text": mark("viết giá trị sau tùy chọn này"),
}


def new_unit(session: Session, unit: str, said: dict[str, str]) -> None:
    """`said`: what the options say, by field. Writes: `units/<id>/profile.yaml`, the roster."""
    from generator.errors import GeneratorError
    from generator.reporters.text import shown
    from generator.sources.add_unit import with_unit
    from generator.sources.load import load_workspace
    from generator.workspace import open_workspace, write_all_whole

    loaded = load_workspace(open_workspace(session.workspace), unfilled=True)
    profile = loaded.workspace.unit_profile(unit)
    is_known = loaded.roster.row(unit) is not None or unit == loaded.office_file.office.id
    if profile.exists() and is_known:
        hint = _("sửa tệp đó; xem các giá trị bằng “vanthu unit show {id}”").format(id=unit)
        raise GeneratorError(_("đã có {file}").format(file=shown(profile)), hint)
    if is_known and said:
        options = ", ".join(f"--{field}" for field in said)
        hint = _("bỏ {options}; cần đổi thì sửa trong danh sách, hay trong issuer của profile.yaml").format(
            options=options
        )
        raise GeneratorError(_("đơn vị {id} đã có trong danh sách").format(id=unit), hint)
    files: dict[Path, bytes] = {}
    if not is_known:
        new = _record(unit, said, loaded)
        files[loaded.roster.file] = with_unit(loaded.roster.file, new)
    if not profile.exists():
        files[profile] = _profile().encode("utf-8")
    write_all_whole(files)
    if not is_known:
        click.echo(_("Đã thêm đơn vị {id} vào {file}").format(id=unit, file=loaded.roster.file.name))
    if profile in files:
        click.echo(_("Đã tạo {file}").format(file=shown(profile)))
    if any("‹" in value for value in (new.values() if not is_known else ())):
        click.echo(_("Làm tiếp: điền các chỗ ‹…› trong {file}").format(file=loaded.roster.file.name))


def _record(unit: str, said: dict[str, str], loaded: LoadedWorkspace) -> dict[str, str]:
    """What the options say, what units like it have in common, and blanks to fill in. Faulty where it cannot be."""
    from generator.sources.add_unit import BLANKS

    if "name" not in said:
        raise click.UsageError(_("đơn vị {id} chưa có trong danh sách: thêm --name “Tên đơn vị”").format(id=unit))
    office, parent = loaded.office_file.office, said.get("parent")
    above = loaded.unit(parent) if parent and parent != office.id else office
    new = {"id": unit, "side": above.side.value, "header.name": said["name"], "issuing_body": said["name"], **said}
    fields = ("id", "name", "side", "level", "parent", "header.name", "issuing_body", *BLANKS)
    alike = _in_common(new["side"], new.get("level"), loaded)
    _refuse_faulty(new, loaded)
    return {field: value for field in fields if (value := new.get(field) or alike.get(field) or BLANKS.get(field))}


def _in_common(side: str, level: str | None, loaded: LoadedWorkspace) -> dict[str, str]:
    found: dict[str, set[str]] = {field: set() for field in _ALIKE}
    for row in islice(loaded.roster.rows(), _LOOKED_AT):
        other = loaded.roster.reader.unit(row)
        if other.side == side and other.level == level:
            for field in _ALIKE:
                found[field] |= {value} if "‹" not in (value := getattr(other, field)) else set()
    return {field: values.pop() for field, values in found.items() if len(values) == 1}


def _refuse_faulty(new: dict[str, str], loaded: LoadedWorkspace) -> None:
    """An id that cannot be one, that a group has, or a name that a file cannot hold."""
    from generator.diagnostics import Diagnostic, Faulty, Location
    from generator.sources.add_unit import BLANKS
    from generator.sources.checks import PLACEHOLDER
    from generator.sources.identifiers import Known
    from generator.sources.reader import TableReader
    from generator.sources.roster import Row
    from generator.sources.table_checks import check_small
    from generator.sources.table_text import Places, letters, table_text

    group = loaded.roster.group(new["id"])
    if group is not None:
        message = _("mã “{name}” là của nhóm {group}").format(name=group.id, group=group.name)
        where = Location(part=_option("id"))
        raise Faulty([Diagnostic("data/duplicate-id", message, where, hint=_("đặt mã khác"))])
    cells = {**BLANKS, **new}
    reader = TableReader(Places(loaded.roster.file, "", tuple(cells)))
    row = Row(new["id"], 0, 1, tuple(cells.values()))
    texts = check_small(table_text(reader.places, [reader.entry(row)]), Known(loaded.office_file, loaded.roster, {}))
    options = {f"!{letters(number)}1": _option(field) for number, field in enumerate(cells)}
    told: dict[tuple[str, str], Diagnostic] = {}
    for fault in (*reader.faults(row), *(each for each in texts if each.code != PLACEHOLDER)):
        option = options[fault.where.cell or "!A1"]
        hint = _(_HINTS[fault.code]) if fault.code in _HINTS else fault.hint
        told.setdefault((fault.code, option), replace(fault, where=Location(part=option), hint=hint))
    if told:
        raise Faulty(told.values())


def _option(field: str) -> str:
    """What was typed of the command where this field is at fault."""
    return {"id": _("MÃ"), "header.name": "--name", "issuing_body": "--name"}.get(field, f"--{field}")


def _profile() -> str:
    from generator import resources

    return resources.data("unit-template", "profile.yaml").read_text(encoding="utf-8")
