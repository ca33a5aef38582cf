"""A book that comes in: what it holds, what is doubtful about it, and the register that takes it over.

Nothing is taken over as long as anything is to be told, unless a person says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _
from generator.pipeline.book import Owner, kinds_of_side
from generator.register import bringing, sheet, tables, workbook
from generator.register.database import Register
from generator.register.kind_names import of_all
from generator.register.opening import REGISTER_FILE, open_register
from generator.register.records import Act, Entry, Series, State
from generator.register.series import Rules
from generator.register.survey import Issuer, Report, survey
from generator.sources.loaded import LoadedWorkspace

_TAKEN_WITH_A_REASON = frozenset(("register/number-twice",))
"""Faults that a real book may have, and its register then has to live with."""


@dataclass(frozen=True)
class Counted:
    """What a book has of one series."""

    name: str
    period: str
    lines: int
    first: int
    last: int

    @property
    def missing(self) -> int:
        return self.last - self.first + 1 - self.lines


@dataclass(frozen=True)
class Looked:
    """A book that was read and looked through."""

    is_ours: bool
    """It was exported: it comes back exactly."""
    entries: tuple[Entry, ...]
    firsts: dict[Series, int]
    report: Report | None
    """None of one that was exported."""
    findings: tuple[Diagnostic, ...]
    counted: tuple[Counted, ...]

    @property
    def is_clean(self) -> bool:
        return all(one.severity is Severity.ADVICE for one in self.findings)

    @property
    def stands_in_the_way(self) -> tuple[Diagnostic, ...]:
        """Faults that no reason makes good."""
        errors = (one for one in self.findings if one.severity is Severity.ERROR)
        return tuple(one for one in errors if one.code not in _TAKEN_WITH_A_REASON)


def rules_of(loaded: LoadedWorkspace) -> Rules:
    return Rules(loaded.office_file.register, loaded.office_file.office.id)


def opened(loaded: LoadedWorkspace) -> Register:
    """The register of the workspace. Writes: the database, where there is none yet."""
    rules = rules_of(loaded)
    return open_register(loaded.workspace.root, rules.settings, rules.office)


def is_there(loaded: LoadedWorkspace) -> bool:
    """Whether the workspace has a register already; one on a server is taken to be there."""
    address = loaded.office_file.register.address
    return "://" in address or (loaded.workspace.root / (address or REGISTER_FILE)).exists()


def looked_through(file: Path, owner: Owner, loaded: LoadedWorkspace, at: datetime) -> Looked:
    """Faulty where the file is no book. Reads: the file, and the register where there is one."""
    sheets = tables.read(file)
    if workbook.is_ours(sheets):
        entries, firsts = _ours(sheets, file)
        report, found = None, [*workbook.changed_by_hand(sheets, entries, of_all(), file)]
    else:
        unit = owner.unit
        issuer = Issuer(unit.id, unit.side, unit.symbol)
        rows = tables.rows(sheets, file)
        report = survey(rows, rules_of(loaded), issuer, kinds_of_side(owner.profile), at)
        entries, firsts = tuple(one.entry for one in report.found), {}
        found = [*report.findings] or ([] if rows else [_empty(file)])
    if entries and is_there(loaded):
        with opened(loaded) as register:
            found += bringing.clashes(register, entries)
            found += bringing.between(register, report.found) if report else ()
    return Looked(report is None, entries, firsts, report, tuple(found), tuple(_counted(entries)))


def take(register: Register, looked: Looked, act: Act) -> bringing.Brought:
    """Writes: the database. Faulty where something stands in the way."""
    if looked.report is None:
        return bringing.restore(register, looked.entries, looked.firsts, act)
    return bringing.take_over(register, looked.report, act)


def _ours(sheets: tables.Sheets, file: Path) -> tuple[tuple[Entry, ...], dict[Series, int]]:
    try:
        entries, firsts = workbook.read_back(sheets)
        if len({(one.series, one.number) for one in entries}) < len(entries) or not all(map(_is_possible, entries)):
            raise ValueError(file)
        return entries, firsts
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        fault = Diagnostic(
            "register/data-changed",
            _("phần dữ liệu của chương trình trong tệp đã bị sửa hoặc thiếu"),
            Location(file, cell=f"{workbook.DATA}!A1"),
            hint=_(
                "lấy lại tệp đã xuất; hoặc cho hiện trang ẩn “{sheet}”, xóa trang ấy rồi nhập lại như một sổ cũ"
            ).format(sheet=workbook.DATA),
        )
        raise Faulty([fault]) from error


def _is_possible(entry: Entry) -> bool:
    """What no register can have given is no exported line."""
    is_told = {
        State.RESERVED: True,
        State.ISSUED: entry.particulars.issued_on is not None,
        State.VOID: bool(entry.reason) and entry.key is None,
    }
    return entry.number > 0 and is_told[entry.state]


def _empty(file: Path) -> Diagnostic:
    message, hint = _("sổ không có dòng nào"), _("các dòng văn bản phải nằm ngay dưới dòng tiêu đề")
    return Diagnostic("register/empty-book", message, Location(file), hint=hint)


def _counted(entries: Sequence[Entry]) -> Iterator[Counted]:
    names = of_all()
    grouped: dict[Series, list[int]] = {}
    for entry in entries:
        grouped.setdefault(entry.series, []).append(entry.number)
    for series, numbers in grouped.items():
        yield Counted(sheet.called(series, names), series.period, len(set(numbers)), min(numbers), max(numbers))
