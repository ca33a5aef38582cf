"""A form that came from above: whether it is one, as it was made, and addressed to this office.

What goes into it, others know.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.figures import filling, returned
from generator.figures.layout import AMOUNT, FORM_SHEET, NUMBER, TEXT, UNIT_ROW, Structure
from generator.messages import _
from generator.model.organization import Organization
from generator.vietnamese.unicode import folded

_SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class Form:
    """What came from above."""

    file: Path
    data: bytes
    structure: Structure
    said: returned.Returned

    def cell(self, column: str, row: int) -> Location:
        return Location(self.file, cell=f"{FORM_SHEET}!{column}{row}")


def read_from_above(file: Path, office: Organization) -> Form:
    """Faulty where the file is no sound form, or is another's. Reads: it."""
    if file.suffix.lower() != _SUFFIX:
        raise Faulty([_other_kind(file)])
    said = returned.read_form(file)
    if not said.is_sound:
        # What is to be done about a form that came back is not what is to be done about one that is to be sent.
        hint = _mend() if said.unit else _again()
        raise Faulty(replace(each, hint=hint) for each in said.diagnostics if each.severity is Severity.ERROR)
    data = file.read_bytes()
    try:
        structure = filling.structure_in(data)
    except (LookupError, ValueError) as error:
        raise Faulty([_moved(file)]) from error
    places = {line.code: f"{FORM_SHEET}!{AMOUNT}{line.row}" for line in structure.figures}
    places |= {line.id: f"{FORM_SHEET}!{TEXT}{line.row}" for line in structure.texts}
    if any(name not in said.cells or said.cells[name].cell != place for name, place in places.items()):
        raise Faulty([_moved(file)])
    if said.unit != office.id and folded(said.addressee) != folded(office.name):
        raise Faulty([_of_another(file, f"{said.addressee} ({said.unit})", f"{office.name} ({office.id})")])
    return Form(file, data, structure, said)


def _again() -> str:
    return _("xin lại tệp biểu gốc (.xlsx) của cấp trên rồi điền vào đó")


def _mend() -> str:
    return _("sửa chỗ này, hoặc xin lại tệp biểu gốc (.xlsx) của cấp trên rồi điền vào đó")


def _other_kind(file: Path) -> Diagnostic:
    message = _("tệp {suffix} không phải là biểu số liệu: chỉ điền được biểu .xlsx do Vanthu làm ra")
    message = message.format(suffix=file.suffix or _("không có đuôi"))
    return Diagnostic("figures/not-a-form", message, Location(file), hint=_again())


def _moved(file: Path) -> Diagnostic:
    message = _("biểu đã bị thêm, bớt hay chuyển dòng, cột, không biết ô nào để điền")
    return Diagnostic("figures/form-changed", message, Location(file), hint=_again())


def _of_another(file: Path, theirs: str, ours: str) -> Diagnostic:
    return Diagnostic(
        "figures/form-of-another",
        _("biểu gửi cho {theirs}, không phải cho {ours}").format(theirs=theirs, ours=ours),
        Location(file, cell=f"{FORM_SHEET}!{NUMBER}{UNIT_ROW}"),
        hint=_(
            "xin cấp trên biểu gửi cho cơ quan mình; nếu đúng là biểu này thì xin sửa tên đơn vị, hoặc điền bằng tay"
        ),
    )
