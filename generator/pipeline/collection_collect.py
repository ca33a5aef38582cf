"""Returned forms from a folder into the workspace: each read, the last of each unit taken, and all that is told.

What can be wrong with a form, `figures` knows; what becomes of an answer, `collection_collect_kept` decides. An answer
is one file, written whole or not at all; the same folder collected again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.figures import asking, rules
from generator.figures.totals import count
from generator.model.collection import CollectionForm
from generator.model.figures import PhaseFigures
from generator.pipeline.collection_collect_files import forms_in
from generator.pipeline.collection_collect_form import Sent, Wanted, lost, sent
from generator.pipeline.collection_collect_kept import Judged, Outcome, by_outcome, judged, last_of_each
from generator.pipeline.figures_of import asked_units, figures_of, form_of
from generator.pipeline.in_processes import Work, done_in_order
from generator.pipeline.turn import turn
from generator.sources.answers import answer_file, folder_of, load_answers, parse_answer
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.workspace import write_all_whole

_AT_ONCE = 100
"""Files that lie ready together before the first takes its place."""
_TOLD_OF_FORMS = frozenset(("data/figure-not-reported", "data/other-version"))
"""What the rules would say again of an answer, and was said of the workbook."""
_SECONDS = 30.0
"""For one file, of which the largest that is read takes one."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a person says of a collection."""

    at: datetime
    by: str
    answered_on: date | None = None
    is_partly: bool = False
    overwrites: bool = False
    is_rehearsal: bool = False
    """Nothing is written."""
    jobs: int | None = None


@dataclass(frozen=True)
class Collected:
    """What was found in a folder, and what became of it."""

    folder: Path
    """Of the answers."""
    files: int
    """Workbooks that were opened."""
    units: Mapping[Outcome, tuple[str, ...]]
    diagnostics: tuple[Diagnostic, ...]
    """By file; then of the answers that were taken, what cannot be right in them."""
    asked: tuple[str, ...]
    missing: tuple[str, ...]
    """Units of which the workspace has no answer after this."""

    @property
    def has_errors(self) -> bool:
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


def collect(loaded: LoadedWorkspace, plan: LoadedPlan, phase: int, folder: Path, options: Options) -> Collected:
    """Faulty where the plan has no form of the phase; GeneratorError where the folder cannot be read or written.

    Reads: `folder`, the answers that are kept. Writes: the answers that are taken.
    """
    form = form_of(plan, phase)
    wanted = wanted_of(loaded, plan, form, options)
    files, told = forms_in(folder)
    work = Work(sent, wanted, lost, _SECONDS)
    read = list(done_in_order(work, files, jobs=options.jobs))
    target = folder_of(loaded.workspace, plan.path, phase)
    last = [*last_of_each(read)]
    kept, found = _beside(target, last, options)
    if not options.is_rehearsal and any(each.is_taken for each in found):
        with turn(target):  # what is kept may not change between being looked at and being replaced
            kept, found = _beside(target, last, options)
            _write(found, target)
    told += [each for one in read for each in one.diagnostics] + [each for one in found for each in one.diagnostics]
    told += _contradictions(loaded, plan, phase, found, options)
    have = {*kept, *(each.unit for each in found if each.is_taken)}
    return Collected(
        folder=target,
        files=len(files),
        units=by_outcome(found),
        diagnostics=tuple(sorted(told, key=_by_file)),
        asked=tuple(wanted.codes),
        missing=tuple(unit for unit in wanted.codes if unit not in have),
    )


def _beside(
    target: Path, last: Iterable[tuple[Sent, tuple[Diagnostic, ...]]], options: Options
) -> tuple[frozenset[str], list[Judged]]:
    """The units with an answer already, and what becomes of each new one. Reads: the answers that are kept."""
    kept = load_answers(target)
    found = [
        judged(
            sent_last,
            kept.by_unit[sent_last.unit].record if sent_last.unit in kept.by_unit else None,
            answer_file(target, sent_last.unit),
            others,
            is_broken=sent_last.unit in kept.faulty,
            overwrites=options.overwrites,
        )
        for sent_last, others in last
    ]
    return frozenset(kept.by_unit), found


def wanted_of(loaded: LoadedWorkspace, plan: LoadedPlan, form: CollectionForm, options: Options) -> Wanted:
    """What every file is held against."""
    catalogue = loaded.indicators
    asked = {each.unit: asking.to_fill_in(each.codes, catalogue) for each in asked_units(form, loaded.roster)}
    codes = {code for each in asked.values() for code in each}
    return Wanted(
        plan=plan.path.stem,
        phase=form.phase,
        version=form.version,
        codes=asked,
        questions=frozenset(question.id for question in form.questions),
        names={code: catalogue[code].name for code in codes},
        decimals={code: catalogue[code].decimals for code in codes},
        at=options.at,
        by=options.by,
        answered_on=options.answered_on,
        is_partly=options.is_partly,
    )


def _write(found: Iterable[Judged], target: Path) -> None:
    files: dict[Path, bytes] = {}
    for each in found:
        if each.is_taken:
            files[answer_file(target, each.unit)] = each.last.content
            if len(files) == _AT_ONCE:
                write_all_whole(files)
                files = {}
    write_all_whole(files)


def _contradictions(
    loaded: LoadedWorkspace, plan: LoadedPlan, phase: int, found: Iterable[Judged], options: Options
) -> list[Diagnostic]:
    """What cannot be right in what was taken, at the cells where it stands; it is counted as it was given."""
    taken = {each.unit: each.last for each in found if each.is_taken}
    if not taken:
        return []
    form = form_of(plan, phase)
    earlier = _earlier(loaded, plan, phase, options.at.date())
    asked = asked_units(form, loaded.roster)
    records = {unit: parse_answer(last.content, last.file).record for unit, last in taken.items()}
    figures = count(form, asked, records, earlier, loaded.indicators)

    def where(unit: str, *steps: str) -> Location:
        return taken[unit].where(steps[-1] if steps else "")

    material = rules.Material(form, asked, records, figures, loaded.indicators, options.at.date(), where, earlier)
    return [each for each in rules.check(material) if each.code not in _TOLD_OF_FORMS]


def _earlier(loaded: LoadedWorkspace, plan: LoadedPlan, phase: int, today: date) -> tuple[PhaseFigures, ...]:
    before = [form.phase for form in plan.plan.forms if form.phase < phase]
    if not before:
        return ()
    counted = figures_of(loaded, plan, max(before), today)
    return (*counted.earlier, counted.figures)


def _by_file(found: Diagnostic) -> str:
    return str(found.where.file or "")
