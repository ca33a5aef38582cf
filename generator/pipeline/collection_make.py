"""The forms of a phase, one workbook a unit: who gets one, what stands in it, which files may be replaced.

How a form looks, `figures` knows; what is returned is read elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.figures.asking import asked_of_all, to_fill_in
from generator.figures.workbook import AskRow, UnitAsk, is_untouched, make_form
from generator.messages import _
from generator.model.collection import CollectionForm
from generator.pipeline.figures_of import figures_of, form_of, members_of
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.vietnamese.unicode import nearest
from generator.workspace import write_all_whole

_AT_ONCE = 200
"""Files that lie ready beside their places at a time."""

Previous = Mapping[str, Mapping[str, Decimal]]
"""Figures of the phase before, by unit and code."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Which forms are wanted, and where."""

    phase: int
    units: tuple[str, ...] | None = None
    """Units and groups; None is all of the form."""
    output: Path | None = None
    """A folder; None is one of the phase's own below the workspace's `out`."""
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    folder: Path
    written: int
    same: int
    """Files that were there already, as they would be made."""
    diagnostics: tuple[Diagnostic, ...]
    """Of the units that got none, and of the files that were left alone."""


def make_forms(loaded: LoadedWorkspace, plan: LoadedPlan, asking: Asking, today: date) -> Made:
    """Faulty where there is no such form or unit. Reads: the answers of the phase before. Writes: the folder."""
    form = form_of(plan, asking.phase)
    asked = asked_of_all(form, members_of(form, loaded.roster))
    chosen = _chosen(asking.units, form, asked, loaded, plan.path)
    folder = asking.output or loaded.workspace.out / f"bieu-dot-{form.phase}"
    faults: list[Diagnostic] = []
    forms = _forms(loaded, plan, form, {unit: asked[unit] for unit in chosen}, _previous(loaded, plan, form, today))
    files = _sound(forms, folder, faults)
    written = same = 0
    while some := dict(islice(files, _AT_ONCE)):
        new = {path: data for path, data in some.items() if not _is_there(path, data)}
        same += len(some) - len(new)
        kept = [] if asking.overwrite else [path for path in new if _is_somebodys(path)]
        faults += map(_kept, kept)
        new = {path: data for path, data in new.items() if path not in kept}
        write_all_whole(new)
        written += len(new)
    return Made(folder, written, same, tuple(faults))


def _chosen(
    names: Sequence[str] | None,
    form: CollectionForm,
    asked: Mapping[str, object],
    loaded: LoadedWorkspace,
    plan: Path,
) -> tuple[str, ...]:
    """The units of the form that are named, in the order of the form; Faulty with every name that is none of them."""
    if names is None:
        return tuple(asked)
    found: set[str] = set()
    faults = []
    for name in names:
        if name not in loaded.roster:
            faults.append(loaded.roster.unknown(name))
            continue
        units = {row.id for row in loaded.roster.members(name)}.intersection(asked)
        found |= units
        if not units:
            faults.append(_not_asked(name, form, asked, plan))
    if faults:
        raise Faulty(faults)
    return tuple(unit for unit in asked if unit in found)


def _not_asked(name: str, form: CollectionForm, asked: Mapping[str, object], plan: Path) -> Diagnostic:
    near = nearest(name, asked)
    return Diagnostic(
        "figures/unit-not-asked",
        _("“{name}” không có trong biểu số liệu của đợt {phase}").format(name=name, phase=form.phase),
        Location(plan),
        hint=_("có phải là “{name}”?").format(name=near)
        if near
        else _("thêm vào units của biểu ấy trong kế hoạch, hoặc bỏ khỏi --units"),
    )


def _previous(loaded: LoadedWorkspace, plan: LoadedPlan, form: CollectionForm, today: date) -> Previous:
    if not any(each.phase < form.phase for each in plan.plan.forms):
        return {}
    counted = figures_of(loaded, plan, form.phase, today).figures
    return {
        unit.unit: {code: value.amount for code, value in unit.previous.items() if value.amount is not None}
        for unit in counted.units
    }


def _forms(
    loaded: LoadedWorkspace,
    plan: LoadedPlan,
    form: CollectionForm,
    asked: Mapping[str, tuple[str, ...]],
    previous: Previous,
) -> Iterator[tuple[str, UnitAsk | Sequence[Diagnostic]]]:
    """What each unit is asked, or why it gets no form."""
    common = _common(loaded, plan, form)
    targets: dict[tuple[str, str], Decimal] = {
        (each.unit, each.indicator): each.value for each in form.targets if each.unit
    }
    for unit, codes in asked.items():
        before = previous.get(unit, {})
        rows = tuple(
            AskRow(loaded.indicators[code], before.get(code), targets.get((unit, code)))
            for code in to_fill_in(codes, loaded.indicators)
        )
        try:
            name = loaded.roster.unit(unit).name
        except Faulty as faulty:
            yield unit, faulty.diagnostics
            continue
        if rows or form.questions:
            yield unit, replace(common, unit=unit, unit_name=name, rows=rows)
        else:
            yield unit, [_asked_nothing(name, plan)]


def _common(loaded: LoadedWorkspace, plan: LoadedPlan, form: CollectionForm) -> UnitAsk:
    """What all forms say alike."""
    return UnitAsk(
        plan=plan.path.stem,
        phase=form.phase,
        version=form.version,
        title=form.title,
        office=loaded.office_file.office.name,
        unit="",
        unit_name="",
        period_from=form.period_from,
        period_to=form.period_to,
        due=form.due,
        contact=form.contact,
        rows=(),
        questions=form.questions,
    )


def _asked_nothing(name: str, plan: LoadedPlan) -> Diagnostic:
    return Diagnostic(
        "figures/nothing-asked",
        _("biểu không hỏi {name} chỉ tiêu hay câu hỏi nào").format(name=name),
        Location(plan.path),
        Severity.WARNING,
        hint=_("thêm đơn vị vào một mục của asks, hoặc bỏ khỏi units của biểu"),
    )


def _sound(
    forms: Iterator[tuple[str, UnitAsk | Sequence[Diagnostic]]], folder: Path, faults: list[Diagnostic]
) -> Iterator[tuple[Path, bytes]]:
    for unit, form in forms:
        if isinstance(form, UnitAsk):
            yield folder / f"{unit}.xlsx", make_form(form)
        else:
            faults += form


def _is_there(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _is_somebodys(path: Path) -> bool:
    """A file that was saved after it was made: a unit may have filled it in and sent it back to here."""
    try:
        return path.is_file() and not is_untouched(path.read_bytes())
    except OSError:
        return True


def _kept(path: Path) -> Diagnostic:
    return Diagnostic(
        "figures/form-kept",
        _("đã có tệp này, đã được mở ra và lưu lại, có thể là biểu đã điền: giữ nguyên"),
        Location(path),
        hint=_("chuyển biểu đã nhận sang thư mục khác rồi làm lại, hoặc thêm --overwrite để thay"),
    )
