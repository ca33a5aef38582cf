"""The files of a workspace and its plans, read, typed and checked: the door of this package.

It writes nothing. Faults come all at once; only a file that cannot be read at all stops the reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator import resources
from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.errors import GeneratorError
from generator.messages import _
from generator.model.indicator import Catalogue, Indicator
from generator.model.plan import Plan
from generator.model.workspace_files import OfficeFile, UnitsFile
from generator.sources import checks, places, table_checks, table_faults
from generator.sources.catalogue import lay_over
from generator.sources.faults import diagnose, in_order, real_loc
from generator.sources.identifiers import Known
from generator.sources.load_forms import forms_beside_faults
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.sources.one_by_one import of_table, of_yaml, roster_beside_faults
from generator.sources.roster import Roster
from generator.sources.tables import Table, open_table
from generator.sources.told_once import told_once
from generator.sources.typed_rows import roster_of
from generator.sources.yaml_text import YamlText, read
from generator.workspace import Workspace

__all__ = ["LoadedPlan", "LoadedWorkspace", "examine", "load_indicators", "load_plan", "load_workspace", "open_plan"]

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class _Read(Generic[R]):
    """What could be made of one file."""

    source: YamlText | None
    record: R | None
    faults: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Units:
    """What could be made of the roster, in whatever form it is kept."""

    file: UnitsFile | None
    source: YamlText | None
    roster: Roster | None
    faults: tuple[Diagnostic, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class _Files:
    """The files besides plans."""

    office: _Read[OfficeFile]
    units: _Units
    findings: tuple[Diagnostic, ...]
    known: Known
    """With the office's indicators laid over those of the program."""


def load_workspace(workspace: Workspace, *, unfilled: bool = False) -> LoadedWorkspace:
    """The office and its units; Faulty with every fault of both files.

    `unfilled`: whoever makes no document may go on where units have places that are still to be filled in; they are
    among the warnings. Reads: `vanthu.yaml`, the roster (which may be missing), the indicator catalogue.
    """
    files = _read_files(workspace)
    if unfilled and files.units.file is not None:
        files = replace(files, findings=tuple(_of_nobodys_document(each, workspace) for each in files.findings))
    _stop_at_errors(files.findings)
    return _loaded(workspace, files)


def load_plan(path: Path, loaded: LoadedWorkspace) -> LoadedPlan:
    """One plan of a sound workspace; Faulty with every fault. Reads: `path`."""
    known = Known(loaded.office_file, loaded.roster, loaded.indicators)
    found, findings = _read_plan(path, known, loaded.workspace)
    _stop_at_errors(findings)
    assert found.record is not None
    return LoadedPlan(path, found.record, findings, found.source)


def open_plan(
    workspace: Workspace, path: Path, *, one_by_one: bool = False, forms_only: bool = False
) -> tuple[LoadedWorkspace, LoadedPlan]:
    """The workspace and one plan together; Faulty with every fault of all three files.

    `one_by_one`: errors of single units stop nobody but them; the roster knows them as `faulty`. `forms_only`: nor do
    those of the plan that have nothing to do with its forms; other parts of the plan may be missing then.
    """
    files = _read_files(workspace)
    if one_by_one:
        files = _beside_faults(files)
    found, findings = _read_plan(path, files.known, workspace)
    plan = found.record
    if forms_only:
        plan, findings = forms_beside_faults(plan, found.source, findings, path)
    _stop_at_errors((*files.findings, *findings))
    assert plan is not None
    return _loaded(workspace, files), LoadedPlan(path, plan, findings, found.source)


def _beside_faults(files: _Files) -> _Files:
    """Where units are faulty: what stops all, and a roster that knows the others."""
    units = files.units
    if units.roster is not None and units.table is not None:
        common, faults = of_table(files.findings, units.roster)
        units = replace(units, roster=replace(units.roster, faulty=faults))
    elif units.source is not None:
        common, faults = of_yaml(files.findings, units.source)
        if not faults:
            return files
        file, roster = roster_beside_faults(units.source, faults)
        units = replace(units, file=file, roster=roster)
    else:
        return files
    return replace(files, units=units, findings=common, known=replace(files.known, units=units.roster))


def examine(workspace: Workspace, plans: Iterable[Path]) -> tuple[Diagnostic, ...]:
    """Every finding in the workspace's own files and these plans; it raises only for what cannot be read."""
    files = _read_files(workspace, every_row=True)
    inside = [finding for path in plans for finding in _read_plan(path, files.known, workspace)[1]]
    return (*files.findings, *inside)


