"""A unit as the cells of a table: the way back from the model, so that the table reads as the same unit.

It writes no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.organization import Group, Signer, Unit
from generator.sources.cells import Unwritable, authority_cell, listed, recipients_cell
from generator.sources.columns import MOST_SIGNERS, UNIT_COLUMNS, Shape, offered_word
from generator.sources.table_text import signers_of

_ALWAYS = (
    *(field for field, column in UNIT_COLUMNS.items() if column.needed),
    *("id", "level", "parent", "header.parent", "signer.name", "signer.position", "signer.authority"),
    *(f"recipients.{kind}" for kind in ("plan", "guidance", "report")),
)
_PLAIN = ("id", "name", "issuing_body", "symbol", "place", "archive", "drafting_unit", "parent")


def unit_cells(unit: Unit, where: Location) -> dict[str, str]:
    """The cells that are not blank, by field; Faulty where a value cannot stand in a cell."""
    try:
        return {field: cell for field, cell in _cells(unit) if cell}
    except Unwritable as fault:
        hint = _("rút gọn nội dung đó, hoặc giữ đơn vị này trong units.yaml")
        message = _("đơn vị “{id}”: {fault}").format(id=unit.id, fault=fault)
        raise Faulty([Diagnostic("data/unwritable", message, where, hint=hint)]) from None


def _cells(unit: Unit) -> Iterable[tuple[str, str]]:
    yield from ((field, getattr(unit, field) or "") for field in _PLAIN)
    yield "side", offered_word(unit.side.value, UNIT_COLUMNS["side"])
    yield "level", offered_word(unit.level.value, UNIT_COLUMNS["level"]) if unit.level else ""
    yield "header.parent", listed(unit.header.parent, Shape.LINES)
    yield "header.name", listed(unit.header.name, Shape.LINES)
    yield "aliases", listed(unit.aliases)
    if len(unit.signers) > MOST_SIGNERS:
        raise Unwritable(_("bảng chỉ ghi được {most} người ký của một đơn vị").format(most=MOST_SIGNERS))
    yield from _signers(unit.signers)
    yield from ((f"recipients.{kind.value}", recipients_cell(lines)) for kind, lines in unit.recipients.items())
    if unit.contact:
        yield from ((f"contact.{field}", value) for field, value in unit.contact)


def _signers(signers: Sequence[Signer]) -> Iterable[tuple[str, str]]:
    prefixes = ["signer", *(f"signer{number}" for number in range(2, MOST_SIGNERS + 1))]
    slots = [_signer(one, prefix) for one, prefix in zip(signers, prefixes, strict=False)]
    # An id that a table without it would make again is left out.
    made = [one["id"] for one in signers_of(slots)]
    if not all(slots) or made != [one.id for one in signers]:
        slots = [{**slot, f"{p}.id": one.id} for slot, p, one in zip(slots, prefixes, signers, strict=False)]
    return (pair for slot in slots for pair in slot.items())


def _signer(one: Signer, prefix: str) -> dict[str, str]:
    plain = ("name", "position", "concurrent", "other_office", "body")
    cells = {f"{prefix}.{field}": getattr(one, field) for field in plain}
    cells[f"{prefix}.authority"] = authority_cell(one.authority) if one.authority else ""
    return {field: cell for field, cell in cells.items() if cell}


def group_cells(group: Group) -> dict[str, str]:
    members = "all" if group.members == "all" else listed(group.members).replace("\n", "; ")
    return {"id": group.id, "name": group.name, "members": members}


def fields_for(rows: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The columns that the rows need and those that every table has, in their order."""
    used = {*_ALWAYS}
    for row in rows:
        used.update(row)
    return tuple(field for field in UNIT_COLUMNS if field in used)
