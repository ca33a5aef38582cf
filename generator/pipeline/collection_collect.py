"""Returned forms from a folder into the workspace: each read, the last of each unit taken, and all that is told.

What can be wrong with a form, `figures` knows; whether an answer can be taken, `collection_collect_weigh` decides, and
what becomes of it, `collection_collect_kept`. An answer is one file, written whole or not at all; the same folder
collected again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.figures import asking
from generator.model.collection import CollectionForm
from generator.model.figures import PhaseFigures
from generator.pipeline.collection_collect_editions import other_editions
from generator.pipeline.collection_collect_files import forms_in
from generator.pipeline.collection_collect_form import Sent, Wanted, lost, sent
from generator.pipeline.collection_collect_kept import Judged, Outcome, by_outcome, is_same, judged, last_of_each
from generator.pipeline.collection_collect_weigh import Scales, weighed
from generator.pipeline.collection_rejected import with_rejected
from generator.pipeline.figures_of import asked_units, figures_of, form_of
from generator.pipeline.in_processes import Work, done_in_order
from generator.pipeline.turn import turn
from generator.sources.answers import Answers, answer_file, folder_of, load_answers
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.workspace import clear_remains, write_all_whole

_AT_ONCE = 100
"""Files that lie ready together before the first takes its place."""
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
    """By file."""
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
    kept = load_answers(target)
    last, contradictions = _weighed(read, kept, _scales(loaded, plan, form, options))
    found = _beside(kept, last, options)
    if not options.is_rehearsal and any(each.is_taken or each.outcome is Outcome.FAULTY for each in found):
        with turn(target):  # what is kept may not change between being looked at and being replaced
            clear_remains(target)
            kept = load_answers(target)
            found = _beside(kept, last, options)
            _write(found, target)
    told += [each for one in read for each in one.diagnostics] + [each for one in found for each in one.diagnostics]
    told += other_editions(read, wanted, folder)
    told += [each for one in found if one.is_weighed for each in contradictions.get(one.unit, ())]
    told += [each for one in found if one.outcome is Outcome.UNREADABLE for each in _of(kept, one.unit)]
    have = {*kept.by_unit, *(each.unit for each in found if each.is_taken)}
    return Collected(
        folder=target,
        files=len(files),
        units=by_outcome(found),
        diagnostics=tuple(sorted(told, key=_by_file)),
        asked=tuple(wanted.codes),
        missing=tuple(unit for unit in wanted.codes if unit not in have),
    )


_Last = list[tuple[Sent, tuple[Diagnostic, ...]]]


def _weighed(read: Iterable[Sent], kept: Answers, scales: Scales) -> tuple[_Last, Mapping[str, tuple[Diagnostic, ...]]]:
    """The last file of each unit, and what contradicts itself in it."""
    answers = kept.by_unit
    last = [*last_of_each(read)]
    known = {each.unit for each, _others in last if each.unit in answers and is_same(each, answers[each.unit].record)}
    found = weighed((each for each, _others in last if each.unit not in known), scales)
    # What was collected before was not looked at again: should it be gone by the turn, it is not taken unseen.
    return [(found.last.get(each.unit) or replace(each, content=b""), others) for each, others in last], found.told


def _of(kept: Answers, unit: str) -> Iterable[Diagnostic]:
    return (each for each in kept.diagnostics if each.where.file == answer_file(kept.folder, unit))


def _beside(kept: Answers, last: _Last, options: Options) -> list[Judged]:
    """What becomes of each new answer."""
    return [
        judged(
            sent_last,
            kept.by_unit[sent_last.unit].record if sent_last.unit in kept.by_unit else None,
            answer_file(kept.folder, sent_last.unit),
            others,
            is_broken=sent_last.unit in kept.faulty,
            overwrites=options.overwrites,
        )
        for sent_last, others in last
    ]


def wanted_of(loaded: LoadedWorkspace, plan: LoadedPlan, form: CollectionForm, options: Options) -> Wanted:
    """What every file is held against."""
    catalogue = loaded.indicators
    units = asked_units(form, loaded.roster)
    asked = {each.unit: asking.to_fill_in(each.codes, catalogue) for each in units}
    codes = {code for each in asked.values() for code in each}
    return Wanted(
        plan=plan.path.stem,
        phase=form.phase,
        version=form.version,
        codes=asked,
        questions=frozenset(question.id for question in form.questions),
        names={code: catalogue[code].name for code in codes},
        decimals={code: catalogue[code].decimals for code in codes},
        units={each.unit: each.name for each in units},
        rows={code: (each.name, each.unit) for code, each in catalogue.items()},
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
    write_all_whole(files | _rejected(found, target))


def _rejected(found: Iterable[Judged], target: Path) -> dict[Path, bytes]:
    faulty = {each.unit: each.last for each in found if each.outcome is Outcome.FAULTY}
    settled = {each.unit for each in found if each.is_taken}
    days = {unit: last.saved_at.date() for unit, last in faulty.items() if last.saved_at}
    return with_rejected(target, days, settled)


def _scales(loaded: LoadedWorkspace, plan: LoadedPlan, form: CollectionForm, options: Options) -> Scales:
    today = options.at.date()
    return Scales(
        form=form,
        asked=asked_units(form, loaded.roster),
        catalogue=loaded.indicators,
        earlier=_earlier(loaded, plan, form.phase, today),
        today=today,
        is_partly=options.is_partly,
    )


def _earlier(loaded: LoadedWorkspace, plan: LoadedPlan, phase: int, today: date) -> tuple[PhaseFigures, ...]:
    before = [form.phase for form in plan.plan.forms if form.phase < phase]
    if not before:
        return ()
    counted = figures_of(loaded, plan, max(before), today)
    return (*counted.earlier, counted.figures)


def _by_file(found: Diagnostic) -> str:
    return str(found.where.file or "")