@cache
def load_indicators() -> dict[str, Indicator]:
    """The packaged indicator catalogue by code."""
    found = _read(resources.data("indicators.yaml"), Catalogue)
    _stop_at_errors(found.faults)
    assert found.record is not None
    return {indicator.code: indicator for indicator in found.record.indicators}


def _of_nobodys_document(finding: Diagnostic, workspace: Workspace) -> Diagnostic:
    is_blank = finding.code == checks.PLACEHOLDER and finding.where.file in workspace.rosters()
    return replace(finding, severity=Severity.WARNING) if is_blank else finding


def _stop_at_errors(findings: Sequence[Diagnostic]) -> None:
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise Faulty(findings)


def _loaded(workspace: Workspace, files: _Files) -> LoadedWorkspace:
    assert files.office.record is not None
    assert files.office.source is not None
    assert files.units.file is not None
    return LoadedWorkspace(
        workspace,
        files.office.record,
        files.units.file,
        files.known.indicators,
        files.office.source,
        files.units.source,
        files.findings,
        files.units.roster if files.units.roster and (files.units.table or files.units.roster.faulty) else None,
    )


def _read_files(workspace: Workspace, *, every_row: bool = False) -> _Files:
    """`every_row`: a large table is read to its end, not only looked through for its ids."""
    office = _read(workspace.office_file, OfficeFile)
    units = _read_units(workspace)
    catalogue = lay_over(load_indicators(), workspace)
    known = Known(office.record, units.roster, catalogue.indicators)
    findings = list(office.faults)
    if office.source:
        findings += checks.check_office(office.source, known)
    findings = [*told_once(in_order(findings))]
    other = list(units.faults)
    if units.table:
        other += _of_table(units.table, known, every_row)
    elif units.source:
        other += checks.check_units(units.source, known)
    return _Files(office, units, (*findings, *told_once(in_order(other)), *catalogue.faults), known)


def _read_units(workspace: Workspace) -> _Units:
    found = workspace.rosters()
    if len(found) > 1:
        return _Units(None, None, None, (table_faults.several_rosters(found),))
    if not found:
        return _Units(UnitsFile(), None, roster_of(UnitsFile(), workspace.units_file))
    if found[0] == workspace.units_file:
        read_ = _read(found[0], UnitsFile)
        roster = roster_of(read_.record, found[0], read_.source) if read_.record else None
        return _Units(read_.record, read_.source, roster, read_.faults)
    try:
        table = open_table(found[0])
    except Faulty as faulty:
        return _Units(None, None, None, faulty.diagnostics)
    return _Units(table.units, table.source, table.roster, table.findings, table)


def _of_table(table: Table, known: Known, every_row: bool) -> Iterator[Diagnostic]:
    yield from table_checks.check_index(table, known)
    if table.source is not None:
        yield from table_checks.check_small(table.source, known)
        return
    yield from table_checks.check_groups(table, known)
    if every_row:
        yield from table_checks.check_rows(table, known)


def _read_plan(path: Path, known: Known, workspace: Workspace) -> tuple[_Read[Plan], tuple[Diagnostic, ...]]:
    if not path.exists():
        raise GeneratorError(_("không có tệp {file}").format(file=path), places.hint_for_missing(path, workspace))
    found = _read(path, Plan)
    findings = [*places.in_another_workspace(path, workspace), *found.faults]
    if found.source:
        findings += checks.check_plan(found.source, known, found.record)
    return found, tuple(told_once(in_order(findings)))


def _read(path: Path, model: type[R]) -> _Read[R]:
    """One file as a record; its faults of YAML and of type."""
    try:
        source = read(path)
    except Faulty as faulty:
        return _Read(None, None, faulty.diagnostics)
    try:
        record = model.model_validate(source.data)
    except ValidationError as error:
        return _Read(source, None, (*source.faults, *_real_faults(error, source, model)))
    return _Read(source, record, source.faults)


def _real_faults(error: ValidationError, source: YamlText, model: type[R]) -> tuple[Diagnostic, ...]:
    """Without those of values that still have to be filled in: they are reported as such."""
    blank = {
        source.value_at(real_loc(detail["loc"], source))
        for detail in error.errors(include_url=False)
        if checks.has_placeholder(source.get(real_loc(detail["loc"], source)))
    }
    return tuple(fault for fault in diagnose(error, source, model) if fault.where not in blank)
